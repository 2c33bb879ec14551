import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR, plus } from '../../base/kernel/index.ts';
import type { Ticket } from '../tickets/index.ts';
import { dueAt, type Past, type Step, touched } from './index.ts';

const START = new Date('2026-11-23T08:00:00Z');
const NONE: Past = { surveyAskedAt: null, followUpAskedAt: null, remindedAt: null };
const WAITS = { survey: 0, follow_up: 48, close: 72, remind: 24, abandon: 48 };
const STEPS: readonly Step[] = ['survey', 'follow_up', 'close', 'remind', 'abandon'];

type Facts = Pick<Ticket, 'status' | 'outcome' | 'resolved_at' | 'first_reply_at' | 'last_reply_at'>;
const facts = (some: Partial<Facts>): Ticket =>
  ({
    ...{ status: 'accepted', outcome: null, resolved_at: null, first_reply_at: null, last_reply_at: null },
    ...some,
  }) satisfies Facts as Ticket;

const due = (ticket: Ticket, past: Partial<Past> = {}, waits = WAITS) =>
  Object.fromEntries(
    STEPS.flatMap((step) => {
      const at = dueAt(step, ticket, { waits, past: { ...NONE, ...past } });
      return at ? [[step, (at.getTime() - START.getTime()) / HOUR]] : [];
    }),
  );

const solved = { status: 'resolved', outcome: 'answered', resolved_at: START } as const;

describe('what is due, in hours', () => {
  test('after a person solved it: a rating at once, "did it hold?" in two days, the end in three', () => {
    expect(due(facts(solved))).toEqual({ survey: 0, follow_up: 48, close: 72 });
    expect(due(facts(solved), { surveyAskedAt: START })).toEqual({ follow_up: 48, close: 72 });
    expect(due(facts(solved), { followUpAskedAt: plus(START, 48 * HOUR) })).toEqual({ survey: 0, close: 72 });
    // An earlier solution was asked about: this one is too.
    expect(due(facts(solved), { followUpAskedAt: plus(START, -HOUR) })).toHaveProperty('follow_up', 48);
  });

  test('a customer has a day to say that it did not hold, however late they are asked', () => {
    expect(due(facts(solved), {}, { ...WAITS, follow_up: 72 })).toMatchObject({ follow_up: 72, close: 96 });
  });

  test('after it solved itself: nothing but its end', () => {
    expect(due(facts({ ...solved, outcome: 'auto_resolved' }))).toEqual({ close: 72 });
  });

  test('after its customer closed it: a rating where a person had answered', () => {
    const closed = { ...solved, status: 'closed', outcome: 'closed_by_customer' } as const;
    expect(due(facts(closed))).toEqual({});
    expect(due(facts({ ...closed, first_reply_at: START }))).toEqual({ survey: 0 });
  });

  test('while clarification is awaited: a reminder, and from the reminder on the end', () => {
    const asked = facts({ status: 'clarification', last_reply_at: START });
    expect(due(asked)).toEqual({ remind: 24 });
    expect(due(asked, { remindedAt: plus(START, 25 * HOUR) })).toEqual({ abandon: 73 });
    expect(due(asked, { remindedAt: plus(START, -HOUR) })).toEqual({ remind: 24 });
  });
});

test('whatever changes, a step that becomes due, is due at another time or no more is among those touched', () => {
  const moment = fc.option(fc.constantFrom(START, plus(START, HOUR)), { nil: null });
  const ticket = fc
    .record({
      status: fc.constantFrom('accepted', 'in_progress', 'clarification', 'resolved', 'closed', 'reopened'),
      outcome: fc.constantFrom('answered', 'auto_resolved', 'closed_by_customer', 'abandoned', null),
      first_reply_at: moment,
      last_reply_at: moment,
    })
    .map((some) => {
      const open = !['resolved', 'closed'].includes(some.status);
      return facts({ ...some, outcome: open ? null : some.outcome, resolved_at: open ? null : START });
    });
  fc.assert(
    fc.property(ticket, ticket, (before, after) => {
      // Who ended a ticket, and when, changes only with its status.
      const same = before.status === after.status;
      const now = same ? { ...after, outcome: before.outcome, first_reply_at: before.first_reply_at } : after;
      const steps = touched(before, now);
      const [was, is] = [due(before), due(now)];
      for (const step of STEPS) if (was[step] !== is[step]) expect(steps).toContain(step);
      expect(touched(now, now)).toEqual([]);
    }),
  );
});
