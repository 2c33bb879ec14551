import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { numberOf, type Player, untilSeen } from '../../app/demo/people.ts';
import { Conversation, Ticket, TicketMessage } from '../../contract/index.ts';
import { type Agent, type TestDesk, testDesk } from '../support/desk.ts';

let t: TestDesk;
let agent: Agent;
beforeAll(async () => {
  t = await testDesk();
  agent = await t.agent();
});
afterAll(() => t?.[Symbol.asyncDispose]());
afterEach(() => t.people('/faults', { rules: [] }));

let keys = 0;
const key = () => `delivery-${String(++keys).padStart(6, '0')}`;
const rules = (...list: Record<string, unknown>[]) => t.people('/faults', { rules: list });
const sendMessage = { method: 'sendMessage', times: 1 };

async function openTicket(name?: string) {
  const customer = await t.customer(name);
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: 'A dark theme, please.' });
  const number = await untilSeen(customer, numberOf);
  await quiet();
  return { customer, number };
}

/** Waits until nothing is left to send. */
const quiet = () =>
  vi.waitFor(
    async () => {
      const { rows } = await sql`select from outbox where state in ('pending', 'sending')`.execute(
        t.runtime.db,
      );
      expect(rows).toHaveLength(0);
    },
    { timeout: 30_000, interval: 50 },
  );

const reply = async (number: number, text: string) => {
  const answer = await agent.call(`/api/tickets/${number}/replies`, { text, request_key: key() });
  return TicketMessage.parse(answer.body).id;
};

const change = (number: number, message: number, text: string) =>
  agent.call(`/api/tickets/${number}/messages/${message}`, { text }, 'PATCH');

const deliveryOf = async (number: number, message: number) => {
  const { messages } = Conversation.parse((await agent.call(`/api/tickets/${number}/conversation`)).body);
  const found = messages.find(({ id }) => id === message);
  return { delivery: found?.delivery, error: found?.delivery_error };
};

const becomes = (...[number, message, delivery, error = null]: [number, number, string, (string | null)?]) =>
  vi.waitFor(async () => expect(await deliveryOf(number, message)).toEqual({ delivery, error }), {
    timeout: 30_000,
    interval: 50,
  });

const heard = async (customer: Player, words: RegExp) =>
  (await customer.messages()).filter(({ text }) => words.test(text ?? '')).length;

const unreachable = async (number: number) =>
  Ticket.parse((await agent.call(`/api/tickets/${number}`)).body).requester.unreachable;

test('a reply to a customer who blocked the bot fails, says why, and arrives after they come back', async () => {
  const { customer, number } = await openTicket();
  await t.people(`/users/${customer.id}/block`, { bot: '@test_desk_bot' });
  await vi.waitFor(async () => expect(await unreachable(number)).toBe(true));
  const message = await reply(number, 'Can you hear me?');
  await becomes(number, message, 'failed', 'unreachable');
  expect(await unreachable(number)).toBe(true);
  await t.people(`/users/${customer.id}/unblock`, { bot: '@test_desk_bot' });
  await vi.waitFor(async () => expect(await unreachable(number)).toBe(false));
  expect(
    (await agent.call(`/api/tickets/${number}/messages/${message}/resend`, undefined, 'POST')).status,
  ).toBe(200);
  await becomes(number, message, 'sent');
  expect(await heard(customer, /Can you hear me/)).toBe(1);
  const again = await agent.call(`/api/tickets/${number}/messages/${message}/resend`, undefined, 'POST');
  expect(again.status).toBe(409);
});

test('a block that Telegram only tells with the refusal is noticed as well', async () => {
  const { customer, number } = await openTicket();
  // The update that tells of it does not come: it is confirmed before the desk asks.
  await t.people('/faults', { rules: [{ method: 'getUpdates', kind: '500', times: 2 }] });
  await t.people(`/users/${customer.id}/block`, { bot: '@test_desk_bot' });
  const message = await reply(number, 'Nobody is there.');
  await becomes(number, message, 'failed', 'unreachable');
  await vi.waitFor(async () => expect(await unreachable(number)).toBe(true));
});

test('429 is waited out as told, in order, and holds up no other chat; words that wait can still be changed', async () => {
  const [slow, other] = [await openTicket('Slow'), await openTicket('Other')];
  await rules({ ...sendMessage, chat: slow.customer.id, kind: '429', retry_after: 3 });
  const began = performance.now();
  const first = await reply(slow.number, 'First');
  const second = await reply(slow.number, 'Second');
  const elsewhere = await reply(other.number, 'Elsewhere');
  await becomes(other.number, elsewhere, 'sent');
  expect((await deliveryOf(slow.number, first)).delivery).toBe('pending');
  expect((await change(slow.number, second, 'Changed')).status).toBe(200);
  await becomes(slow.number, first, 'sent');
  expect(performance.now() - began).toBeGreaterThan(3000);
  await becomes(slow.number, second, 'sent');
  const seen = (await slow.customer.messages()).flatMap(
    ({ text }) => /(First|Second|Changed)$/.exec(text ?? '')?.[0] ?? [],
  );
  expect(seen).toEqual(['First', 'Changed']);
});

test('500 and 502 are tried again until it works', async () => {
  const [one, two] = [await openTicket(), await openTicket()];
  await rules(
    { ...sendMessage, chat: one.customer.id, kind: '500' },
    { ...sendMessage, chat: two.customer.id, kind: '502' },
  );
  const sent = [await reply(one.number, 'After 500'), await reply(two.number, 'After 502')] as const;
  await becomes(one.number, sent[0], 'sent');
  await becomes(two.number, sent[1], 'sent');
  expect([await heard(one.customer, /After 500/), await heard(two.customer, /After 502/)]).toEqual([1, 1]);
});

