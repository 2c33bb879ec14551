import { sql } from 'kysely';
import { later, type Tx } from '../../base/db/index.ts';
import { changed, type Entry } from './entry.ts';

const HASH_DIGITS = 24;

/** Records a change in the transaction that makes it (C6); one that changes no field leaves no entry. It waits for nobody: the entry
 * gets its place in the chain after the commit (`sealEntries`). */
export async function record(tx: Tx, entry: Entry): Promise<void> {
  const fields = changed(entry);
  if (!fields) return;
  const { by, object } = entry;
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  await sql`
    insert into audit_entries (at, actor_kind, actor_id, action, object_kind, object_id, before, after, place, address_hash)
    values (${entry.now}, ${by.kind}, ${by.id ?? null}, ${entry.action}, ${object.kind}, ${String(object.id)},
      ${json(fields.before)}::jsonb, ${json(fields.after)}::jsonb, ${by.from?.place ?? 'system'},
      left(encode(sha256((select address_key from audit_chain) || convert_to(${by.from?.address ?? null}::text, 'UTF8')), 'hex'),
        ${sql.lit(HASH_DIGITS)}))${later}`.execute(tx);
}
