import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MINUTE } from '../../base/kernel/index.ts';
import type { QuietHours } from '../customers/index.ts';
import { opening, quietUntil } from './index.ts';

const ZONES = [
  ...[
    'Asia/Baku',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Africa/Cairo',
    'UTC',
  ],
];

/** What the clock on the wall shows at every minute, asked of the platform and not of our calendars. */
function wallClock(timeZone: string) {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (at: number) => clock.format(at);
}

const isQuiet = ({ from, until }: QuietHours, wall: string) =>
  from < until ? wall >= from && wall < until : wall >= from || wall < until;

const twoDigits = (value: number) => String(value).padStart(2, '0');
const time = fc
  .nat(95)
  .map((quarter) => `${twoDigits(Math.floor(quarter / 4))}:${twoDigits((quarter % 4) * 15)}`);
const hours = fc.record({ from: time, until: time }).filter(({ from, until }) => from !== until);
// Nights on which clocks are turned somewhere, and any minute of two years.
const TURNS = [
  '2026-03-28',
  '2026-10-24',
  '2026-03-07',
  '2026-10-31',
  '2026-04-04',
  '2026-10-03',
  '2026-04-23',
];
const moment = fc.oneof(
  fc
    .tuple(fc.constantFrom(...TURNS), fc.nat(3 * 1440))
    .map(([day, minute]) => Date.parse(`${day}T00:00:00Z`) + minute * MINUTE),
  fc.nat(2 * 365 * 1440).map((minute) => Date.parse('2026-01-01T00:00:00Z') + minute * MINUTE),
);

test('a window opens at the first minute at which the clock on the wall is outside it, whatever clocks are turned', () => {
  fc.assert(
    fc.property(hours, fc.constantFrom(...ZONES), moment, (quiet, zone, now) => {
      const wall = wallClock(zone);
      let naive = now;
      while (isQuiet(quiet, wall(naive))) naive += MINUTE;
      expect(opening(quiet, zone, new Date(now))).toEqual(new Date(naive));
    }),
    { numRuns: 300 },
  );
});

test('within a minute it opens at its end', () => {
  const now = new Date('2026-11-23T03:59:30.250Z');
  expect(opening({ from: '22:00', until: '08:00' }, 'Asia/Baku', now)).toEqual(
    new Date('2026-11-23T04:00:00Z'),
  );
});

test('whoever did something half an hour ago is awake, and nobody is left alone where no hours are set', () => {
  const night = new Date('2026-11-23T00:00:00Z');
  const rest = {
    now: night,
    timeZone: 'Asia/Baku',
    awakeMinutes: 30,
    hours: { from: '22:00', until: '08:00' },
  };
  const ago = (minutes: number) => new Date(night.getTime() - minutes * MINUTE);
  const opens = new Date('2026-11-23T04:00:00Z');
  expect(quietUntil({ ...rest, actedAt: null })).toEqual(opens);
  expect(quietUntil({ ...rest, actedAt: ago(30) })).toEqual(opens);
  expect(quietUntil({ ...rest, actedAt: ago(29) })).toBeUndefined();
  expect(quietUntil({ ...rest, actedAt: null, hours: undefined })).toBeUndefined();
  expect(quietUntil({ ...rest, now: opens, actedAt: null })).toBeUndefined();
});
