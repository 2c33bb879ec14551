import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { moveMessages } from '../../domain/back-office/index.ts';
import { setLetsIn } from '../../domain/concierge/index.ts';
import { endTicket, lockTicket } from '../../domain/tickets/index.ts';
import { type ConciergeWorld, conciergeWorld } from '../support/concierge-world.ts';

let w: ConciergeWorld;
beforeAll(async () => {
  w = await conciergeWorld();
  await w.connect();
});
afterAll(() => w?.[Symbol.asyncDispose]());
beforeEach(() => w.wait(1));

/** Everything that the desk keeps of what anybody said, and who it knows. */
async function kept() {
  const { count } = w.db.fn;
  const number = (rows: { n: string | number | bigint }[]) => Number(rows[0]?.n ?? 0);
  return {
    messages: number(await w.db.selectFrom('messages').select(count('id').as('n')).execute()),
    customers: number(await w.db.selectFrom('customers').select(count('id').as('n')).execute()),
    chats: number(await w.db.selectFrom('chats').select(count('id').as('n')).execute()),
    failed: number(await w.db.selectFrom('failed_updates').select(count('update_id').as('n')).execute()),
  };
}

test('a VIP who writes to a concierge has a ticket with them; both sides are kept, and the concierge’s own answer stops the clocks', async () => {
  const leyla = await w.guest('Leyla');
  const asked = w.time.now;
  await leyla.say('My card was charged twice.');
  const [ticket] = await leyla.tickets();
  expect(ticket).toMatchObject({
    ...{ status: 'accepted', assignee_id: w.nigar.id, concierge_id: w.nigar.id, waiting_since: asked },
    subject: 'My card was charged twice.',
  });
  const id = ticket?.id ?? 0;
  w.wait(2);
  await leyla.hears('I am looking at it now, Leyla.');
  const answered = w.time.now;
  expect(await w.words(id)).toEqual([
    'customer: My card was charged twice.',
    'staff: I am looking at it now, Leyla.',
  ]);
  expect(await w.ticket(id)).toMatchObject({
    status: 'in_progress',
    waiting_since: null,
    first_reply_at: answered,
  });
  const clocks = await w.db
    .selectFrom('sla_clocks')
    .select(['metric', 'state'])
    .where('ticket_id', '=', id)
    .execute();
  expect(clocks).toContainEqual({ metric: 'first_reply', state: 'fulfilled' });
  expect((await w.talk(id)).messages[1]).toMatchObject({ delivery: 'sent', author: { id: w.nigar.id } });
  // Nothing is said in a person's own chat but by people.
  expect(await w.sent(leyla.user.id, 'concierge')).toEqual([]);
  expect(await w.sent(leyla.user.id, 'bot')).toEqual([]);
});

test('the rest of a matter joins its ticket; thanks after the end begin nothing; a new matter is a new ticket', async () => {
  const leyla = await w.guest('Leyla');
  await leyla.say('Where is my order?');
  await leyla.say('It is 8841.');
  const [first] = await leyla.tickets();
  const id = first?.id ?? 0;
  expect((await leyla.tickets()).length).toBe(1);
  await w.act(id, async ({ tx, desk, actor, ticketId }) => {
    await endTicket(tx, await lockTicket(tx, ticketId), {
      action: 'resolve',
      by: { kind: 'staff', id: actor.id },
      outcome: 'answered',
      now: desk.clock.now(),
    });
  });
  await leyla.say('Thanks!');
  expect((await leyla.tickets()).map(({ status }) => status)).toEqual(['resolved']);
  expect((await w.words(id)).at(-1)).toBe('customer: Thanks!');
  await leyla.say('And how do I change my address?');
  expect((await leyla.tickets()).map(({ status }) => status)).toEqual(['resolved', 'accepted']);
});

test('a message that answers one of a ticket goes into that ticket, whatever came last', async () => {
  const leyla = await w.guest('Leyla');
  const one = await leyla.say('The first matter');
  const [first] = await leyla.tickets();
  await leyla.say('The second matter');
  const second = (await w.talk(first?.id ?? 0)).messages[1]?.id ?? 0;
  const made = await w.act(first?.id ?? 0, (work) => moveMessages(work, { messageIds: [second], to: 'new' }));
  await w.db.updateTable('tickets').set({ concierge_id: w.nigar.id }).where('id', '=', made).execute();
  await leyla.say('About the first', { reply_to_message: { message_id: one } as never });
  expect(await w.words(first?.id ?? 0)).toEqual(['customer: The first matter', 'customer: About the first']);
  expect(await w.words(made)).toEqual(['customer: The second matter']);
});

test('what a concierge says first is how the matter begins; away messages answer nobody', async () => {
  const leyla = await w.guest('Leyla');
  await leyla.hears('Your card is ready, Leyla.');
  expect(await leyla.tickets()).toEqual([]);
  await leyla.say('Where can I fetch it?');
  const [ticket] = await leyla.tickets();
  const id = ticket?.id ?? 0;
  expect(await w.words(id)).toEqual(['staff: Your card is ready, Leyla.', 'customer: Where can I fetch it?']);
  expect(await w.ticket(id)).toMatchObject({ first_reply_at: null });
  await leyla.hears('I am away until Monday.', { is_from_offline: true });
  expect((await w.words(id)).at(-1)).toBe('bot: I am away until Monday.');
  expect(await w.ticket(id)).toMatchObject({ first_reply_at: null, status: 'accepted' });
  expect((await w.ticket(id)).waiting_since).not.toBeNull();
});

