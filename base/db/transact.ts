import { type Announcer, announced } from './announce.ts';
import type { Db, Tx } from './connect.ts';

/** Runs `work` in one transaction and, after the commit, announces what it asked to announce. */
export type Transact = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** The way of this process to run transactions. Read committed: rows that decide something are locked. */
export function transactor(db: Db, announcer: Announcer): Transact {
  return async (work) => {
    let opened: Tx | undefined;
    const result = await db.transaction().execute(async (tx) => {
      opened = tx;
      return work(tx);
    });
    const note = opened && announced(opened);
    if (note) announcer.publish(note);
    return result;
  };
}
