import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { AuditPage, ErrorBody, Queue, SlaRules } from '../../contract/index.ts';
import { savePolicy } from '../../domain/sla/index.ts';
import { type Agent, type TestDesk, testDesk } from '../support/desk.ts';
import { slaWorld } from '../support/sla-world.ts';

let t: TestDesk;
let admin: Agent;
beforeAll(async () => {
  t = await testDesk();
  admin = await t.agent('admin');
});
afterAll(() => t?.[Symbol.asyncDispose]());

const NORMAL = {
  ...{ queue: 'l1', priority: null, metric: 'first_reply', target_minutes: 15, reopened_minutes: null },
  ...{ calendar: null, warn_percent: 75, pause_in_clarification: true, active: true },
};
const NINE_TO_SIX = [
  ['09:00', '13:00'],
  ['14:00', '18:00'],
];
const WEEK = {
  ...{ mon: NINE_TO_SIX, tue: NINE_TO_SIX, wed: NINE_TO_SIX, thu: NINE_TO_SIX, fri: NINE_TO_SIX },
  ...{ sat: [], sun: [] },
};
const rules = async () => SlaRules.parse((await admin.call('/api/sla')).body);
const put = (path: string, body: object) => admin.call(`/api/sla/${path}`, body, 'PUT');
const refusal = ({ status, body }: { status: number; body: unknown }) => {
  const { code, message, details } = ErrorBody.parse(body).error;
  return { status, code, message, field: details?.['field'] };
};
const audited = async (object: string) =>
  AuditPage.parse((await admin.call(`/api/audit?object=${object}`)).body).entries.map(
    ({ action, actor, before, after }) => ({ action, by: actor.id, before, after }),
  );

test('a promise is changed by its queue, metric and priority; new tickets are told, and the log shows before and after', async () => {
  expect((await put('policies', { ...NORMAL, target_minutes: 12 })).status).toBe(200);
  const own = { ...NORMAL, priority: 'critical', target_minutes: 3, warn_percent: null };
  const after = SlaRules.parse((await put('policies', own)).body);
  expect(after).toEqual(await rules());
  const first = after.policies.filter(({ queue, metric }) => queue === 'l1' && metric === 'first_reply');
  expect(first).toMatchObject([{ ...NORMAL, target_minutes: 12 }, own]);
  expect(first).toHaveLength(2);
  const queues = Queue.array().parse((await admin.call('/api/queues')).body);
  expect(queues.find(({ slug }) => slug === 'l1')).toMatchObject({ first_reply_minutes: 12 });
  const by = admin.member.id;
  expect(await audited('policy:l1:first_reply:any')).toEqual([
    { action: 'sla.policy', by, before: { target_minutes: 15 }, after: { target_minutes: 12 } },
  ]);
  expect(await audited('policy:l1:first_reply:critical')).toEqual([
    { action: 'sla.policy', by, before: null, after: own },
  ]);
});

test('open tickets follow a change without anybody touching them', async () => {
  const customer = await t.customer();
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: 'A dark theme would be kind.' });
  const ticket = await vi.waitFor(() =>
    t.runtime.db.selectFrom('tickets').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow(),
  );
  await put('policies', { ...NORMAL, target_minutes: 90 });
  await vi.waitFor(async () => {
    const { next_deadline_at: at } = await t.runtime.db
      .selectFrom('tickets')
      .selectAll()
      .where('id', '=', ticket.id)
      .executeTakeFirstOrThrow();
    expect((at?.getTime() ?? 0) - ticket.created_at.getTime()).toBeGreaterThan(80 * 60_000);
  });
});

test('calendars have names, hours and days off; a file of days off is read and not kept', async () => {
  const calendar = { name: 'İş saatları', timeZone: 'Asia/Baku', week: WEEK, holidays: [] };
  const made = SlaRules.parse((await put('calendars/office', calendar)).body);
  expect(made.calendars.find(({ slug }) => slug === 'office')).toEqual({
    ...{ slug: 'office', version: 1 },
    ...calendar,
  });
  const file = [
    ...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'SUMMARY:Novruz', 'DTSTART;VALUE=DATE:20270320'],
    ...['DTEND;VALUE=DATE:20270325', 'END:VEVENT', 'END:VCALENDAR'],
  ].join('\r\n');
  const wanted = { file, timeZone: 'Asia/Baku', from: '2027-01-01', until: '2028-01-01' };
  const found = await admin.call('/api/sla/holidays', wanted);
  const novruz = { name: 'Novruz', from: '2027-03-20T00:00', until: '2027-03-25T00:00' };
  expect(found).toEqual({ status: 200, body: { holidays: [novruz] } });
  expect((await rules()).calendars.find(({ slug }) => slug === 'office')?.holidays).toEqual([]);
  expect((await put('calendars/office', { ...calendar, holidays: [novruz] })).status).toBe(200);
  expect((await put('policies', { ...NORMAL, calendar: 'office' })).status).toBe(200);
  const [log] = await audited('calendar:office');
  expect(log).toMatchObject({
    before: { holidays: [] },
    after: { holidays: ['2027-03-20T00:00/2027-03-25T00:00'] },
  });
  expect(JSON.stringify(log)).not.toContain('Novruz');
});

