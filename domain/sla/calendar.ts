import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { DAY, MINUTE, remembering } from '../../base/kernel/index.ts';

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const Opening = z.string().regex(TIME);
const Ending = z.union([Opening, z.literal('24:00')]);

/** From and until, as times of day in the calendar's zone; `24:00` is the end of the day. A shift over midnight is two intervals. */
const Interval = z
  .tuple([Opening, Ending])
  .refine(([from, until]) => from < until, { error: 'an interval ends after it begins' });

const Hours = z
  .array(Interval)
  .max(12)
  .refine(
    (all) => sorted(all).every(([from], index, list) => index === 0 || from >= (list[index - 1]?.[1] ?? '')),
    {
      error: 'the intervals of a day do not overlap',
    },
  );

const LOCAL = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d$/;
const Local = z.string().regex(LOCAL).refine(isLocal, { error: 'there is no such day' });

/** A time off, in the calendar's zone: a whole day is from its 00:00 until the next day's 00:00. */
export const Holiday = z
  .object({ name: z.string().max(200), from: Local, until: Local })
  .refine(({ from, until }) => from < until, { error: 'a holiday ends after it begins' });
/** See the schema of the same name. */
export type Holiday = z.infer<typeof Holiday>;

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** When a desk works: several intervals on each weekday (split shifts), less its holidays, in an IANA zone (Q2). */
export const Calendar = z.object({
  /** What people call it; absent: its slug. */
  name: z.string().trim().min(1).max(60).optional(),
  timeZone: z.string().refine(isTimeZone, { error: 'there is no such time zone' }),
  week: z
    .object({ mon: Hours, tue: Hours, wed: Hours, thu: Hours, fri: Hours, sat: Hours, sun: Hours })
    .refine((week) => DAYS.some((day) => week[day].length > 0), {
      error: 'a calendar opens at least once a week',
    }),
  holidays: z.array(Holiday).max(5000),
});
/** See the schema of the same name. */
export type Calendar = z.infer<typeof Calendar>;

const calendars = remembering<Calendar>(500);

/** A calendar as the database holds it. The same one is read again and again, and checking it takes longer than working with it, so what
 * was read is remembered: never change it. */
export const storedCalendar = (spec: unknown): Calendar =>
  calendars(JSON.stringify(spec), () => Calendar.parse(spec));

/** Round the clock, every day: what runs where no calendar is named. */
export const ALWAYS: Calendar = {
  timeZone: 'UTC',
  week: Object.fromEntries(DAYS.map((day) => [day, [['00:00', '24:00']]])) as unknown as Calendar['week'],
  holidays: [],
};

function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

function isLocal(at: string): boolean {
  try {
    Temporal.PlainDateTime.from(at);
    return true;
  } catch {
    return false;
  }
}

function sorted<T extends readonly [string, string]>(intervals: readonly T[]): T[] {
  return intervals.toSorted((a, b) => (a[0] < b[0] ? -1 : 1));
}

/** A stretch of time, in milliseconds: of the epoch, or of a wall clock that is read as if it were UTC. */
type Span = readonly [number, number];

/** Working minutes between two moments, with fractions; 0 when `until` is not after `from` (Q2). */
export function businessMinutesBetween(calendar: Calendar, from: Date, until: Date): number {
  return businessMs(calendar, from, until) / MINUTE;
}

/** As `businessMinutesBetween`, in whole milliseconds. */
export function businessMs(calendar: Calendar, from: Date, until: Date): number {
  if (until <= from) return 0;
  if (calendar === ALWAYS) return until.getTime() - from.getTime();
  let total = 0;
  for (const [start, end] of openSpans(calendar, from.getTime(), until.getTime())) total += end - start;
  return total;
}

/** How far ahead a working moment is looked for. */
const HORIZON = 3660 * DAY;

/** The first moment by which so many minutes were worked since `from`; undefined when the calendar has not that many in ten
 * years. For 0 minutes it is `from` itself (Q2). */
export function addBusinessMinutes(calendar: Calendar, from: Date, minutes: number): Date | undefined {
  return addBusinessMs(calendar, from, minutes * MINUTE);
}

