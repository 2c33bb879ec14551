import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLog, recompute, type SlaClock, saveCalendar, savePolicy } from '../../domain/sla/index.ts';
import { isOpen } from '../../domain/tickets/index.ts';
import { type SlaWorld, slaWorld } from '../support/sla-world.ts';

type Step = { say: string; do: (w: SlaWorld, id: number) => Promise<unknown> };

/** What may happen on a ticket in any order; what its state does not allow is refused and changes nothing. */
const OPEN_ONLY =
  (act: Step['do']): Step['do'] =>
  async (w, id) =>
    isOpen((await w.ticket(id)).status) ? act(w, id) : undefined;

const acts: readonly Step[] = [
  { say: 'hear', do: OPEN_ONLY((w, id) => w.hear(id)) },
  { say: 'reply', do: OPEN_ONLY((w, id) => w.reply(id)) },
  { say: 'ask', do: OPEN_ONLY((w, id) => w.ask(id)) },
  { say: 'note', do: (w, id) => w.note(id) },
  { say: 'resolve', do: OPEN_ONLY((w, id) => w.resolve(id)) },
  { say: 'reopen', do: (w, id) => w.reopen(id) },
  { say: 'person', do: OPEN_ONLY((w, id) => w.press(id, { do: 'person', ticketId: id })) },
  { say: 'close', do: OPEN_ONLY((w, id) => w.press(id, { do: 'close', ticketId: id })) },
  { say: 'thanks', do: (w, id) => w.say(id, 'Thanks!') },
  { say: 'reapply', do: (w) => w.reapply() },
];

const minutes = fc.integer({ min: 1, max: 400 });
const waits = minutes.map((length): Step => ({ say: `wait ${length}`, do: (w) => w.wait(length) }));
const late = minutes.map(
  (length): Step => ({
    say: `sleep ${length}`,
    // Time passes and no timer is fired: the desk was down.
    do: async (w) => w.clock.set(new Date(w.clock.now().getTime() + length * 60_000)),
  }),
);
const policies = fc
  .record({
    queue: fc.constantFrom('l1', 'l2'),
    metric: fc.constantFrom('first_reply', 'next_reply', 'resolution'),
    priority: fc.constantFrom(null, 'high'),
    target_minutes: fc.integer({ min: 1, max: 500 }),
    calendar: fc.constantFrom(null, 'office'),
    active: fc.boolean(),
  })
  .map(
    (input): Step => ({
      say: `policy ${JSON.stringify(input)}`,
      do: (w) => w.runtime.transact((tx) => savePolicy(tx, input, w.clock.now())),
    }),
  );
const OFFICE = [
  ['09:00', '13:00'],
  ['14:00', '18:00'],
];
const office = (w: SlaWorld, shift: string[][]) => {
  const week = { mon: shift, tue: shift, wed: shift, thu: shift, fri: shift, sat: [], sun: shift };
  const input = { timeZone: 'Europe/Berlin', week, holidays: [] };
  return w.runtime.transact((tx) => saveCalendar(tx, 'office', { input, now: w.clock.now() }));
};
const calendars = fc
  .constantFrom(OFFICE, [['00:00', '24:00']], [['22:00', '24:00']])
  .map((shift): Step => ({ say: `calendar ${JSON.stringify(shift)}`, do: (w) => office(w, shift) }));

const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...acts) },
    { weight: 3, arbitrary: waits },
    { weight: 1, arbitrary: late },
    { weight: 2, arbitrary: policies },
    { weight: 1, arbitrary: calendars },
  ),
  { minLength: 3, maxLength: 18 },
);

const byAge = (clocks: readonly SlaClock[]) =>
  clocks.toSorted((a, b) => (`${a.metric} ${a.instance}` < `${b.metric} ${b.instance}` ? -1 : 1));

/** When the timer of an open clock is due: its warning, then its deadline; none once it is breached. */
function expectedTimers(id: number, clocks: readonly SlaClock[]) {
  return clocks
    .filter((clock) => clock.state === 'running' && !clock.breached_at && clock.deadline_at)
    .map((clock) => ({
      key: `sla:${id}:${clock.metric}`,
      at: clock.warned_at ? clock.deadline_at : (clock.warn_at ?? clock.deadline_at),
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

test('after any history the log alone gives the clocks again, every timer has its clock, and nothing is noted twice', async () => {
  await using w = await slaWorld();
  await office(w, OFFICE);
  await fc.assert(
    fc.asyncProperty(steps, async (happened) => {
      const id = await w.open();
      for (const step of happened) await step.do(w, id);
      const clocks = await w.clocks(id);
      const log = await readLog(w.runtime.db, id);
      expect(byAge(recompute(log.events, log.calendars))).toEqual(byAge(clocks));
      expect(await w.timers(id)).toEqual(expectedTimers(id, clocks));
      const once = log.events.filter(
        ({ kind }) => kind === 'warn' || kind === 'breach' || kind === 'activate',
      );
      const names = once.map(({ metric, instance, kind }) => `${metric} ${instance} ${kind}`);
      expect(new Set(names).size).toBe(names.length);
      const ticket = await w.ticket(id);
      // What was promised first: a breach plans the clock anew under a higher priority.
      const deadlines = clocks.flatMap(({ state, deadline_at, breached_at }) =>
        state === 'running' && deadline_at ? [Number(breached_at ?? deadline_at)] : [],
      );
      expect(ticket.next_deadline_at?.getTime() ?? null).toBe(
        deadlines.length > 0 ? Math.min(...deadlines) : null,
      );
      if (!isOpen(ticket.status)) expect(clocks.every(({ ended_at }) => ended_at)).toBe(true);
      await w.press(id, { do: 'close', ticketId: id });
    }),
    { numRuns: 15 },
  );
});
