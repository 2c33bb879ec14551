import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Transact, Tx } from '../../base/db/index.ts';
import { plus } from '../../base/kernel/index.ts';
import { claim } from '../../base/outbox/index.ts';
import {
  type Declared,
  declareIncident,
  next,
  previewIncident,
  setTicketIncident,
  updateIncident,
} from '../../domain/back-office/index.ts';
import { handleIncidentGather, handleIncidentNews } from '../../domain/front-desk/index.ts';
import { type Actor, addStaff } from '../../domain/staff/index.ts';
import { MONDAY, type SlaWorld, slaWorld } from '../support/sla-world.ts';

const RULE = { topics: [], queues: [], words: ['export'] };

/** A desk with a lead who declares and ends incidents; the jobs run when the test says so. */
async function world() {
  const w = await slaWorld();
  const { desk, runtime } = w;
  const { transact, db } = runtime;
  const actor: Actor = await transact((tx) => addStaff(tx, { name: 'Lead', role: 'admin', now: MONDAY }));
  let requests = 0;
  const said = (en: string) => ({ texts: { en }, nextNewsAt: null, requestKey: `incident-${++requests}` });
  const manage = <T>(work: (at: { tx: Tx; desk: typeof desk; actor: Actor }) => Promise<T>) =>
    transact((tx) => work({ tx, desk, actor }));
  return {
    ...w,
    ...{ actor, manage, transact, db },
    declare: (more: Partial<Declared> = {}) =>
      manage((at) =>
        declareIncident(at, {
          ...{ title: { en: 'Export does not work' }, status: 'investigating', rule: RULE, since: null },
          ...said('We are on it.'),
          ...more,
        }),
      ),
    gather: (incident: number) =>
      handleIncidentGather({ transact, desk }, { incident, since: plus(MONDAY, -3_600_000), after: 0 }),
    end: (incident: number) =>
      manage((at) => updateIncident(at, incident, { ...said('There is room again.'), status: 'resolved' })),
    news: (incident: number, how: Transact = transact) =>
      handleIncidentNews({ transact: how, desk }, incident),
    /** Everything that waits to be said in the chat of a ticket, in order. */
    async told(ticket: number): Promise<string[]> {
      const { rows } = await sql<{ text: string }>`
        select o.payload ->> 'text' as text from outbox o join tickets t on o.lane = 'chat:' || t.chat_id
        where t.id = ${ticket} and o.kind = 'say' order by o.id`.execute(db);
      return rows.map(({ text }) => text);
    },
  };
}

const clocksOf = async (w: SlaWorld, id: number) =>
  Object.fromEntries(
    (await w.clocks(id)).map(({ metric, state, deadline_at }) => [metric, { state, deadline_at }]),
  );

test('a ticket that waits for an incident has no clock; whatever takes it out starts all of them', async () => {
  await using w = await world();
  const incident = await w.declare();
  const id = await w.open('idea', 'The export is empty');
  expect(await w.ticket(id)).toMatchObject({
    incident_id: incident,
    held: true,
    waiting_since: null,
    eta_at: null,
  });
  expect(await w.clocks(id)).toEqual([]);
  await w.wait(600);
  await w.say(id, 'The second export is empty too');
  expect(await w.ticket(id)).toMatchObject({ held: true, waiting_since: null });
  expect((await w.told(id)).at(-1)).toMatch(/waits with the known problem/);
  expect(await w.manage(next)).toBeUndefined();
  await w.press(id, { do: 'unrelated', ticketId: id });
  const after = await w.ticket(id);
  expect(after).toMatchObject({ incident_id: null, held: false, waiting_since: w.clock.now() });
  expect(after.eta_at).toEqual(plus(w.clock.now(), 15 * 60_000));
  expect(await clocksOf(w, id)).toEqual({
    first_reply: { state: 'running', deadline_at: plus(w.clock.now(), 15 * 60_000) },
    resolution: { state: 'running', deadline_at: plus(w.clock.now(), 240 * 60_000) },
  });
  expect((await w.told(id)).join('\n')).toMatch(/^№ \d+ · accepted\nA person answers in about 15 min · by/m);
  expect(await w.manage(next)).toBe(id);
  // No rule brings it back.
  await w.gather(incident);
  expect((await w.ticket(id)).incident_id).toBeNull();
});

