import { type Announcement, type Announcer, announced } from './announce.ts';
import type { Db, Tx } from './connect.ts';
import { withEndings } from './ending.ts';

/** Runs `work` in one transaction and, after the commit, announces what it asked to announce. When PostgreSQL ends the transaction
 * because it and another one wait for each other, or `work` asks for something first (`AskFirst`), `work` runs again: it does nothing but read
 * and write through its `tx`. */
export type Transact = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Thrown by a transaction's work that needs something from outside first: the transaction is rolled back, `ask` is called while none is open,
 * and the work runs again. */
export class AskFirst extends Error {
  readonly ask: () => Promise<unknown>;

  constructor(ask: () => Promise<unknown>) {
    super('something from outside is needed first');
    this.ask = ask;
  }
}

const TRIES = 3;
const DEADLOCK = '40P01';

/** What is to be written, in the same transaction, of everything that it is about to announce: for those who must not miss a change. */
export type BeforeCommit = (tx: Tx, note: Announcement) => Promise<void>;

/** The way of this process to run transactions. Read committed: rows that decide something are locked. */
export function transactor(db: Db, announcer: Announcer, beforeCommit?: BeforeCommit): Transact {
  const once = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    let opened: Tx | undefined;
    const result = await db.transaction().execute(async (tx) => {
      opened = tx;
      return withEndings(tx, async () => {
        const done = await work(tx);
        const about = beforeCommit && announced(tx);
        if (about) await beforeCommit(tx, about);
        return done;
      });
    });
    const note = opened && announced(opened);
    if (note) announcer.publish(note);
    return result;
  };
  return async (work) => {
    // Counted apart: that it had to ask is no reason to give up for whoever had to wait, nor the other way round.
    const failures = { deadlock: 0, ask: 0 };
    for (;;) {
      try {
        return await once(work);
      } catch (error) {
        const asks = error instanceof AskFirst;
        if (!asks && (error as { code?: unknown } | null)?.code !== DEADLOCK) throw error;
        failures[asks ? 'ask' : 'deadlock'] += 1;
        if (Math.max(failures.deadlock, failures.ask) === TRIES) throw error;
        if (asks) await error.ask();
      }
    }
  };
}
