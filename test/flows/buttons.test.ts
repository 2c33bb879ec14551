import type { Update } from 'grammy/types';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { numberOf, type Player, type Seen, untilSeen } from '../../app/demo/people.ts';
import { Ticket } from '../../contract/index.ts';
import { receiveBatch } from '../../edges/telegram-in/index.ts';
import { type Agent, type TestDesk, testDesk } from '../support/desk.ts';
import { intakeOf } from '../support/intake.ts';

let t: TestDesk;
let agent: Agent;
beforeAll(async () => {
  t = await testDesk();
  agent = await t.agent();
});
afterAll(() => t?.[Symbol.asyncDispose]());

async function openTicket(name?: string) {
  const customer = await t.customer(name);
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: `The secret words of ${name}` });
  const card = await untilSeen(customer, (message) => (numberOf(message) ? message : undefined));
  return { customer, card, number: numberOf(card) ?? 0 };
}

const dataOf = (message: Seen | undefined, label: RegExp) =>
  message?.reply_markup?.inline_keyboard?.flat().find(({ text }) => label.test(text))?.callback_data ?? '';

/** Everything of a ticket that a press could change. */
async function stateOf(number: number) {
  const { rows } = await sql`
    select t.status, t.notify, t.priority, t.revision, (select count(*)::int from ticket_events e where e.ticket_id = t.id) as events,
      (select count(*)::int from messages m where m.ticket_id = t.id) as messages
    from tickets t where id = ${number}`.execute(t.runtime.db);
  return rows[0];
}

const answersTo = async (customer: Player) =>
  (await customer.messages()).filter(({ from }) => from?.is_bot).length;

test("somebody else's ticket number in a button, a link or a command reveals nothing and changes nothing", async () => {
  const victim = await openTicket('Victim');
  const thief = await openTicket('Thief');
  const before = await stateOf(victim.number);
  for (const action of ['show', 'add', 'notify', 'person', 'close', 'reopen', 'choose']) {
    const data = `d1:${action}:${victim.number}${action === 'notify' ? ':0' : ''}`;
    await pressInvented(thief.customer, data);
  }
  await thief.customer.say({ text: `/start ticket_${victim.number}` });
  await untilSeen(thief.customer, (message) => (/can't find/.test(message.text ?? '') ? true : undefined));
  const read = JSON.stringify((await thief.customer.messages()).filter(({ from }) => from?.is_bot));
  expect(read).not.toContain('Victim');
  expect(read).not.toContain('accepted\n№');
  expect(read).not.toMatch(new RegExp(`№ ${victim.number} · (accepted|open|closed|solved)`));
  expect(await stateOf(victim.number)).toEqual(before);
  const { rows } = await sql`select from failed_updates`.execute(t.runtime.db);
  expect(rows).toHaveLength(0);
});

let queries = 0;

/** Presses a button that never stood there, as a client of somebody's own making can. */
async function pressInvented(customer: Player, data: string): Promise<void> {
  queries += 1;
  const update = {
    update_id: 900_000_000 + queries,
    callback_query: {
      ...{ id: `invented-${queries}`, chat_instance: '1', data },
      from: { id: customer.id, is_bot: false, first_name: 'Thief', language_code: 'en' },
      message: {
        message_id: 999_999,
        date: 0,
        chat: { id: customer.id, type: 'private', first_name: 'Thief' },
      },
    },
  };
  await receiveBatch(intakeOf(t.runtime), [update as unknown as Update], 1);
}

test.each([
  '',
  'd1',
  'd1:',
  'd1:close',
  'd1:close:',
  'd1:close:0x3e9',
  'd1:close:1e3',
  'd1:close:99999999999999999999',
  'd1:close:-1',
  'd1:notify:1001:2',
  'd1:topic:999999',
  'd1:topics:999999999',
  'd1:clarify:1:nothing',
  'd1:setLanguage:xx',
  'd0:new',
  'd1:__proto__:1',
  'd1:constructor',
  'x'.repeat(64),
  '№ 1001; drop table tickets',
  '\0\ud83d',
])('the data %j is answered politely and breaks nothing', async (data) => {
  const customer = await t.customer();
  await customer.say({ text: '/start' });
  await untilSeen(customer, () => true);
  const said = await answersTo(customer);
  await pressInvented(customer, data);
  const { rows } = await sql<{ payload: { text?: string } }>`
    select payload from outbox where kind = 'answer' and payload ->> 'queryId' = ${`invented-${queries}`}`.execute(
    t.runtime.db,
  );
  expect(rows).toHaveLength(1);
  await vi.waitFor(async () => expect(await answersTo(customer)).toBeGreaterThanOrEqual(said));
  const parked = await sql`select from failed_updates`.execute(t.runtime.db);
  expect(parked.rows).toHaveLength(0);
});

test('a button of an earlier moment is answered, goes away, and leads on', async () => {
  const { customer, card, number } = await openTicket('Early');
  await customer.say({ text: '/new' });
  const topics = await untilSeen(customer, (message) => (dataOf(message, /Payment/) ? message : undefined));
  await customer.press(topics.message_id, dataOf(topics, /Payment/));
  await vi.waitFor(async () => {
    const now = (await customer.messages()).find(({ message_id: id }) => id === topics.message_id);
    expect(now?.reply_markup?.inline_keyboard ?? []).toEqual([]);
  });
  await customer.press(card.message_id, dataOf(card, /solved/));
  await vi.waitFor(async () =>
    expect(Ticket.parse((await agent.call(`/api/tickets/${number}`)).body).status).toBe('closed'),
  );
  const closed = await stateOf(number);
  // The card of before, pressed by a phone that has not seen the change.
  await pressInvented(customer, dataOf(card, /solved/));
  await pressInvented(customer, dataOf(card, /Tell me|Stay quiet/));
  expect(await stateOf(number)).toEqual(closed);
});

test('a button whose message the customer deleted still does what it says', async () => {
  const { customer, card, number } = await openTicket('Tidy');
  await t.people(`/users/${customer.id}/delete`, { chat: '@test_desk_bot', message_id: card.message_id });
  await pressInvented(customer, dataOf(card, /solved/));
  await vi.waitFor(async () =>
    expect(Ticket.parse((await agent.call(`/api/tickets/${number}`)).body).status).toBe('closed'),
  );
});

test('a button pressed ten times at once acts once', async () => {
  const { customer, card, number } = await openTicket('Eager');
  await Promise.all(
    Array.from({ length: 10 }, () => customer.press(card.message_id, dataOf(card, /Talk to a person/))),
  );
  await vi.waitFor(async () =>
    expect(Ticket.parse((await agent.call(`/api/tickets/${number}`)).body).priority).toBe('high'),
  );
  const { rows } =
    await sql`select from ticket_events where ticket_id = ${number} and kind = 'raised'`.execute(
      t.runtime.db,
    );
  expect(rows).toHaveLength(1);
});
