/** A PostgreSQL of our own: the packaged server, run as a child on loopback, for a desk that was given no database. */
import { existsSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { findBinaries } from './server/binaries.ts';
import { ensureCluster } from './server/cluster.ts';
import { findPlace, passwordFile, type ServerLog, sharedFolder } from './server/folder.ts';
import { takeLock } from './server/lock.ts';
import { findRunning, nearUrlOf, runServer, socketFolder, stopServer, urlOf } from './server/postmaster.ts';

export type { ServerLog } from './server/folder.ts';

/** Where the server's data lie, whether a crash may lose them (`durable: false` is for tests), and who is told. */
export type ServerOptions = { readonly dataDir: string; readonly durable?: boolean; readonly log: ServerLog };

/** A running server: a connection string with its password (never log it), and its orderly end. `nearUrl`: the same database without a
 * network in between, for processes of this machine that ask it very often; where sockets cannot be had, it is `url`. */
export type RunningServer = { readonly url: string; readonly nearUrl: string; stop(): Promise<void> };

const database = 'nightdesk';

/**
 * Starts PostgreSQL on `dataDir`, making the database when there is none, and takes over a server that a killed desk left behind.
 * Only one process at a time may do so. Every failure is an Error whose message is a sentence for the operator.
 */
export async function startPostgres({ dataDir, durable = true, log }: ServerOptions): Promise<RunningServer> {
  const place = await findPlace(dataDir, log);
  const binaries = await findBinaries(place.account, sharedFolder);
  const lock = takeLock(place.lock, place.folder);
  try {
    const password = await ensureCluster(place, { binaries, durable, log });
    const { port } = await runServer(place, { binaries, durable, password, log });
    await ensureDatabase(urlOf(port, password, 'postgres'), place.folder);
    let stopping: Promise<void> | undefined;
    const stop = () => {
      stopping ??= stopServer(place, binaries).finally(() => lock.release());
      return stopping;
    };
    const url = urlOf(port, password, database);
    return { url, nearUrl: nearUrlOf(url, socketFolder(place, durable)), stop };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The address of the database in `dataDir` while a desk runs on it, for commands beside that desk; undefined when none runs. */
export async function findPostgres({
  dataDir,
  durable = true,
  log,
}: ServerOptions): Promise<string | undefined> {
  const place = await findPlace(dataDir, log);
  const file = passwordFile(place.folder);
  if (!existsSync(file)) return undefined;
  const password = readFileSync(file, 'utf8').trim();
  const port = await findRunning(place, { password, durable });
  return port === undefined ? undefined : urlOf(port, password, database);
}

async function ensureDatabase(url: string, folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (!rowCount) await client.query(`create database ${database}`);
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') throw error;
    throw new Error(
      `The password in ${passwordFile(folder)} does not open the database. Remove that file; the next start sets a new one.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
