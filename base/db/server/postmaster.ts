/** Starting, adopting and stopping the server process. */
import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { runAs } from './account.ts';
import type { Binaries } from './binaries.ts';
import { lastLines, role } from './cluster.ts';
import { give, type Place, type ServerLog, writePrivate } from './folder.ts';
import { alive, commandOf } from './processes.ts';

/** A server's address without its password. */
export type Address = { readonly port: number };

/** What a start needs to know. */
export type Starting = {
  readonly binaries: Binaries;
  readonly durable: boolean;
  readonly password: string;
  readonly log: ServerLog;
};

const largestLog = 5_000_000;

/** The connection string of a database on a server of ours. */
export function urlOf(port: number, password: string, database: string): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
}

// What the kernels that we run on have room for in the address of a socket.
const LONGEST_SOCKET = 100;

/** Where the server listens without a network; undefined where it does not: that is for servers whose data may be lost, which are there to
 * be quick. */
export function socketFolder({ cluster }: Place, durable: boolean): string | undefined {
  const fits = `${cluster}/.s.PGSQL.65535.lock`.length <= LONGEST_SOCKET && !/[\s'",]/.test(cluster);
  return durable || process.platform === 'win32' || !fits ? undefined : cluster;
}

/** The connection string by way of the socket in a folder. */
export function nearUrlOf(url: string, folder: string | undefined): string {
  if (folder === undefined) return url;
  const near = new URL(url);
  near.searchParams.set('host', folder);
  return near.href;
}

/** Takes over the server that a killed desk left running, or starts one. */
export async function runServer(place: Place, starting: Starting): Promise<Address> {
  const left = await adopt(place, starting);
  if (left) return left;
  let failure = '';
  for (let attempt = 0; attempt < 8; attempt++) {
    const port = await choosePort(place);
    const ended = await start(place, starting, port);
    if (ended.started) {
      writePrivate(portFile(place), `${port}\n`);
      return { port };
    }
    failure = ended.failure;
    if (/shared memory block .* still in use/s.test(failure)) await pause(500);
    else if (/could not (bind|create any TCP)/.test(failure)) rmSync(portFile(place), { force: true });
    else break;
  }
  throw new Error(startFailed(place, failure));
}

/** Stops the server, at once if it does not stop in good order within 30 seconds. */
export async function stopServer(place: Place, binaries: Binaries): Promise<void> {
  const stop = (mode: string) =>
    runAs(place.account, [
      binaries.pgCtl,
      ...['stop', '--pgdata', place.cluster, '--mode', mode, '--wait', '--timeout', '30'],
    ]);
  if ((await stop('fast')).code === 0) return;
  if (existsSync(join(place.cluster, 'postmaster.pid'))) await stop('immediate');
}

async function adopt(place: Place, starting: Starting): Promise<Address | undefined> {
  const file = join(place.cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number);
  if (!pid || !alive(pid)) return undefined;
  if (!commandOf(pid).includes(place.cluster)) {
    // Another program has been given the id of a server that died; PostgreSQL itself would take it for a running one.
    rmSync(file, { force: true });
    return undefined;
  }
  if (port && (await isOurs(port, place, starting))) {
    starting.log.info('Taking over the PostgreSQL that an earlier run left behind.');
    return { port };
  }
  await stopServer(place, starting.binaries);
  return undefined;
}

/** The port of the server that runs on this place now, if one does and the password opens it. */
export async function findRunning(
  place: Place,
  access: Pick<Starting, 'password' | 'durable'>,
): Promise<number | undefined> {
  const file = join(place.cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number);
  if (!pid || !port || !alive(pid)) return undefined;
  return (await isOurs(port, place, access)) ? port : undefined;
}

async function isOurs(
  port: number,
  place: Place,
  { password, durable }: Pick<Starting, 'password' | 'durable'>,
): Promise<boolean> {
  const client = new pg.Client({
    connectionString: urlOf(port, password, 'postgres'),
    connectionTimeoutMillis: 3000,
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string; fsync: string }>(
      `select current_setting('data_directory') as folder, current_setting('fsync') as fsync`,
    );
    return rows[0]?.folder === place.cluster && rows[0].fsync === (durable ? 'on' : 'off');
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function start(
  place: Place,
  { binaries, durable }: Starting,
  port: number,
): Promise<{ started: boolean; failure: string }> {
  openLog(place);
  const before = statSync(place.log).size;
  const options = Object.entries(settings(port, { durable, sockets: socketFolder(place, durable) })).map(
    ([name, value]) => `-c ${name}=${value}`,
  );
  const ended = await runAs(place.account, [
    binaries.pgCtl,
    ...['start', '--pgdata', place.cluster, '--log', place.log, '--wait', '--timeout', '600', '--silent'],
    ...['--options', options.join(' ')],
  ]);
  if (ended.code === 0) return { started: true, failure: '' };
  return {
    started: false,
    failure: `${ended.output}\n${readFileSync(place.log).subarray(before).toString()}`,
  };
}

/** Statements and the details of errors hold people's words, so the server's log has neither. */
function settings(
  port: number,
  { durable, sockets }: { durable: boolean; sockets: string | undefined },
): Record<string, string | number> {
  return {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: sockets ?? "''",
    unix_socket_permissions: '0600',
    max_connections: 200,
    shared_buffers: '128MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    ...(durable ? {} : { wal_level: 'minimal', max_wal_senders: 0 }),
    // What is thrown away at the end need not reach the disk before.
    ...(durable ? {} : { shared_buffers: '512MB', checkpoint_timeout: '1h', max_wal_size: '4GB' }),
  };
}

function openLog(place: Place): void {
  const size = statSync(place.log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLog) renameSync(place.log, `${place.log}.1`);
  appendFileSync(place.log, '', { mode: 0o600 });
  give(place.log, place.account);
}

/** The port of the last run if it is free, so that other tools keep finding the database; otherwise any free one. */
async function choosePort(place: Place): Promise<number> {
  const file = portFile(place);
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  return (last > 0 && (await freePort(last))) || (await freePort(0)) || last;
}

function freePort(wished: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen({ port: wished, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

function portFile(place: Place): string {
  return join(place.folder, 'port');
}

function startFailed(place: Place, failure: string): string {
  if (/No space left|Disk quota/i.test(failure)) {
    return `The disk is full, so the database in ${place.folder} cannot start. Make room and start again; nothing is lost.`;
  }
  if (/could not create shared memory|could not map anonymous shared memory/i.test(failure)) {
    return 'There is not enough memory for PostgreSQL (it wants about 150 MB). Stop something and start again.';
  }
  const fatal = failure.split('\n').filter((line) => /FATAL|PANIC|HINT/.test(line));
  return `The database in ${place.folder} did not start: ${lastLines(fatal.join('\n') || failure)} (more in ${place.log})`;
}
