/** One desk at a time uses a data folder; a lock left by a dead process does not count. */
import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { startedAt } from './processes.ts';

type Holder = { readonly pid: number; readonly started: string; readonly token: string };

/**
 * Takes the lock file, or throws a sentence that says who holds it.
 * A process is known by its id and its moment of start, so a reused id (usual in containers) is not mistaken for the holder.
 */
export function takeLock(file: string, folder: string): { release(): void } {
  const mine: Holder = {
    pid: process.pid,
    started: startedAt(process.pid) ?? '',
    token: randomBytes(8).toString('hex'),
  };
  const draft = `${file}.${mine.token}`;
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 20; attempt++) {
      if (claim(draft, file)) return { release: () => release(file, mine) };
      const holder = read(file);
      if (holder && startedAt(holder.pid) === holder.started) throw new Error(inUse(holder, folder));
      discard(file, holder);
    }
    throw new Error(`The lock ${file} could not be taken. Remove it if no Nightdesk runs on ${folder}.`);
  } finally {
    rmSync(draft, { force: true });
  }
}

function inUse(holder: Holder, folder: string): string {
  const who =
    holder.pid === process.pid ? 'this process already' : `another Nightdesk (process ${holder.pid})`;
  return (
    `The data folder ${folder} is in use by ${who}. Stop it first, or give this desk a folder of its own. ` +
    'To run several processes of one desk, give all of them the same DATABASE_URL.'
  );
}

/** A hard link appears whole or not at all, and never replaces a file that is there. */
function claim(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a dead lock aside; if it turns out to be a fresh one that just took its place, puts it back. */
function discard(file: string, seen: Holder | undefined): void {
  const aside = `${file}.${randomBytes(8).toString('hex')}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside)?.token !== seen?.token) claim(aside, file);
  rmSync(aside, { force: true });
}

function release(file: string, mine: Holder): void {
  if (read(file)?.token === mine.token) rmSync(file, { force: true });
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}
