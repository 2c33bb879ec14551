import { expect, test } from 'vitest';
import { plus } from '../../base/kernel/index.ts';
import {
  type Metric,
  readSlaRules,
  type SlaClock,
  type SlaEvent,
  saveCalendar,
  saveEscalation,
  savePolicy,
} from '../../domain/sla/index.ts';
import { MONDAY, type SlaWorld, slaWorld } from '../support/sla-world.ts';

const at = (minutes: number) => plus(MONDAY, minutes * 60_000);
const brief = (clocks: readonly SlaClock[]) =>
  clocks.map(({ metric, instance, state, deadline_at }) => ({ metric, instance, state, deadline_at }));
const kinds = (events: readonly SlaEvent[], metric: Metric) =>
  events.filter((event) => event.metric === metric).map(({ kind }) => kind);
const policy = (w: SlaWorld, input: object) =>
  w.runtime.transact((tx) =>
    savePolicy(tx, { queue: 'l1', metric: 'first_reply', target_minutes: 15, ...input }, w.clock.now()),
  );
const ticketEvents = async (w: SlaWorld, id: number) => {
  const rows = await w.runtime.db
    .selectFrom('ticket_events')
    .select(['kind', 'data'])
    .where('ticket_id', '=', id)
    .execute();
  return rows.filter(({ kind }) => kind === 'escalated').map(({ data }) => data as Record<string, unknown>);
};
const find = (clocks: readonly SlaClock[], metric: Metric, instance = 1) =>
  clocks.find((clock) => clock.metric === metric && clock.instance === instance);

test('a new ticket of L1: 15 minutes for the first reply, 4 hours for the rest; the earlier one is shown and has a timer', async () => {
  await using w = await slaWorld();
  const id = await w.open();
  expect(brief(await w.clocks(id))).toEqual([
    { metric: 'first_reply', instance: 1, state: 'running', deadline_at: at(15) },
    { metric: 'resolution', instance: 1, state: 'running', deadline_at: at(240) },
  ]);
  expect(await w.ticket(id)).toMatchObject({
    next_deadline_at: at(15),
    sla_metric: 'first_reply',
    sla_state: 'running',
  });
  expect(await w.timers(id)).toEqual([
    { key: `sla:${id}:first_reply`, at: at(11.25) },
    { key: `sla:${id}:resolution`, at: at(180) },
  ]);
});

test('an answer ends the first reply; each cycle of the customer’s words is one next reply from its oldest word', async () => {
  await using w = await slaWorld();
  const id = await w.open();
  await w.wait(5);
  await w.reply(id);
  expect(await w.timers(id)).toEqual([{ key: `sla:${id}:resolution`, at: at(180) }]);
  await w.wait(5);
  await w.hear(id);
  await w.wait(3);
  await w.hear(id);
  expect(find(await w.clocks(id), 'next_reply')).toMatchObject({
    started_at: at(10),
    deadline_at: at(25),
    state: 'running',
  });
  await w.wait(4);
  await w.reply(id);
  await w.reply(id);
  await w.hear(id);
  await w.reply(id);
  const clocks = await w.clocks(id);
  expect(find(clocks, 'first_reply')).toMatchObject({
    state: 'fulfilled',
    spent_ms: 5 * 60_000,
    breached_at: null,
  });
  expect(find(clocks, 'next_reply', 1)).toMatchObject({ state: 'fulfilled', spent_ms: 7 * 60_000 });
  expect(find(clocks, 'next_reply', 2)).toMatchObject({ state: 'fulfilled', spent_ms: 0 });
  expect(find(clocks, 'next_reply', 3)).toBeUndefined();
});

test('the resolution stands still while the customer is asked, and goes on from there', async () => {
  await using w = await slaWorld();
  const id = await w.open();
  await w.wait(10);
  await w.ask(id);
  expect(await w.ticket(id)).toMatchObject({
    next_deadline_at: null,
    sla_metric: 'resolution',
    sla_state: 'paused',
  });
  expect(await w.timers(id)).toEqual([]);
  await w.wait(3000);
  await w.hear(id, 'It is the blue one.');
  expect(find(await w.clocks(id), 'resolution')).toMatchObject({
    spent_ms: 10 * 60_000,
    deadline_at: at(3010 + 230),
  });
  await w.wait(10);
  await w.resolve(id);
  expect(find(await w.clocks(id), 'resolution')).toMatchObject({
    state: 'fulfilled',
    spent_ms: 20 * 60_000,
    breached_at: null,
  });
  expect(kinds(await w.log(id), 'resolution')).toEqual([
    ...[
      'activate',
      'apply_sla',
      'update_status',
      'pause',
      'update_status',
      'resume',
      'update_status',
      'fulfill',
    ],
  ]);
});

