import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../base/i18n/index.ts';
import { DAY, MINUTE } from '../../base/kernel/index.ts';
import { findStopWord, isThanks } from '../../domain/front-desk/index.ts';
import { compareWork } from '../../domain/queues/index.ts';
import { businessMinutesBetween } from '../../domain/sla/index.ts';
import { agendaOf } from './agenda.ts';
import { beforeInQ1, type Seen } from './board.ts';
import { DRAIN_DAYS, START_MS, TICK_MS } from './model.ts';
import { among, draw, exponential, lognormal, quantileOfNormal } from './random.ts';
import { calendarOf, staffing, within } from './staffing.ts';
import { traffic } from './traffic.ts';
import { LATER, MATTERS } from './words.ts';

const many = Array.from({ length: 20_000 }, (_, n) => draw(1, 'test', n));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('chance', () => {
  test('draws depend on the seed and the name alone, and lie from 0 up to 1', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), fc.nat(), (seed, name, n) => {
        const u = draw(seed, name, n);
        expect(draw(seed, name, n)).toBe(u);
        expect(u >= 0 && u < 1).toBe(true);
        expect(draw(seed + 1, name, n)).not.toBe(u);
        expect(draw(seed, name, n + 1)).not.toBe(u);
      }),
    );
  });
  test('draws are spread evenly', () => {
    const tenths = Array.from({ length: 10 }, (_, tenth) => many.filter((u) => Math.floor(u * 10) === tenth));
    for (const { length } of tenths) expect(Math.abs(length - 2000)).toBeLessThan(200);
  });
  test('times have the mean and the median that they are drawn for', () => {
    expect(mean(many.map((u) => exponential(u, 45)))).toBeCloseTo(45, 0);
    const times = many.map((u) => lognormal(u, { median: 12, sigma: 1 })).toSorted((a, b) => a - b);
    expect(Math.abs((times[10_000] ?? 0) - 12)).toBeLessThan(0.5);
    expect(quantileOfNormal(0.975)).toBeCloseTo(1.959964, 5);
    expect(quantileOfNormal(0.001)).toBeCloseTo(-3.090232, 5);
  });
  test('a choice falls on what has weight, as often as its weight', () => {
    const chosen = many.map((u) =>
      among(u, [
        ['a', 3],
        ['none', 0],
        ['b', 1],
      ]),
    );
    expect(chosen).not.toContain('none');
    expect(Math.abs(chosen.filter((one) => one === 'a').length - 15_000)).toBeLessThan(300);
  });
});

describe('traffic', () => {
  test('as many requests as asked for, in order, within the days, at times of their own', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(1000), (days, seed) => {
        const { requests } = traffic({ days, seed, ticketsPerWeek: 700 });
        expect(requests).toHaveLength(days * 100);
        for (const [n, { at }] of requests.entries()) {
          expect(at).toBeGreaterThan(requests[n - 1]?.at ?? START_MS - 1);
          expect(at).toBeLessThan(START_MS + days * DAY + requests.length);
        }
      }),
      { numRuns: 30 },
    );
  });
  test('evenings are busier than nights, Mondays than Sundays', () => {
    const { requests } = traffic({ days: 7, seed: 1, ticketsPerWeek: 20_000 });
    const count = (has: (hours: number) => boolean) =>
      requests.filter(({ at }) => has((at - START_MS) / 3_600_000)).length;
    expect(count((h) => h % 24 >= 19 && h % 24 < 21)).toBeGreaterThan(
      5 * count((h) => h % 24 >= 2 && h % 24 < 4),
    );
    expect(count((h) => h < 24)).toBeGreaterThan(1.3 * count((h) => h >= 144));
  });
  test('urgent words bring a person and the others do not, in every language', () => {
    const urgent = { hacked: 'critical', fraud: 'critical', payment_failed: 'high', kyc: 'high' };
    for (const language of LANGUAGES) {
      for (const [matter, words] of Object.entries(MATTERS)) {
        const expected = (urgent as Record<string, string>)[matter];
        expect([matter, language, findStopWord(words[language])?.priority]).toEqual([
          matter,
          language,
          expected,
        ]);
      }
      for (const words of Object.values(LATER)) expect(findStopWord(words[language])).toBeUndefined();
      expect(isThanks(LATER.thanks[language])).toBe(true);
      expect(isThanks(LATER.answer[language])).toBe(false);
    }
  });
});

test('shifts are the same as spans of time and as the calendar that the desk goes by', () => {
  const duties = staffing({ days: 7, seed: 1, ticketsPerWeek: 20_000 });
  fc.assert(
    fc.property(fc.nat(duties.length - 1), fc.nat((7 + DRAIN_DAYS - 1) * 1440), (who, minute) => {
      const duty = duties[who];
      if (!duty) throw new Error('nobody');
      const at = START_MS + minute * MINUTE;
      const [from, until] = [new Date(at), new Date(at + MINUTE)];
      expect(businessMinutesBetween(calendarOf(duty), from, until)).toBe(within(duty.shifts, at) ? 1 : 0);
    }),
    { numRuns: 300 },
  );
  for (let hour = 0; hour < 168; hour += 1) {
    const at = START_MS + hour * 60 * MINUTE;
    expect(duties.some(({ shifts, breaks }) => within(shifts, at) && !within(breaks, at))).toBe(true);
  }
});

test('the order that takes are checked against is the order of work', () => {
  const item = fc.record({
    id: fc.nat(50),
    critical: fc.boolean(),
    vip: fc.boolean(),
    waitingSince: fc.nat(3),
    topicPlace: fc.nat(2),
  });
  fc.assert(
    fc.property(item, item, (a, b) => {
      const work = (one: typeof a) =>
        ({
          ...{ id: one.id, priority: one.critical ? ('critical' as const) : ('high' as const), vip: one.vip },
          ...{ waitingSince: new Date(one.waitingSince), topicRank: one.topicPlace },
        }) as const;
      expect(beforeInQ1(a as unknown as Seen, b as unknown as Seen)).toBe(compareWork(work(a), work(b)) < 0);
    }),
  );
});

test('what is on the agenda comes in the order of time, and in the order of adding at the same time', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { maxLength: 30 }), (times) => {
      const agenda = agendaOf();
      const added = times.map((at, n) => ({ at: START_MS + at, customer: n, act: async () => {} }));
      for (const one of added) agenda.add(one);
      expect(agenda.in(0)).toEqual(added.toSorted((a, b) => a.at - b.at));
      for (const one of added) agenda.done(0, one);
      expect([agenda.in(0), agenda.size]).toEqual([[], 0]);
    }),
  );
  const agenda = agendaOf();
  agenda.add({ at: START_MS + TICK_MS, customer: 1, act: async () => {} });
  expect([agenda.in(0).length, agenda.in(1).length]).toEqual([0, 1]);
});
