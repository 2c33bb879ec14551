import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Player } from '../../app/demo/people.ts';
import { ConciergeDesk, Conversation, ErrorBody, Ticket } from '../../contract/index.ts';
import { type Agent, BOT, type TestDesk, testDesk } from '../support/desk.ts';

let t: TestDesk;
let nigar: Player;
let agent: Agent;
beforeAll(async () => {
  t = await testDesk();
  await t.people('/bots/settings', { bot: `@${BOT.username}`, can_connect_to_business: true });
  agent = await t.agent('vip');
  nigar = await t.customer('Nigar');
  await t.runtime.db
    .updateTable('staff')
    .set({ telegram_id: nigar.id, name: 'Nigar' })
    .where('id', '=', agent.member.id)
    .execute();
  await connect({});
});
afterAll(() => t?.[Symbol.asyncDispose]());

const connect = (how: { connected?: boolean; rights?: string[] }) =>
  t.people(`/users/${nigar.id}/business`, { bot: `@${BOT.username}`, ...how });
const until = <T>(read: () => Promise<T>) => vi.waitFor(read, { timeout: 30_000, interval: 50 });
let keys = 0;
const key = () => `telegram-${String(++keys).padStart(8, '0')}`;

type Seen = { message_id: number; text?: string; from?: { id: number }; photo?: unknown[] };

/** A VIP who writes to Nigar in her own chat. */
async function vip(name = 'Leyla') {
  const person = await t.customer(name);
  await t.runtime.db
    .insertInto('customers')
    .values({
      telegram_id: person.id,
      first_name: name,
      language: 'en',
      is_vip: true,
      created_at: new Date(),
    })
    .execute();
  const direct = (who: number, whom: number, words: object) =>
    t.people(`/users/${who}/send`, { chat: whom, ...words }) as Promise<Seen>;
  return {
    ...person,
    writes: (words: object) => direct(person.id, nigar.id, words),
    hears: (words: object) => direct(nigar.id, person.id, words),
    sees: async () => (await t.people(`/users/${person.id}/chats/${nigar.id}/messages`)) as Seen[],
    ticket: () =>
      until(async () => {
        const row = await t.runtime.db
          .selectFrom('tickets')
          .innerJoin('customers', 'customers.id', 'tickets.customer_id')
          .select('tickets.id')
          .where('customers.telegram_id', '=', person.id)
          .executeTakeFirstOrThrow();
        return row.id;
      }),
  };
}
const talk = async (id: number) =>
  Conversation.parse((await agent.call(`/api/tickets/${id}/conversation`)).body);
const answer = (id: number, text: string, more: object = {}) =>
  agent.call(`/api/tickets/${id}/replies`, { text, request_key: key(), ...more });

test('a VIP writes to a person and is answered from the console in that person’s chat; what is sent, changed and deleted is kept as it is', async () => {
  const desk = await until(async () => {
    const read = ConciergeDesk.parse((await agent.call('/api/concierge')).body);
    expect(read.members).toMatchObject([{ name: 'Nigar', state: 'connected' }]);
    return read;
  });
  expect(desk.members[0]?.rights).toEqual(expect.arrayContaining(['reply', 'read']));
  await until(async () =>
    expect((await nigar.messages()).some(({ text }) => text?.includes('Your account is connected'))).toBe(
      true,
    ),
  );
  const leyla = await vip();
  const first = await leyla.writes({ text: 'Hello Nigar, my card does not work.' });
  const id = await leyla.ticket();
  expect((await agent.call(`/api/tickets/${id}/seen`, {})).status).toBe(200);
  await leyla.writes({ photo: true, caption: 'Like this' });
  await until(async () => expect((await talk(id)).messages[1]?.attachments).toHaveLength(1));
  expect((await answer(id, 'I see it, Leyla. One moment.')).status).toBe(200);
  const got = await until(async () => {
    const seen = (await leyla.sees()).find(({ text }) => text?.startsWith('I see it'));
    expect(seen).toMatchObject({ text: 'I see it, Leyla. One moment.', from: { id: nigar.id } });
    return seen;
  });
  expect(got && 'reply_markup' in got).toBe(false);
  await until(async () => expect((await talk(id)).messages.at(-1)?.delivery).toBe('sent'));
  // Nigar has read what is answered for her.
  const rows = (await t.people(`/users/${nigar.id}/chats`)) as { unread: number; chat: { id: number } }[];
  expect(rows.find(({ chat }) => chat.id === leyla.id)?.unread).toBe(0);

  await leyla.hears({ text: 'It works now, try again.' });
  await until(async () => expect((await talk(id)).messages).toHaveLength(4));
  await t.people(`/users/${leyla.id}/edit`, { chat: nigar.id, message_id: first.message_id, text: 'Hello!' });
  await until(async () =>
    expect((await talk(id)).messages[0]).toMatchObject({
      text: 'Hello!',
      versions: [{ text: 'Hello Nigar, my card does not work.' }],
    }),
  );
  await t.people(`/users/${leyla.id}/delete`, { chat: nigar.id, message_id: first.message_id });
  await until(async () =>
    expect((await talk(id)).messages[0]).toMatchObject({
      text: '',
      versions: [],
      removed_at: expect.any(String),
    }),
  );
  const ticket = Ticket.parse((await agent.call(`/api/tickets/${id}`)).body);
  expect(ticket).toMatchObject({ status: 'in_progress', concierge: { name: 'Nigar', own_chat: true } });
  expect(ticket.first_reply_at).not.toBeNull();
});

