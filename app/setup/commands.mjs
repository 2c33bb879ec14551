/** The commands behind the npm scripts: prepare the checkout, then run what was asked for. */
import { join } from 'node:path';
import { build, stalePages } from './build.mjs';
import { install, installed, nodeToRun } from './install.mjs';
import { become, root } from './programs.mjs';
import { say, Trouble } from './say.mjs';
import { inTurn } from './turns.mjs';

/** @type {Record<string, (args: string[]) => Promise<void>>} */
const commands = {
  start: (args) => hand('app/main.ts', ['start', ...args], true),
  nightdesk: (args) => hand('app/main.ts', args, args[0] === 'start'),
  sandbox: (args) => hand('sandbox/main.ts', args, true),
  bench: (args) => hand('bench/main.ts', args, true),
  build: () => prepare(true),
  check: async (args) => {
    await prepare(false);
    const { check } = await import('./check.mjs');
    const { failed } = await check(args);
    process.exitCode = failed > 0 ? 1 : 0;
  },
  test: async (args) => {
    await prepare(true);
    const { test } = await import('./test.mjs');
    process.exitCode = await test(args);
  },
};

/** @param {string[]} argv the command and its own arguments */
export async function run([name = '', ...args]) {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    say(`Usage: node app/setup/run.mjs ${Object.keys(commands).join('|')} …`);
    process.exitCode = 2;
    return;
  }
  try {
    await command(args);
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof Trouble) say(error.message);
    else if (error?.code === 'ENOSPC') say('The disk is full. Make room and try again.');
    else throw error;
  }
}

async function hand(entry, args, withPages) {
  await prepare(withPages);
  const env = { ...process.env };
  env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'node');
  await become([nodeToRun(), join(root, entry), ...args], env);
}

/** Installs and builds what is missing; when nothing is, this takes some 20 ms. */
async function prepare(withPages) {
  if (!installed()) await inTurn(async () => installed() || (await install()));
  if (!withPages || stalePages().length === 0) return;
  await inTurn(async () => {
    const stale = stalePages();
    if (stale.length > 0) await build(stale);
  });
}