test('clocks that ran stand still while a ticket waits, and "talk to a person" lets them go on where they were', async () => {
  await using w = await world();
  const id = await w.open('idea', 'My EXPORTS are empty');
  const elsewhere = await w.open('idea', 'A dark theme');
  await w.wait(5);
  const since = plus(MONDAY, -60_000);
  expect(await previewIncident(w.db, { rule: RULE, since })).toMatchObject({ count: 1, tickets: [{ id }] });
  const incident = await w.declare({ since });
  await w.gather(incident);
  expect(await w.ticket(id)).toMatchObject({ incident_id: incident, held: true, sla_state: 'paused' });
  expect((await w.ticket(elsewhere)).incident_id).toBeNull();
  expect((await w.told(id)).at(-1)).toMatch(/^We know about this: Export does not work\nWe are on it/);
  await w.wait(600);
  expect((await w.log(id)).filter(({ kind }) => kind === 'breach')).toEqual([]);
  await w.press(id, { do: 'person', ticketId: id });
  expect(await w.ticket(id)).toMatchObject({ incident_id: incident, held: false, priority: 'high' });
  const { first_reply } = await clocksOf(w, id);
  expect(first_reply?.state).toBe('running');
  expect(first_reply?.deadline_at?.getTime()).toBeGreaterThan(w.clock.now().getTime());
  // It is somebody's work now: the incident's end is told, the ticket stays.
  await w.end(incident);
  await w.news(incident);
  expect(await w.ticket(id)).toMatchObject({ status: 'accepted', incident_id: incident });
  expect(
    (await w.told(id)).filter((text) => /fixed:.*\n.*\nWe go on with your question/.test(text)),
  ).toHaveLength(1);
});

test('words that need a person reach one at once, and hear how the incident stands', async () => {
  await using w = await world();
  const incident = await w.declare({ rule: { topics: [], queues: [], words: ['accounts', 'opens'] } });
  const id = await w.open('idea', 'My account was hacked');
  expect(await w.ticket(id)).toMatchObject({ incident_id: incident, held: false, priority: 'critical' });
  expect((await w.ticket(id)).waiting_since).not.toBeNull();
  expect((await w.told(id)).join('\n')).toMatch(/We know about this/);
  const waiting = await w.open('idea', 'Nothing opens');
  expect((await w.ticket(waiting)).held).toBe(true);
  await w.say(waiting, 'Now they say my card is blocked');
  expect(await w.ticket(waiting)).toMatchObject({ held: false, incident_id: incident, priority: 'high' });
});

test('by hand: a ticket in talk joins quietly, is told the end once, and stays with its agent', async () => {
  await using w = await world();
  const incident = await w.declare();
  const id = await w.open('idea', 'Something is odd');
  await w.reply(id);
  const before = (await w.told(id)).length;
  await w.manage((at) => setTicketIncident(at, id, incident));
  await w.manage((at) => setTicketIncident(at, id, incident));
  expect(await w.ticket(id)).toMatchObject({ incident_id: incident, held: false, status: 'in_progress' });
  expect((await w.told(id)).slice(before).filter((text) => /We know/.test(text))).toEqual([]);
  await w.end(incident);
  await w.news(incident);
  await w.news(incident);
  expect((await w.ticket(id)).status).toBe('in_progress');
  expect((await w.told(id)).filter((text) => /fixed:/.test(text))).toHaveLength(1);
  await expect(w.manage((at) => setTicketIncident(at, id, null))).resolves.toBeUndefined();
  await expect(w.manage((at) => setTicketIncident(at, id, incident))).rejects.toThrow('incident_over');
});

test('who sleeps hears in the morning how it ended, and nothing of the way there', async () => {
  await using w = await world();
  await sql`update quiet_settings set quiet_from = '22:00', quiet_until = '08:00'`.execute(w.db);
  const incident = await w.declare();
  const id = await w.open('idea', 'The export is empty');
  await w.press(id, { do: 'follow', ticketId: id });
  await w.wait(11 * 60);
  await w.manage((at) =>
    updateIncident(at, incident, {
      ...{ texts: { en: 'A server is full.' }, nextNewsAt: null, requestKey: 'news-at-night' },
      status: 'identified',
    }),
  );
  await w.news(incident);
  await w.end(incident);
  await w.news(incident);
  expect((await w.ticket(id)).status).toBe('resolved');
  const held = await w.db.selectFrom('held_messages').select(['ticket_id', 'notice']).execute();
  expect(held).toMatchObject([{ ticket_id: id, notice: { words: { key: 'incident-over' } } }]);
  expect((await w.told(id)).filter((text) => /server is full|fixed:/.test(text))).toEqual([]);
});