test('what ends the way is told in words, and another way is offered', async () => {
  const leyla = await vip('Sevda');
  await leyla.say({ text: '/start' });
  await leyla.writes({ text: 'Are you there?' });
  const id = await leyla.ticket();
  await t.people('/clock', { advance_seconds: 24 * 3600 });
  const late = await until(async () => {
    const refused = await answer(id, 'Too late');
    expect(refused.status).toBe(409);
    return ErrorBody.parse(refused.body).error;
  });
  expect(late).toMatchObject({ code: 'concierge_window_over', message: expect.stringContaining('24 hours') });
  expect((await answer(id, 'Let us go on here.', { through: 'bot' })).status).toBe(200);
  await until(async () =>
    expect((await leyla.messages()).some(({ text }) => text?.includes('Let us go on here.'))).toBe(true),
  );
  await until(async () =>
    expect((await leyla.messages()).some(({ text }) => text?.startsWith(`№ ${id}`))).toBe(true),
  );

  const other = await vip('Gunel');
  await other.writes({ text: 'And now?' });
  const second = await other.ticket();
  await connect({ connected: false });
  await until(async () =>
    expect(ConciergeDesk.parse((await agent.call('/api/concierge')).body).members).toMatchObject([
      { state: 'off' },
    ]),
  );
  const refused = await answer(second, 'Nobody sends this');
  expect(ErrorBody.parse(refused.body).error).toMatchObject({ code: 'concierge_lost' });
  await connect({});
  await until(async () =>
    expect(ConciergeDesk.parse((await agent.call('/api/concierge')).body).members).toMatchObject([
      { state: 'connected' },
    ]),
  );
});

test('a connection that ends while an answer is on its way is noticed by the answer', async () => {
  const leyla = await vip('Aygun');
  await leyla.writes({ text: 'Quickly, please' });
  const id = await leyla.ticket();
  // Telegram knows a connection no longer of which the desk was told nothing.
  await t.runtime.db.updateTable('concierges').set({ connection: 'unknown-to-telegram' }).execute();
  expect((await answer(id, 'On my way')).status).toBe(200);
  await until(async () =>
    expect((await talk(id)).messages.at(-1)).toMatchObject({
      delivery: 'failed',
      delivery_error: 'connection_lost',
    }),
  );
  expect(ConciergeDesk.parse((await agent.call('/api/concierge')).body).members).toMatchObject([
    { state: 'lost' },
  ]);
  await until(async () =>
    expect((await nigar.messages()).some(({ text }) => text?.includes('is lost'))).toBe(true),
  );
});

test('settings are for admins, and who is a VIP for concierges; both are written down', async () => {
  const admin = await t.agent('admin');
  const ordinary = await t.agent('l1');
  expect((await agent.call('/api/concierge', { lets_in: 'all' }, 'PUT')).status).toBe(403);
  expect(
    ConciergeDesk.parse((await admin.call('/api/concierge', { lets_in: 'all' }, 'PUT')).body).lets_in,
  ).toBe('all');
  await admin.call('/api/concierge', { lets_in: 'vip' }, 'PUT');
  const { id } = await t.runtime.db
    .insertInto('customers')
    .values({ telegram_id: 1, first_name: 'Rauf', language: 'en', created_at: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow();
  expect((await ordinary.call(`/api/customers/${id}/vip`, { is_vip: true }, 'PUT')).status).toBe(403);
  expect((await agent.call(`/api/customers/${id}/vip`, { is_vip: true }, 'PUT')).status).toBe(200);
  expect((await agent.call('/api/customers/999999/vip', { is_vip: true }, 'PUT')).status).toBe(404);
  const row = await t.runtime.db
    .selectFrom('customers')
    .select('is_vip')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(row.is_vip).toBe(true);
  const written = await t.runtime.db
    .selectFrom('audit_entries')
    .select('action')
    .where('action', 'in', ['customer.vip', 'concierge.settings'])
    .execute();
  expect(written.map(({ action }) => action)).toEqual([
    'concierge.settings',
    'concierge.settings',
    'customer.vip',
  ]);
});
