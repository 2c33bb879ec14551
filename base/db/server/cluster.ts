/** The cluster: PostgreSQL's own data folder inside ours, made once and then only checked. */
import { existsSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runAs } from './account.ts';
import type { Binaries } from './binaries.ts';
import {
  makePrivate,
  newPassword,
  type Place,
  readPassword,
  type ServerLog,
  writePrivate,
} from './folder.ts';

/** The server's only role. */
export const role = 'nightdesk';

/** What making a cluster needs to know. */
export type Making = { readonly binaries: Binaries; readonly durable: boolean; readonly log: ServerLog };

/**
 * Makes the cluster if there is none, and returns the password.
 * It is built under another name and renamed when complete, so a half-made one is never mistaken for data, and data never for a half-made one.
 */
export async function ensureCluster(place: Place, making: Making): Promise<string> {
  const { cluster, folder } = place;
  if (existsSync(cluster) && readdirSync(cluster).length === 0) rmdirSync(cluster);
  if (existsSync(cluster)) {
    checkVersion(cluster, making.binaries.major);
    return readPassword(folder) ?? (await resetPassword(place, making.binaries));
  }
  making.log.info(`Making a database in ${folder}.`);
  const password = readPassword(folder) ?? newPassword(folder);
  const draft = `${cluster}.new`;
  makePrivate(draft, place.account);
  await initialise(draft, password, { place, making });
  renameSync(draft, cluster);
  return password;
}

async function initialise(
  draft: string,
  password: string,
  { place, making }: { place: Place; making: Making },
): Promise<void> {
  const secret = join(place.folder, 'password.init');
  writePrivate(secret, `${password}\n`, place.account);
  try {
    const ended = await runAs(place.account, [
      making.binaries.initdb,
      ...['--pgdata', draft, '--username', role, '--pwfile', secret, '--auth', 'scram-sha-256'],
      // The built-in locale sorts by code point, quickly and the same everywhere; und-x-icu and its kin are there by name.
      ...[
        '--encoding',
        'UTF8',
        '--locale',
        'C',
        '--locale-provider',
        'builtin',
        '--builtin-locale',
        'C.UTF-8',
      ],
      ...(making.durable ? [] : ['--no-sync']),
    ]);
    if (ended.code !== 0) throw new Error(initFailed(place.folder, ended.output));
  } finally {
    rmSync(secret, { force: true });
  }
}

function initFailed(folder: string, output: string): string {
  if (/No space left|Disk quota/i.test(output)) {
    return `The disk is full: a new database in ${folder} needs about 100 MB. Make room and start again.`;
  }
  return `A database could not be made in ${folder}: ${lastLines(output)}`;
}

function checkVersion(cluster: string, major: number): void {
  const file = join(cluster, 'PG_VERSION');
  if (!existsSync(file)) {
    throw new Error(
      `${cluster} holds files but is not a complete database, so it was left as it is. ` +
        'Restore it from a backup, or move it away to begin with an empty one.',
    );
  }
  const found = Number(readFileSync(file, 'utf8').trim());
  if (found === major) return;
  throw new Error(
    `The database in ${cluster} was made by PostgreSQL ${found}, and this Nightdesk brings PostgreSQL ${major}. ` +
      'Make a backup with the Nightdesk that made it and restore it here, into a folder of its own.',
  );
}

/** The password file is lost but the data are ours: PostgreSQL's single-user mode needs no password. */
async function resetPassword(place: Place, { pgCtl, postgres }: Binaries): Promise<string> {
  await runAs(place.account, [pgCtl, 'stop', '--pgdata', place.cluster, '--mode', 'fast', '--wait']);
  const password = newPassword(place.folder);
  const statement = `alter role ${role} password '${password}'\n`;
  const ended = await runAs(
    place.account,
    [postgres, '--single', '-D', place.cluster, 'postgres'],
    statement,
  );
  if (ended.code === 0 && !ended.output.includes('ERROR')) return password;
  rmSync(join(place.folder, 'password'), { force: true });
  throw new Error(`The password of the database in ${place.folder} is lost and no new one could be set.`);
}

/** The end of a program's output, on one line. */
export function lastLines(output: string): string {
  const lines = output.trim().split('\n').slice(-4);
  return lines.map((line) => line.trim()).join(' | ') || 'no output';
}