test('a warning, then a breach, once each, however often the timers fire; what escalation does is on the ticket', async () => {
  await using w = await slaWorld();
  const id = await w.open();
  await w.wait(12);
  expect(kinds(await w.log(id), 'first_reply')).toContain('warn');
  expect(await ticketEvents(w, id)).toEqual([
    { metric: 'first_reply', moment: 'warn', do: 'notify', whom: 'assignee' },
  ]);
  await w.wait(3);
  expect(await w.ticket(id)).toMatchObject({
    priority: 'high',
    sla_state: 'breached',
    next_deadline_at: at(15),
  });
  await w.wait(60);
  const log = (await w.log(id)).filter(({ metric }) => metric === 'first_reply');
  expect(log.filter(({ kind }) => kind === 'warn' || kind === 'breach')).toMatchObject([
    { kind: 'warn', at: at(11.25), data: { lateness_ms: 0 } },
    { kind: 'breach', at: at(15), data: { due_at: at(15).toISOString(), lateness_ms: 0 } },
  ]);
  // The breach was of the target that applied then; the priority that it led to is noted after it.
  expect(log.filter(({ kind }) => kind === 'apply_sla').map(({ data }) => data)).toMatchObject([
    { priority: 'normal', target_minutes: 15 },
    { priority: 'high', target_minutes: 15 },
  ]);
  await w.reply(id);
  expect(find(await w.clocks(id), 'first_reply')).toMatchObject({ state: 'fulfilled', breached_at: at(15) });
});

test('Security & Payments escalates at once and works in fixed windows', async () => {
  await using w = await slaWorld();
  const id = await w.open('idea', 'My payment failed twice today and the money is gone.');
  expect(await ticketEvents(w, id)).toMatchObject([
    { moment: 'start', do: 'raise_priority' },
    { moment: 'start', do: 'page_on_call' },
  ]);
  expect((await w.ticket(id)).priority).not.toBe('normal');
  // It is noon in Baku: the next window of four hours opens at one.
  expect(find(await w.clocks(id), 'resolution')).toMatchObject({ target_minutes: 240, deadline_at: at(300) });
  await w.wait(5);
  expect(await ticketEvents(w, id)).toHaveLength(2);
});

test('opened again: a clock of the reopened kind, and the old one stays as it ended', async () => {
  await using w = await slaWorld();
  await policy(w, { metric: 'resolution', target_minutes: 240, reopened_minutes: 60 });
  const id = await w.open();
  await w.wait(10);
  await w.resolve(id);
  await w.wait(600);
  await w.reopen(id);
  const clocks = await w.clocks(id);
  expect(find(clocks, 'resolution', 1)).toMatchObject({
    kind: 'opened',
    state: 'fulfilled',
    ended_at: at(10),
  });
  expect(find(clocks, 'resolution', 2)).toMatchObject({
    kind: 'reopened',
    target_minutes: 60,
    deadline_at: at(670),
  });
  expect(find(clocks, 'next_reply')).toMatchObject({ kind: 'reopened', started_at: at(610) });
  // The summary was a person's answer: nobody owes a first reply.
  expect(find(clocks, 'first_reply', 2)).toBeUndefined();
});

test('a customer who closes the matter stops everything; nothing counts as answered', async () => {
  await using w = await slaWorld();
  const id = await w.open();
  await w.wait(5);
  await w.press(id, { do: 'close', ticketId: id });
  expect((await w.clocks(id)).map(({ metric, state }) => [metric, state])).toEqual([
    ['first_reply', 'cancelled'],
    ['resolution', 'fulfilled'],
  ]);
  expect(await w.timers(id)).toEqual([]);
  expect(await w.ticket(id)).toMatchObject({ next_deadline_at: null, sla_metric: null, sla_state: null });
});

test('a changed target moves the open clocks and their timers, and leaves the breached one breached', async () => {
  await using w = await slaWorld();
  const [late, early] = [await w.open(), await w.open()];
  await w.reply(early);
  await w.wait(20);
  const fresh = await w.open();
  await policy(w, { target_minutes: 60 });
  await w.reapply();
  expect(find(await w.clocks(late), 'first_reply')).toMatchObject({
    breached_at: at(15),
    target_minutes: 60,
  });
  expect(find(await w.clocks(early), 'first_reply')).toMatchObject({
    target_minutes: 15,
    state: 'fulfilled',
  });
  expect(find(await w.clocks(fresh), 'first_reply')).toMatchObject({ deadline_at: at(80) });
  expect(await w.timers(fresh)).toContainEqual({ key: `sla:${fresh}:first_reply`, at: at(20 + 45) });
});

