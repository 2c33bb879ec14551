import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Queue } from '../routing/index.ts';
import type { Ticket } from '../tickets/index.ts';
import { followUp, type Presence, watch } from './index.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 5) + minute * 60_000);
const ticket = (more: Partial<Ticket> = {}): Ticket =>
  ({
    ...{ id: 1001, status: 'in_progress', queue_id: 1, assignee_id: 7, created_at: at(0) },
    ...{ assigned_at: at(0), waiting_since: at(0), snoozed_until: null },
    ...more,
  }) as Ticket;
const there: Presence = { presence: 'online', since: at(0) };
const queue = (id: number, more: Partial<Queue> = {}): Queue => ({
  ...{ id, slug: `q${id}`, name: '', firstReplyMinutes: 15, resolutionMinutes: 240 },
  ...{ assignment: 'pull', silentMinutes: null, offlineMinutes: null },
  ...more,
});

describe('whether a ticket goes back to its queue', () => {
  const silent = { silentMinutes: 10, offlineMinutes: null };
  const gone = { silentMinutes: null, offlineMinutes: 5 };

  test('silence counts from the oldest unanswered word or the assignment, whichever is later', () => {
    const late = ticket({ assigned_at: at(4) });
    expect(watch(ticket(), silent, { assignee: there, now: at(9) })).toEqual({ do: 'look', at: at(10) });
    expect(watch(ticket(), silent, { assignee: there, now: at(10) })).toEqual({
      do: 'return',
      reason: 'silent',
    });
    expect(watch(late, silent, { assignee: there, now: at(10) })).toEqual({ do: 'look', at: at(14) });
  });

  test('absence counts from when the assignee left, and only while the customer waits', () => {
    const left: Presence = { presence: 'offline', since: at(3) };
    expect(watch(ticket(), gone, { assignee: left, now: at(7) })).toEqual({ do: 'look', at: at(8) });
    expect(watch(ticket(), gone, { assignee: left, now: at(8) })).toEqual({
      do: 'return',
      reason: 'offline',
    });
    expect(watch(ticket(), gone, { assignee: there, now: at(99) })).toEqual({ do: 'nothing' });
    expect(watch(ticket({ waiting_since: null }), gone, { assignee: left, now: at(99) })).toEqual({
      do: 'nothing',
    });
  });

  test('it never goes back early, and whoever looks again when told finds it due', () => {
    const minutes = fc.option(fc.integer({ min: 1, max: 60 }));
    const moment = fc.integer({ min: 0, max: 100 });
    const presence = fc.constantFrom('online' as const, 'away' as const, 'offline' as const);
    fc.assert(
      fc.property(
        fc.tuple(minutes, minutes, presence),
        fc.tuple(moment, moment, moment, moment),
        ([s, o, state], m) => {
          const one = ticket({ assigned_at: at(m[0]), waiting_since: at(m[1]) });
          const patience = { silentMinutes: s, offlineMinutes: o };
          const assignee = { presence: state, since: at(m[2]) };
          const found = watch(one, patience, { assignee, now: at(m[3]) });
          if (found.do === 'return') {
            const since = Math.max(m[0], found.reason === 'silent' ? m[1] : m[2]);
            expect(m[3] - since).toBeGreaterThanOrEqual((found.reason === 'silent' ? s : o) ?? Infinity);
          }
          if (found.do === 'look') {
            expect(found.at > at(m[3])).toBe(true);
            expect(watch(one, patience, { assignee, now: found.at }).do).toBe('return');
            const before = new Date(found.at.getTime() - 1);
            expect(watch(one, patience, { assignee, now: before }).do).not.toBe('return');
          }
          if (s !== null && found.do === 'nothing') expect.unreachable('silence is never forgotten');
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('what a change of a ticket calls for', () => {
  const waiting = ticket({ assignee_id: null, assigned_at: null });
  const queues = [
    queue(1, { assignment: 'round_robin' }),
    queue(2, { assignment: 'least_loaded' }),
    queue(3),
  ];

  test('nothing, where queues are pulled from and nobody is watched', () => {
    const plain = [queue(1)];
    for (const after of [waiting, ticket(), ticket({ status: 'resolved', waiting_since: null })])
      expect(followUp({ before: ticket(), after }, plain, at(1))).toEqual({ assign: [], watchAt: undefined });
  });

  test('its queue looks when it arrives, and every queue when somebody is freed', () => {
    const done = ticket({ status: 'resolved', waiting_since: null });
    expect(followUp({ after: waiting }, queues, at(1)).assign).toEqual([1]);
    expect(followUp({ before: waiting, after: waiting }, queues, at(1)).assign).toEqual([]);
    expect(followUp({ before: waiting, after: { ...waiting, queue_id: 2 } }, queues, at(1)).assign).toEqual([
      2,
    ]);
    expect(followUp({ before: ticket(), after: done }, queues, at(1)).assign).toEqual([1, 2]);
    expect(followUp({ before: ticket(), after: waiting }, queues, at(1)).assign).toEqual([1, 2]);
    expect(followUp({ before: waiting, after: ticket() }, queues, at(1)).assign).toEqual([]);
  });

  test('an assignee is looked at when the customer begins to wait for them', () => {
    const patient = [queue(1, { silentMinutes: 10 })];
    const answered = ticket({ waiting_since: null });
    const again = ticket({ waiting_since: at(5) });
    expect(followUp({ before: answered, after: again }, patient, at(5)).watchAt).toEqual(at(15));
    expect(followUp({ before: again, after: again }, patient, at(6)).watchAt).toBeUndefined();
    expect(followUp({ before: again, after: answered }, patient, at(6)).watchAt).toBeUndefined();
    const strict = [queue(1, { offlineMinutes: 10 })];
    expect(followUp({ before: answered, after: again }, strict, at(5)).watchAt).toBe('if gone');
    const both = [queue(1, { silentMinutes: 10, offlineMinutes: 10 })];
    expect(followUp({ before: answered, after: again }, both, at(5)).watchAt).toEqual(at(5));
  });
});
