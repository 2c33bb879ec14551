/** Brings node_modules up to the lock file. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain, lockedPackages, withNpm } from './npm.mjs';
import { collect, executable, find, outerEnvironment, packagedNode, root } from './programs.mjs';
import { lastLines, progress, say, Trouble } from './say.mjs';

const stamp = join(root, 'node_modules', '.nightdesk');
const lockFile = join(root, 'package-lock.json');

/** Whether what is installed is what the lock file says. */
export function installed() {
  if (!executable(packagedNode) && !newEnough(process.versions.node)) return false;
  const hash = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true;
  if (!sameAsLock()) return false;
  writeFileSync(stamp, hash);
  return true;
}

/** Installs, and says in one sentence what is wrong when that fails. */
export async function install() {
  const first = !existsSync(join(root, 'node_modules'));
  const title = first ? 'Installing packages (once, about a minute)' : 'Installing changed packages';
  await progress(title, async () => {
    await withNpm(lockedPackages(lockFile)['node_modules/node'].version, installWith);
    await ensureNode();
  });
  writeFileSync(stamp, lockHash());
}

/** Has the next command look closely at what is installed: something did not work that should. */
export function doubt() {
  rmSync(stamp, { force: true });
}

/** The Node to run Nightdesk with: the packaged one, or our own if that is new enough. */
export function nodeToRun() {
  return executable(packagedNode) ? packagedNode : process.execPath;
}

/** @param {import('./npm.mjs').Npm} npm */
async function installWith(npm) {
  const args = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  let ended = await npm(['ci', ...args]);
  // npm stumbles over cut connections and its own cache, and leaves out an optional package that it could not fetch without a word.
  if (ended.code === 0 ? missingHere().length > 0 : passing(ended.output)) ended = await npm(['ci', ...args]);
  // `npm ci` refuses a lock file that lacks another platform's package, `npm install` does without it.
  if (ended.output.includes('EUSAGE')) ended = await npm(['install', '--no-save', ...args]);
  if (ended.code !== 0) throw new Trouble(explain(ended.output));
}

/** The package `node` fetches its program in an install script, and some machines forbid install scripts. */
async function ensureNode() {
  if (await runs(packagedNode)) return;
  const folder = join(root, 'node_modules', 'node');
  const node = find('node', outerEnvironment()) ?? process.execPath;
  const ended = await collect([node, 'installArchSpecificPackage.js'], {
    cwd: folder,
    env: outerEnvironment(),
  });
  if (await runs(packagedNode)) return;
  if (newEnough(process.versions.node)) {
    say(`  The packaged Node.js does not run here; going on with ${process.version}.`);
    return;
  }
  throw new Trouble(
    `The packaged Node.js 24 does not run on this machine. Install Node.js 24 or newer yourself and try again.\n${lastLines(ended.output)}`,
  );
}

async function runs(node) {
  return executable(node) && (await collect([node, '--version'])).code === 0;
}

function newEnough(version) {
  return Number(version.split('.')[0]) >= 24;
}

function lockHash() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex');
}

/** A node_modules that somebody else has filled from the same lock file is as good as ours. */
function sameAsLock() {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden) || missingHere().length > 0) return false;
  const present = lockedPackages(hidden);
  return Object.entries(lockedPackages(lockFile)).every(([path, { version, optional, peer }]) => {
    if (path === '' || (!present[path] && (optional || peer))) return true;
    return present[path]?.version === version;
  });
}

/** The packages made for this very machine that are not there. */
function missingHere() {
  const libc = process.platform === 'linux' && (glibc() ? 'glibc' : 'musl');
  return Object.entries(lockedPackages(lockFile))
    .filter(([, { os, cpu }]) => os?.includes(process.platform) && cpu?.includes(process.arch))
    .filter(([, entry]) => !entry.libc || entry.libc.includes(libc))
    .map(([path]) => path)
    .filter((path) => !existsSync(join(root, path)));
}

function glibc() {
  return process.report.getReport().header.glibcVersionRuntime !== undefined;
}

function passing(output) {
  return /ECONNRESET|EINTEGRITY|Invalid response body|cb\(\) never called|ENOTEMPTY|EBUSY|socket hang up/i.test(
    output,
  );
}
