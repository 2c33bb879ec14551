import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  estimate,
  isMuchEarlier,
  type Load,
  minutesEach,
  nextTick,
  renew,
  renewalAt,
  roundTime,
  type Supply,
  stepAfter,
  supplyOf,
} from './index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const now = new Date('2026-11-23T08:00:30Z');
const at = (minutes: number) => new Date(now.getTime() + minutes * MINUTE);

const supplies = fc.option(
  fc
    .array(fc.record({ minutes: fc.integer({ min: -300, max: 20_000 }), people: fc.nat({ max: 9 }) }), {
      minLength: 1,
      maxLength: 8,
    })
    .map(
      (points): Supply =>
        points
          .toSorted((a, b) => a.minutes - b.minutes)
          .map(({ minutes, people }) => ({ from: at(minutes), people })),
    ),
  { nil: undefined },
);
const loads: fc.Arbitrary<Load> = fc.record({
  ahead: fc.nat({ max: 20_000 }),
  minutesEach: fc.double({ min: 0.05, max: 200, noNaN: true }),
  supply: supplies,
});
const deadlines = fc.option(
  fc.integer({ min: -60, max: 3000 }).map((minutes) => at(minutes)),
  { nil: undefined },
);

describe('the estimate', () => {
  test('is never in the past, and on a whole minute', () => {
    fc.assert(
      fc.property(loads, deadlines, (load, deadline) => {
        const eta = estimate(load, { now, deadline });
        expect(eta.at.getTime()).toBeGreaterThan(now.getTime());
        expect(eta.at.getTime() % MINUTE).toBe(0);
      }),
    );
  });

  test('is never earlier for more work ahead, or for a slower pace', () => {
    fc.assert(
      fc.property(
        fc.tuple(loads, deadlines),
        fc.nat({ max: 500 }),
        fc.double({ min: 1, max: 5, noNaN: true }),
        ([load, deadline], more, slower) => {
          const eta = estimate(load, { now, deadline }).at.getTime();
          const busier = estimate({ ...load, ahead: load.ahead + more }, { now, deadline });
          const slow = estimate({ ...load, minutesEach: load.minutesEach * slower }, { now, deadline });
          expect(busier.at.getTime()).toBeGreaterThanOrEqual(eta);
          expect(slow.at.getTime()).toBeGreaterThanOrEqual(eta);
        },
      ),
    );
  });

  test('is never after the target, unless it says that the target cannot be held', () => {
    fc.assert(
      fc.property(loads, deadlines, (load, deadline) => {
        const eta = estimate(load, { now, deadline });
        if (deadline && !eta.late) expect(eta.at.getTime()).toBeLessThanOrEqual(deadline.getTime());
        // What is done at the plain pace within the target holds it.
        const work = (load.ahead + 1) * load.minutesEach;
        const alone = { ...load, supply: [{ from: now, people: 1 }] };
        if (deadline && work < (deadline.getTime() - now.getTime()) / MINUTE - 1 && work > 1)
          expect(estimate(alone, { now, deadline }).late).toBe(false);
      }),
    );
  });

  test('takes the target where nobody can be counted on, and the first shift where there is one', () => {
    const unknown = { ahead: 0, minutesEach: 5, supply: undefined };
    expect(estimate(unknown, { now, deadline: at(15) }).at).toEqual(new Date('2026-11-23T08:15:00Z'));
    const morning: Supply = [
      { from: at(-60), people: 0 },
      { from: at(119.5), people: 3 },
    ];
    const eta = estimate({ ahead: 5, minutesEach: 5, supply: morning }, { now, deadline: at(15) });
    expect(eta).toEqual({ at: new Date('2026-11-23T10:15:00Z'), late: true, opensAt: at(119.5) });
  });

  test('counts on more people as soon as they come, and on none while they are away', () => {
    const supply: Supply = [
      { from: now, people: 1 },
      { from: at(10), people: 0 },
      { from: at(60), people: 4 },
    ];
    // 50 minutes of work with the margin: ten by one, forty by four from the hour on.
    const eta = estimate({ ahead: 9, minutesEach: 10 / 3, supply }, { now, deadline: undefined });
    expect(eta.at).toEqual(roundTime(at(70), now));
  });
});

