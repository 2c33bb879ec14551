import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { numberOf, type Player, type Seen, untilSeen } from '../../app/demo/people.ts';
import { Conversation, Ticket } from '../../contract/index.ts';
import { type Agent, type TestDesk, testDesk } from '../support/desk.ts';
import { secondDesk } from '../support/webhook.ts';

let t: TestDesk;
let agent: Agent;
beforeAll(async () => {
  t = await testDesk();
  agent = await t.agent();
});
afterAll(() => t?.[Symbol.asyncDispose]());

let keys = 0;
const key = () => `talk-key-${String(++keys).padStart(6, '0')}`;
const BOT = '@test_desk_bot';

const says = (customer: Player, words: RegExp, after = 0) =>
  untilSeen(customer, (message) =>
    message.message_id > after && words.test(message.text ?? '') ? message : undefined,
  );
const cardOf = (customer: Player, after = 0) =>
  untilSeen(customer, (message) => (message.message_id > after && numberOf(message) ? message : undefined));
const lastId = async (customer: Player) => (await customer.messages()).at(-1)?.message_id ?? 0;
const dataOf = (message: Seen, label: RegExp) =>
  message.reply_markup?.inline_keyboard?.flat().find(({ text }) => label.test(text))?.callback_data ?? '';

async function openTicket(customer: Player, words: string, start = '/start t_idea') {
  const after = await lastId(customer);
  await customer.say({ text: start });
  await customer.say({ text: words });
  const card = await cardOf(customer, after);
  return { card, number: numberOf(card) ?? 0 };
}

const talk = async (number: number) =>
  Conversation.parse((await agent.call(`/api/tickets/${number}/conversation`)).body).messages;
const texts = async (number: number) => (await talk(number)).map(({ text }) => text);
const holds = (number: number, words: string[]) =>
  vi.waitFor(async () => expect(await texts(number)).toEqual(words), { interval: 50 });
const read = async (number: number) => Ticket.parse((await agent.call(`/api/tickets/${number}`)).body);
const post = (number: number, what: string, body: Record<string, unknown>) =>
  agent.call(`/api/tickets/${number}/${what}`, { ...body, request_key: key() });

test('an edit keeps every wording; an edit of what was never heard is heard', async () => {
  const customer = await t.customer();
  const { number } = await openTicket(customer, 'First words');
  const mine = (await customer.messages()).find(({ text }) => text === 'First words');
  for (const text of ['Second words', 'Third words']) {
    await t.people(`/users/${customer.id}/edit`, { chat: BOT, message_id: mine?.message_id, text });
    await holds(number, [text]);
  }
  const [message] = await talk(number);
  expect(message?.versions.map(({ text }) => text)).toEqual(['First words', 'Second words']);
  expect(message?.edited_at).not.toBeNull();
  // The command itself was never stored.
  const start = (await customer.messages()).find(({ text }) => text?.startsWith('/start'));
  await t.people(`/users/${customer.id}/edit`, {
    chat: BOT,
    message_id: start?.message_id,
    text: 'Not a command now',
  });
  await customer.say({ text: 'And on' });
  await holds(number, ['Third words', 'Not a command now', 'And on']);
  const { rows } = await sql`select error from failed_updates`.execute(t.runtime.db);
  expect(rows).toEqual([]);
});

test('with two tickets open, replies to cards and to agents find their ticket, and other words ask which', async () => {
  const customer = await t.customer();
  const one = await openTicket(customer, 'The first idea');
  await customer.say({ text: '/new' });
  await says(customer, /What is it about/);
  const two = await openTicket(customer, 'The second idea');
  await post(one.number, 'replies', { text: 'About the first' });
  const fromAgent = await says(customer, /About the first/);
  await vi.waitFor(async () => expect((await talk(one.number)).at(-1)?.delivery).toBe('sent'));
  await customer.say({ text: 'To the agent', reply_to: fromAgent.message_id });
  await holds(one.number, ['The first idea', 'About the first', 'To the agent']);
  await customer.say({ text: 'To the second card', reply_to: two.card.message_id });
  await holds(two.number, ['The second idea', 'To the second card']);
  await customer.say({ text: 'To the first card', reply_to: one.card.message_id });
  await holds(one.number, ['The first idea', 'About the first', 'To the agent', 'To the first card']);
  await customer.say({ text: 'To nobody' });
  const chooser = await says(customer, /Which one/);
  await customer.press(chooser.message_id, dataOf(chooser, new RegExp(`№ ${two.number}`)));
  await holds(two.number, ['The second idea', 'To the second card', 'To nobody']);
});

