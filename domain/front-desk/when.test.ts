import { describe, expect, test } from 'vitest';
import { newWorld, viewOf } from '../../test/support/front-desk-world.ts';
import { readerOf, when } from './index.ts';

const reader = { now: new Date('2026-11-23T08:00:00Z'), timeZone: 'Asia/Baku', language: 'en' } as const;
const at = (iso: string) => when(new Date(iso), reader);

describe('moments as customers read them', () => {
  test('the same day, the next day and later, in the own calendar', () => {
    expect(at('2026-11-23T10:30:00Z')).toEqual({ day: 'today', time: '14:30', date: '23 November' });
    expect(at('2026-11-23T20:05:00Z')).toMatchObject({ day: 'tomorrow', time: '00:05' });
    expect(at('2026-11-25T05:10:00Z')).toMatchObject({ day: 'later', time: '09:10', date: '25 November' });
    expect(at('2026-11-22T10:00:00Z')).toMatchObject({ day: 'later' });
  });

  test('the calendar holds where clocks change and at the turn of the year', () => {
    const berlin = {
      now: new Date('2026-10-24T21:30:00Z'),
      timeZone: 'Europe/Berlin',
      language: 'en',
    } as const;
    expect(when(new Date('2026-10-25T22:59:00Z'), berlin)).toMatchObject({ day: 'tomorrow', time: '23:59' });
    expect(when(new Date('2026-10-25T23:00:00Z'), berlin)).toMatchObject({ day: 'later', time: '00:00' });
    const eve = { ...reader, now: new Date('2026-12-31T10:00:00Z') };
    expect(when(new Date('2027-01-01T10:00:00Z'), eve)).toMatchObject({ day: 'tomorrow' });
  });

  test.each([
    ['az', '3 dekabr'],
    ['en', '3 December'],
    ['ru', '3 декабря'],
    ['tr', '3 Aralık'],
  ] as const)('dates in %s', (language, date) => {
    expect(when(new Date('2026-12-03T05:10:00Z'), { ...reader, language }).date).toBe(date);
  });

  test('a zone that nobody knows falls back to the desk, and then to UTC', () => {
    const view = viewOf(newWorld());
    expect(readerOf({ ...view, customerTimeZone: 'Europe/Berlin' }).timeZone).toBe('Europe/Berlin');
    expect(readerOf({ ...view, customerTimeZone: 'Mars/Olympus' }).timeZone).toBe('Asia/Baku');
    expect(when(new Date('2026-11-23T10:30:00Z'), { ...reader, timeZone: 'Mars/Olympus' }).time).toBe(
      '10:30',
    );
  });
});
