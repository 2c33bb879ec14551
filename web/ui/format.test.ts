import { expect, test } from 'vitest';
import { fileSize, formatFor, initials, playingTime, stretch } from './format.ts';

const NOW = Date.parse('2026-11-22T21:00:00Z');
const MOMENT = '2026-11-22T21:05:00Z';

test.each([
  ['az', '23 noyabr, 01:05'],
  ['en', '23 November, 01:05'],
  ['ru', '23 ноября, 01:05'],
  ['tr', '23 Kasım, 01:05'],
] as const)('writes a moment as %s does, in the time zone of the desk', (language, words) => {
  const format = formatFor(language, 'Asia/Baku');
  expect(`${format.day(MOMENT, NOW)}, ${format.clock(MOMENT)}`).toBe(words);
});

test('names the year where it is another one', () => {
  expect(formatFor('en', 'UTC').day('2025-01-02T03:04:00Z', NOW)).toBe('2 January 2025');
});

test('does not fail on a time zone that this machine does not know', () => {
  expect(formatFor('en', 'Mars/Olympus').clock(MOMENT)).toMatch(/^\d\d:\d\d$/);
});

test('measures time in the unit that people would', () => {
  const minutes = [0.5, 1, 59.9, 60, 47 * 60, 48 * 60].map((count) => stretch(count * 60_000));
  expect(minutes.map(({ unit, count }) => `${String(count)} ${unit}`)).toEqual([
    ...['0 moment', '1 minutes', '59 minutes', '1 hours', '47 hours', '2 days'],
  ]);
});

test('shortens names, sizes and playing times', () => {
  expect([initials('Ələkbər Əliyev'), initials(''), initials('Murad')]).toEqual(['ƏƏ', '?', 'M']);
  expect([fileSize(999), fileSize(482_034), fileSize(4_200_000)]).toEqual(['999 B', '482 kB', '4.2 MB']);
  expect([playingTime(7), playingTime(760)]).toEqual(['0:07', '12:40']);
});
