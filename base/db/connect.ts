import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './generated/schema.ts';
import { preparing } from './prepared.ts';

/** The database, outside any transaction: for reading. */
export type Db = Kysely<DB>;

/** An open transaction. What locks, appends to the outbox or schedules asks for one of these. */
export type Tx = Transaction<DB>;

/** How to open a database. */
export type ConnectOptions = {
  url: string;
  /** The most connections to hold. */
  connections: number;
  /** Told of errors on idle connections; the pool replaces such a connection by itself. */
  onError: (error: Error) => void;
};

const INT8 = 20;

// Every bigint of ours is an id, a Telegram id or a count: all stay below 2^53.
function typeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === INT8) return Number;
  return pg.types.getTypeParser(oid, format as 'text');
}

/** Opens a pool. Connections are made when needed; `close` waits for those in use. */
export function connect(options: ConnectOptions): { db: Db; pool: pg.Pool; close: () => Promise<void> } {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections,
    types: { getTypeParser: typeParser as typeof pg.types.getTypeParser },
    application_name: 'nightdesk',
    // A statement is sent without waiting for the answer to the one before it.
    pipeline: true,
  });
  pool.on('error', options.onError);
  // A connection in use can break as well; whoever uses it sees the failure of their own query.
  pool.on('connect', (client) => client.on('error', options.onError));
  const db: Db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
  // Not db.destroy(): that does nothing when only the pool was used.
  return { db, pool, close: () => pool.end() };
}
