import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { numberOf, type Player, type Seen, untilSeen } from '../../app/demo/people.ts';
import type { Tx } from '../../base/db/index.ts';
import { askPrivacy, eraseCustomer, noteDone } from '../../domain/privacy/index.ts';
import { eraseTopics } from '../../domain/staff-forum/index.ts';
import { requestKey } from '../support/cabinet.ts';
import { type Agent, type TestDesk, testDesk } from '../support/desk.ts';
import { type Group, link, seenIn, staffGroup, topicOf, until } from '../support/forum-world.ts';
import { placesOf, plant } from '../support/planted-words.ts';

let t: TestDesk;
let admin: Agent;
let group: Group;
beforeAll(async () => {
  t = await testDesk();
  admin = await t.agent('admin');
  group = await staffGroup(t);
  await link(t, group, admin);
});
afterAll(() => t?.[Symbol.asyncDispose]());

const buttonOf = (message: Seen, label: RegExp) =>
  message.reply_markup?.inline_keyboard?.flat().find(({ text }) => label.test(text));

/** Presses the newest button that is called so. */
async function press(customer: Player, label: RegExp): Promise<void> {
  const [id, data] = await untilSeen(customer, (message) => {
    const found = buttonOf(message, label);
    return found?.callback_data === undefined
      ? undefined
      : ([message.message_id, found.callback_data] as const);
  });
  await customer.press(id, data);
}

const told = (customer: Player, words: RegExp) =>
  untilSeen(customer, (message) => (words.test(message.text ?? '') ? message : undefined));

/** Somebody with an unmistakable name asks, and everything is done with it that leaves words somewhere. */
async function known(name: string, secret: string) {
  const customer = await t.customer(name);
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: `${secret} is what I ask` });
  const id = await untilSeen(customer, numberOf);
  const thread = await topicOf(group, id);
  await seenIn(group, thread, new RegExp(secret));
  const reply = { text: `About ${secret}: yes, ${name}`, request_key: requestKey() };
  await admin.call(`/api/tickets/${id}/replies`, reply);
  await told(customer, /yes,/);
  await admin.call(`/api/tickets/${id}/notes`, { text: `${name} is patient`, request_key: requestKey() });
  await seenIn(group, thread, /is patient/);
  const row = await t.runtime.db
    .selectFrom('customers')
    .select('id')
    .where('telegram_id', '=', customer.id)
    .executeTakeFirstOrThrow();
  return { customer, id, thread, customerId: row.id };
}

/** Waits until everything is sent and done. */
const quiet = () =>
  until(async () => {
    const { rows } = await sql`
      select lane as left from outbox_lanes where pending <> 0
      union all select key from graphile_worker._private_jobs where run_at <= now()`.execute(t.runtime.db);
    expect(rows).toEqual([]);
  });

const requestOf = (customerId: number, kind: string) =>
  t.runtime.db
    .selectFrom('privacy_requests')
    .select(['id', 'state'])
    .where('customer_id', '=', customerId)
    .where('kind', '=', kind)
    .executeTakeFirst();

test('/privacy gives a copy by a link that opens once, in the chat with the bot', async () => {
  const { customer } = await known('Kamran', 'Zirinj');
  await customer.say({ text: '/privacy' });
  await press(customer, /Copy my data/);
  await told(customer, /is being made/);
  await told(customer, /copy of your data is ready/);
  await press(customer, /Save the copy/);
  const message = await told(customer, /within 10 minutes/);
  const { url = '' } = buttonOf(message, /Save the copy/) as { url?: string };
  const copy = await fetch(url.replace(/^https?:\/\/[^/]+/, t.url));
  expect(copy.headers.get('content-type')).toBe('application/zip');
  expect((await fetch(url.replace(/^https?:\/\/[^/]+/, t.url))).status).toBe(404);
});

