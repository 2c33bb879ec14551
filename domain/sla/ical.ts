import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { DomainError } from '../../base/kernel/index.ts';
import type { Holiday } from './calendar.ts';

/** Which part of a calendar file is wanted: the days `[from, until)` as `YYYY-MM-DD`, in the zone of the desk's calendar. */
export type ImportRange = { timeZone: string; from: string; until: string };

const MOST = 5000;
// A rule that repeats every minute must not keep the desk busy.
const STEPS = 20_000;
const NAME_LENGTH = 200;

/** Reads the holidays of an iCalendar file (RFC 5545): whole days and parts of days, repeated ones within the range, without
 * cancelled ones and exceptions (Q2). Refuses (`invalid`) what is no calendar, and more than 5000 holidays. */
export function holidaysOf(file: string, range: ImportRange): Holiday[] {
  const events = parse(file).getAllSubcomponents('vevent');
  const wanted: Wanted = { range, changed: changedOccurrences(events), steps: 0 };
  const found: Holiday[] = [];
  for (const event of events) {
    if (event.getFirstPropertyValue('status') === 'CANCELLED') continue;
    for (const holiday of occurrences(new ICAL.Event(event), wanted)) {
      found.push(holiday);
      if (found.length > MOST) throw tooLong();
    }
  }
  return found.toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

const tooLong = () => new DomainError('invalid', 'ical_too_long', { holidays: MOST, steps: STEPS });

function parse(file: string): ICAL.Component {
  try {
    const root = new ICAL.Component(ICAL.parse(file));
    if (root.name === 'vcalendar') return root;
  } catch {
    // Said below, in our own words.
  }
  throw new DomainError('invalid', 'ical_unreadable');
}

/** The occurrences that have an event of their own: the rule they come from leaves them out. */
function changedOccurrences(events: readonly ICAL.Component[]): Set<string> {
  const own = events.map((event) => new ICAL.Event(event)).filter((event) => event.isRecurrenceException());
  return new Set(own.map((event) => `${event.uid} ${event.recurrenceId.toString()}`));
}

type Wanted = { range: ImportRange; changed: ReadonlySet<string>; steps: number };

function* occurrences(event: ICAL.Event, wanted: Wanted): Generator<Holiday> {
  const { range, changed } = wanted;
  if (!event.isRecurring() || event.isRecurrenceException()) {
    yield* within(holiday(event, event.startDate, range), range);
    return;
  }
  const [first, end] = [Number(range.from.slice(0, 4)) - 1, Number(range.until.slice(0, 4))];
  const walk = event.iterator();
  for (let start = walk.next(); start && start.year <= end; start = walk.next()) {
    if (++wanted.steps > STEPS) throw tooLong();
    if (start.year < first || changed.has(`${event.uid} ${start.toString()}`)) continue;
    yield* within(holiday(event, start, range), range);
  }
}

function* within(day: Holiday, range: ImportRange): Generator<Holiday> {
  if (day.until > `${range.from}T00:00` && day.from < `${range.until}T00:00` && day.from < day.until)
    yield day;
}

function holiday(event: ICAL.Event, start: ICAL.Time, { timeZone }: ImportRange): Holiday {
  const end = start.clone();
  end.addDuration(event.duration);
  // A whole day without an end lasts one day.
  if (start.isDate && end.compare(start) <= 0) end.adjust(1, 0, 0, 0);
  const zone = event.component.getFirstProperty('dtstart')?.getFirstParameter('tzid');
  return {
    name: (event.summary ?? '').slice(0, NAME_LENGTH),
    from: wall(start, { zone, timeZone }),
    until: wall(end, { zone, timeZone }),
  };
}

type Zones = { zone: string | undefined; timeZone: string };

/** What the desk's wall clock shows at a time of the file. Days and floating times are the same everywhere. */
function wall(time: ICAL.Time, zones: Zones): string {
  const plain = Temporal.PlainDateTime.from({
    year: time.year,
    month: time.month,
    day: time.day,
    ...(time.isDate ? {} : { hour: time.hour, minute: time.minute, second: time.second }),
  });
  return inZone(plain, time, zones).toString({ smallestUnit: 'minute' });
}

function inZone(
  plain: Temporal.PlainDateTime,
  time: ICAL.Time,
  { zone, timeZone }: Zones,
): Temporal.PlainDateTime {
  const named = time.zone === ICAL.Timezone.utcTimezone ? 'UTC' : zone;
  if (time.isDate || named === undefined) return plain;
  try {
    return plain.toZonedDateTime(named).withTimeZone(timeZone).toPlainDateTime();
  } catch {
    // Not a name that IANA knows: the file describes the zone itself.
    return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000)
      .toZonedDateTimeISO(timeZone)
      .toPlainDateTime();
  }
}
