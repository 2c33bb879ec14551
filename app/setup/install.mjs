/** Brings node_modules up to the lock file. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
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
  const npm = npmCommand();
  const first = !existsSync(join(root, 'node_modules'));
  await progress(
    first ? 'Installing packages (once, about a minute)' : 'Installing changed packages',
    async () => {
      const args = [
        'ci',
        '--include=dev',
        '--include=optional',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
      ];
      let ended = await npmRun([...npm, ...args]);
      // npm now and then stumbles over its own cache or a cut connection; a second try tells such troubles from real ones.
      if (ended.code !== 0 && passing(ended.output)) ended = await npmRun([...npm, ...args]);
      // `npm ci` refuses a lock file that lacks another platform's package, `npm install` does without it.
      if (ended.output.includes('EUSAGE'))
        ended = await npmRun([...npm, 'install', '--no-save', ...args.slice(1)]);
      if (ended.code !== 0) throw new Trouble(explain(ended.output));
      await ensureNode();
    },
  );
  writeFileSync(stamp, lockHash());
}

/** The Node to run Nightdesk with: the packaged one, or our own if that is new enough. */
export function nodeToRun() {
  return executable(packagedNode) ? packagedNode : process.execPath;
}

function npmRun(command) {
  return collect(command, {
    env: outerEnvironment(),
    shell: process.platform === 'win32' && command[0].endsWith('.cmd'),
  });
}

/** npm tells its scripts where it is; without npm above us, it is looked for beside the person's Node. */
function npmCommand() {
  const env = outerEnvironment();
  const npm = find('npm', env);
  if (npm) return [npm];
  const script = process.env.npm_execpath;
  if (script && basename(script) === 'npm-cli.js') return [process.execPath, script];
  throw new Trouble(
    'npm was not found. It comes with Node.js: install that from https://nodejs.org and try again.',
  );
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
  if (!existsSync(hidden)) return false;
  const wanted = packages(lockFile);
  const present = packages(hidden);
  return Object.entries(wanted).every(([path, { version, optional, peer }]) => {
    if (path === '' || (!present[path] && (optional || peer))) return true;
    return present[path]?.version === version;
  });
}

function packages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

function passing(output) {
  return /ECONNRESET|EINTEGRITY|Invalid response body|cb\(\) never called|ENOTEMPTY|EBUSY|socket hang up/i.test(
    output,
  );
}

function explain(output) {
  if (/ENOSPC|No space left/i.test(output)) {
    return 'The disk is full: the packages need about 1 GB. Make room and try again.';
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network/i.test(output)) {
    return (
      'The packages could not be downloaded: the npm registry is out of reach. ' +
      'Check the network (and proxy settings: npm config get proxy) and try again.\n' +
      lastLines(output, 4)
    );
  }
  if (/EACCES|EPERM/.test(output)) {
    return `The packages could not be written. Is this folder yours? (${root})\n${lastLines(output, 4)}`;
  }
  return `npm could not install the packages. It said:\n${lastLines(output)}`;
}
