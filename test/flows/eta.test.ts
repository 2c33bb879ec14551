import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { plus } from '../../base/kernel/index.ts';
import { setNotices } from '../../domain/customers/index.ts';
import { readRoutingMap } from '../../domain/routing/index.ts';
import { type EtaWorld, etaWorld } from '../support/eta-world.ts';
import { MONDAY } from '../support/sla-world.ts';

const at = (minutes: number) => plus(MONDAY, minutes * 60_000);

const nineToSix = {
  timeZone: 'Asia/Baku',
  week: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['09:00', '18:00']]]),
  ),
  holidays: [],
};

async function queueId({ runtime }: EtaWorld, slug: string): Promise<number> {
  const { queues } = await readRoutingMap(runtime.db);
  return queues.find((queue) => queue.slug === slug)?.id ?? 0;
}

/** So many tickets of other people that wait in L1 since before. */
async function crowd(w: EtaWorld, count: number): Promise<void> {
  const queue = await queueId(w, 'l1');
  await sql`
    insert into customers (telegram_id, first_name, language, created_at)
    select 7000000 + n, 'Customer ' || n, 'az', now() from generate_series(1, ${count}) n`.execute(
    w.runtime.db,
  );
  await sql`
    insert into tickets (customer_id, queue_id, status, priority, language, subject, waiting_since, last_message_at, created_at, updated_at)
    select id, ${queue}, 'accepted', 'normal', 'az', 'Something', ${at(-10)}, ${at(-10)}, ${at(-10)}, ${at(-10)}
    from customers where telegram_id > 7000000`.execute(w.runtime.db);
}

test('without anybody to count on the first time is the target; the card counts down in few steps', async () => {
  await using w = await etaWorld();
  const number = await w.open();
  expect(await w.ticket(number)).toMatchObject({ eta_at: at(15), ahead: 0, eta_moves: 0 });
  const first = await w.card(number);
  expect(first.text).toBe(
    `№ ${number} · accepted\nA person answers in about 15 min · by 12:15.\nYou are next.`,
  );
  await w.pass(7.5);
  expect((await w.card(number)).text).toContain('in about 8 min · by 12:15');
  await w.pass(6);
  expect((await w.card(number)).shown).toBeLessThanOrEqual(4);
  expect(await w.said(number)).toHaveLength(1);
});

test('before a time passes unanswered there is a new one with its reason, in growing steps; the card follows', async () => {
  await using w = await etaWorld();
  const number = await w.open();
  await w.pass(13.9);
  const before = (await w.said(number)).length;
  await w.pass(0.2);
  const told = (await w.said(number)).slice(before);
  expect(told).toEqual([`We need longer than we said.\n№ ${number}: you get the answer by 12:30.`]);
  expect((await w.card(number)).text).toMatch(/by 12:30\.\nWe need longer than we said\.$/);
  expect(await w.ticket(number)).toMatchObject({ eta_moves: 1, eta_why: 'longer', waiting_since: at(0) });
  await w.pass(24 * 60);
  const all = (await w.said(number)).slice(before);
  expect(all.length).toBeGreaterThan(4);
  expect(all.length).toBeLessThanOrEqual(7);
  const { rows } = await sql<{ data: { from: string; to: string }; at: Date }>`
    select data, at from ticket_events where ticket_id = ${number} and kind = 'eta_moved' order by id`.execute(
    w.runtime.db,
  );
  expect(rows).toHaveLength(all.length);
  // Every promise was replaced before it passed, by the one that was replaced next.
  for (const [index, { data, at: when }] of rows.entries()) {
    expect(when.getTime()).toBeLessThan(Date.parse(data.from));
    expect(data.from).toBe(rows[index - 1]?.data.to ?? at(15).toISOString());
  }
});

test('a desk that was down when a time passed makes a new one as soon as it is back, once', async () => {
  await using w = await etaWorld();
  const number = await w.open();
  const before = (await w.said(number)).length;
  w.clock.set(at(90));
  await w.catchUp();
  await w.catchUp();
  const told = (await w.said(number)).slice(before);
  expect(told).toHaveLength(1);
  const { eta_at } = await w.ticket(number);
  expect(eta_at?.getTime()).toBeGreaterThanOrEqual(at(105).getTime());
});

