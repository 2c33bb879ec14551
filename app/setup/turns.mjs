/** Two commands on one checkout install and build in turns. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './programs.mjs';
import { say } from './say.mjs';

const lock = join(root, '.data', 'setup.lock');

/**
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inTurn(work) {
  mkdirSync(dirname(lock), { recursive: true });
  let told = false;
  while (!take()) {
    if (!told) say(`  Another command is preparing this checkout; waiting for it … (if none is: rm ${lock})`);
    told = true;
    await new Promise((done) => setTimeout(done, 300));
  }
  const drop = () => rmSync(lock, { force: true });
  const quit = (signal) => {
    drop();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.once('SIGINT', quit);
  process.once('SIGTERM', quit);
  try {
    return await work();
  } finally {
    process.off('SIGINT', quit);
    process.off('SIGTERM', quit);
    drop();
  }
}

function take() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (abandoned()) rmSync(lock, { force: true });
  return false;
}

function abandoned() {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    return holder > 0 ? !alive(holder) : Date.now() - statSync(lock).mtimeMs > 10_000;
  } catch {
    return false;
  }
}

function alive(pid) {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
