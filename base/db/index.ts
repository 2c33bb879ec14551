export { type Announcement, type Announcer, announce, announcer, listen } from './announce.ts';
export { type ConnectOptions, connect, type Db, type Tx } from './connect.ts';
export { atEnd } from './ending.ts';
export { later } from './later.ts';
export { whileLeader } from './leader.ts';
export { migrate } from './migrate.ts';
export { openSession, type Session } from './session.ts';
export { AskFirst, type Transact, transactor } from './transact.ts';
