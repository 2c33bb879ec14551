import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { numberOf, untilSeen } from '../../app/demo/people.ts';
import { UnsentPage } from '../../contract/index.ts';
import { retryAllFailed } from '../../edges/telegram-in/index.ts';
import { type Agent, type TestDesk, testDesk } from '../support/desk.ts';
import { intakeOf } from '../support/intake.ts';

const SOON = { timeout: 30_000 };

let t: TestDesk;
let lead: Agent;
let agent: Agent;
beforeAll(async () => {
  t = await testDesk();
  [lead, agent] = [await t.agent('admin'), await t.agent()];
});
afterAll(() => t?.[Symbol.asyncDispose]());

const page = async (query = '') => UnsentPage.parse((await lead.call(`/api/unsent${query}`)).body);
const metrics = async () => (await fetch(`${t.url}/metrics`)).text();

async function openTicket(name: string) {
  const customer = await t.customer(name);
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: `An idea of ${name}` });
  const ticket = await untilSeen(customer, numberOf);
  // The acknowledgements come first; then the agent's words are the only ones.
  await vi.waitFor(async () => {
    const { rows } = await sql`select from outbox where state in ('pending', 'sending')`.execute(
      t.runtime.db,
    );
    expect(rows).toHaveLength(0);
  }, SOON);
  const reply = async (text: string) => {
    const path = `/api/tickets/${ticket}/replies`;
    expect((await agent.call(path, { text, request_key: randomUUID() })).status).toBe(200);
  };
  const heard = async (words: RegExp) =>
    (await customer.messages()).flatMap(({ text }) => words.exec(text ?? '')?.[0] ?? []);
  return { customer, ticket, reply, heard };
}

test('what did not arrive is listed with its reason, sent again in its order, and then arrives once', async () => {
  const { customer, ticket, reply, heard } = await openTicket('Leyla');
  await t.people(`/users/${customer.id}/block`, { bot: '@test_desk_bot' });
  for (const words of ['first of two', 'second of two']) await reply(words);
  await vi.waitFor(async () => {
    const { messages } = await page('?reason=unreachable');
    const mine = messages.filter((message) => message.ticket?.id === ticket && /of two/.test(message.text));
    expect(mine).toMatchObject([
      { reason: 'unreachable', chat: { name: 'Leyla' }, text: expect.stringContaining('second of two') },
      { error: expect.stringContaining('403'), text: expect.stringContaining('first of two') },
    ]);
  }, SOON);
  expect(await metrics()).toMatch(/nightdesk_outbox_unsent\{reason="unreachable"\} [2-9]/);
  await t.people(`/users/${customer.id}/unblock`, { bot: '@test_desk_bot' });
  const again = await lead.call('/api/unsent/retry', { reason: 'unreachable' });
  expect(again).toMatchObject({ status: 200, body: { count: expect.any(Number) } });
  await vi.waitFor(
    async () => expect(await heard(/(first|second) of two/)).toEqual(['first of two', 'second of two']),
    SOON,
  );
  expect((await page()).reasons).toEqual([]);
  const { body } = (await lead.call('/api/unsent/retry', { reason: 'unreachable' })) as { body: unknown };
  expect(body).toEqual({ count: 0 });
});

test('one of which nobody knows whether it arrived is given up, with an entry in the audit log', async () => {
  const { customer, reply, heard } = await openTicket('Murad');
  const fault = { method: 'sendMessage', times: 1, chat: customer.id, kind: 'drop_after' };
  await t.people('/faults', { rules: [fault] });
  await reply('who knows whether');
  const message = await vi.waitFor(async () => {
    const [found] = (await page('?reason=unknown')).messages;
    if (!found) throw new Error('not listed yet');
    return found;
  }, SOON);
  expect((await lead.call('/api/unsent/discard', { id: message.id })).body).toEqual({ count: 1 });
  expect((await lead.call('/api/unsent/discard', { id: message.id })).status).toBe(404);
  expect((await lead.call('/api/unsent/retry', { id: message.id })).status).toBe(404);
  expect(await heard(/who knows whether/)).toHaveLength(1);
  const { rows } =
    await sql`select action, object_id from audit_entries where object_kind = 'unsent' order by id`.execute(
      t.runtime.db,
    );
  expect(rows.at(-1)).toEqual({ action: 'unsent.discard', object_id: String(message.id) });
});

test('whoever may not see to it is refused', async () => {
  expect((await agent.call('/api/unsent')).status).toBe(403);
  expect((await agent.call('/api/unsent/retry', { reason: 'unknown' })).status).toBe(403);
  expect((await agent.call('/api/failed-updates/1/1/retry', {})).status).toBe(403);
});

test('an update that could not be handled is tried again, by hand and at the next start, and then has its effects once', async () => {
  const { db, transact } = t.runtime;
  const customer = await t.customer('Nigar');
  await customer.say({ text: '/start t_idea' });
  await sql`alter table messages add constraint no_such_words check (text not like 'unheard of%') not valid`.execute(
    db,
  );
  await customer.say({ text: 'unheard of, one' });
  await customer.say({ text: 'unheard of, two' });
  const [two, one] = await vi.waitFor(async () => {
    const { updates } = await page();
    expect(updates).toHaveLength(2);
    return updates;
  }, SOON);
  const path = (update: typeof one) => `/api/failed-updates/${update?.bot}/${update?.update}/retry`;
  expect((await lead.call(path(one), {})).body).toEqual({ done: false });
  expect((await page()).updates).toMatchObject([{ tries: 1 }, { tries: 2, kind: 'message' }]);
  expect(await metrics()).toMatch(/nightdesk_failed_updates 2/);
  await sql`alter table messages drop constraint no_such_words`.execute(db);
  expect((await lead.call(path(one), {})).body).toEqual({ done: true });
  expect((await lead.call(path(one), {})).status).toBe(404);
  expect(await retryAllFailed({ ...intakeOf(t.runtime), botId: two?.bot ?? 0 })).toBe(1);
  const words = await transact((tx) =>
    tx.selectFrom('messages').select('text').where('text', 'like', 'unheard of%').orderBy('id').execute(),
  );
  expect(words.map(({ text }) => text)).toEqual(['unheard of, one', 'unheard of, two']);
});
