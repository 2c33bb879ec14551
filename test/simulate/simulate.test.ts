import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { type Options, type Report, simulate } from '../../app/simulate/index.ts';
import { MINUTE } from '../../base/kernel/index.ts';
import { testDatabase } from '../support/database.ts';

const DAY = { days: 1, seed: 1, ticketsPerWeek: 210, agents: 3, policy: 'q1' } as const;

async function lived(options: Options): Promise<Report> {
  await using t = await testDatabase();
  return await simulate(t.url, options);
}

// What falls due together happens side by side, and a promised time looks at the queue as it is just then: a few timers more or fewer.
const timeless = (report: Report) => ({ ...report, run: undefined, timers: undefined });

let day: Report;
beforeAll(async () => {
  day = await lived(DAY);
}, 60_000);

test('a day on the real engine: every request is answered, in the order of work, with every timer at its time', () => {
  expect(day).toMatchObject({
    ...{ requests: 30, late_timers: 0, priority_inversions: 0, tickets_lost: 0, metric_disagreements: 0 },
  });
  expect(day.tickets).toBeGreaterThan(25);
  expect(day.timers).toBeGreaterThan(100);
  expect(day.all.breaches).toBeGreaterThan(0);
  expect(day.all.csat).toBeGreaterThan(3);
});

test('the same seed has the same figures; another order of work has others, and is seen as such', {
  timeout: 60_000,
}, async () => {
  const [again, random] = await Promise.all([lived(DAY), lived({ ...DAY, policy: 'random' })]);
  expect(timeless(again)).toEqual(timeless(day));
  expect(random.priority_inversions).toBeGreaterThan(0);
  expect(random.all.first_reply_p90).not.toEqual(day.all.first_reply_p90);
});

test('late timers and tickets that nobody answers are seen', { timeout: 60_000 }, async () => {
  const small = { ...DAY, ticketsPerWeek: 35 };
  const [late, alone] = await Promise.all([
    lived({ ...small, timersEveryMs: 30 * MINUTE }),
    lived({ ...small, agents: 0 }),
  ]);
  expect(late.late_timers).toBeGreaterThan(0);
  expect(alone.tickets_lost).toBeGreaterThan(0);
});

test.each([
  ['--days', '61', '--days: a number of days from 1 to 60'],
  ['--seed', '-1', '--seed: a whole number'],
  ['--policy', 'lifo', '--policy: q1, fifo, random'],
])('%s %s is refused with a sentence', async (option, value, told) => {
  const main = new URL('../../app/main.ts', import.meta.url).pathname;
  const asked = promisify(execFile)(process.execPath, [main, 'simulate', `${option}=${value}`], { env: {} });
  await expect(asked).rejects.toMatchObject({ code: 2, stderr: `${told}\n` });
});
