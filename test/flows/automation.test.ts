import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { addStaff } from '../../domain/staff/index.ts';
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

const TAG = [{ do: 'tag', tags: ['seen'] }];
const ticket = (id: number) => a.w.ticket(id);
const tagged = async (id: number) => (await ticket(id)).tags.includes('seen');

const TRIGGERS: readonly { trigger: object; cause: (id: number) => Promise<void> }[] = [
  { trigger: { on: 'message_in' }, cause: (id) => a.w.hear(id) },
  { trigger: { on: 'message_out' }, cause: (id) => a.w.reply(id) },
  { trigger: { on: 'status_changed', from: ['accepted'], to: ['resolved'] }, cause: (id) => a.w.resolve(id) },
  { trigger: { on: 'clarification_asked' }, cause: (id) => a.w.ask(id) },
  { trigger: { on: 'sla', moment: 'warn', metric: 'first_reply' }, cause: () => a.pass(12) },
  { trigger: { on: 'sla', moment: 'breach', metric: 'first_reply' }, cause: () => a.pass(16) },
  { trigger: { on: 'time_since', moment: 'waiting', minutes: 10 }, cause: () => a.pass(10) },
  { trigger: { on: 'time_since', moment: 'created', minutes: 30 }, cause: () => a.pass(30) },
  { trigger: { on: 'time_since', moment: 'customer_message', minutes: 30 }, cause: () => a.pass(30) },
  {
    trigger: { on: 'time_since', moment: 'agent_reply', minutes: 30 },
    cause: (id) => a.w.reply(id).then(() => a.pass(30)),
  },
  {
    trigger: { on: 'time_since', moment: 'resolved', minutes: 30 },
    cause: (id) => a.w.resolve(id).then(() => a.pass(30)),
  },
  {
    trigger: { on: 'time_since', moment: 'clarification', minutes: 30 },
    cause: (id) => a.w.ask(id).then(() => a.pass(30)),
  },
];

test('a new ticket sets a rule off, after the commit and once; its history says what it did', async () => {
  const id = await a.rule({ name: 'Mark it', trigger: { on: 'created' }, actions: TAG });
  const number = await a.w.open();
  expect(await tagged(number)).toBe(false);
  expect(await a.settleJobs()).toBe(1);
  expect(await tagged(number)).toBe(true);
  expect(await a.told(number)).toMatchObject([
    {
      rule: id,
      name: 'Mark it',
      version: 1,
      trigger: 'created',
      outcome: 'done',
      deeds: [{ do: 'tag', changed: true }],
    },
  ]);
});

for (const { trigger, cause } of TRIGGERS) {
  test(`the trigger ${JSON.stringify(trigger)} sets a rule off, and only once`, async () => {
    await a.rule({ trigger, actions: TAG });
    const number = await a.w.open();
    await a.settleJobs();
    expect(await tagged(number)).toBe(false);
    await cause(number);
    await a.settleJobs();
    expect(await tagged(number)).toBe(true);
    expect(await a.told(number)).toHaveLength(1);
  });
}

test('without a rule that listens nothing is set, no job and no timer', async () => {
  await a.rule({ trigger: { on: 'rated' }, actions: TAG });
  const number = await a.w.open();
  await a.w.hear(number);
  await a.w.reply(number);
  expect(await a.settleJobs()).toBe(0);
  expect(await a.timers()).toEqual([]);
});

async function does(actions: readonly object[], before?: (id: number) => Promise<void>) {
  const number = await a.w.open();
  await before?.(number);
  await a.rule({ trigger: { on: 'message_in' }, actions });
  await a.pass(1);
  await a.w.hear(number);
  await a.settleJobs();
  return number;
}

const said = async (id: number) =>
  a.w.runtime.db
    .selectFrom('messages')
    .select(['author_kind', 'visibility', 'text'])
    .where('ticket_id', '=', id)
    .where('author_kind', '=', 'bot')
    .execute();

test('actions: priority, queue, assignee, tags and a notice', async () => {
  const agent = await a.w.runtime.transact((tx) =>
    addStaff(tx, { name: 'Aysel', role: 'l2', now: a.w.clock.now() }),
  );
  const number = await does([
    { do: 'set_priority', to: 'critical' },
    { do: 'move_queue', to: 'l2' },
    { do: 'assign', to: agent.id },
    { do: 'tag', tags: ['One', 'two'] },
    { do: 'untag', tags: ['two'] },
    { do: 'notify', whom: 'leads', text: 'Look at this.' },
  ]);
  expect(await ticket(number)).toMatchObject({ priority: 'critical', assignee_id: agent.id, tags: ['one'] });
  const queue = (await a.w.desk.routing()).queues.find(({ slug }) => slug === 'l2');
  expect((await ticket(number)).queue_id).toBe(queue?.id);
  expect(await a.events(number, 'notified')).toMatchObject([{ whom: 'leads', text: 'Look at this.' }]);
  const [told] = await a.told(number);
  expect(told?.deeds?.map(({ do: what }) => what)).toEqual([
    ...['set_priority', 'move_queue', 'assign', 'tag', 'untag', 'notify'],
  ]);
});

