import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { moveMessages, note, readConversation, reply } from '../../domain/back-office/index.ts';
import { readLog, recompute } from '../../domain/sla/index.ts';
import { addStaff, type StaffMember } from '../../domain/staff/index.ts';
import { MONDAY, type SlaWorld, slaWorld } from '../support/sla-world.ts';

let w: SlaWorld;
let agent: StaffMember;
beforeAll(async () => {
  w = await slaWorld();
  agent = await w.runtime.transact((tx) => addStaff(tx, { name: 'Aysel', role: 'l1', now: MONDAY }));
});
afterAll(() => w?.[Symbol.asyncDispose]());
beforeEach(() => w.wait(1));

let keys = 0;
const as = <T>(ticketId: number, doing: (work: Parameters<typeof moveMessages>[0]) => Promise<T>) =>
  w.runtime.transact((tx) => doing({ tx, desk: w.desk, actor: agent, ticketId }));
const said = async (ticket: number) => (await readConversation(w.runtime.db, ticket, { limit: 50 })).messages;
const texts = async (ticket: number) => (await said(ticket)).map(({ text }) => text);
const idOf = async (ticket: number, text: string) =>
  (await said(ticket)).find((message) => message.text === text)?.id ?? 0;
const move = (ticket: number, messageIds: number[], to: number | 'new') =>
  as(ticket, (work) => moveMessages(work, { messageIds, to }));
const write = (ticket: number, text: string) =>
  as(ticket, (work) => reply(work, { text, requestKey: `moving-${++keys}` }));
const cardsOf = async (ticket: number) => {
  const rows = await w.runtime.db
    .selectFrom('outbox')
    .select('payload')
    .where('key', '=', `card:${ticket}`)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ payload }) => (payload as { text: string }).text);
};
/** The open clock of a metric, and whether the ticket's log says the same. */
const openClock = async (ticket: number, metric: string) => {
  const clocks = await w.clocks(ticket);
  const { events, calendars } = await readLog(w.runtime.db, ticket);
  expect(recompute(events, calendars)).toHaveLength(clocks.length);
  return clocks.find((clock) => clock.metric === metric && clock.ended_at === null);
};

/** One customer with two tickets: the second is another ticket of the same person. */
async function twoTickets() {
  const first = await w.open('idea', 'The first matter');
  await w.press(first, { do: 'new' });
  const topic = await w.runtime.db
    .selectFrom('topics')
    .select('id')
    .where('slug', '=', 'idea')
    .executeTakeFirstOrThrow();
  await w.press(first, { do: 'topic', topicId: topic.id });
  await w.say(first, 'The second matter');
  const second = first + 1;
  expect(await texts(second)).toEqual(['The second matter']);
  return { first, second };
}

test('words in the wrong ticket go to the right one: both wait as if they had always been there, and both cards say so', async () => {
  const { first, second } = await twoTickets();
  await write(first, 'Answered, the first.');
  await w.wait(5);
  await w.hear(first, 'This is about the second matter');
  const asked = w.clock.now();
  expect((await w.ticket(first)).waiting_since).toEqual(asked);
  await write(second, 'Answered, the second.');
  expect((await openClock(first, 'next_reply'))?.started_at).toEqual(asked);
  await w.wait(3);
  const id = await idOf(first, 'This is about the second matter');
  expect(await move(first, [id], second)).toBe(second);

  expect(await texts(first)).toEqual(['The first matter', 'Answered, the first.']);
  expect(await texts(second)).toEqual([
    'The second matter',
    'This is about the second matter',
    'Answered, the second.',
  ]);
  // Nobody waits in the first any more; in the second the reply came after the words, so they are answered.
  expect((await w.ticket(first)).waiting_since).toBeNull();
  expect(await openClock(first, 'next_reply')).toBeUndefined();
  const ended = (await w.log(first)).findLast(({ metric }) => metric === 'next_reply');
  expect(ended?.kind).toBe('cancel');
  expect((await w.ticket(second)).waiting_since).toBeNull();
});