test('a policy for a priority goes before the one for all', async () => {
  await using w = await slaWorld();
  await policy(w, { priority: 'high', target_minutes: 3, warn_percent: null });
  const id = await w.open();
  expect(find(await w.clocks(id), 'first_reply')).toMatchObject({ target_minutes: 15 });
  await w.press(id, { do: 'person', ticketId: id });
  expect(await w.ticket(id)).toMatchObject({ priority: 'high' });
  expect(find(await w.clocks(id), 'first_reply')).toMatchObject({
    target_minutes: 3,
    deadline_at: at(3),
    priority: 'high',
  });
});

test('steps that move a ticket in a circle end', async () => {
  await using w = await slaWorld();
  await w.runtime.transact(async (tx) => {
    const step = (queue: string, to: string) =>
      saveEscalation(tx, { queue, moment: 'breach', action: { do: 'move_queue', to } }, { now: MONDAY });
    const start = (queue: string, to: string) =>
      saveEscalation(
        tx,
        { queue, moment: 'start', metric: 'first_reply', action: { do: 'move_queue', to } },
        { now: MONDAY },
      );
    await step('l1', 'l2');
    await start('l2', 'vip');
    await start('vip', 'l2');
  });
  const id = await w.open();
  await w.wait(30);
  const moves = (await ticketEvents(w, id)).filter((event) => event.do === 'move_queue').map(({ to }) => to);
  expect(moves).toEqual(['l2', 'vip', 'l2']);
});

test('where nothing is promised the log still tells how long everything took', async () => {
  await using w = await slaWorld();
  for (const metric of ['first_reply', 'next_reply', 'resolution'])
    await policy(w, { metric, active: false });
  const id = await w.open();
  await w.wait(7);
  await w.reply(id);
  await w.wait(7);
  await w.resolve(id);
  expect(await w.timers(id)).toEqual([]);
  expect((await w.clocks(id)).map(({ metric, spent_ms }) => [metric, spent_ms / 60_000])).toEqual([
    ['first_reply', 7],
    ['resolution', 14],
  ]);
  expect(kinds(await w.log(id), 'first_reply')).toEqual(['activate', 'fulfill']);
});

test('what a desk sets is checked', async () => {
  await using w = await slaWorld();
  await expect(policy(w, { target_minutes: 0 })).rejects.toMatchObject({
    kind: 'invalid',
    code: 'sla_policy_invalid',
  });
  await expect(policy(w, { queue: 'nowhere' })).rejects.toMatchObject({
    kind: 'invalid',
    code: 'queue_unknown',
  });
  await expect(policy(w, { calendar: 'nowhere' })).rejects.toMatchObject({ code: 'sla_calendar_unknown' });
  const set = (input: unknown) =>
    w.runtime.transact((tx) => saveCalendar(tx, 'office', { input, now: MONDAY }));
  await expect(set({ timeZone: 'Asia/Baku', week: {}, holidays: [] })).rejects.toMatchObject({
    code: 'sla_calendar_invalid',
  });
  const step = (input: unknown) => w.runtime.transact((tx) => saveEscalation(tx, input, { now: MONDAY }));
  await expect(step({ moment: 'warn', action: { do: 'dance' } })).rejects.toMatchObject({
    code: 'sla_escalation_invalid',
  });
});

test('a new desk promises what the blueprint says', async () => {
  await using w = await slaWorld();
  const { policies, calendars, escalations } = await readSlaRules(w.runtime.db);
  const of = (queue: string, metric: Metric) =>
    policies.find((one) => one.queue === queue && one.metric === metric);
  expect(of('l1', 'first_reply')).toMatchObject({ target_minutes: 15, calendar: null, warn_percent: 75 });
  expect(of('l1', 'resolution')).toMatchObject({ target_minutes: 240 });
  expect(of('l2', 'first_reply')).toMatchObject({ target_minutes: 30 });
  expect(of('l2', 'resolution')).toMatchObject({ target_minutes: 1440 });
  expect(of('vip', 'first_reply')).toMatchObject({ target_minutes: 5 });
  expect(of('security-payments', 'resolution')).toMatchObject({ calendar: 'security-windows' });
  expect(calendars.map(({ slug, version }) => ({ slug, version }))).toEqual([
    { slug: 'security-windows', version: 1 },
  ]);
  expect(escalations).toContainEqual(
    expect.objectContaining({ queue: 'security-payments', moment: 'start', action: { do: 'page_on_call' } }),
  );
});