test('a note is for the staff; a macro is written by the bot, as nobody, and stops no clock of a person’s answer', async () => {
  const number = await does([
    { do: 'note', text: 'Call back.' },
    { do: 'macro', macro: 'password' },
  ]);
  const words = await said(number);
  expect(words[0]).toMatchObject({ visibility: 'internal', text: 'Call back.' });
  expect(words[1]).toMatchObject({ visibility: 'public' });
  expect(await ticket(number)).toMatchObject({ first_reply_at: null, status: 'accepted' });
  expect((await ticket(number)).waiting_since).not.toBeNull();
  const clock = (await a.w.clocks(number)).find(({ metric }) => metric === 'first_reply');
  expect(clock?.state).toBe('running');
});

test('a macro that asks lets the ticket wait for its customer, whose answer brings it back', async () => {
  const number = await does([{ do: 'macro', macro: 'ask-screenshot' }]);
  expect(await ticket(number)).toMatchObject({ status: 'clarification', waiting_since: null });
  expect((await ticket(number)).clarification).toContain('screenshot');
  await a.pass(1);
  await a.w.hear(number);
  expect(await ticket(number)).toMatchObject({ status: 'in_progress', first_reply_at: null });
});

test('a matter is closed or resolved with a macro’s words and a way back', async () => {
  for (const [how, status] of [
    ['resolve', 'resolved'],
    ['close', 'closed'],
  ] as const) {
    const number = await does([{ do: 'end', how, macro: 'password' }]);
    expect(await ticket(number)).toMatchObject({ status, waiting_since: null, outcome: 'auto_resolved' });
    const { rows } = await readOutbox(number);
    expect(JSON.stringify(rows.at(-1)?.payload)).toContain(`d1:reopen:${number}`);
    await a.w.runtime.db.updateTable('automation_rules').set({ active: false }).execute();
  }
});

async function readOutbox(number: number) {
  return sql<{ payload: unknown }>`
    select o.payload from outbox o join messages m on (o.ref ->> 'message')::bigint = m.id where m.ticket_id = ${number}
    order by o.id`.execute(a.w.runtime.db);
}

test('a rule snoozes a ticket; it is out of the queue until its time, or until its customer writes', async () => {
  const number = await does([{ do: 'snooze', minutes: 30 }]);
  expect((await ticket(number)).snoozed_until).toEqual(new Date(a.w.clock.now().getTime() + 30 * 60_000));
  await a.pass(29);
  expect((await ticket(number)).snoozed_until).not.toBeNull();
  await a.pass(1);
  expect((await ticket(number)).snoozed_until).toBeNull();
  expect(await a.events(number, 'woken')).toEqual([{ reason: 'time' }]);
  await a.w.hear(number);
  await a.settleJobs();
  expect((await ticket(number)).snoozed_until).not.toBeNull();
  await a.w.runtime.db.updateTable('automation_rules').set({ active: false }).execute();
  await a.w.hear(number);
  expect((await ticket(number)).snoozed_until).toBeNull();
  expect((await a.events(number, 'woken')).at(-1)).toEqual({ reason: 'customer' });
});

test('an action that is not possible refuses the whole rule, and the ticket says so', async () => {
  await a.rule({
    trigger: { on: 'status_changed', to: ['resolved'] },
    actions: [
      { do: 'set_priority', to: 'high' },
      { do: 'snooze', minutes: 5 },
    ],
  });
  const number = await a.w.open();
  await a.w.resolve(number);
  await a.settleJobs();
  expect(await ticket(number)).toMatchObject({ priority: 'normal', status: 'resolved' });
  expect(await a.told(number)).toMatchObject([{ outcome: 'refused', why: 'snooze_ended' }]);
  expect(await a.events(number, 'raised')).toEqual([]);
});

test('rules act in their order, and each sees what the former left', async () => {
  await a.rule({ trigger: { on: 'created' }, actions: [{ do: 'tag', tags: ['first'] }] });
  await a.rule({
    trigger: { on: 'created' },
    all: [{ field: 'tag', in: ['first'] }],
    actions: [{ do: 'set_priority', to: 'high' }],
  });
  const number = await a.w.open();
  await a.settleJobs();
  expect(await ticket(number)).toMatchObject({ tags: ['first'], priority: 'high' });
});

test('a person’s doing and a rule’s lead to each other, but what a rule did never sets it off again', async () => {
  const closing = { do: 'end', how: 'resolve', macro: 'password' };
  const id = await a.rule({
    name: 'Ends',
    trigger: { on: 'status_changed' },
    actions: [closing],
  });
  const number = await a.w.open();
  await a.w.reply(number);
  await a.settleJobs();
  expect((await ticket(number)).status).toBe('resolved');
  expect(await a.told(number)).toMatchObject([
    { rule: id, outcome: 'done' },
    { rule: id, outcome: 'limited', why: 'own_effect' },
  ]);
});