test('what is refused says why and where', async () => {
  const calendar = { timeZone: 'Asia/Baku', week: WEEK, holidays: [] };
  const overlap = [
    ['09:00', '13:00'],
    ['12:00', '18:00'],
  ];
  const bad = refusal(await put('calendars/office', { ...calendar, week: { ...WEEK, mon: overlap } }));
  expect(bad).toMatchObject({ status: 400, code: 'sla_calendar_invalid', field: 'week.mon' });
  expect(bad.message).toContain('overlap');
  const nowhere = await put('calendars/office', { ...calendar, timeZone: 'Asia/Nowhere' });
  expect(refusal(nowhere)).toMatchObject({ status: 400, field: 'timeZone' });
  expect(refusal(await put('calendars/Office%20hours', calendar)).code).toBe('sla_calendar_invalid');
  expect(refusal(await put('policies', { ...NORMAL, calendar: 'none' })).message).toContain('none');
  expect(refusal(await put('policies', { ...NORMAL, queue: 'none' })).code).toBe('queue_unknown');
  expect(refusal(await put('policies', { ...NORMAL, target_minutes: 0 }))).toMatchObject({
    field: 'target_minutes',
  });
  const text = { file: 'hello', timeZone: 'Asia/Baku', from: '2027-01-01', until: '2028-01-01' };
  expect(refusal(await admin.call('/api/sla/holidays', text)).message).toContain('.ics');
  const zone = { ...text, timeZone: 'Nowhere' };
  expect(refusal(await admin.call('/api/sla/holidays', zone)).status).toBe(400);
});

test('a step of escalation is added at the end, keeps its place when it changes, and goes', async () => {
  const before = (await rules()).escalations;
  const step = { queue: 'vip', metric: null, moment: 'breach', active: true };
  const added = SlaRules.parse(
    (await admin.call('/api/sla/escalations', { ...step, action: { do: 'page_on_call' } })).body,
  ).escalations;
  const last = added.at(-1);
  expect(added.slice(0, -1)).toEqual(before);
  expect(last).toMatchObject({ ...step, action: { do: 'page_on_call' } });
  const [first] = before;
  if (!first || !last) throw new Error('there are no steps');
  const { id, ...rest } = first;
  const changed = SlaRules.parse((await put(`escalations/${id}`, { ...rest, active: false })).body);
  expect(changed.escalations).toEqual([{ ...first, active: false }, ...added.slice(1)]);
  const gone = await admin.call(`/api/sla/escalations/${last.id}`, undefined, 'DELETE');
  expect(SlaRules.parse(gone.body).escalations).toEqual([{ ...first, active: false }, ...before.slice(1)]);
  expect(refusal(await put(`escalations/${last.id}`, step && { ...rest }))).toMatchObject({
    ...{ status: 404, code: 'sla_escalation_unknown' },
  });
  expect((await audited(`escalation:${last.id}`)).map(({ before: old }) => old === null)).toEqual([
    ...[false, true],
  ]);
});

test('a new rule that moves a ticket has the queues and the card follow', async () => {
  await using w = await slaWorld();
  const { db, transact } = w.runtime;
  await sql`update queues set assignment = 'round_robin' where slug = 'l2'`.execute(db);
  const id = await w.open();
  await w.wait(10);
  await db.deleteFrom('outbox').execute();
  const resolution = { queue: 'l1', metric: 'resolution', target_minutes: 12 };
  await transact((tx) => savePolicy(tx, resolution, w.clock.now()));
  await w.reapply();
  const { slug } = await db
    .selectFrom('tickets')
    .innerJoin('queues', 'queues.id', 'tickets.queue_id')
    .select('slug')
    .where('tickets.id', '=', id)
    .executeTakeFirstOrThrow();
  expect(slug).toBe('l2');
  const jobs = await sql<{ key: string }>`
    select key from graphile_worker.jobs where task_identifier = 'queues.assign'`.execute(db);
  expect(jobs.rows).toHaveLength(1);
});
