/** Everything that can be tested, with one line at the end that counts it. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from './check.mjs';
import { ensureChromium } from './chromium.mjs';
import { nodeToRun } from './install.mjs';
import { foreground, root } from './programs.mjs';

/** @typedef {{passed: number, failed: number, skipped: number}} Counts */

/**
 * Runs the checks and then the tests; with arguments only the tests, and hands them to Vitest.
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function test(args) {
  const chromium = await ensureChromium();
  const checks = args.length === 0 ? await check([]) : { passed: 0, failed: 0 };
  const tests = await vitest(args, chromium ? { CHROMIUM_PATH: chromium } : {});
  const passed = checks.passed + tests.passed;
  const failed = checks.failed + tests.failed;
  const skipped = tests.skipped > 0 ? `, ${tests.skipped} skipped` : '';
  process.stdout.write(`\n${passed} passed, ${failed} failed${skipped}\n`);
  return failed > 0 ? 1 : 0;
}

async function vitest(args, env) {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-report-'));
  const report = join(folder, 'report.json');
  try {
    const code = await foreground(
      [
        nodeToRun(),
        ...[join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run'],
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
        ...args,
      ],
      { ...process.env, ...env },
    );
    return count(report, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that fails as a whole, or a run that fails although no test did, counts as one failure. @returns {Counts} */
function count(file, code) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
