import { z } from 'zod';
import { Priority } from './tickets.ts';

/** What is promised: the first answer of a person, each next one, and the end of the matter (Q2). */
export const SlaMetric = z.enum(['first_reply', 'next_reply', 'resolution']);
/** See the schema of the same name. */
export type SlaMetric = z.infer<typeof SlaMetric>;

const slug = z.string().min(1).max(64);
const minutes = z.int().min(1).max(525_600);
const zone = z.string().max(64).refine(isTimeZone, { error: 'there is no such time zone' });

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}

/** What a queue promises for one metric, in minutes. `priority` null: every priority that has no promise of its own; `reopened_minutes`
 * null: the same for a ticket that was opened again; `calendar` null: round the clock; `warn_percent`: when to warn, as a share of the
 * target, null: never. Not `active`: as if it were not there. */
export const SlaPolicy = z.strictObject({
  queue: slug,
  priority: Priority.nullable(),
  metric: SlaMetric,
  target_minutes: minutes,
  reopened_minutes: minutes.nullable(),
  calendar: slug.nullable(),
  warn_percent: z.int().min(1).max(99).nullable(),
  pause_in_clarification: z.boolean(),
  active: z.boolean(),
});
/** See the schema of the same name. */
export type SlaPolicy = z.infer<typeof SlaPolicy>;

/** A time off, in the calendar's zone: a whole day is from its `T00:00` until the next day's `T00:00`. */
export const Holiday = z.strictObject({
  name: z.string().max(200),
  from: z.string().max(16),
  until: z.string().max(16),
});
/** See the schema of the same name. */
export type Holiday = z.infer<typeof Holiday>;

const hours = z.array(z.tuple([z.string().max(5), z.string().max(5)])).max(12);

/** The hours of each weekday, such as `["09:00", "13:00"]`; `24:00` is the end of a day. */
export const WeekHours = z.strictObject({
  ...{ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours },
});
/** See the schema of the same name. */
export type WeekHours = z.infer<typeof WeekHours>;

/** When promises run, in an IANA time zone (`PUT /api/sla/calendars/:slug` sets it anew). */
export const SlaCalendarChange = z.strictObject({
  name: z.string().trim().min(1).max(60).optional(),
  timeZone: zone,
  week: WeekHours,
  holidays: z.array(Holiday).max(5000),
});
/** See the schema of the same name. */
export type SlaCalendarChange = z.infer<typeof SlaCalendarChange>;

/** A calendar in the version in force. */
export const SlaCalendar = SlaCalendarChange.extend({ slug, version: z.int() });
/** See the schema of the same name. */
export type SlaCalendar = z.infer<typeof SlaCalendar>;

/** What happens when a promise of `queue` and `metric` (null: any) begins, is near its end, or is broken (F4, Q4). */
export const SlaEscalationChange = z.strictObject({
  queue: slug.nullable(),
  metric: SlaMetric.nullable(),
  moment: z.enum(['start', 'warn', 'breach']),
  action: z.discriminatedUnion('do', [
    z.strictObject({ do: z.literal('notify'), whom: z.enum(['assignee', 'queue', 'leads']) }),
    z.strictObject({ do: z.literal('raise_priority'), to: Priority }),
    z.strictObject({ do: z.literal('move_queue'), to: slug }),
    z.strictObject({ do: z.literal('page_on_call') }),
  ]),
  active: z.boolean(),
});
/** See the schema of the same name. */
export type SlaEscalationChange = z.infer<typeof SlaEscalationChange>;

/** A step of escalation. Several are taken in this order. */
export const SlaEscalation = SlaEscalationChange.extend({ id: z.int() });
/** See the schema of the same name. */
export type SlaEscalation = z.infer<typeof SlaEscalation>;

/** All promises, calendars and steps of escalation of a desk. */
export const SlaRules = z.object({
  policies: z.array(SlaPolicy.extend({ id: z.int() })),
  calendars: z.array(SlaCalendar),
  escalations: z.array(SlaEscalation),
});
/** See the schema of the same name. */
export type SlaRules = z.infer<typeof SlaRules>;

/** An iCalendar file (RFC 5545) and which days of it are wanted: `[from, until)`, in the zone of the calendar. */
export const HolidayFile = z.strictObject({
  file: z.string().max(1_000_000),
  timeZone: zone,
  from: z.iso.date(),
  until: z.iso.date(),
});
/** What was found in a file. Nothing is kept of it: the calendar is saved with the days that are wanted. */
export const HolidaysFound = z.object({ holidays: z.array(Holiday) });
/** See the schema of the same name. */
export type HolidaysFound = z.infer<typeof HolidaysFound>;