test('an answer ends the promise and its timer; what the customer writes next has a time of its own', async () => {
  await using w = await etaWorld();
  const number = await w.open();
  await w.reply(number);
  expect(await w.ticket(number)).toMatchObject({ eta_at: null, ahead: null });
  expect(await w.promiseTimer(number)).toBeUndefined();
  expect((await w.card(number)).text).toContain('answers you right here');
  await w.pass(60);
  await w.hear(number);
  const { eta_at, waiting_since } = await w.ticket(number);
  expect(waiting_since).toEqual(at(60));
  expect(eta_at).toEqual(at(75));
  expect((await w.card(number)).text).toContain('by 13:15');
  const timer = await w.promiseTimer(number);
  await w.hear(number, 'And a second word about it.');
  expect(await w.ticket(number)).toMatchObject({ eta_at, waiting_since });
  expect(await w.promiseTimer(number)).toEqual(timer);
  await w.ask(number);
  expect(await w.promiseTimer(number)).toBeUndefined();
  await w.resolve(number);
  await w.reopen(number);
  expect((await w.ticket(number)).eta_at).toEqual(at(75));
});

test('nobody on shift: the time is after the shift begins, and the card says so', async () => {
  await using w = await etaWorld();
  await sql`update staff set active = false`.execute(w.runtime.db);
  await w.staff('offline', nineToSix);
  // 21:00 in Baku.
  w.clock.set(at(9 * 60));
  await w.open('idea', 'Something small.');
  await w.catchUp();
  const number = await w.open();
  const opens = at(21 * 60);
  const { eta_at, eta_why, eta_opens_at } = await w.ticket(number);
  expect(eta_at?.getTime()).toBeGreaterThan(opens.getTime());
  expect(eta_at?.getTime()).toBeLessThanOrEqual(opens.getTime() + 3_600_000);
  expect({ eta_why, eta_opens_at }).toEqual({ eta_why: 'off_shift', eta_opens_at: opens });
  expect((await w.card(number)).text).toContain('Nobody is on shift until 09:00 tomorrow.');
});

test('a crowd: more work ahead is a later time, honest about the target, and a better one is shown when people come', async () => {
  await using w = await etaWorld();
  await sql`update staff set active = false`.execute(w.runtime.db);
  await w.staff('online');
  await crowd(w, 30);
  await w.open();
  await w.catchUp();
  const number = await w.open();
  const late = await w.ticket(number);
  expect(late).toMatchObject({ ahead: 31, eta_why: 'busy' });
  expect(late.eta_at?.getTime()).toBeGreaterThan(at(60).getTime());
  expect((await w.card(number)).text).toContain('More than 20 people are before you.');
  for (let index = 0; index < 9; index += 1) await w.staff('online');
  const before = (await w.said(number)).length;
  await w.pass(5);
  const better = await w.ticket(number);
  expect(better.eta_at?.getTime()).toBeLessThan((late.eta_at?.getTime() ?? 0) - 20 * 60_000);
  expect((await w.card(number)).text).toMatch(/by 12:\d\d\.\nMore than 20 people/);
  // A better time is no reason to ring.
  expect((await w.said(number)).length).toBe(before);
  // Others were answered: the place is told.
  await sql`update tickets set status = 'closed', waiting_since = null where id in (
    select id from tickets where waiting_since is not null order by waiting_since, id limit 29)`.execute(
    w.runtime.db,
  );
  await w.pass(5);
  expect((await w.card(number)).text).toContain('2 people are before you.');
});

test('a later estimate never moves a promised time without words', async () => {
  await using w = await etaWorld();
  await sql`update staff set active = false`.execute(w.runtime.db);
  await w.staff('online');
  await w.open();
  await w.catchUp();
  const number = await w.open();
  const { eta_at } = await w.ticket(number);
  expect(eta_at?.getTime()).toBeLessThanOrEqual(at(15).getTime());
  await crowd(w, 50);
  await w.pass(5.1);
  expect((await w.ticket(number)).eta_at).toEqual(eta_at);
  const before = (await w.said(number)).length;
  await w.pass(12);
  expect((await w.said(number))[before]).toMatch(/^Many people are writing to us right now\.\n/);
});