describe('a new time for one that cannot be held', () => {
  test('is later than the last by a step that doubles, and at the target at the latest while that can be held', () => {
    fc.assert(
      fc.property(
        fc.tuple(loads, deadlines, fc.integer({ min: -600, max: 600 }), fc.nat({ max: 40 })),
        ([load, deadline, minutes, moves]) => {
          const promised = new Date(Math.floor(at(minutes).getTime() / MINUTE) * MINUTE);
          const eta = renew(load, { now, deadline, promised, moves });
          expect(eta.at.getTime()).toBeGreaterThan(Math.max(promised.getTime(), now.getTime()));
          if (deadline && !eta.late) expect(eta.at.getTime()).toBeLessThanOrEqual(deadline.getTime());
          else expect(eta.at.getTime() - promised.getTime()).toBeGreaterThanOrEqual(stepAfter(moves));
        },
      ),
    );
  });

  test('is told seven times in a day and thirteen times in a month at most', () => {
    const load = { ahead: 0, minutesEach: 1, supply: [{ from: now, people: 9 }] };
    const toldWithin = (hours: number) => {
      let promised = at(15);
      let moves = 0;
      for (; promised.getTime() < now.getTime() + hours * HOUR; moves += 1)
        promised = renew(load, { now: promised, deadline: undefined, promised, moves }).at;
      return moves;
    };
    expect(toldWithin(24)).toBeLessThanOrEqual(7);
    expect(toldWithin(24 * 30)).toBeLessThanOrEqual(13);
  });

  test('is made a fifteenth of the wait before, one to ten minutes', () => {
    expect(renewalAt(at(15), now)).toEqual(at(14));
    expect(renewalAt(at(60), now)).toEqual(at(56));
    expect(renewalAt(at(6000), now)).toEqual(at(5990));
  });
});

test('the countdown is shown from an hour before, at each half of what is left, few times in all', () => {
  expect(nextTick(at(90), now)).toEqual(at(30));
  expect(nextTick(at(60), now)).toEqual(at(30));
  expect(nextTick(at(3), now)).toBeUndefined();
  fc.assert(
    fc.property(fc.double({ min: 0, max: 100_000, noNaN: true }), (minutes) => {
      const eta = at(minutes);
      let ticks = 0;
      for (let next = nextTick(eta, now); next; next = nextTick(eta, next)) {
        expect(next < eta).toBe(true);
        ticks += 1;
      }
      expect(ticks).toBeLessThanOrEqual(6);
    }),
  );
});

test('a better time is worth telling from five minutes and a fifth of the rest on', () => {
  expect(isMuchEarlier(at(10), at(15), now)).toBe(true);
  expect(isMuchEarlier(at(11), at(15), now)).toBe(false);
  expect(isMuchEarlier(at(100), at(120), now)).toBe(false);
  expect(isMuchEarlier(at(130), at(120), now)).toBe(false);
});

test('the pace is the time in which somebody waited by the answers given, and a third of the target where few were', () => {
  expect(minutesEach({ answers: 0, answerers: 0, busyMs: 2 * HOUR }, 15)).toBe(5);
  expect(minutesEach({ answers: 5, answerers: 1, busyMs: 15 * MINUTE }, 15)).toBe(4);
  expect(minutesEach({ answers: 95, answerers: 2, busyMs: 95 * MINUTE }, 30)).toBeCloseTo(2.4);
});

describe('who serves a queue', () => {
  const nine = Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['09:00', '18:00']]]),
  );
  const shifts = { timeZone: 'Asia/Baku', week: nine, holidays: [] };
  const monday = (clock: string) => new Date(`2026-11-23T${clock}:00+04:00`);

  test('is known from now on by presence and shifts, and later by shifts alone', () => {
    const people = [
      { presence: 'online', shifts },
      { presence: 'offline', shifts },
      { presence: 'online', shifts: null },
      { presence: 'away', shifts: null },
    ];
    expect(supplyOf(people, undefined, monday('12:00'))?.slice(0, 4)).toEqual([
      { from: monday('12:00'), people: 2 },
      { from: monday('18:00'), people: 1 },
      { from: new Date('2026-11-24T09:00:00+04:00'), people: 3 },
      { from: new Date('2026-11-24T18:00:00+04:00'), people: 1 },
    ]);
  });

  test('is unknown where nobody is there and nobody has shifts, and nobody outside the queue’s calendar', () => {
    expect(supplyOf([{ presence: 'offline', shifts: null }], undefined, monday('12:00'))).toBeUndefined();
    const always = [{ presence: 'online', shifts: null }];
    expect(supplyOf(always, shifts as never, monday('20:00'))?.slice(0, 2)).toEqual([
      { from: monday('20:00'), people: 0 },
      { from: new Date('2026-11-24T09:00:00+04:00'), people: 1 },
    ]);
  });
});
