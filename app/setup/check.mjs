/** `npm run check`: format, lint, types, layers, dead code and the laws of this house, two at a time. */
import { join } from 'node:path';
import { nodeToRun } from './install.mjs';
import { drawPicture } from './picture.mjs';
import { collect, root } from './programs.mjs';
import { say } from './say.mjs';
import { steps, tool } from './steps.mjs';

/**
 * Runs every step and tells what each found. With `--fix`, first repairs what can be repaired by machine.
 * @param {string[]} args
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function check(args) {
  if (args.includes('--fix')) await fix();
  const waiting = [...steps];
  let failed = 0;
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      if (!(await runStep(step))) failed += 1;
    }
  };
  await Promise.all([worker(), worker()]);
  return { passed: steps.length - failed, failed };
}

async function runStep({ name, run }) {
  const began = Date.now();
  const { ok, output } = await run(root);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  say(`${ok ? '✓' : '✗'} ${name} ${seconds} s`);
  if (!ok) say(output.trimEnd().replace(/^/gm, '    '));
  return ok;
}

async function fix() {
  await tool('biome', ['check', '--write'], root);
  await tool('oxlint', ['--fix'], root);
  await collect([nodeToRun(), join(root, 'app', 'setup', 'lock.mjs')]);
  await drawPicture(root);
}