test('somebody who asks "any news?" sees the card anew; the words are kept and the wait goes on from its beginning', async () => {
  await using w = await etaWorld();
  const number = await w.open();
  await w.pass(3);
  const { shown } = await w.card(number);
  const timer = await w.promiseTimer(number);
  await w.say(number, 'Any news?');
  await w.say(number, 'Hello, anybody there?');
  expect((await w.card(number)).shown).toBe(shown + 1);
  expect((await w.card(number)).text).toContain('in about 15 min · by 12:15');
  expect(await w.ticket(number)).toMatchObject({
    waiting_since: at(0),
    eta_at: at(15),
    last_message_at: at(3),
  });
  expect((await w.promiseTimer(number))?.getTime()).toBeLessThanOrEqual(at(9).getTime());
  expect(timer).toBeDefined();
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from messages where ticket_id = ${number}`.execute(w.runtime.db);
  expect(rows[0]?.count).toBe(3);
  const all = await sql`select from tickets`.execute(w.runtime.db);
  expect(all.rows).toHaveLength(1);
});

test('"any news?" is no answer to what was asked; after an answer it begins a wait', async () => {
  await using w = await etaWorld();
  const number = await w.open();
  await w.ask(number);
  await w.say(number, 'Any news?');
  expect(await w.ticket(number)).toMatchObject({ status: 'clarification', waiting_since: null });
  expect((await w.card(number)).text).toContain('We need: which phone it is');
  await w.reply(number);
  await w.pass(10);
  await w.say(number, 'still waiting');
  expect((await w.card(number)).text).toContain('We need: which phone it is');
  const other = await w.open();
  await w.reply(other);
  await w.pass(10);
  await w.say(other, 'any news?');
  expect(await w.ticket(other)).toMatchObject({ waiting_since: at(20), eta_at: at(35) });
});

test('one tap on the card gives what holds now; a customer who looks no more is not counted down for', async () => {
  await using w = await etaWorld();
  const number = await w.open();
  await sql`update tickets set eta_at = ${at(600)} where id = ${number}`.execute(w.runtime.db);
  await w.pass(3);
  await w.press(number, { do: 'fresh', ticketId: number });
  expect((await w.card(number)).text).toContain('by 12:15');
  await sql`update tickets set eta_at = ${at(100)}, eta_moves = 1 where id = ${number}`.execute(w.runtime.db);
  await sql`update chats set updated_at = ${at(-61)}`.execute(w.runtime.db);
  await w.pass(20);
  const { text, shown } = await w.card(number);
  expect(text).toContain('A person answers by');
  await w.pass(60);
  // The breach meanwhile looked once more; nothing counted down.
  expect((await w.card(number)).shown).toBeLessThanOrEqual(shown + 1);
  expect((await w.card(number)).text).toContain('A person answers by');
});

test('who wants to hear of no changes reads a new time without a sound', async () => {
  await using w = await etaWorld();
  const number = await w.open();
  await w.press(number, { do: 'notify', ticketId: number, on: false });
  await w.pass(15);
  const { rows } = await sql<{ silent: boolean }>`
    select (payload ->> 'silent')::boolean as silent from outbox where payload ->> 'text' like 'We need longer%'`.execute(
    w.runtime.db,
  );
  expect(rows).toEqual([{ silent: true }]);
});

test('who wants it short reads a new time on the card alone, and hears it for a ticket whose changes they asked for', async () => {
  await using w = await etaWorld();
  const number = await w.open();
  const { db, transact } = w.runtime;
  const ticket = db.selectFrom('tickets').select('customer_id').where('id', '=', number);
  const { customer_id: customerId } = await ticket.executeTakeFirstOrThrow();
  const told = async () => {
    const { rows } = await sql`select 1 from outbox where payload ->> 'text' like 'We need longer%'`.execute(
      db,
    );
    return rows.length;
  };
  await transact((tx) => setNotices(tx, customerId, 'short'));
  await w.pass(15);
  const moved = db.selectFrom('ticket_events').select('id').where('kind', '=', 'eta_moved');
  expect([(await moved.where('ticket_id', '=', number).execute()).length, await told()]).toEqual([1, 0]);
  await w.press(number, { do: 'notify', ticketId: number, on: true });
  await w.pass(45);
  expect(await told()).toBeGreaterThan(0);
});

test('a ticket that becomes more pressing is promised for its tighter target', async () => {
  await using w = await etaWorld();
  await sql`
    insert into sla_policies (queue_id, priority, metric, target_minutes, updated_at)
    select id, 'high', 'first_reply', 11, ${at(-60)} from queues`.execute(w.runtime.db);
  const number = await w.open();
  expect((await w.ticket(number)).eta_at).toEqual(at(15));
  await w.press(number, { do: 'person', ticketId: number });
  expect(await w.ticket(number)).toMatchObject({ priority: 'high', eta_at: at(11) });
  expect((await w.card(number)).text).toContain('by 12:11');
});
