import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { numberOf, type Seen, untilSeen } from '../../app/demo/people.ts';
import type { Db } from '../../base/db/index.ts';
import { Conversation } from '../../contract/index.ts';
import { testDesk } from '../support/desk.ts';
import { bring, secondDesk, stranger, type WebhookDesk, webhookDesk } from '../support/webhook.ts';

/** What a customer's updates left behind, without ids and times. */
async function traces(db: Db, telegramId: number) {
  const { rows } = await sql<Record<string, unknown>>`
    select (select count(*)::int from tickets t where t.customer_id = c.id) as tickets,
      (select array_agg(text order by id) from messages m where m.chat_id = h.id) as messages,
      (select count(*)::int from messages m where m.chat_id = h.id and ticket_id is null) as loose,
      (select count(*)::int from consents s where s.customer_id = c.id) as consents,
      (select array_agg(e.kind order by e.id) from ticket_events e join tickets t on t.id = e.ticket_id where t.customer_id = c.id and e.kind = 'created') as events,
      (select count(*)::int from attachments a join messages m on m.id = a.message_id where m.chat_id = h.id) as files
    from customers c join chats h on h.customer_id = c.id where c.telegram_id = ${telegramId}`.execute(db);
  return rows[0];
}

const ONCE = {
  tickets: 1,
  messages: ['I paid and nothing came.', 'Order 8841', 'Here is the receipt'],
  loose: 0,
  consents: 1,
  events: ['created'],
  files: 1,
};

const cards = (messages: readonly Seen[]) => messages.filter((message) => numberOf(message) !== undefined);
const questions = (messages: readonly Seen[]) => messages.filter(({ text }) => /longer\?/.test(text ?? ''));

type Talker = Awaited<ReturnType<WebhookDesk['desk']['customer']>>;

async function tellAll(customer: Talker): Promise<Seen[]> {
  await customer.say({ text: '/start t_payment' });
  await customer.say({ text: 'I paid and nothing came.' });
  await customer.say({ text: 'Order 8841' });
  const question = await untilSeen(customer, (message) =>
    /longer\?/.test(message.text ?? '') ? message : undefined,
  );
  await customer.say({ photo: true, caption: 'Here is the receipt' });
  const longer = question.reply_markup?.inline_keyboard?.flat().find(({ text }) => /Longer/.test(text));
  await customer.press(question.message_id, longer?.callback_data ?? '');
  await untilSeen(customer, numberOf);
  return customer.messages();
}

test('every fetched update delivered twice has the effects of one', async () => {
  await using t = await testDesk();
  await t.people('/faults', { updates: { duplicate: 1 } });
  const customer = await t.customer();
  const seen = await tellAll(customer);
  const stats = (await t.people('/stats')) as { updates: { duplicated: number } };
  expect(stats.updates.duplicated).toBeGreaterThanOrEqual(5);
  expect(await traces(t.runtime.db, customer.id)).toEqual(ONCE);
  expect(cards(seen)).toHaveLength(1);
  expect(questions(seen)).toHaveLength(1);
});

let hook: WebhookDesk;
let second: Awaited<ReturnType<typeof secondDesk>>;
beforeAll(async () => {
  hook = await webhookDesk();
  second = await secondDesk(hook.desk);
});
afterAll(async () => {
  await second?.[Symbol.asyncDispose]();
  await hook?.[Symbol.asyncDispose]();
});

test('every update brought to two processes at once, and twice to each, has the effects of one', async () => {
  const { desk, targets } = hook;
  targets.push(second.url, desk.url, second.url);
  try {
    const customer = await desk.customer();
    const seen = await tellAll(customer);
    expect(await traces(desk.runtime.db, customer.id)).toEqual(ONCE);
    expect(cards(seen)).toHaveLength(1);
    expect(questions(seen)).toHaveLength(1);
    await vi.waitFor(async () => {
      const { rows } = await sql`select from outbox where state in ('pending', 'sending')`.execute(
        desk.runtime.db,
      );
      expect(rows).toHaveLength(0);
    });
    expect(cards(await customer.messages())).toHaveLength(1);
  } finally {
    targets.splice(1);
  }
});

test('updates in another order lose no words and open no second ticket', async () => {
  const { desk } = hook;
  const agent = await desk.agent();
  const customer = await desk.customer();
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: 'The first words' });
  const number = await untilSeen(customer, numberOf);
  await desk.people('/faults', { updates: { reorder: 0.7, duplicate: 0.5 } });
  try {
    const words = Array.from({ length: 20 }, (_, index) => `part ${index}`);
    for (const text of words) await customer.say({ text });
    await vi.waitFor(
      async () => {
        const talk = Conversation.parse((await agent.call(`/api/tickets/${number}/conversation`)).body);
        expect(talk.messages.map(({ text }) => text).sort()).toEqual(['The first words', ...words].sort());
      },
      { timeout: 30_000, interval: 100 },
    );
  } finally {
    await desk.people('/faults', { rules: [], updates: { reorder: 0, duplicate: 0 } });
  }
  expect(await traces(desk.runtime.db, customer.id)).toMatchObject({ tickets: 1, loose: 0 });
});

test("one person's 50 messages over 50 connections to two processes at once make one ticket with all of them", async () => {
  const { desk } = hook;
  const { db } = desk.runtime;
  const person = stranger();
  expect(await bring(desk.url, person.says('/start t_idea'))).toBe(200);
  const updates = Array.from({ length: 50 }, (_, index) => person.says(`words ${index}`));
  const statuses = await Promise.all(
    updates.map((update, index) => bring(index % 2 ? desk.url : second.url, update)),
  );
  expect(new Set(statuses)).toEqual(new Set([200]));
  const found = await traces(db, person.id);
  expect(found).toMatchObject({ tickets: 1, loose: 0 });
  expect((found?.messages as string[] | undefined)?.toSorted()).toEqual(
    updates.map((update) => update.message?.text ?? '').toSorted(),
  );
});
