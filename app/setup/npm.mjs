/** Running npm, by a Node that is new enough for what it installs. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { collect, executable, find, outerEnvironment, packagedNode, root } from './programs.mjs';
import { lastLines, Trouble } from './say.mjs';

const borrowed = join(root, '.data', 'node');

/** @typedef {(args: string[]) => Promise<{code: number, output: string}>} Npm */

/**
 * Gives npm to `work`. npm silently leaves out optional packages, compiled ones among them, that ask for a newer Node than runs it;
 * so it is run by a new one: the person's own, a copy of the packaged one (which disappears while npm works), or one fetched first.
 * @template T
 * @param {string} version of the Node to fetch
 * @param {(npm: Npm) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withNpm(version, work) {
  const script = npmScript();
  const outer = find('node', outerEnvironment()) ?? process.execPath;
  const plain = script ? [outer, script] : [npmProgram()];
  if (!script || (await recent(outer))) return work((args) => run(plain, args));
  try {
    const node = (await copyNode()) ?? (await fetchNode(version, plain));
    return await work((args) => run([node, script], args, dirname(node)));
  } finally {
    rmSync(borrowed, { recursive: true, force: true });
  }
}

async function copyNode() {
  if (!executable(packagedNode)) return undefined;
  const copy = join(borrowed, basename(packagedNode));
  mkdirSync(borrowed, { recursive: true });
  copyFileSync(packagedNode, copy);
  return (await recent(copy)) ? copy : undefined;
}

async function fetchNode(version, npm) {
  const kind = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const name = [kind, process.platform === 'win32' ? 'win' : process.platform, process.arch].join('-');
  const args = ['install', '--no-save', '--no-package-lock', '--prefix', borrowed, `${name}@${version}`];
  const ended = await run(npm, [...args, '--no-audit', '--no-fund', '--loglevel=error']);
  if (ended.code !== 0) throw new Trouble(explain(ended.output));
  const node = join(borrowed, 'node_modules', name, 'bin', basename(packagedNode));
  if (await recent(node)) return node;
  throw new Trouble(
    `This is Node.js ${process.version}, and the packaged Node.js 24 does not run on this machine. ` +
      'Install Node.js 24 or newer yourself and try again.',
  );
}

/** Whether a Node runs, and is as new as the packages of development ask. */
async function recent(node) {
  if (!executable(node)) return false;
  const { stdout } = await collect([node, '--version']);
  const [major = 0, minor = 0] = stdout.slice(1).split('.').map(Number);
  return major >= 23 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
}

/** @param {string[]} npm @param {string[]} args @param {string} [nodeFolder] put first in the scripts' PATH */
function run(npm, args, nodeFolder) {
  const env = outerEnvironment();
  if (nodeFolder) env.PATH = `${nodeFolder}${delimiter}${env.PATH}`;
  return collect([...npm, ...args], { env, shell: process.platform === 'win32' && npm[0].endsWith('.cmd') });
}

/** npm tells its scripts where it is; without npm above us, it is found through the PATH. */
function npmScript() {
  const told = process.env.npm_execpath;
  if (told && basename(told) === 'npm-cli.js' && existsSync(told)) return told;
  const program = find('npm', outerEnvironment());
  const real = program ? realpathSync(program) : '';
  return basename(real) === 'npm-cli.js' ? real : undefined;
}

function npmProgram() {
  const program = find('npm', outerEnvironment());
  if (program) return program;
  throw new Trouble(
    'npm was not found. It comes with Node.js: install that from https://nodejs.org and try again.',
  );
}

/** What went wrong, in a sentence, from npm's own words. @param {string} output */
export function explain(output) {
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
  return `npm could not install the packages. It said:\n${firstLines(output)}`;
}

/** npm begins with what is wrong and ends with its manual. */
function firstLines(output) {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !/EBADENGINE/.test(line));
  return lines
    .slice(0, 12)
    .map((line) => `    ${line}`)
    .join('\n');
}

/** @param {string} file a lock file @returns {Record<string, any>} */
export function lockedPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
