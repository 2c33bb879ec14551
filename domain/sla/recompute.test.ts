import { expect, test } from 'vitest';
import { MINUTE, plus } from '../../base/kernel/index.ts';
import { Calendar, minutesOver } from './index.ts';

// The worked example that the dbt package for Zendesk publishes in its decision log ("Business Time Metrics", ticket 941606). It
// writes moments as minutes since Sunday 00:00 UTC, and rounds them in its own way; these are its figures as published.
const SUNDAY = new Date('2020-09-27T00:00:00Z');
const at = (minutes: number) => plus(SUNDAY, minutes * MINUTE);

const week = (intervals: Partial<Calendar['week']>) =>
  Calendar.parse({
    timeZone: 'UTC',
    week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [], ...intervals },
    holidays: [],
  });
// 720–1560, 2160–3000, … : from noon until two hours past midnight, every day.
const NOON: [string, string][] = [['12:00', '24:00']];
const NIGHT: [string, string][] = [['00:00', '02:00'], ...NOON];
const chicago = week({ sun: NIGHT, mon: NIGHT, tue: NIGHT, wed: NIGHT, thu: NIGHT, fri: NIGHT, sat: NIGHT });
// 2340–2910, 3780–4350, … : from three in the afternoon until half past midnight, five days.
const LATE: [string, string] = ['15:00', '24:00'];
const SPILL: [string, string] = ['00:00', '00:30'];
const sanFrancisco = week({
  mon: [LATE],
  tue: [SPILL, LATE],
  wed: [SPILL, LATE],
  thu: [SPILL, LATE],
  fri: [SPILL, LATE],
  sat: [SPILL],
});
const stretches = [
  { calendar: chicago, from: at(3902), until: at(5461.25) },
  { calendar: sanFrancisco, from: at(5461.25), until: at(5461.46) },
];

test('a ticket of several schedules, each stretch by its own: 959.46 minutes', () => {
  expect(minutesOver(stretches, 'every')).toBeCloseTo(959.46, 6);
});

test('the same ticket by the schedule that applied last: 689.46 minutes', () => {
  expect(minutesOver(stretches, 'last')).toBeCloseTo(689.46, 6);
});

test('the same ticket to the second', () => {
  const created = new Date('2020-09-29T17:01:38Z');
  const moved = new Date('2020-09-30T19:01:25Z');
  const replied = new Date('2020-09-30T19:01:46Z');
  const exact = [
    { calendar: chicago, from: created, until: moved },
    { calendar: sanFrancisco, from: moved, until: replied },
  ];
  // 17:01:38–02:00 and 12:00–19:01:46; by the last schedule 17:01:38–00:30 and 15:00–19:01:46.
  expect(minutesOver(exact, 'every')).toBeCloseTo(8 * 60 + 58 + 22 / 60 + (7 * 60 + 1 + 46 / 60), 6);
  expect(minutesOver(exact, 'last')).toBeCloseTo(7 * 60 + 28 + 22 / 60 + (4 * 60 + 1 + 46 / 60), 6);
  expect(minutesOver([], 'last')).toBe(0);
});
