import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { MINUTE } from '../../base/kernel/index.ts';
import { ALWAYS, addBusinessMinutes, businessMinutesBetween, Calendar } from './index.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const intervals = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 6 })
  .map((marks) => marks.toSorted((a, b) => a - b))
  .map((marks) =>
    marks.flatMap((from, i) =>
      i % 2 === 0 && marks[i + 1] ? [[clock(from), clock(marks[i + 1] ?? 0)]] : [],
    ),
  );

// Summer and winter time both ways, half hours, a half-hour change, a change at midnight, a day that never was, and none at all.
const zones = fc.constantFrom(
  ...[
    'UTC',
    'Asia/Baku',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'America/Santiago',
    'Asia/Kathmandu',
  ],
  ...['Africa/Casablanca', 'America/Havana', 'Pacific/Apia'],
);
// Moments at which some of those zones turn their clocks.
const turns = fc.constantFrom(
  ...[
    '2026-03-29T01:00Z',
    '2026-10-25T01:00Z',
    '2026-03-08T07:00Z',
    '2026-11-01T06:00Z',
    '2026-04-04T15:00Z',
  ],
  ...[
    '2026-10-03T15:30Z',
    '2026-04-05T03:00Z',
    '2026-09-06T04:00Z',
    '2026-02-15T02:00Z',
    '2011-12-30T10:00Z',
    '2026-03-08T05:00Z',
  ],
);
const moment = fc
  .tuple(turns, fc.integer({ min: -3000, max: 3000 }))
  .map(([turn, minutes]) => new Date(Date.parse(turn) + minutes * MINUTE));
const local = (at: Date) => at.toISOString().slice(0, 16);
const holiday = fc.tuple(moment, fc.integer({ min: 1, max: 3000 })).map(([from, minutes]) => ({
  name: '',
  from: local(from),
  until: local(new Date(from.getTime() + minutes * MINUTE)),
}));
const calendars = fc
  .record({
    timeZone: zones,
    week: fc.record(Object.fromEntries(DAYS.map((day) => [day, intervals]))),
    holidays: fc.array(holiday, { maxLength: 3 }),
  })
  .map((raw) => Calendar.safeParse(raw))
  .filter((parsed) => parsed.success)
  .map((parsed) => parsed.data as Calendar);

/** Counts minute by minute what the wall clock shows. */
function counted(calendar: Calendar, from: Date, until: Date): number {
  let minutes = 0;
  for (let at = from.getTime(); at < until.getTime(); at += MINUTE) {
    const wall = Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO(calendar.timeZone)
      .toPlainDateTime();
    const shown = wall.toString({ smallestUnit: 'minute' });
    const time = shown.slice(11);
    const day = DAYS[wall.dayOfWeek - 1] ?? 'mon';
    const open = calendar.week[day].some(([a, b]) => a <= time && time < b);
    if (open && !calendar.holidays.some((off) => off.from <= shown && shown < off.until)) minutes += 1;
  }
  return minutes;
}

test('equals minute-by-minute counting over calendars, zones and clock changes', () => {
  fc.assert(
    fc.property(calendars, moment, fc.integer({ min: 0, max: 1600 }), (calendar, from, length) => {
      const until = new Date(from.getTime() + length * MINUTE);
      expect(businessMinutesBetween(calendar, from, until)).toBe(counted(calendar, from, until));
    }),
    { numRuns: 40 },
  );
});

test('adding is the inverse of counting, and gives the first such moment', () => {
  fc.assert(
    fc.property(calendars, moment, fc.integer({ min: 1, max: 20_000 }), (calendar, from, minutes) => {
      const until = addBusinessMinutes(calendar, from, minutes);
      expect(until).toBeDefined();
      if (!until) return;
      expect(businessMinutesBetween(calendar, from, until)).toBe(minutes);
      expect(businessMinutesBetween(calendar, from, new Date(until.getTime() - 1))).toBeLessThan(minutes);
    }),
  );
});

test('stretches add up', () => {
  fc.assert(
    fc.property(calendars, fc.tuple(moment, moment, moment), (calendar, moments) => {
      const [a, b, c] = moments.toSorted((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date];
      const parts = businessMinutesBetween(calendar, a, b) + businessMinutesBetween(calendar, b, c);
      expect(businessMinutesBetween(calendar, a, c)).toBeCloseTo(parts, 6);
    }),
  );
});

test('round the clock is plain time', () => {
  const from = new Date('2026-11-22T23:59:30Z');
  expect(addBusinessMinutes(ALWAYS, from, 15)).toEqual(new Date('2026-11-23T00:14:30Z'));
  expect(businessMinutesBetween(ALWAYS, from, new Date('2026-11-23T00:00:00Z'))).toBe(0.5);
  expect(addBusinessMinutes(ALWAYS, from, 0)).toEqual(from);
});

test('a split shift and a holiday for half a day, as one would say them', () => {
  const calendar = Calendar.parse({
    timeZone: 'Europe/Berlin',
    week: {
      mon: [
        ['09:00', '13:00'],
        ['14:00', '18:00'],
      ],
      tue: [['09:00', '18:00']],
      wed: [],
      thu: [],
      fri: [],
      sat: [],
      sun: [],
    },
    holidays: [{ name: 'Staff outing', from: '2026-11-23T16:00', until: '2026-11-24T10:00' }],
  });
  // Monday 12:30: half an hour before lunch, two hours after it, and the rest on Tuesday from ten.
  expect(addBusinessMinutes(calendar, new Date('2026-11-23T11:30:00Z'), 180)).toEqual(
    new Date('2026-11-24T09:30:00Z'),
  );
});

test('a calendar that could never open, overlaps itself or names no zone is refused', () => {
  const week = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
  const shut = { timeZone: 'UTC', week, holidays: [] };
  const open = { ...shut, week: { ...week, mon: [['09:00', '12:00']] } };
  expect(Calendar.safeParse(open).success).toBe(true);
  expect(Calendar.safeParse(shut).success).toBe(false);
  expect(Calendar.safeParse({ ...open, timeZone: 'Mars/Olympus' }).success).toBe(false);
  expect(
    Calendar.safeParse({
      ...open,
      week: {
        ...week,
        mon: [
          ['09:00', '12:00'],
          ['11:00', '13:00'],
        ],
      },
    }).success,
  ).toBe(false);
  expect(Calendar.safeParse({ ...open, week: { ...week, mon: [['18:00', '09:00']] } }).success).toBe(false);
  expect(
    Calendar.safeParse({
      ...open,
      holidays: [{ name: '', from: '2026-02-30T00:00', until: '2026-03-02T00:00' }],
    }).success,
  ).toBe(false);
  const away = {
    ...open,
    holidays: [{ name: 'For good', from: '2026-01-01T00:00', until: '2099-01-01T00:00' }],
  };
  expect(addBusinessMinutes(Calendar.parse(away), new Date('2026-06-01T00:00:00Z'), 1)).toBeUndefined();
});
