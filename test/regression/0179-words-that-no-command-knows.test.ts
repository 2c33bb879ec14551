import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const main = new URL('../../app/main.ts', import.meta.url).pathname;

test('an option that no command knows ends it with a word on what to do, instead of doing something else', async () => {
  const nightdesk = (...args: string[]) =>
    promisify(execFile)(process.execPath, [main, ...args], { env: {} });
  await expect(nightdesk('simulate', '--day', '3')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/'--day'[^]*-- --help/),
  });
  const { stderr } = await nightdesk('simulate', '--help');
  expect(stderr).toContain('[--tickets-per-week 20000]');
});
