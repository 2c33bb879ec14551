import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plus } from '../../base/kernel/index.ts';
import { dryRun, listRules } from '../../domain/automation/index.ts';
import { type AutomationWorld, automationWorld, type Draft } from '../support/automation-world.ts';

let a: AutomationWorld;
beforeAll(async () => {
  a = await automationWorld();
});
afterAll(() => a?.[Symbol.asyncDispose]());

const trigger = fc.constantFrom<unknown[]>(
  ...[{ on: 'created' }, { on: 'message_in' }, { on: 'message_out' }, { on: 'clarification_asked' }],
  ...[{ on: 'status_changed' }, { on: 'status_changed', to: ['resolved', 'clarification'] }],
);
const condition = fc.constantFrom<unknown[]>(
  ...[
    { field: 'tag', in: ['a'] },
    { field: 'tag', in: ['b'], not: true },
  ],
  ...[
    { field: 'priority', in: ['normal', 'low'] },
    { field: 'queue', in: ['l2'], not: true },
  ],
  ...[
    { field: 'status', in: ['accepted', 'in_progress'] },
    { field: 'assignee', is: 'present' },
  ],
  ...[
    { field: 'messages', at_least: 2 },
    { field: 'waiting', at_least_minutes: 1 },
  ],
  { field: 'words', in: ['one more'] },
);
const action = fc.constantFrom<unknown[]>(
  ...[
    { do: 'tag', tags: ['a'] },
    { do: 'tag', tags: ['b', 'c'] },
    { do: 'untag', tags: ['a'] },
  ],
  ...[
    { do: 'set_priority', to: 'high' },
    { do: 'set_priority', to: 'low' },
    { do: 'move_queue', to: 'l2' },
  ],
  ...[
    { do: 'assign', to: null },
    { do: 'notify', whom: 'leads' },
    { do: 'snooze', minutes: 5 },
  ],
  ...[
    { do: 'macro', macro: 'ask-screenshot' },
    { do: 'note', text: 'Look.' },
  ],
);
const rule = fc.record({
  trigger,
  all: fc.array(condition, { maxLength: 2 }),
  actions: fc.oneof(
    { weight: 4, arbitrary: fc.array(action, { minLength: 1, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.constant([{ do: 'end', how: 'resolve', macro: 'password' }]) },
  ),
});
const OPS = ['hear', 'reply', 'ask', 'resolve', 'reopen', 'wait'] as const;
type Op = (typeof OPS)[number];

async function perform(op: Op, number: number): Promise<void> {
  const { status } = await a.w.ticket(number);
  const over = status === 'resolved' || status === 'closed';
  if (op === 'wait') return a.pass(2);
  if (op === 'reopen' ? !over : over) return;
  await a.w[op](number);
}

const asRuns = (runs: readonly { ticket: number; at: Date; outcome: string }[]) =>
  runs.map(({ ticket, at, outcome }) => `${ticket} ${at.toISOString()} ${outcome}`).toSorted();

async function ran(number: number): Promise<Map<number, string[]>> {
  const runs = new Map<number, { ticket: number; at: Date; outcome: string }[]>();
  for (const { rule: id, outcome, event_at: at } of await a.told(number))
    if (outcome !== 'limited')
      runs.set(id, [...(runs.get(id) ?? []), { ticket: number, at: new Date(at), outcome }]);
  return new Map([...runs].map(([id, list]) => [id, asRuns(list)]));
}

const MACRO = { do: 'macro', macro: 'ask-screenshot' };

// Once for the reopening, and once more for what another rule made of it, in the same second.
const SNOOZED_TWICE: [object[], Op[]] = [
  [
    { trigger: { on: 'status_changed' }, all: [], actions: [MACRO] },
    { trigger: { on: 'status_changed' }, all: [], actions: [{ do: 'snooze', minutes: 5 }] },
  ],
  ['resolve', 'reopen'],
];

// What the macro sent is answered only after the other rule has acted on the creation, which was earlier.
const MACRO_BEFORE_THE_END: [object[], Op[]] = [
  [
    { trigger: { on: 'created' }, all: [], actions: [MACRO] },
    {
      trigger: { on: 'status_changed' },
      all: [],
      actions: [
        { do: 'snooze', minutes: 5 },
        { do: 'set_priority', to: 'high' },
      ],
    },
    {
      trigger: { on: 'created' },
      all: [],
      actions: [{ do: 'end', how: 'resolve', macro: 'password' }],
    },
  ],
  ['hear', 'reopen', 'resolve', 'hear', 'reply', 'reopen', 'resolve'],
];

test('whatever rules meet whatever happens: it ends, no limit is exceeded, and a dry run on that past finds exactly what ran', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(rule, { minLength: 1, maxLength: 4 }),
      fc.array(fc.constantFrom(...OPS), { minLength: 3, maxLength: 9 }),
      async (rules, ops) => {
        await a.w.runtime.db.updateTable('automation_rules').set({ active: false }).execute();
        await a.pass(61);
        const ids: number[] = [];
        for (const draft of rules) ids.push(await a.rule(draft as Draft));
        const number = await a.w.open();
        const step = async () => {
          a.w.clock.set(plus(a.w.clock.now(), 1000));
          expect(await a.settleJobs()).toBeLessThan(60);
          // People and rules never act in the very same millisecond: each holds the ticket's lock.
          a.w.clock.set(plus(a.w.clock.now(), 1000));
        };
        await step();
        for (const op of ops) {
          await perform(op, number);
          await step();
        }
        const runs = await a.w.runtime.db
          .selectFrom('automation_runs')
          .select(['outcome', 'depth'])
          .where('ticket_id', '=', number)
          .execute();
        expect(runs.filter(({ outcome }) => outcome !== 'limited').length).toBeLessThanOrEqual(20);
        expect(runs.every(({ outcome, depth }) => outcome === 'limited' || depth < 3)).toBe(true);
        const real = await ran(number);
        for (const managed of await listRules(a.w.runtime.db, a.w.clock.now())) {
          if (!ids.includes(managed.id)) continue;
          const query = { rule: managed.rule, id: managed.id, last: 1 };
          const found = await dryRun(a.w.runtime.db, query, a.w.clock.now());
          expect(asRuns(found.matches)).toEqual(real.get(managed.id) ?? []);
          compared += found.matches.length;
        }
      },
    ),
    { numRuns: 12, endOnFailure: true, examples: [SNOOZED_TWICE, MACRO_BEFORE_THE_END] },
  );
  expect(compared).toBeGreaterThan(3);
});

