export { type Head, SEALED_AT_ONCE, sealEntries, type Verdict, verifyAudit } from './chain.sql.ts';
export type { Author, Entry, Origin } from './entry.ts';
export { type AuditQuery, readAudit } from './read.sql.ts';
export { record } from './record.sql.ts';
