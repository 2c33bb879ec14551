/** Running other programs. */
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { constants as system } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const ownBin = join(root, 'node_modules', '.bin');
const windows = process.platform === 'win32';

/** Node 24 as the npm package `node` brings it. */
export const packagedNode = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

/** The environment without our own node_modules/.bin, which must not be used while it is being replaced. */
export function outerEnvironment() {
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => resolve(folder) !== ownBin);
  return { ...process.env, PATH: path.join(delimiter) };
}

/** @param {string} name of a program @param {NodeJS.ProcessEnv} [env] @returns {string | undefined} its full path */
export function find(name, env = process.env) {
  const endings = windows ? ['.exe', '.cmd'] : [''];
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    for (const ending of endings) {
      const file = join(folder, name + ending);
      if (folder && executable(file)) return file;
    }
  }
  return undefined;
}

/** @param {string} file */
export function executable(file) {
  if (!existsSync(file)) return false;
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What runs for us now; it ends with us. */
const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill();
});

/**
 * Runs a program to its end and keeps what it says.
 * @param {string[]} command
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{code: number, output: string, stdout: string}>} code 127 when it could not be started
 */
export function collect([program, ...args], options = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    let stdout = '';
    running.add(child);
    child.once('exit', () => running.delete(child));
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      stdout += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => done({ code: 127, output: `${output}${error.message}`, stdout }));
    child.on('close', (code, signal) => done({ code: code ?? signalCode(signal), output, stdout }));
  });
}

/**
 * Runs a program in the foreground: it has the terminal, gets our signals, and gives its exit code.
 * @param {string[]} command
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function foreground([program, ...args], env = process.env) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', env });
    // A terminal gives Ctrl-C to the child as well; anybody else gives a signal to us alone.
    const pass = (signal) => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    const finish = (code) => {
      for (const signal of signals) process.off(signal, pass);
      done(code);
    };
    child.on('error', (error) => {
      process.stderr.write(`${program} could not be started: ${error.message}\n`);
      finish(127);
    });
    child.on('exit', (code, signal) => finish(code ?? signalCode(signal)));
  });
}

/**
 * Becomes another program, where the system can do that: no process stands between it and its signals.
 * Otherwise runs it in the foreground.
 * @param {string[]} command
 * @param {NodeJS.ProcessEnv} env
 */
export async function become(command, env) {
  if (typeof process.execve === 'function' && !windows) {
    process.removeAllListeners('warning');
    process.on('warning', () => undefined);
    process.chdir(root);
    process.execve(command[0], command, env);
  }
  process.exitCode = await foreground(command, env);
}

/** @param {NodeJS.Signals | null} signal */
function signalCode(signal) {
  return signal ? 128 + (system.signals[signal] ?? 0) : 1;
}