test('a draft that nobody switched on is tried on the past, also one that waits for time, and changes nothing', async () => {
  await a.w.runtime.db.updateTable('automation_rules').set({ active: false }).execute();
  const from = a.w.clock.now();
  const silent = await a.w.open('idea', 'Refúnd ÖDƏNİŞ please');
  await a.pass(30);
  const answered = await a.w.open('idea', 'Something else');
  await a.pass(5);
  await a.w.reply(answered);
  await a.pass(120);
  const before = await a.w.ticket(silent);
  const rows = () => a.w.runtime.db.selectFrom('automation_runs').select('id').execute();
  const runs = await rows();
  const attempt = (rule: object) =>
    dryRun(a.w.runtime.db, { rule: { name: 'Draft', ...rule }, from, last: 100 }, a.w.clock.now());

  const waits = await attempt({
    trigger: { on: 'time_since', moment: 'waiting', minutes: 60 },
    actions: [{ do: 'set_priority', to: 'critical' }],
  });
  expect(waits).toMatchObject({ looked_at: 2, complete: true, tickets_matched: 1, times_matched: 1 });
  expect(waits.matches).toMatchObject([
    { ticket: silent, at: plus(before.created_at, 60 * 60_000), outcome: 'done' },
  ]);
  expect(waits.unknown).toEqual(['people', 'others']);

  const says = await attempt({
    trigger: { on: 'created' },
    all: [
      { field: 'words', in: ['refund', 'odenis'] },
      { field: 'vip', is: false },
    ],
    actions: [{ do: 'notify', whom: 'leads' }],
  });
  expect(says.matches.map(({ ticket }) => ticket)).toEqual([silent]);
  expect(says.unknown).toEqual(['vip', 'words']);
  expect(await a.w.ticket(silent)).toEqual(before);
  expect(await rows()).toEqual(runs);
});

test('a dry run looks at no more than it was told, and says so', async () => {
  const from = a.w.clock.now();
  for (let made = 0; made < 3; made += 1) await a.w.open();
  const rule = { name: 'All', trigger: { on: 'created' }, actions: [{ do: 'tag', tags: ['x'] }] };
  const found = await dryRun(a.w.runtime.db, { rule, from, last: 2 }, plus(a.w.clock.now(), 1));
  expect(found).toMatchObject({ looked_at: 2, complete: false, times_matched: 2, busiest_minute: 2 });
});

test('a new desk tells its leads of whoever has waited for a day, and asks nobody else', async () => {
  await using own = await automationWorld({ keep: true });
  const waiting = await own.w.open();
  const answered = await own.w.open();
  await own.w.reply(answered);
  await own.pass(24 * 60 + 1);
  expect(await own.told(waiting)).toMatchObject([{ trigger: 'time_since', outcome: 'done' }]);
  expect(await own.events(waiting, 'notified')).toMatchObject([{ whom: 'leads' }]);
  expect((await own.w.ticket(waiting)).priority).toBe('high');
  expect(await own.told(answered)).toEqual([]);
});
