import { request } from 'node:http';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { numberOf, untilSeen } from '../../app/demo/people.ts';
import { bring, stranger, type WebhookDesk, webhookDesk } from '../support/webhook.ts';

let hook: WebhookDesk;
beforeAll(async () => {
  hook = await webhookDesk();
});
afterAll(() => hook?.[Symbol.asyncDispose]());

const count = async (table: 'updates' | 'messages' | 'customers' | 'failed_updates') => {
  const { db } = hook.desk.runtime;
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db);
  return rows[0]?.n;
};

test('a stranger gets 401 and changes nothing', async () => {
  const { url } = hook.desk;
  const before = await count('updates');
  const update = stranger().says('let me in');
  expect(await bring(url, update, 'a-wrong-secret-of-the-tests')).toBe(401);
  expect(await bring(url, update, '')).toBe(401);
  const without = await fetch(`${url}/telegram/webhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(update),
  });
  expect(without.status).toBe(401);
  expect(await count('updates')).toBe(before);
});

test.each([
  ['no JSON', '{"update_id": 1,'],
  ['nothing', ''],
  ['a number', '7'],
  ['a list', '[]'],
  ['no number', '{"message": {}}'],
  ['a number that is none', '{"update_id": "7"}'],
  ['half a number', '{"update_id": 7.5}'],
  ['a number beyond all', '{"update_id": 9007199254740993}'],
  ['a poisoned prototype', '{"update_id": 7, "__proto__": {"a": 1}}'],
])('%s gets 400', async (_what, body) => {
  const before = await count('updates');
  expect(await bring(hook.desk.url, body)).toBe(400);
  expect(await count('updates')).toBe(before);
});

test('a body over a megabyte gets 413', async () => {
  const update = stranger().says('x'.repeat(1_100_000));
  expect(await bring(hook.desk.url, update)).toBe(413);
});

test('bottomless JSON is answered, and the desk lives on', async () => {
  const deep = `{"update_id": 1234567, "poll": ${'['.repeat(400_000)}${']'.repeat(400_000)}}`;
  expect([200, 400]).toContain(await bring(hook.desk.url, deep));
  expect(await bring(hook.desk.url, stranger().says('still there?'))).toBe(200);
});

test.each([
  ['poll', { poll: { id: '1', question: 'q', options: [] } }],
  ['message_reaction', { message_reaction: { chat: { id: 1, type: 'private' }, message_id: 1, date: 0 } }],
  ['a kind of the future', { telepathy: { thought: 'hm' } }],
  ['nothing', {}],
])('%s is taken and ignored', async (_what, what) => {
  const before = await count('messages');
  expect(
    await bring(
      hook.desk.url,
      stranger().does(() => what),
    ),
  ).toBe(200);
  expect(await count('messages')).toBe(before);
  expect(await count('failed_updates')).toBe(0);
});

test.each([
  [
    'a group message',
    (message: object) => ({ message: { ...message, chat: { id: -5, type: 'group', title: 'g' } } }),
  ],
  ['a channel post', (message: object) => ({ channel_post: { ...message, from: undefined } })],
  [
    'a message from the bot itself',
    (message: object) => ({ message: { ...message, from: { id: 1000001, is_bot: true, first_name: 'b' } } }),
  ],
  [
    'a pinned message',
    (message: object) => ({ message: { ...message, text: undefined, pinned_message: message } }),
  ],
])('%s that nobody sent to the desk is taken and ignored', async (_what, wrap) => {
  const before = await count('messages');
  const person = stranger();
  const { message } = person.says('unheard of');
  expect(
    await bring(
      hook.desk.url,
      person.does(() => wrap(message ?? {})),
    ),
  ).toBe(200);
  expect(await count('messages')).toBe(before);
  expect(await count('failed_updates')).toBe(0);
});

test('an update in pieces that never end is cut off without holding up others', async () => {
  const { port } = new URL(hook.desk.url);
  const open = request({
    port,
    path: '/telegram/webhook',
    method: 'POST',
    headers: { 'content-length': 500 },
  });
  open.on('error', () => {});
  open.write('{"update_id"');
  expect(await bring(hook.desk.url, stranger().says('meanwhile'))).toBe(200);
  open.destroy();
});

test('while the database refuses, updates get 503 and come again: nothing is lost', async () => {
  const { desk } = hook;
  const { db } = desk.runtime;
  const customer = await desk.customer();
  await customer.say({ text: '/start t_idea' });
  await untilSeen(customer, (message) => (/idea/i.test(message.text ?? '') ? true : undefined));
  // What is being sent when the lights go out keeps its chat waiting for its lease; here nothing is.
  await vi.waitFor(async () => {
    const sending = await db.selectFrom('outbox').select('id').where('state', '=', 'sending').execute();
    expect(sending).toEqual([]);
  });
  const update = stranger().says('in the dark');
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  const name = rows[0]?.name ?? '';
  // Nobody gets in, and whoever is in is thrown out: as when PostgreSQL restarts.
  const admin = await keyholder(desk.runtime.url);
  await admin.query(`alter database ${name} allow_connections false`);
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  try {
    expect(await bring(desk.url, update)).toBe(503);
    expect((await fetch(`${desk.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${desk.url}/healthz`)).status).toBe(200);
    await customer.say({ text: 'Words while the lights are out' });
    await vi.waitFor(() => expect(hook.brought.at(-1)?.message?.text).toBe('Words while the lights are out'));
  } finally {
    await admin.query(`alter database ${name} allow_connections true`);
    await admin.end();
  }
  await vi.waitFor(async () => expect(await bring(desk.url, update)).toBe(200), {
    interval: 100,
  });
  await untilSeen(customer, numberOf);
  const found = await db
    .selectFrom('messages')
    .select('text')
    .where('text', 'in', ['in the dark', 'Words while the lights are out'])
    .execute();
  expect(found).toHaveLength(2);
});

/** Somebody who can still get in when nobody else can. */
async function keyholder(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: Object.assign(new URL(url), { pathname: '/postgres' }).href,
  });
  await client.connect();
  return client;
}