test('a reply to the card of a solved ticket asks about that one, although another one is open', async () => {
  const customer = await t.customer();
  const solved = await openTicket(customer, 'The solved matter');
  await post(solved.number, 'resolve', { summary: 'All done' });
  await says(customer, /All done/);
  await customer.say({ text: '/new' });
  const open = await openTicket(customer, 'The open matter');
  await customer.say({ text: 'It is back again', reply_to: solved.card.message_id });
  const question = await says(customer, new RegExp(`№ ${solved.number} is solved`));
  await customer.press(question.message_id, dataOf(question, /Reopen/));
  await holds(solved.number, ['The solved matter', 'All done', 'It is back again']);
  expect((await read(solved.number)).status).toBe('reopened');
  expect(await texts(open.number)).toEqual(['The open matter']);
});

test('thanks after the end reopens nothing and starts no clock; other words are asked about', async () => {
  const customer = await t.customer();
  const { number } = await openTicket(customer, 'Please help');
  await post(number, 'resolve', { summary: 'All done' });
  await says(customer, /All done/);
  await customer.say({ text: 'Thank you very much!' });
  await says(customer, /Glad it helped/);
  expect(await read(number)).toMatchObject({ status: 'resolved', waiting_since: null });
  await customer.say({ text: 'It broke again this morning' });
  const question = await says(customer, /Is it back/);
  expect((await read(number)).status).toBe('resolved');
  await customer.press(question.message_id, dataOf(question, /Reopen/));
  await holds(number, ['Please help', 'All done', 'Thank you very much!', 'It broke again this morning']);
  const after = await read(number);
  expect(after).toMatchObject({ status: 'reopened', resolved_at: null });
  expect(after.waiting_since).not.toBeNull();
});

test('the customer closes and reopens by the card', async () => {
  const customer = await t.customer();
  const { card, number } = await openTicket(customer, 'Please help');
  await customer.press(card.message_id, dataOf(card, /solved/));
  await vi.waitFor(async () =>
    expect(await read(number)).toMatchObject({ status: 'closed', outcome: 'closed_by_customer' }),
  );
  const closed = await says(customer, /· closed/);
  await customer.press(closed.message_id, dataOf(closed, /Reopen/));
  await vi.waitFor(async () =>
    expect(await read(number)).toMatchObject({ status: 'reopened', outcome: null, closed_at: null }),
  );
  await says(customer, /open again/);
});

test('the language changes in the middle, and everything goes on in it', async () => {
  const customer = await t.customer('Leyla', 'en');
  await customer.say({ text: '/start t_payment' });
  await says(customer, /sentence or two/);
  await customer.say({ text: 'I paid and nothing came' });
  await says(customer, /longer\?/);
  await customer.say({ text: '/language' });
  const ask = await says(customer, /Choose your language/);
  await customer.press(ask.message_id, dataOf(ask, /Русский/));
  const again = await says(customer, /[а-я].*\?/, ask.message_id);
  expect(again.reply_markup?.inline_keyboard?.flat().every(({ text }) => /[а-я]/i.test(text))).toBe(true);
  await customer.press(again.message_id, dataOf(again, /Прошло больше|Больше|Дольше/i));
  const card = await cardOf(customer);
  expect(card.text).toMatch(/принят/i);
  const number = numberOf(card) ?? 0;
  expect(await texts(number)).toEqual(['I paid and nothing came']);
  expect((await read(number)).requester.language).toBe('ru');
});

