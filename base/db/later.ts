/** Statements that travel together: a journey to the database and back costs more than most of what is asked there. */
import { sql } from 'kysely';
import type pg from 'pg';

const MARK = '/* later */';

/** To stand at the end of a statement that writes and whose answer nobody reads: inside a transaction it travels with the next one, or with
 * the commit. Their order stays; what is wrong with it is told by the one it travels with. */
export const later = sql.raw(` ${MARK}`);

type Answer = { command: string; rowCount: number | null; rows: unknown[] };
type Send = (text: string, values: readonly unknown[]) => Promise<Answer>;

const BEGIN = 'begin';
const NO_ANSWER: Answer = { command: '', rowCount: 0, rows: [] };

/** Sends statements one by one, except those that can wait: the beginning of a transaction, and what is marked as `later`. A transaction in
 * which nothing was asked is none. */
export function gathering(send: Send, { connection: { stream } }: pg.PoolClient): Send {
  let open = false;
  let waiting: Parameters<Send>[] = [];
  return async (text, values) => {
    if (text === BEGIN || (open && text.endsWith(MARK))) {
      open = true;
      waiting.push([text, values]);
      return NO_ANSWER;
    }
    const first = waiting;
    waiting = [];
    const begins = first[0]?.[0] === BEGIN;
    if (text === 'commit' || text === 'rollback') {
      open = false;
      if (begins && (first.length === 1 || text === 'rollback')) return NO_ANSWER;
    }
    stream.cork();
    const answers = [...(text === 'rollback' ? [] : first), [text, values] as const].map((one) =>
      send(...one),
    );
    stream.uncork();
    return (await Promise.all(answers)).at(-1) ?? NO_ANSWER;
  };
}
