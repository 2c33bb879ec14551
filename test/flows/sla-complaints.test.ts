import { expect, test } from 'vitest';
import { plus } from '../../base/kernel/index.ts';
import { type Metric, type SlaClock, saveCalendar, savePolicy } from '../../domain/sla/index.ts';
import { MONDAY, type SlaWorld, slaWorld } from '../support/sla-world.ts';

// What users of other desks complain about, by the number of their thread.

const find = (clocks: readonly SlaClock[], metric: Metric) => clocks.find((clock) => clock.metric === metric);
const policy = (w: SlaWorld, input: object) =>
  w.runtime.transact((tx) =>
    savePolicy(tx, { queue: 'l1', metric: 'first_reply', target_minutes: 15, ...input }, w.clock.now()),
  );
const OFFICE = [['09:00', '18:00']];
const week = { mon: OFFICE, tue: OFFICE, wed: OFFICE, thu: OFFICE, fri: OFFICE, sat: [], sun: [] };
const office = (w: SlaWorld, holidays: object[] = []) =>
  w.runtime.transact((tx) =>
    saveCalendar(tx, 'office', { input: { timeZone: 'Asia/Baku', week, holidays }, now: w.clock.now() }),
  );

test('“Thanks” after the end starts no clock and no timer (chatwoot#10178)', async () => {
  await using w = await slaWorld();
  const id = await w.open();
  await w.reply(id);
  await w.resolve(id);
  const before = await w.log(id);
  await w.wait(5);
  await w.say(id, 'Thanks!');
  await w.say(id, 'thank you 🙏');
  expect((await w.ticket(id)).status).toBe('resolved');
  expect(await w.log(id)).toEqual(before);
  expect(await w.timers(id)).toEqual([]);
});

test('a target of minutes is minutes of work', async () => {
  await using w = await slaWorld();
  await office(w);
  await policy(w, { target_minutes: 60, calendar: 'office' });
  await policy(w, { metric: 'resolution', target_minutes: 240, calendar: 'office' });
  // 17:40 in Baku: twenty minutes today, forty tomorrow.
  w.clock.set(new Date('2026-11-23T13:40:00Z'));
  const id = await w.open();
  const deadline = new Date('2026-11-24T05:40:00Z');
  expect(find(await w.clocks(id), 'first_reply')).toMatchObject({ deadline_at: deadline, breached_at: null });
  await w.wait(15 * 60);
  expect(find(await w.clocks(id), 'first_reply')).toMatchObject({ breached_at: null });
  await w.wait(60);
  await w.reply(id);
  expect(find(await w.clocks(id), 'first_reply')).toMatchObject({
    ...{ state: 'fulfilled', spent_ms: 60 * 60_000, breached_at: deadline },
  });
});

test('a new version of a calendar moves the deadline; time that was worked stays worked', async () => {
  await using w = await slaWorld();
  await office(w);
  await policy(w, { target_minutes: 60, calendar: 'office' });
  w.clock.set(new Date('2026-11-23T13:40:00Z'));
  const id = await w.open();
  await w.wait(60);
  await office(w, [{ name: 'Off', from: '2026-11-24T00:00', until: '2026-11-25T00:00' }]);
  await w.reapply();
  expect(find(await w.clocks(id), 'first_reply')).toMatchObject({
    ...{ spent_ms: 20 * 60_000, deadline_at: new Date('2026-11-25T05:40:00Z') },
  });
});

test('notes, assignments and later updates never touch the first reply (zammad#5177)', async () => {
  await using w = await slaWorld();
  const id = await w.open();
  await w.wait(2);
  await w.note(id);
  await w.press(id, { do: 'notify', ticketId: id, on: true });
  expect(find(await w.clocks(id), 'first_reply')).toMatchObject({
    state: 'running',
    deadline_at: plus(MONDAY, 15 * 60_000),
  });
  await w.wait(2);
  await w.reply(id);
  const first = find(await w.clocks(id), 'first_reply');
  await w.wait(30);
  await w.note(id);
  await w.hear(id);
  await w.reply(id);
  await w.resolve(id);
  expect(find(await w.clocks(id), 'first_reply')).toEqual(first);
  expect(first).toMatchObject({ ended_at: plus(MONDAY, 4 * 60_000) });
});

test('nobody is called for what was answered, even when its timer comes late (zammad#3140)', async () => {
  await using w = await slaWorld();
  const id = await w.open();
  // The answer comes a minute after the deadline, before any timer could fire.
  w.clock.set(plus(MONDAY, 16 * 60_000));
  await w.reply(id);
  await w.wait(60);
  const events = await w.runtime.db
    .selectFrom('ticket_events')
    .select(['kind', 'data'])
    .where('ticket_id', '=', id)
    .execute();
  expect(events.filter(({ kind }) => kind === 'escalated')).toEqual([]);
  expect(find(await w.clocks(id), 'first_reply')).toMatchObject({
    state: 'fulfilled',
    breached_at: plus(MONDAY, 15 * 60_000),
  });
});

test('a policy that is switched off leaves no timer and no breach behind (zammad#4353)', async () => {
  await using w = await slaWorld();
  const id = await w.open();
  await w.wait(5);
  await policy(w, { active: false });
  await policy(w, { metric: 'resolution', target_minutes: 240, active: false });
  await w.reapply();
  expect(await w.timers(id)).toEqual([]);
  expect(await w.ticket(id)).toMatchObject({ next_deadline_at: null, sla_state: null });
  await w.wait(1000);
  expect((await w.log(id)).map(({ kind }) => kind)).not.toContain('breach');
});

test('a timer that the change did not reach finds that nothing is due, even when it comes late', async () => {
  await using w = await slaWorld();
  const id = await w.open();
  await w.wait(5);
  await policy(w, { active: false });
  // No job has looked at the open clocks; the old deadline passes, and its timer comes minutes after it.
  w.clock.set(plus(MONDAY, 20 * 60_000));
  await w.wait(60);
  const first = (await w.log(id)).filter(({ metric }) => metric === 'first_reply').map(({ kind }) => kind);
  expect(first).toEqual(['activate', 'apply_sla', 'apply_sla']);
  expect((await w.timers(id)).map(({ key }) => key)).toEqual([`sla:${id}:resolution`]);
});

test('nothing escalates at midnight, at a week’s end or on a holiday (zammad#4432)', async () => {
  await using w = await slaWorld();
  await office(w, [{ name: 'Off', from: '2026-11-30T00:00', until: '2026-12-01T00:00' }]);
  await policy(w, { target_minutes: 30, calendar: 'office' });
  await policy(w, { metric: 'resolution', target_minutes: 240, calendar: 'office' });
  // Friday, 18:30 in Baku; Monday is off.
  w.clock.set(new Date('2026-11-27T14:30:00Z'));
  const id = await w.open();
  expect(await w.ticket(id)).toMatchObject({ next_deadline_at: new Date('2026-12-01T05:30:00Z') });
  await w.wait(3 * 24 * 60 + 14 * 60);
  expect(w.clock.now()).toEqual(new Date('2026-12-01T04:30:00Z'));
  expect(
    (await w.log(id)).map(({ kind }) => kind).filter((kind) => kind === 'warn' || kind === 'breach'),
  ).toEqual([]);
  await w.wait(120);
  expect(find(await w.clocks(id), 'first_reply')).toMatchObject({
    breached_at: new Date('2026-12-01T05:30:00Z'),
  });
});
