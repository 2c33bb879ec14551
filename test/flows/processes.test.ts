import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createPlayer, numberOf, type Player, untilSeen } from '../../app/demo/people.ts';
import { startSandbox } from '../../sandbox/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { BOT } from '../support/desk.ts';

const DATABASE_PASSWORD = 'a-password-that-no-log-shows';
const WORDS = ['Guliyeva-Nonesuch', 'the words of nobody else', '+994501234567'] as const;

let database: TestDatabase;
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
const children = new Set<ChildProcess>();
beforeAll(async () => {
  database = await testDatabase();
  sandbox = await startSandbox({ port: 0, bots: [BOT], limits: { enabled: false } });
});
afterAll(async () => {
  for (const child of children) await end(child, 'SIGTERM');
  await sandbox?.close();
  await database?.[Symbol.asyncDispose]();
});

/** A desk as people start it: a process of its own. */
async function spawnDesk(env: Record<string, string> = {}) {
  const url = Object.assign(new URL(database.url), {});
  const child = spawn(process.execPath, ['app/main.ts', 'start'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...{
        DATABASE_URL: url.href,
        TELEGRAM_API_ROOT: sandbox.url,
        TELEGRAM_BOT_TOKEN: BOT.token,
        PORT: '0',
        LOG_LEVEL: 'debug',
      },
      ...env,
    },
  });
  children.add(child);
  const desk = { child, output: '' };
  child.stdout.on('data', (chunk: Buffer) => (desk.output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (desk.output += chunk.toString()));
  await vi.waitFor(() => expect(desk.output).toMatch(/is open as/), { timeout: 30_000, interval: 50 });
  return desk;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  children.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

const stats = async () =>
  (await (await fetch(`${sandbox.url}/people/stats`)).json()) as {
    methods: Record<string, { ok: number; errors: number }>;
  };

async function ask(name: string): Promise<Player> {
  const player = await createPlayer(sandbox.url, {
    first_name: name,
    language_code: 'en',
    bot: BOT.username,
  });
  await player.say({ text: '/start t_idea' });
  await player.say({ text: WORDS[1] });
  await player.say({ contact: { first_name: 'Me', phone_number: WORDS[2] } });
  return player;
}

test('of two processes one fetches, both send, and after the death of the first the second takes over; no log tells a secret', async () => {
  const [first, second] = [await spawnDesk(), await spawnDesk()];
  const players = await Promise.all([ask(WORDS[0]), ask('Two'), ask('Three')]);
  await Promise.all(players.map((player) => untilSeen(player, numberOf)));
  // Two who fetch at once are refused by Telegram, one of them every time.
  expect((await stats()).methods.getUpdates?.errors ?? 0).toBe(0);

  await end(first.child, 'SIGKILL');
  const late = await ask('Late');
  await vi.waitFor(
    async () => expect((await late.messages()).some((message) => numberOf(message))).toBe(true),
    {
      timeout: 30_000,
      interval: 100,
    },
  );
  await vi.waitFor(async () => {
    const tickets = await database.db.selectFrom('tickets').select('id').execute();
    const messages = await database.db
      .selectFrom('messages')
      .select('id')
      .where('ticket_id', 'is not', null)
      .execute();
    expect([tickets.length, messages.length]).toEqual([4, 8]);
  });
  expect(await database.db.selectFrom('failed_updates').selectAll().execute()).toEqual([]);

  await end(second.child, 'SIGTERM');
  expect(second.child.exitCode).toBe(0);
  const logs = first.output + second.output;
  expect(logs.length).toBeGreaterThan(100);
  for (const secret of [BOT.token, BOT.token.split(':')[1] ?? '', ...WORDS])
    expect(logs).not.toContain(secret);
});

test('SIGTERM while Telegram is slow: the call is waited for and written down, and the process ends in time', async () => {
  const desk = await spawnDesk();
  const player = await createPlayer(sandbox.url, {
    first_name: 'Slow',
    language_code: 'en',
    bot: BOT.username,
  });
  // What a killed process of another test was sending is sent again first.
  await vi.waitFor(async () => {
    const left = database.db.selectFrom('outbox').select('id').where('state', 'in', ['pending', 'sending']);
    expect(await left.execute()).toEqual([]);
  });
  await fetch(`${sandbox.url}/people/faults`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ rules: [{ method: 'sendMessage', kind: 'slow', delay_ms: 2500, times: 1 }] }),
  });
  await player.say({ text: '/start t_idea' });
  const sending = await vi.waitFor(
    async () => {
      const row = await database.db
        .selectFrom('outbox')
        .select('id')
        .where('state', '=', 'sending')
        .executeTakeFirst();
      if (!row) throw new Error('not under way yet');
      return row.id;
    },
    { interval: 20 },
  );
  const began = performance.now();
  await end(desk.child, 'SIGTERM');
  expect(performance.now() - began).toBeLessThan(15_000);
  expect(desk.child.exitCode).toBe(0);
  const row = await database.db
    .selectFrom('outbox')
    .select(['state', 'attempts'])
    .where('id', '=', sending)
    .executeTakeFirst();
  expect(row).toEqual({ state: 'sent', attempts: 1 });
  expect((await player.messages()).filter(({ from }) => from?.is_bot)).toHaveLength(1);
});

test('what fails is logged without the words that it failed over', async () => {
  const desk = await spawnDesk();
  const player = await createPlayer(sandbox.url, {
    first_name: WORDS[0],
    language_code: 'en',
    bot: BOT.username,
  });
  // A rule that no real desk has, and whose complaint quotes the whole row.
  await database.pool.query(
    `alter table messages add constraint no_secrets check (text not like '%nobody else%') not valid`,
  );
  try {
    await player.say({ text: `${WORDS[1]} ${WORDS[2]}` });
    await vi.waitFor(() => expect(desk.output).toMatch(/an update could not be handled/), {
      timeout: 30_000,
    });
  } finally {
    await database.pool.query('alter table messages drop constraint no_secrets');
  }
  await end(desk.child, 'SIGTERM');
  for (const secret of [BOT.token, DATABASE_PASSWORD, ...WORDS]) expect(desk.output).not.toContain(secret);
});

test.each([
  ['an unreachable database', { DATABASE_URL: `postgres://desk:${DATABASE_PASSWORD}@127.0.0.1:1/desk` }],
  ['an address that is none', { DATABASE_URL: `postgres://desk:${DATABASE_PASSWORD}@127.0.0.1:port/desk` }],
  ['an unreachable Telegram', { TELEGRAM_API_ROOT: 'http://127.0.0.1:1' }],
])('%s ends the start with a sentence that tells no secret', async (_what, env) => {
  const child = spawn(process.execPath, ['app/main.ts', 'start'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      ...{
        DATABASE_URL: database.url,
        TELEGRAM_API_ROOT: sandbox.url,
        TELEGRAM_BOT_TOKEN: BOT.token,
        PORT: '0',
        LOG_LEVEL: 'info',
      },
      ...env,
    },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(child, 'close');
  expect(child.exitCode).toBe(1);
  expect(said).toMatch(/[A-Za-z]{3,} .*\S/);
  for (const name of Object.keys(env)) expect(said).toContain(name);
  for (const secret of [DATABASE_PASSWORD, BOT.token]) expect(said).not.toContain(secret);
});
