import { MINUTE, plus } from '../../base/kernel/index.ts';
import type { QuietHours } from '../customers/index.ts';
import { addBusinessMs, type Calendar } from '../sla/index.ts';

/** What decides whether somebody can be written to now. */
export type Rest = {
  readonly now: Date;
  readonly hours: QuietHours | undefined;
  /** The zone of the clock on their wall. */
  readonly timeZone: string;
  /** When they last did something in the chat. */
  readonly actedAt: Date | null;
  readonly awakeMinutes: number;
};

/** Until when a customer is left alone; undefined when they can be written to now, because it is no quiet hour or they are awake (U3). */
export function quietUntil(rest: Rest): Date | undefined {
  const { now, hours, timeZone, actedAt, awakeMinutes } = rest;
  if (hours === undefined) return undefined;
  if (actedAt !== null && now < plus(actedAt, awakeMinutes * MINUTE)) return undefined;
  const open = opening(hours, timeZone, now);
  return open > now ? open : undefined;
}

/** The first moment from `now` on whose time of day, by the clock on the wall, is outside the quiet hours. */
export function opening(hours: QuietHours, timeZone: string, now: Date): Date {
  // The desk's calendars know all about clocks that are turned: what is not quiet is an open hour.
  const end = addBusinessMs(openHours(hours, timeZone), now, 1);
  return end === undefined ? now : plus(end, -1);
}

function openHours({ from, until }: QuietHours, timeZone: string): Calendar {
  const day: [string, string][] =
    from < until
      ? [
          ['00:00', from],
          [until, '24:00'],
        ]
      : [[until, from]];
  const open = day.filter(([start, end]) => start !== end);
  const week = { mon: open, tue: open, wed: open, thu: open, fri: open, sat: open, sun: open };
  return { timeZone, week, holidays: [] };
}