const CUSTOMERS = 130;

/** Many customers, every tenth with two tickets, all about the export. */
async function crowd({ db }: SlaWorld['runtime']): Promise<void> {
  await sql`
    with people as (
      insert into customers (telegram_id, first_name, language, created_at)
      select 6000000 + n, 'Customer ' || n, 'en', ${MONDAY} from generate_series(1, ${CUSTOMERS}) n returning id, telegram_id
    ), places as (
      insert into chats (telegram_chat_id, kind, customer_id, updated_at)
      select telegram_id, 'private', id, ${MONDAY} from people returning id, customer_id
    ), made as (
      insert into tickets (customer_id, chat_id, queue_id, status, language, subject, waiting_since, last_message_at, created_at, updated_at)
      select p.customer_id, p.id, (select id from queues where slug = 'l1'), 'accepted', 'en', 'Export', ${MONDAY}, ${MONDAY}, ${MONDAY}, ${MONDAY}
      from places p cross join generate_series(1, case when p.id % 10 = 0 then 2 else 1 end) returning id, chat_id, customer_id
    )
    insert into messages (chat_id, ticket_id, author_kind, author_id, kind, text, created_at)
    select chat_id, id, 'customer', customer_id, 'text', 'The export is empty', ${MONDAY} from made`.execute(
    db,
  );
}

/** Runs transactions as ever, until after so many of them the process dies: that one is rolled back. */
function dyingAfter(transact: Transact, count: number): Transact {
  let left = count;
  return (work) =>
    transact(async (tx) => {
      const result = await work(tx);
      left -= 1;
      if (left < 0) throw new Error('the process died');
      return result;
    });
}

const waitingJobs = async (w: SlaWorld, key: string) =>
  (await sql`select from graphile_worker.jobs where key = ${key}`.execute(w.runtime.db)).rows.length;

test('the end is told to each of very many once, although the job dies again and again, and other answers go before', async () => {
  await using w = await world();
  await crowd(w.runtime);
  const { rows: all } = await sql<{ id: number }>`select id from tickets order by id`.execute(w.db);
  const incident = await w.declare();
  await w.gather(incident);
  await sql`delete from outbox`.execute(w.db);
  await sql`update outbox_lanes set pending = 0, priority = 0`.execute(w.db);
  await w.end(incident);

  const run = (deadline: number) => w.news(incident, dyingAfter(w.transact, deadline)).catch(() => undefined);
  await run(20);
  await Promise.all([run(31), run(17)]);
  for (let round = 0; round < 20; round += 1) await run(40 + round);
  const { rows: ends } = await sql<{ count: number; lanes: number; highest: number }>`
    select count(*)::int, count(distinct lane)::int as lanes, max(priority) as highest from outbox
    where payload ->> 'text' like '%fixed: Export%'`.execute(w.db);
  expect(ends).toEqual([{ count: CUSTOMERS, lanes: CUSTOMERS, highest: -1 }]);
  const { rows: states } = await sql`select status, count(*)::int from tickets group by status`.execute(w.db);
  expect(states).toEqual([{ status: 'resolved', count: all.length }]);
  expect(all.length).toBeGreaterThan(CUSTOMERS);
  // As long as there are more, another run was asked for.
  expect(await waitingJobs(w, `incident-news:${incident}`)).toBe(1);

  // All of that waits in lanes that were ready before; an agent's answer goes first, then what the bot says to somebody who asks.
  const mine = await w.open('idea', 'A dark theme');
  const asks = await w.open('idea', 'A light theme');
  await w.reply(mine);
  const first = await claim(w, { sender: 1, limit: 2 }, { name: 'test', perSecond: null });
  const chats = [(await w.ticket(mine)).chat_id, (await w.ticket(asks)).chat_id];
  expect(new Set(first.map(({ lane }) => lane))).toEqual(new Set(chats.map((chat) => `chat:${chat}`)));
});
