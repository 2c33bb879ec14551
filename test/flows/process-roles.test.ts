import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createPlayer, numberOf, untilSeen } from '../../app/demo/people.ts';
import { startSandbox } from '../../sandbox/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { BOT } from '../support/desk.ts';

let database: TestDatabase;
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
const children: ChildProcess[] = [];
beforeAll(async () => {
  database = await testDatabase();
  sandbox = await startSandbox({ port: 0, bots: [BOT], limits: { enabled: false } });
});
afterAll(async () => {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  await sandbox?.close();
  await database?.[Symbol.asyncDispose]();
});

function spawnWith(role: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['app/main.ts', 'start', '--role', role], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      ...{
        DATABASE_URL: database.url,
        TELEGRAM_API_ROOT: sandbox.url,
        SANDBOX_URL: sandbox.url,
        TELEGRAM_BOT_TOKEN: BOT.token,
        PORT: '0',
      },
      ...env,
    },
  });
  children.push(child);
  const desk = { child, output: '' };
  child.stderr.on('data', (chunk: Buffer) => (desk.output += chunk.toString()));
  return desk;
}

/** Where a process answers, once it says so. */
async function addressOf(desk: { output: string }): Promise<string> {
  return vi.waitFor(
    () => {
      const found = /http:\/\/localhost:\d+/.exec(desk.output)?.[0];
      if (!found) throw new Error(`not open yet: ${desk.output}`);
      return found.replace('localhost', '127.0.0.1');
    },
    { timeout: 30_000, interval: 50 },
  );
}

const status = async (url: string) => (await fetch(url)).status;

const jobsWaiting = async (task: string) =>
  (await database.pool.query('select from graphile_worker.jobs where task_identifier = $1', [task])).rows
    .length;

test('one process each for http, bot and worker are a desk together, and each does its own work only', async () => {
  const http = await addressOf(spawnWith('http'));
  const player = await createPlayer(sandbox.url, {
    first_name: 'Leyla',
    language_code: 'en',
    bot: BOT.username,
  });
  await player.say({ text: '/start t_idea' });
  expect(await status(`${http}/readyz`)).toBe(200);
  expect(await status(`${http}/console/`)).toBe(200);

  const bot = await addressOf(spawnWith('bot'));
  await player.say({ text: 'Please sell gift cards' });
  await untilSeen(player, numberOf);
  expect([await status(`${bot}/readyz`), await status(`${bot}/api/session`)]).toEqual([200, 404]);

  // Loose words become a ticket when their time is over: a timer, which waits until somebody works.
  const second = await createPlayer(sandbox.url, {
    first_name: 'Murad',
    language_code: 'en',
    bot: BOT.username,
  });
  await second.say({ text: 'My parcel is lost somewhere' });
  await vi.waitFor(async () => expect(await jobsWaiting('front-desk.draft')).toBe(1), { timeout: 30_000 });
  await fetch(`${sandbox.url}/people/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance_seconds: 700 }),
  });
  const worker = await addressOf(spawnWith('worker'));
  await untilSeen(second, numberOf);
  expect([await status(`${worker}/healthz`), await status(`${worker}/metrics`)]).toEqual([200, 200]);
});

test.each([
  ['boss', {}, /--role: takes all/],
  ['http', { DATABASE_URL: '' }, /Set DATABASE_URL/],
  ['worker', { TELEGRAM_BOT_TOKEN: '' }, /TELEGRAM_BOT_TOKEN/],
])('--role %s with %j is refused with advice', async (role, env, advice) => {
  const { child, ...desk } = spawnWith(role, env);
  child.stderr?.on('data', (chunk: Buffer) => (desk.output += chunk.toString()));
  await once(child, 'close');
  expect(child.exitCode).toBe(1);
  expect(desk.output).toMatch(advice);
});
