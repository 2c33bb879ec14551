import { DAY, HOUR, MINUTE } from '../../base/kernel/index.ts';
import type { Calendar } from '../../domain/sla/index.ts';
import { DAYS_OFF, DRAIN_DAYS, SHIFTS, STAFF, START_MS, ZONE } from './model.ts';
import { among } from './random.ts';
import type { Size } from './traffic.ts';

/** From and until, in milliseconds since 1970. */
export type Span = readonly [from: number, until: number];

/** How an agent works: which queues, when, as the desk's calendar and as spans of the simulated time, and their breaks. */
export type Duty = {
  readonly name: string;
  readonly queues: readonly string[];
  readonly week: Calendar['week'];
  readonly shifts: readonly Span[];
  readonly breaks: readonly Span[];
};

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const SHIFT_HOURS = 8;
const GOLDEN = 0.618033988749895;

/** As many agents as the traffic needs (or `agents`), spread over the shifts of a week. */
export function staffing(size: Size & { readonly agents?: number }): Duty[] {
  const { minutesPerRequest, hoursPerAgent, busy, atLeast } = STAFF;
  const needed = (size.ticketsPerWeek * minutesPerRequest) / 60 / hoursPerAgent / busy;
  const length = size.agents ?? Math.max(atLeast, Math.ceil(needed));
  return Array.from({ length }, (_, index) => dutyOf(index, size.days));
}

function dutyOf(index: number, days: number): Duty {
  // Multiples of the golden ratio fall evenly into the shares, however many agents there are.
  const begins = among<number>((0.3 + index * GOLDEN) % 1, SHIFTS);
  const off: readonly number[] = DAYS_OFF[index % DAYS_OFF.length] ?? [];
  const works = WEEKDAYS.map((_, day) => day).filter((day) => !off.includes(day));
  const shifts = Array.from({ length: days + DRAIN_DAYS + 1 }, (_, day) => day - 1)
    .filter((day) => works.includes((day + 7) % 7))
    .map((day): Span => {
      const from = START_MS + day * DAY + begins * HOUR;
      return [from, from + SHIFT_HOURS * HOUR];
    });
  const pause = (3 * 60 + (index % 5) * STAFF.breakMinutes) * MINUTE;
  return {
    name: `Agent ${index + 1}`,
    queues: index % STAFF.expertEvery === 2 ? STAFF.expertQueues : STAFF.careQueues,
    week: weekOf(works, begins),
    shifts,
    breaks: shifts.map(([from]): Span => [from + pause, from + pause + STAFF.breakMinutes * MINUTE]),
  };
}

/** The same shifts as the desk's calendar writes them: one over midnight is two intervals. */
function weekOf(works: readonly number[], begins: number): Calendar['week'] {
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  const ends = begins + SHIFT_HOURS;
  const hoursOn = (day: number): [string, string][] => [
    ...(ends > 24 && works.includes((day + 6) % 7) ? [[clock(0), clock(ends - 24)] as [string, string]] : []),
    ...(works.includes(day) ? [[clock(begins), clock(Math.min(ends, 24))] as [string, string]] : []),
  ];
  return Object.fromEntries(WEEKDAYS.map((name, day) => [name, hoursOn(day)])) as Calendar['week'];
}

/** The calendar of a duty. */
export const calendarOf = ({ week }: Duty): Calendar => ({ timeZone: ZONE, week, holidays: [] });

/** Whether a time lies in one of the spans. */
export const within = (spans: readonly Span[], at: number): boolean =>
  spans.some(([from, until]) => at >= from && at < until);
