import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  AUTOMATION_TASK,
  AutomationJob,
  deleteRule,
  saveRule,
  switchRule,
} from '../../domain/automation/index.ts';
import { handleAutomation } from '../../domain/back-office/index.ts';
import { type AutomationWorld, automationWorld } from '../support/automation-world.ts';

let a: AutomationWorld;
beforeAll(async () => {
  a = await automationWorld();
});
afterAll(() => a?.[Symbol.asyncDispose]());
afterEach(async () => {
  await a.w.runtime.db.updateTable('automation_rules').set({ active: false }).execute();
  await a.pass(61);
});

const by = () => ({ actor: a.admin, now: a.w.clock.now() });
const TAG = [{ do: 'tag', tags: ['seen'] }];

test('rules that lead to each other stop after three, and the ticket says why', async () => {
  const inStatus = (to: string) => ({ on: 'status_changed', to: [to] });
  const ids = [
    await a.rule({ trigger: inStatus('in_progress'), actions: [{ do: 'macro', macro: 'ask-screenshot' }] }),
    await a.rule({
      trigger: inStatus('clarification'),
      actions: [{ do: 'end', how: 'resolve', macro: 'password' }],
    }),
    await a.rule({
      trigger: inStatus('resolved'),
      actions: [{ do: 'end', how: 'close', macro: 'password' }],
    }),
    await a.rule({ trigger: inStatus('closed'), actions: TAG }),
  ];
  const number = await a.w.open();
  await a.w.reply(number);
  await a.settleJobs();
  expect(await a.told(number)).toMatchObject([
    ...ids.slice(0, 3).map((rule) => ({ rule, outcome: 'done' })),
    { rule: ids[3], outcome: 'limited', why: 'too_deep' },
  ]);
  expect((await a.w.ticket(number)).tags).toEqual([]);
});

test('a rule that answers its own doing is not set off by it, also not by a timer', async () => {
  const id = await a.rule({
    trigger: { on: 'time_since', moment: 'clarification', minutes: 30 },
    actions: [{ do: 'macro', macro: 'ask-screenshot' }],
  });
  const number = await a.w.open();
  await a.w.ask(number);
  expect(await a.timers()).toEqual([`automation:${id}:${number}`]);
  await a.pass(31);
  expect(await a.told(number)).toMatchObject([{ rule: id, outcome: 'done' }]);
  // The question was asked anew, by the rule itself.
  expect(await a.timers()).toEqual([]);
  await a.pass(300);
  expect(await a.told(number)).toHaveLength(1);
});

test('one ticket sees twenty runs an hour, and is told once that there were more', async () => {
  await a.rule({
    name: 'Chatty',
    trigger: { on: 'message_in' },
    actions: [{ do: 'notify', whom: 'assignee' }],
  });
  const number = await a.w.open();
  for (let written = 0; written < 23; written += 1) {
    await a.w.hear(number);
    await a.pass(1);
  }
  const told = await a.told(number);
  expect(told.filter(({ outcome }) => outcome === 'done')).toHaveLength(20);
  expect(told.filter(({ outcome }) => outcome === 'limited')).toMatchObject([{ why: 'ticket_limit' }]);
  await a.pass(60);
  await a.w.hear(number);
  await a.settleJobs();
  expect((await a.told(number)).at(-1)).toMatchObject({ outcome: 'done' });
});

test('a rule that wants to run more than 300 times a minute is switched off, with its timers, and a notice stands on the ticket', async () => {
  const id = await a.rule({ trigger: { on: 'created' }, actions: TAG });
  const before = await a.w.open();
  await a.settleJobs();
  await sql`
    insert into automation_runs (rule_id, version, ticket_id, event_key, trigger, depth, outcome, details, at)
    select ${id}, 1, ${before}, 'storm:' || n, 'created', 0, 'done', '{}', ${a.w.clock.now()} from generate_series(1, 299) n`.execute(
    a.w.runtime.db,
  );
  const number = await a.w.open();
  await a.settleJobs();
  expect(await a.told(number)).toMatchObject([{ outcome: 'limited', why: 'rule_limit' }]);
  const rule = await a.w.runtime.db
    .selectFrom('automation_rules')
    .select(['active', 'paused_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  expect(rule).toEqual({ active: false, paused_at: a.w.clock.now() });
  await a.w.open();
  expect(await a.settleJobs()).toBe(0);
});

test('an event is answered once, however often and by however many its job is run', async () => {
  await a.rule({ trigger: { on: 'created' }, actions: [{ do: 'notify', whom: 'leads' }] });
  const number = await a.w.open();
  const { rows } = await sql<{ payload: unknown }>`
    select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = ${AUTOMATION_TASK}`.execute(a.w.runtime.db);
  const job = AutomationJob.parse(rows[0]?.payload);
  const run = () => a.w.runtime.transact((tx) => handleAutomation(tx, a.w.desk, job));
  await Promise.all([run(), run(), run()]);
  await a.settleJobs();
  expect(await a.told(number)).toHaveLength(1);
  expect(await a.events(number, 'notified')).toHaveLength(1);
});

test('timers move with their moment and their rule, and none outlives either', async () => {
  const draft = (minutes: number, moment = 'waiting') => ({
    ...{ name: 'Late', trigger: { on: 'time_since', moment, minutes }, actions: TAG },
  });
  const id = await a.rule(draft(60));
  const number = await a.w.open();
  const timer = `automation:${id}:${number}`;
  const { transact } = a.w.runtime;
  expect(await a.timers()).toEqual([timer]);
  await a.w.reply(number);
  expect(await a.timers()).toEqual([]);
  await a.w.hear(number);
  expect(await a.timers()).toEqual([timer]);
  // It waits longer now: nothing happens at the old time.
  await transact((tx) => saveRule(tx, { id, base: 1, rule: draft(90) }, by()));
  await a.pass(61);
  expect(await a.told(number)).toEqual([]);
  await a.pass(30);
  expect(await a.told(number)).toMatchObject([{ outcome: 'done', version: 2 }]);
  for (const end of [
    () => transact((tx) => saveRule(tx, { id, base: 2, rule: draft(90, 'created') }, by())),
    () => transact((tx) => switchRule(tx, { id, active: false }, by())),
    () => transact((tx) => deleteRule(tx, id, by())),
  ]) {
    await transact((tx) => switchRule(tx, { id, active: true }, by()));
    const next = await a.w.open();
    expect(await a.timers()).toContain(`automation:${id}:${next}`);
    await end();
    expect(await a.timers()).toEqual([]);
  }
  expect(await a.w.runtime.db.selectFrom('automation_timers').selectAll().execute()).toEqual([]);
});