test('/privacy erases after a yes: from every table, from what was sent, and from the staff’s topics', async () => {
  const { customer, customerId, thread, id } = await known('Zulfiyya', 'Qarabagh');
  await customer.say({ text: '/privacy' });
  await press(customer, /Erase my data/);
  await press(customer, /No, keep it/);
  await told(customer, /Nothing was erased/);
  expect(await requestOf(customerId, 'erasure')).toBeUndefined();
  expect(await placesOf(t.runtime.db, 'Qarabagh')).toEqual(
    expect.arrayContaining(['messages.text', 'outbox.payload', 'tickets.subject']),
  );
  await customer.say({ text: '/privacy' });
  await press(customer, /Erase my data/);
  await press(customer, /Yes, erase everything/);
  await told(customer, /is being erased/);
  await until(async () => expect((await requestOf(customerId, 'erasure'))?.state).toBe('done'));
  for (const word of ['Zulfiyya', 'Qarabagh', String(customer.id)])
    expect([word, await placesOf(t.runtime.db, word)]).toEqual([word, []]);
  await until(async () => expect(await group.messages(thread)).toEqual([]));
  expect((await group.topics()).map(({ name }) => name).join()).not.toContain(`№ ${id} `);
  await quiet();
  // Whoever writes again is new here.
  await customer.say({ text: 'Hello again' });
  await until(async () => expect(await placesOf(t.runtime.db, 'Hello again')).not.toEqual([]));
  expect(await placesOf(t.runtime.db, 'Qarabagh')).toEqual([]);
});

/** What may stay: codes, the desk's own words of a ticket, keys that machines make, and the proof of what was agreed to. */
const KEPT = [
  ...[
    'article_reads.language',
    'automation_runs.details',
    'automation_runs.event_key',
    'automation_runs.trigger',
  ],
  ...['consents.language', 'consents.purpose', 'consents.text', 'consents.version', 'customers.language'],
  ...['files.kind', 'files.mime_type', 'files.telegram_kind'],
  ...['messages.kind', 'messages.media_group_id', 'messages.request_key', 'privacy_requests.keys_left'],
  ...[
    'sla_clocks.priority',
    'sla_clocks.status',
    'tickets.language',
    'tickets.tags',
    'tickets.urgent_reason',
  ],
];

/** What no reference leads to: words in a group that their writer may carry into the bot, and an update that could not be handled. */
async function plantLoose(tx: Tx, customerId: number): Promise<void> {
  const { rows } = await sql<{
    id: number;
  }>`select telegram_id as id from customers where id = ${customerId}`.execute(tx);
  const update = JSON.stringify({
    message: { from: { id: rows[0]?.id, first_name: 'Planted' }, text: 'Planted' },
  });
  await sql`insert into failed_updates (bot_id, update_id, payload, error, at) values (1, 1, ${update}::jsonb, '', now())`.execute(
    tx,
  );
  await sql`
    insert into carried_words (token_hash, chat_id, telegram_id, contents, asked_at, expires_at)
    select 'loose', chat_id, ${rows[0]?.id}, '["Planted"]', now(), now() from staff_groups limit 1`.execute(
    tx,
  );
}

class Undo extends Error {}

test('a word in any column that can be a customer’s is gone after their erasure', async () => {
  const { customerId } = await known('Nazrin', 'Lankaran');
  await quiet();
  const seen = { empty: [] as string[], left: [] as string[] };
  const look = async (tx: Tx) => {
    const now = t.runtime.clock.now();
    await askPrivacy(tx, customerId, { kind: 'export', now });
    await plantLoose(tx, customerId);
    seen.empty = await plant(tx, customerId, 'Planted');
    await askPrivacy(tx, customerId, { kind: 'erasure', now });
    const { rows } = await sql<{ id: number }>`
      select id from privacy_requests where customer_id = ${customerId} and kind = 'erasure'`.execute(tx);
    const requestId = rows[0]?.id ?? 0;
    await eraseTopics(tx, customerId);
    await eraseCustomer(tx, { customerId, requestId, now });
    await noteDone(tx, requestId, now);
    seen.left = await placesOf(tx, 'Planted');
    throw new Undo();
  };
  await expect(t.runtime.transact(look)).rejects.toThrow(Undo);
  expect(seen.empty).toEqual([]);
  expect(seen.left).toEqual(KEPT);
});