test('an unanswered word makes the other ticket wait since it was said, with its deadline', async () => {
  const { first, second } = await twoTickets();
  await write(first, 'Answered.');
  await write(second, 'Answered too.');
  await w.wait(2);
  await w.hear(first, 'And when will the second one be done?');
  const asked = w.clock.now();
  await w.wait(4);
  await move(first, [await idOf(first, 'And when will the second one be done?')], second);
  expect((await w.ticket(second)).waiting_since).toEqual(asked);
  expect((await openClock(second, 'next_reply'))?.started_at).toEqual(asked);
  expect((await w.ticket(second)).eta_at).not.toBeNull();
  expect((await cardsOf(second))[0]).toContain(`№ ${second}`);
  await w.wait(1);
  await write(second, 'Tomorrow.');
  const clock = (await w.clocks(second)).findLast(({ metric }) => metric === 'next_reply');
  expect(clock).toMatchObject({ state: 'fulfilled', spent_ms: 5 * 60_000 });
});

test('several messages become a ticket of their own, with a card for their customer; what waits to be sorted stays out of it', async () => {
  const first = await w.open('idea', 'A matter');
  await w.hear(first, 'Another matter altogether');
  await w.hear(first, 'With a second sentence');
  const before = w.clock.now();
  await w.wait(6);
  await w.press(first, { do: 'new' });
  await w.say(first, 'Not sorted yet');
  const ids = [await idOf(first, 'Another matter altogether'), await idOf(first, 'With a second sentence')];
  const made = await move(first, ids, 'new');
  expect(await texts(made)).toEqual(['Another matter altogether', 'With a second sentence']);
  const ticket = await w.ticket(made);
  expect(ticket).toMatchObject({
    subject: 'Another matter altogether',
    status: 'accepted',
    waiting_since: before,
  });
  expect((await openClock(made, 'first_reply'))?.started_at).toEqual(before);
  expect((await cardsOf(made))[0]).toContain(`№ ${made}`);
  expect((await w.ticket(first)).waiting_since).not.toBeNull();
  const audit = await w.runtime.db
    .selectFrom('audit_entries')
    .selectAll()
    .where('action', '=', 'message.move')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  expect(audit).toMatchObject({ actor_id: agent.id, object_id: String(first), after: { ticket: made } });
  const events = (await readConversation(w.runtime.db, made, { limit: 50 })).events.map(({ kind }) => kind);
  expect(events).toEqual(expect.arrayContaining(['created', 'messages_came']));
});

test('an answer that moves counts where it is: the other ticket had its first reply then', async () => {
  const { first, second } = await twoTickets();
  await w.wait(2);
  const id = await write(first, 'This answers the second matter');
  const at = w.clock.now();
  await w.wait(5);
  await move(first, [id], second);
  expect(await w.ticket(second)).toMatchObject({
    first_reply_at: at,
    waiting_since: null,
    status: 'in_progress',
  });
  expect(await openClock(second, 'first_reply')).toBeUndefined();
  expect(await w.ticket(first)).toMatchObject({ first_reply_at: null, last_reply_at: null });
});

test('a note moves without a trace in anybody’s time', async () => {
  const { first, second } = await twoTickets();
  const id = await as(first, (work) => note(work, { text: 'For us only', requestKey: `moving-${++keys}` }));
  const before = await w.ticket(second);
  await move(first, [id], second);
  const { waiting_since, first_reply_at, status } = await w.ticket(second);
  expect({ waiting_since, first_reply_at, status }).toEqual({
    waiting_since: before.waiting_since,
    first_reply_at: null,
    status: 'accepted',
  });
});

test('what cannot be moved is refused, and nothing moves', async () => {
  const { first, second } = await twoTickets();
  const stranger = await w.open('idea', 'Somebody else');
  const mine = await idOf(first, 'The first matter');
  const theirs = await idOf(stranger, 'Somebody else');
  await expect(move(first, [mine], stranger)).rejects.toMatchObject({ code: 'move_to_another_customer' });
  await expect(move(first, [mine, theirs], second)).rejects.toMatchObject({ code: 'message_unknown' });
  await expect(move(first, [mine], first)).rejects.toMatchObject({ code: 'move_to_itself' });
  await expect(move(first, [mine], 999_999)).rejects.toMatchObject({ code: 'ticket_unknown' });
  const powerless = { ...agent, permissions: agent.permissions.filter((one) => one !== 'tickets.assign') };
  await expect(
    w.runtime.transact((tx) =>
      moveMessages(
        { tx, desk: w.desk, actor: powerless, ticketId: first },
        { messageIds: [mine], to: second },
      ),
    ),
  ).rejects.toMatchObject({ code: 'permission_missing' });
  expect(await texts(first)).toEqual(['The first matter']);
});
