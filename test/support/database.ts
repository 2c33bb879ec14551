import pg from 'pg';
import { inject } from 'vitest';
import { connect, type Db } from '../../base/db/index.ts';

/** A database of one test's own, dropped at dispose. */
export type TestDatabase = AsyncDisposable & {
  readonly url: string;
  readonly db: Db;
  readonly pool: pg.Pool;
};

let made = 0;

/**
 * Clones the migrated template: `await using t = await testDatabase()`.
 * Dispose fails when somebody left a connection open, so a leaked worker or listener is found by the test that leaked it.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { url: server, failure } = inject('postgres');
  if (failure) throw new Error(`The test database could not be migrated: ${failure}`);
  const name = `test_${process.pid}_${++made}`;
  await admin(server, (client) =>
    client.query(`create database ${name} template nightdesk_template strategy file_copy`),
  );
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const { db, pool, close } = connect({ url, connections: 10, onError: () => undefined });
  return {
    url,
    db,
    pool,
    [Symbol.asyncDispose]: async () => {
      await close();
      await admin(server, (client) => drop(client, name));
    },
  };
}

async function drop(client: pg.Client, name: string): Promise<void> {
  try {
    await client.query(`drop database ${name}`);
  } catch (error) {
    const left = await client.query<{ who: string }>(
      `select application_name || ': ' || left(query, 80) as who from pg_stat_activity where datname = $1`,
      [name],
    );
    await client.query(`drop database ${name} with (force)`);
    if (left.rows.length === 0) throw error;
    throw new Error(
      `The test left database connections open (${left.rows.map((row) => row.who).join('; ')})`,
      {
        cause: error,
      },
    );
  }
}

async function admin(url: string, use: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({
    connectionString: Object.assign(new URL(url), { pathname: '/postgres' }).href,
  });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