/** As `addBusinessMinutes`, in milliseconds. */
export function addBusinessMs(calendar: Calendar, from: Date, ms: number): Date | undefined {
  const start = from.getTime();
  if (ms <= 0) return from;
  if (calendar === ALWAYS) return new Date(start + ms);
  let left = ms;
  for (const [begin, end] of openSpans(calendar, start, start + HORIZON)) {
    if (end - begin >= left) return new Date(begin + left);
    left -= end - begin;
  }
  return undefined;
}

/** A calendar's open stretches between two moments, in order. */
export function openHours(calendar: Calendar, from: Date, until: Date): { from: Date; until: Date }[] {
  return [...openSpans(calendar, from.getTime(), until.getTime())].map(([start, end]) => ({
    from: new Date(start),
    until: new Date(end),
  }));
}

/** The open stretches between two moments, in order. Where clocks are turned back an hour is worked twice, where they are turned
 * forward it is not worked at all: a moment is open when the wall clock at that moment is. */
function* openSpans(calendar: Calendar, from: number, until: number): Generator<Span> {
  const hours = wallHours(calendar);
  for (const { offset, start, end } of offsets(calendar.timeZone, from, until)) {
    // Within one offset the wall clock runs evenly, so everything is whole days and milliseconds.
    for (const [open, close] of wallSpans(hours, start + offset, end + offset)) {
      yield [open - offset, close - offset];
    }
  }
}

/** What a wall clock shows while a calendar is open, by weekday, and while it is off. */
type WallHours = { readonly week: readonly (readonly Span[])[]; readonly holidays: readonly Span[] };

const hoursOf = new WeakMap<Calendar, WallHours>();

function wallHours(calendar: Calendar): WallHours {
  const known = hoursOf.get(calendar);
  if (known) return known;
  const week = DAYS.map((day) =>
    sorted(calendar.week[day]).map(([a, b]) => [minuteOf(a) * MINUTE, minuteOf(b) * MINUTE] as const),
  );
  const holidays = calendar.holidays
    .map((holiday) => [wallMs(holiday.from), wallMs(holiday.until)] as const)
    .toSorted((a, b) => a[0] - b[0]);
  const made = { week, holidays };
  hoursOf.set(calendar, made);
  return made;
}

function* wallSpans(hours: WallHours, from: number, until: number): Generator<Span> {
  for (let day = Math.floor(from / DAY); day * DAY < until; day++) {
    // 1970-01-01, day 0, was a Thursday.
    const intervals = hours.week[(((day + 3) % 7) + 7) % 7] ?? [];
    for (const [open, close] of intervals) {
      const span: Span = [Math.max(from, day * DAY + open), Math.min(until, day * DAY + close)];
      if (span[0] < span[1]) yield* without(span, hours.holidays);
    }
  }
}

function* without(span: Span, holidays: readonly Span[]): Generator<Span> {
  let [start] = span;
  const [, end] = span;
  for (const [off, on] of holidays) {
    if (off >= end) break;
    if (on <= start) continue;
    if (off > start) yield [start, off];
    start = on;
    if (start >= end) return;
  }
  yield [start, end];
}

/** The stretches between two moments in which a zone keeps one offset from UTC, in order. */
function* offsets(
  zone: string,
  from: number,
  until: number,
): Generator<{ offset: number; start: number; end: number }> {
  for (let start = from; start < until; ) {
    const { offset, until: end } = stretchAt(zone, start);
    yield { offset, start, end: Math.min(until, end) };
    start = end;
  }
}

/** A stretch of time in which a zone keeps one offset from UTC, in milliseconds. */
type Stretch = { readonly offset: number; readonly from: number; readonly until: number };

// Asking for a zone's transitions takes a hundred times as long as working with them, and a desk has few zones.
const stretches = remembering<Stretch[]>(500);
const MOST_STRETCHES = 100;

function stretchAt(zone: string, ms: number): Stretch {
  const known = stretches(zone, () => []);
  const found = known.find(({ from, until }) => from <= ms && ms < until);
  if (found) return found;
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  // A transition at this very moment begins the stretch, and one is looked for before a moment.
  const before = at.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const next = at.getTimeZoneTransition('next');
  const made = {
    offset: at.offsetNanoseconds / 1_000_000,
    from: before?.epochMilliseconds ?? -Infinity,
    until: next?.epochMilliseconds ?? Infinity,
  };
  if (known.length >= MOST_STRETCHES) known.length = 0;
  known.push(made);
  return made;
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function wallMs(local: string): number {
  return Date.parse(`${local}Z`);
}
