import { expect, test } from 'vitest';
import { addBusinessMinutes, Calendar, holidaysOf } from './index.ts';

const file = (...events: string[][]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//test//EN',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');
const year = { timeZone: 'Asia/Baku', from: '2026-01-01', until: '2028-01-01' };

test('whole days, several days, and days that come every year', () => {
  const text = file(
    ['UID:1', 'SUMMARY:Republic Day', 'DTSTART;VALUE=DATE:20200528', 'RRULE:FREQ=YEARLY'],
    ['UID:2', 'SUMMARY:Novruz', 'DTSTART;VALUE=DATE:20260320', 'DTEND;VALUE=DATE:20260325'],
    ['UID:3', 'SUMMARY:Long ago', 'DTSTART;VALUE=DATE:19990101', 'DTEND;VALUE=DATE:19990102'],
    ['UID:4', 'SUMMARY:Called off', 'STATUS:CANCELLED', 'DTSTART;VALUE=DATE:20260601'],
  );
  expect(holidaysOf(text, year)).toEqual([
    { name: 'Novruz', from: '2026-03-20T00:00', until: '2026-03-25T00:00' },
    { name: 'Republic Day', from: '2026-05-28T00:00', until: '2026-05-29T00:00' },
    { name: 'Republic Day', from: '2027-05-28T00:00', until: '2027-05-29T00:00' },
  ]);
});

test('part of a day, in UTC, in a named zone, and wherever one is', () => {
  const text = file(
    ['UID:1', 'SUMMARY:UTC', 'DTSTART:20260701T080000Z', 'DTEND:20260701T100000Z'],
    [
      'UID:2',
      'SUMMARY:Berlin',
      'DTSTART;TZID=Europe/Berlin:20260702T090000',
      'DTEND;TZID=Europe/Berlin:20260702T110000',
    ],
    ['UID:3', 'SUMMARY:Anywhere', 'DTSTART:20260703T090000', 'DURATION:PT90M'],
  );
  expect(holidaysOf(text, year)).toEqual([
    { name: 'UTC', from: '2026-07-01T12:00', until: '2026-07-01T14:00' },
    { name: 'Berlin', from: '2026-07-02T11:00', until: '2026-07-02T13:00' },
    { name: 'Anywhere', from: '2026-07-03T09:00', until: '2026-07-03T10:30' },
  ]);
});

test('a zone that only the file itself describes', () => {
  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:Head Office',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0300',
    'TZOFFSETTO:+0300',
    'END:STANDARD',
    'END:VTIMEZONE',
  ];
  const text = file([
    'UID:1',
    'SUMMARY:Own',
    'DTSTART;TZID=Head Office:20260702T090000',
    'DTEND;TZID=Head Office:20260702T110000',
  ]);
  const whole = text.replace('BEGIN:VEVENT', `${zone.join('\r\n')}\r\nBEGIN:VEVENT`);
  expect(holidaysOf(whole, year)).toEqual([
    { name: 'Own', from: '2026-07-02T10:00', until: '2026-07-02T12:00' },
  ]);
});

test('an exception and a moved occurrence of a repeated day', () => {
  const text = file(
    [
      'UID:1',
      'SUMMARY:Inventory',
      'DTSTART;VALUE=DATE:20260105',
      'RRULE:FREQ=MONTHLY;COUNT=4',
      'EXDATE;VALUE=DATE:20260205',
    ],
    ['UID:1', 'SUMMARY:Inventory, moved', 'RECURRENCE-ID;VALUE=DATE:20260305', 'DTSTART;VALUE=DATE:20260306'],
  );
  expect(holidaysOf(text, year)).toEqual([
    { name: 'Inventory', from: '2026-01-05T00:00', until: '2026-01-06T00:00' },
    { name: 'Inventory, moved', from: '2026-03-06T00:00', until: '2026-03-07T00:00' },
    { name: 'Inventory', from: '2026-04-05T00:00', until: '2026-04-06T00:00' },
  ]);
});

test('what was imported is a holiday of the calendar', () => {
  const holidays = holidaysOf(file(['UID:1', 'SUMMARY:Off', 'DTSTART;VALUE=DATE:20261123']), year);
  const day = [['09:00', '17:00']];
  const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] };
  const calendar = Calendar.parse({ timeZone: 'Asia/Baku', week, holidays });
  // The Friday before: an hour is left, Monday is off.
  expect(addBusinessMinutes(calendar, new Date('2026-11-20T12:00:00Z'), 120)).toEqual(
    new Date('2026-11-24T06:00:00Z'),
  );
});

test('what is no calendar is refused', () => {
  expect(() => holidaysOf('<html>', year)).toThrow('ical_unreadable');
  expect(() => holidaysOf('BEGIN:VCARD\r\nVERSION:4.0\r\nFN:A\r\nEND:VCARD', year)).toThrow(
    'ical_unreadable',
  );
  const endless = file([
    'UID:1',
    'SUMMARY:x',
    'DTSTART:19900101T000000Z',
    'DURATION:PT1M',
    'RRULE:FREQ=MINUTELY',
  ]);
  expect(() => holidaysOf(endless, year)).toThrow('ical_too_long');
});
