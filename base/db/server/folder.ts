/** The folder that holds one server: where it lies and what is in it. */
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { type Account, canReach, serverAccount } from './account.ts';

/** What the server tells its owner; a pino logger will do. */
export type ServerLog = { info(text: string): void; warn(text: string): void };

/** The paths of one server, and the account that owns its cluster. */
export type Place = {
  readonly folder: string;
  readonly cluster: string;
  readonly log: string;
  readonly lock: string;
  readonly account: Account;
};

/** Where things go that the server's user must reach when the wished place is closed to it. */
export const sharedFolder = '/var/lib/nightdesk';

/**
 * Makes the data folder. When it is closed to the server's user (a checkout under /root, say),
 * a folder under /var/lib/nightdesk takes its place; a note in the wished folder says so from then on.
 */
export async function findPlace(wished: string, log: ServerLog): Promise<Place> {
  const folder = resolve(wished);
  makeFolder(folder);
  const account = ownerOf(join(folder, 'cluster')) ?? serverAccount();
  if (account.uid === undefined) return place(folder, account);
  const note = join(folder, 'moved-to');
  if (!existsSync(note) && (await canReach(account, folder, 'x'))) return place(folder, account);
  if (!existsSync(note)) writePrivate(note, substituteFor(folder));
  const substitute = readFileSync(note, 'utf8');
  makeFolder(substitute);
  log.warn(
    `The database lies in ${substitute}, because ${folder} is closed to the user that runs PostgreSQL.`,
  );
  return place(substitute, ownerOf(join(substitute, 'cluster')) ?? account);
}

/** Another checkout may have stood at the same path before; its data are not ours. */
function substituteFor(folder: string): string {
  const path = join(sharedFolder, createHash('sha256').update(folder).digest('hex').slice(0, 12));
  return existsSync(path) ? `${path}-${randomBytes(3).toString('hex')}` : path;
}

function place(folder: string, account: Account): Place {
  return {
    folder,
    account,
    cluster: join(folder, 'cluster'),
    log: join(folder, 'server.log'),
    lock: join(folder, 'lock'),
  };
}

function makeFolder(folder: string): void {
  if (existsSync(join(folder, 'PG_VERSION'))) {
    throw new Error(
      `${folder} is the data folder of a PostgreSQL that is not ours. ` +
        'Give Nightdesk a folder of its own, or start that server and set DATABASE_URL to it.',
    );
  }
  try {
    const first = mkdirSync(folder, { recursive: true });
    // A strict umask would close the new folders to the server's user; what is secret in them is closed by itself.
    for (let made = folder; first && made.length >= first.length; made = resolve(made, '..'))
      chmodSync(made, 0o755);
  } catch (error) {
    throw new Error(`The data folder ${folder} could not be made: ${(error as Error).message}`);
  }
}

/** A cluster belongs to whoever made it: root then acts as that user, and nobody else can. */
function ownerOf(cluster: string): Account | undefined {
  const info = statSync(cluster, { throwIfNoEntry: false });
  if (!info || process.getuid === undefined) return undefined;
  const me = process.getuid();
  if (me === 0) return info.uid === 0 ? undefined : { uid: info.uid, gid: info.gid };
  if (info.uid === me) return {};
  throw new Error(
    `${cluster} belongs to another user (id ${info.uid}). Start Nightdesk as that user or as root.`,
  );
}

/** Gives a path of ours to the account. */
export function give(path: string, account: Account): void {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid);
}

/** Makes an empty folder that only the account may enter. */
export function makePrivate(folder: string, account: Account): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  give(folder, account);
}

/** Writes a file that only its owner may read; it appears whole or not at all. */
export function writePrivate(file: string, text: string, account: Account = {}): void {
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, text, { mode: 0o600, flush: true });
  give(draft, account);
  renameSync(draft, file);
}

/** The server's password, if one was ever set. */
export function readPassword(folder: string): string | undefined {
  const file = passwordFile(folder);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() || undefined : undefined;
}

/** Makes and keeps a new password. */
export function newPassword(folder: string): string {
  const password = randomBytes(24).toString('base64url');
  writePrivate(passwordFile(folder), `${password}\n`);
  return password;
}

/** The file beside the cluster that holds the password. */
export function passwordFile(folder: string): string {
  return join(folder, 'password');
}
