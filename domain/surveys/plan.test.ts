import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR, plus } from '../../base/kernel/index.ts';
import type { Ticket } from '../tickets/index.ts';
import { type AftercareSettings, drawn, dueAt, type Past, STEPS, touched } from './index.ts';

const START = new Date('2026-11-23T08:00:00Z');
const NONE: Past = {
  ...{ surveyAskedAt: null, followUpAskedAt: null, remindedAt: null },
  ...{ customerSurveyedAt: null, npsAskedAt: null, customerSolved: 1 },
};
const SETTINGS: AftercareSettings = {
  ...{ survey_enabled: true, survey_style: 'faces', survey_hours: 0 },
  ...{ follow_up_hours: 48, close_hours: 72, remind_hours: 24, abandon_hours: 48 },
  ...{ nps_enabled: true, nps_hours: 72, nps_days: 90, nps_after: 2, nps_share: 100 },
};

type Facts = Pick<Ticket, 'id' | 'status' | 'outcome' | 'resolved_at' | 'first_reply_at' | 'last_reply_at'>;
const facts = (some: Partial<Facts>): Ticket =>
  ({
    id: 1001,
    ...{ status: 'accepted', outcome: null, resolved_at: null, first_reply_at: null, last_reply_at: null },
    ...some,
  }) satisfies Facts as Ticket;

const due = (ticket: Ticket, past: Partial<Past> = {}, settings: Partial<AftercareSettings> = {}) =>
  Object.fromEntries(
    STEPS.flatMap((step) => {
      const at = dueAt(step, ticket, {
        settings: { ...SETTINGS, ...settings },
        past: { ...NONE, ...past },
      });
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
    expect(due(facts(solved), {}, { follow_up_hours: 72 })).toMatchObject({ follow_up: 72, close: 96 });
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

describe('how likely they recommend us is asked', () => {
  const often = { customerSolved: 2 };
  const at = (hours: number) => plus(START, hours * HOUR);
  const nps = (past: Partial<Past>, settings: Partial<AftercareSettings> = {}) =>
    due(facts(solved), past, settings)['nps'];

  test('from the second solved ticket on, in three days, not where it is switched off', () => {
    expect(nps({ customerSolved: 1 })).toBeUndefined();
    expect(nps(often)).toBe(72);
    expect(nps({ customerSolved: 1 }, { nps_after: 1 })).toBe(72);
    expect(nps(often, { nps_enabled: false })).toBeUndefined();
    expect(due(facts({ ...solved, outcome: 'auto_resolved' }), often)['nps']).toBeUndefined();
    expect(due(facts({ status: 'reopened' }), often)['nps']).toBeUndefined();
  });

  test('once in ninety days', () => {
    expect(nps({ ...often, npsAskedAt: at(-80 * 24) })).toBeUndefined();
    expect(nps({ ...often, npsAskedAt: at(72) })).toBeUndefined();
    expect(nps({ ...often, npsAskedAt: at(-87 * 24) })).toBe(72);
  });

  test('never within a day of a question about a rating, and that never within a day of it', () => {
    expect(nps({ ...often, customerSurveyedAt: START }, { nps_hours: 0 })).toBe(24);
    expect(nps({ ...often, customerSurveyedAt: at(60) })).toBe(84);
    expect(nps({ ...often, customerSurveyedAt: at(90) })).toBe(114);
    expect(due(facts(solved), { npsAskedAt: at(-1) })['survey']).toBe(23);
    expect(due(facts(solved), { npsAskedAt: at(-30) })['survey']).toBe(0);
  });

  test('of the share of tickets that was set, the same ones each time', () => {
    for (const share of [1, 10, 50, 100]) {
      const ids = Array.from({ length: 10_000 }, (_, index) => 1001 + index);
      const taken = ids.filter((id) => drawn(id, share));
      expect(Math.abs(taken.length / 100 - share)).toBeLessThan(1);
      expect(taken.every((id) => drawn(id, share))).toBe(true);
    }
  });
});

test('no rating is asked for where that is switched off', () => {
  expect(due(facts(solved), {}, { survey_enabled: false })).toEqual({ follow_up: 48, close: 72 });
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
