import { createHash } from 'node:crypto';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { gathering } from './later.ts';

// Lists of different lengths make texts without end; beyond so many, statements are planned anew each time.
const MOST_NAMES = 1000;

/** The pool as Kysely sees it: every statement has a name made of its text, so that PostgreSQL plans it once a connection and not once a
 * call. */
export function preparing(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>();
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known || names.size >= MOST_NAMES) return known;
    const made = createHash('sha256').update(text).digest('base64url').slice(0, 24);
    names.set(text, made);
    return made;
  };
  return {
    async connect() {
      const client = await pool.connect();
      const known = clients.get(client) ?? wrap(client, nameOf);
      clients.set(client, known);
      return known;
    },
    end: () => pool.end(),
    options: {},
  };
}

// A migration by another process changed what a planned statement answers: the connection cannot use it any more.
const PLAN_OUTDATED = '0A000';

function wrap(client: pg.PoolClient, nameOf: (text: string) => string | undefined): PostgresPoolClient {
  let outdated = false;
  const send = (text: string, values: readonly unknown[]) => {
    // Without values it is a word of the transaction, such as `commit`, which has no plan.
    const name = values.length > 0 ? nameOf(text) : undefined;
    return client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) });
  };
  const sendGathered = gathering(send, client);
  const query = async (text: string, values: readonly unknown[]) => {
    try {
      return await sendGathered(text, values);
    } catch (error) {
      outdated ||= (error as { code?: unknown }).code === PLAN_OUTDATED;
      throw error;
    }
  };
  return {
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy === true || outdated),
  };
}