test('consent is recorded with its words and version, withdrawn, and given anew', async () => {
  const customer = await t.customer('Leyla', 'az');
  const consents = async () =>
    (
      await sql<{ purpose: string; version: string; language: string; text: string; withdrawn: boolean }>`
        select purpose, version, c.language, text, withdrawn_at is not null as withdrawn
        from consents c join customers p on p.id = c.customer_id where p.telegram_id = ${customer.id} order by c.id`.execute(
        t.runtime.db,
      )
    ).rows;
  await customer.say({ text: '/start' });
  const greeting = await untilSeen(customer, (message) => (message.reply_markup ? message : undefined));
  expect(await consents()).toEqual([]);
  await customer.press(
    greeting.message_id,
    greeting.reply_markup?.inline_keyboard?.[0]?.[0]?.callback_data ?? '',
  );
  await vi.waitFor(async () => expect(await consents()).toHaveLength(1));
  const [given] = await consents();
  expect(given).toMatchObject({ purpose: 'support', version: '1', language: 'az', withdrawn: false });
  expect(given?.text).toContain('Test desk');
  const mark = await lastId(customer);
  await customer.say({ text: '/privacy' });
  const privacy = await untilSeen(customer, (message) =>
    message.message_id > mark && message.text === given?.text ? message : undefined,
  );
  await customer.press(
    privacy.message_id,
    privacy.reply_markup?.inline_keyboard?.[0]?.[0]?.callback_data ?? '',
  );
  await vi.waitFor(async () => expect((await consents()).map(({ withdrawn }) => withdrawn)).toEqual([true]));
  await customer.say({ text: 'Ödəniş haqqında yazıram' });
  await vi.waitFor(async () =>
    expect((await consents()).map(({ withdrawn }) => withdrawn)).toEqual([true, false]),
  );
});

test('whoever is given a person has given consent before a ticket is made of it', async () => {
  const customer = await t.customer();
  await customer.say({ text: '/human' });
  const number = numberOf(await cardOf(customer));
  const { rows } =
    await sql`select from consents c join customers p on p.id = c.customer_id where p.telegram_id = ${customer.id}`.execute(
      t.runtime.db,
    );
  expect(number).toBeDefined();
  expect(rows).toHaveLength(1);
});

test('a note and its words reach the customer in no way', async () => {
  const customer = await t.customer();
  const { number } = await openTicket(customer, 'Please help');
  await post(number, 'notes', { text: 'UNSAID thought' });
  await post(number, 'replies', { text: 'Hello' });
  await says(customer, /Hello/);
  await customer.say({ text: '/status' });
  await cardOf(customer, (await customer.messages()).find(({ text }) => text === '/status')?.message_id);
  expect(JSON.stringify(await customer.messages())).not.toContain('UNSAID');
  const { rows } = await sql`select from outbox where payload::text like '%UNSAID%'`.execute(t.runtime.db);
  expect(rows).toHaveLength(0);
  const list = JSON.stringify((await agent.call('/api/inbox?view=all')).body);
  expect(list).not.toContain('UNSAID');
});

// Time only goes on: this comes last.
test('words without a topic become a ticket once, after a restart, on time and not before', async () => {
  const customer = await t.customer();
  await customer.say({ text: 'My parcel never came.' });
  await says(customer, /What is it about/);
  await t.people('/clock', { advance_seconds: 8 * 60 });
  await t.desk.stop();
  await using second = await secondDesk(t);
  const tickets = async () =>
    (
      await sql`select from tickets k join customers c on c.id = k.customer_id where c.telegram_id = ${customer.id}`.execute(
        second.runtime.db,
      )
    ).rows.length;
  expect(await tickets()).toBe(0);
  await t.people('/clock', { advance_seconds: 3 * 60 });
  await cardOf(customer);
  await t.people('/clock', { advance_seconds: 60 * 60 });
  await vi.waitFor(async () => {
    const { rows } =
      await sql`select from graphile_worker.jobs where task_identifier = 'front-desk.draft'`.execute(
        second.runtime.db,
      );
    expect(rows).toHaveLength(0);
  });
  expect(await tickets()).toBe(1);
  expect((await customer.messages()).filter((message) => numberOf(message))).toHaveLength(1);
});