test("a lost answer leaves an agent's words ambiguous: not doubled, and sent again by hand", async () => {
  const { customer, number } = await openTicket();
  await rules({ ...sendMessage, chat: customer.id, kind: 'drop_after' });
  const message = await reply(number, 'Arrived, but who knows?');
  await becomes(number, message, 'ambiguous');
  await quiet();
  expect(await heard(customer, /who knows/)).toBe(1);
  await agent.call(`/api/tickets/${number}/messages/${message}/resend`, undefined, 'POST');
  await becomes(number, message, 'sent');
  expect(await heard(customer, /who knows/)).toBe(2);
});

test('words that a colleague sends again keep the name of who wrote them', async () => {
  const { customer, number } = await openTicket();
  await rules({ ...sendMessage, chat: customer.id, kind: 'drop_before' });
  const message = await reply(number, 'Whose words?');
  await becomes(number, message, 'ambiguous');
  const colleague = await t.agent();
  await colleague.call(`/api/tickets/${number}/messages/${message}/resend`, undefined, 'POST');
  await becomes(number, message, 'sent');
  const seen = (await customer.messages()).find(({ text }) => /Whose words/.test(text ?? ''));
  expect(seen?.text).toContain(agent.member.name);
  expect(seen?.text).not.toContain(colleague.member.name);
});

test("a lost answer to the bot's own words: they are sent once more, and counted", async () => {
  const { customer } = await openTicket();
  await rules({ ...sendMessage, chat: customer.id, kind: 'drop_after' });
  await customer.say({ text: '/help' });
  await vi.waitFor(async () => expect(await heard(customer, /a person answers\.\n/)).toBe(2), {
    timeout: 30_000,
  });
  await quiet();
  expect(await heard(customer, /a person answers\.\n/)).toBe(2);
  const { rows } = await sql<{ attempts: number; state: string }>`
    select attempts, state from outbox where payload ->> 'text' like '%/status where it stands%'`.execute(
    t.runtime.db,
  );
  expect(rows).toEqual([{ attempts: 2, state: 'sent' }]);
});

test("waiting as told does not use up the one repetition of the bot's words", async () => {
  const { customer } = await openTicket();
  await rules(
    { ...sendMessage, chat: customer.id, kind: '429', retry_after: 1 },
    { ...sendMessage, chat: customer.id, kind: 'drop_before' },
  );
  await customer.say({ text: '/help' });
  await vi.waitFor(async () => expect(await heard(customer, /a person answers\.\n/)).toBe(1), {
    timeout: 30_000,
  });
});

test('edits of a card whose answer is lost are repeated until the card is right', async () => {
  const { customer, number } = await openTicket();
  await rules({ method: 'editMessageText', chat: customer.id, kind: 'drop_before', times: 1 });
  await reply(number, 'On it.');
  await vi.waitFor(async () => expect(await heard(customer, /in progress/)).toBe(1), { timeout: 30_000 });
});

test('a card that the customer deleted is sent anew', async () => {
  const { customer, number } = await openTicket();
  const card = (await customer.messages()).find((message) => numberOf(message) === number);
  await t.people(`/users/${customer.id}/delete`, { chat: '@test_desk_bot', message_id: card?.message_id });
  await reply(number, 'Where is your card?');
  await quiet();
  expect((await customer.messages()).filter((message) => numberOf(message) === number)).toHaveLength(1);
});

test('one slow chat does not hold up the others', async () => {
  const [slow, other] = [await openTicket('Slow'), await openTicket('Other')];
  await rules({ ...sendMessage, chat: slow.customer.id, kind: 'slow', delay_ms: 4000 });
  const late = await reply(slow.number, 'Late');
  await becomes(other.number, await reply(other.number, 'Quick'), 'sent');
  expect((await deliveryOf(slow.number, late)).delivery).toBe('pending');
  // Nobody knows any more which words its customer reads.
  expect((await change(slow.number, late, 'Later')).status).toBe(409);
  await becomes(slow.number, late, 'sent');
  expect([await heard(slow.customer, /Late$/), await heard(slow.customer, /Later$/)]).toEqual([1, 0]);
});

test('the longest words that an agent may write arrive whole, in every language and under a long name', async () => {
  await t.runtime.db
    .updateTable('staff')
    .set({ name: 'Ə'.repeat(64) })
    .where('id', '=', agent.member.id)
    .execute();
  const tell = async (language: string) => {
    const customer = await t.customer('Long', language);
    await customer.say({ text: '/start t_idea' });
    await customer.say({ text: 'An idea' });
    const number = await untilSeen(customer, numberOf);
    const words = `${'я'.repeat(3899)}!`;
    await becomes(number, await reply(number, words), 'sent');
    expect(await heard(customer, /я{3899}!/)).toBe(1);
    const ask = { question: words, request_key: key() };
    const asked = await agent.call(`/api/tickets/${number}/clarifications`, ask);
    await becomes(number, TicketMessage.parse(asked.body).id, 'sent');
  };
  await Promise.all(['az', 'en', 'ru', 'tr'].map(tell));
  await quiet();
  const { rows } = await sql`select kind, error from outbox where error like '%too long%'`.execute(
    t.runtime.db,
  );
  expect(rows).toEqual([]);
});

test('Telegram was never sent more than it takes', async () => {
  const stats = (await t.people('/stats')) as { flood: Record<string, number> };
  expect(stats.flood).toMatchObject({ violations_group_minute: 0, violations_bot_second: 0 });
});