test('edits keep the earlier wording; a deleted message loses its words and keeps its place', async () => {
  const leyla = await w.guest('Leyla');
  const id = await leyla.say('My PIN is 1234');
  const other = await leyla.say('Please call me');
  await leyla.edits(id, 'My PIN is secret');
  const [ticket] = await leyla.tickets();
  const number = ticket?.id ?? 0;
  expect((await w.talk(number)).messages[0]).toMatchObject({
    text: 'My PIN is secret',
    versions: [{ text: 'My PIN is 1234' }],
  });
  await leyla.deletes(id, 999_999);
  const talk = await w.talk(number);
  expect(talk.messages[0]).toMatchObject({ text: '', versions: [], attachments: [] });
  expect(talk.messages[0]?.removed_at).toEqual(w.time.now);
  expect(talk.messages[1]).toMatchObject({ text: 'Please call me', removed_at: null });
  expect(talk.events.map(({ kind }) => kind)).toContain('message_removed');
  const found = await w.db
    .selectFrom('message_versions')
    .select('text')
    .where('text', 'like', '%1234%')
    .execute();
  expect(found).toEqual([]);
  expect(other).toBeGreaterThan(id);
});

test('earlier wordings cannot be deleted while their message stands', async () => {
  const leyla = await w.guest('Leyla');
  const id = await leyla.say('One');
  await leyla.edits(id, 'Two');
  await expect(w.db.deleteFrom('message_versions').execute()).rejects.toThrow(/append-only/);
});

test('of everybody else nothing is kept: not their words, not their name, not that they wrote', async () => {
  const friend = await w.guest('A friend', false);
  const before = await kept();
  const id = await friend.say('Dinner on Sunday?');
  await friend.hears('Gladly!');
  await friend.edits(id, 'Dinner on Saturday?');
  await friend.deletes(id);
  expect(await kept()).toEqual(before);
});

test('a colleague’s chat with a concierge stays theirs, also where everybody is let in', async () => {
  const admin = await w.hire('Admin', 'admin');
  await w.transact((tx) => setLetsIn(tx, admin, { letsIn: 'all', now: w.time.now }));
  const stranger = await w.guest('A stranger', false);
  await stranger.say('Are you the one who can help me?');
  expect(await stranger.tickets()).toHaveLength(1);
  const before = await kept();
  const colleague = await w.guest('A colleague', false);
  await w.db
    .updateTable('staff')
    .set({ telegram_id: colleague.user.id })
    .where('id', '=', admin.id)
    .execute();
  await colleague.say('Lunch?');
  expect(await kept()).toEqual(before);
  await w.transact((tx) => setLetsIn(tx, admin, { letsIn: 'vip', now: w.time.now }));
  await expect(
    w.transact((tx) => setLetsIn(tx, w.nigar, { letsIn: 'all', now: w.time.now })),
  ).rejects.toMatchObject({ code: 'permission_missing' });
});

test('the same customer’s words to the bot are another conversation', async () => {
  const leyla = await w.guest('Leyla');
  await leyla.say('Only for Nigar');
  await leyla.saysToBot('/start t_idea');
  await leyla.saysToBot('An idea for everybody');
  const [personal, ordinary] = await leyla.tickets();
  expect(await w.words(personal?.id ?? 0)).toEqual(['customer: Only for Nigar']);
  expect(await w.words(ordinary?.id ?? 0)).toEqual(['customer: An idea for everybody']);
  await leyla.saysToBot('And one more thought on it');
  expect(await w.words(ordinary?.id ?? 0)).toHaveLength(2);
});

test('the same update again, and words that the desk itself sent, add nothing', async () => {
  const leyla = await w.guest('Leyla');
  const id = await leyla.say('Once');
  await leyla.say('Once', { id });
  await leyla.hears('Sent by the desk', {
    sender_business_bot: { id: 1, is_bot: true, first_name: 'Desk' } as never,
  });
  const [ticket] = await leyla.tickets();
  expect(await w.words(ticket?.id ?? 0)).toEqual(['customer: Once']);
});

test('of an update that cannot be handled no word is kept: nobody knows yet whether the desk may read it', async () => {
  const friend = await w.guest('A friend', false);
  // A number that no chat can have: the statement is refused, whatever is tried.
  await friend.say('A word between friends', {
    chat: { id: 1e20, type: 'private', first_name: 'A friend' } as never,
  });
  const rows = await w.db.selectFrom('failed_updates').select('payload').execute();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('between friends');
});

test('an album is one message, whoever sends it; urgent words under any of its pictures count', async () => {
  const leyla = await w.guest('Leyla');
  const item = (name: string, caption = '') => ({
    media_group_id: name.slice(0, -1),
    photo: [{ file_id: name, file_unique_id: name, width: 90, height: 90 }],
    ...(caption === '' ? {} : { caption }),
  });
  for (const [name, caption] of [
    ['album-a1', 'Look at these'],
    ['album-a2', ''],
    ['album-a3', 'Somebody stole my card'],
  ] as const)
    await leyla.say('', item(name, caption));
  await leyla.hears('', item('album-b1', 'Do you mean these?'));
  await leyla.hears('', item('album-b2'));
  const tickets = await leyla.tickets();
  expect(tickets).toMatchObject([{ priority: 'critical' }]);
  const { messages } = await w.talk(tickets[0]?.id ?? 0);
  expect(
    messages.map(({ author_kind, kind, text, attachments }) => [author_kind, kind, text, attachments.length]),
  ).toEqual([
    ['customer', 'album', 'Look at these\nSomebody stole my card', 3],
    ['staff', 'album', 'Do you mean these?', 2],
  ]);
});
