import { businessMinutesBetween, type Calendar } from './calendar.ts';
import { type Calendars, follow, type SlaClock, type SlaEvent } from './clock.ts';

/** All clocks of a ticket, from nothing but its log (oldest first) and the calendars that it names. */
export function recompute(events: readonly SlaEvent[], calendars: Calendars): SlaClock[] {
  const clocks = new Map<string, SlaClock>();
  for (const event of events) {
    const key = `${event.metric} ${event.instance}`;
    clocks.set(key, follow(clocks.get(key), event, calendars));
  }
  return [...clocks.values()];
}

/** A stretch of a ticket's life during which one calendar applied. */
export type Stretch = { calendar: Calendar; from: Date; until: Date };

/** Working minutes of a ticket that met several calendars. `every`: each stretch by its own calendar, the way our clocks count;
 * `last`: the whole time by the calendar that applied at the end, the way other desks report it. */
export function minutesOver(stretches: readonly Stretch[], by: 'every' | 'last'): number {
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last) return 0;
  if (by === 'last') return businessMinutesBetween(last.calendar, first.from, last.until);
  return stretches.reduce(
    (sum, { calendar, from, until }) => sum + businessMinutesBetween(calendar, from, until),
    0,
  );
}
