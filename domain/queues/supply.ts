import { DAY, plus } from '../../base/kernel/index.ts';
import { type Calendar, openHours, storedCalendar } from '../sla/index.ts';
import type { Supply } from './eta.ts';

/** Somebody who serves a queue, as far as their hours go. */
export type Hours = { presence: string; shifts: unknown };

type Stretch = { from: Date; until: Date };

const HORIZON_MS = 7 * DAY;

/** How many people serve a queue from when on (Q3): those who are there now for as long as their shift lasts, and those who are not from
 * their next shift on; only within the queue's calendar, if it has one. Undefined: nobody is there and nobody has shifts, so nobody
 * knows. */
export function supplyOf(
  people: readonly Hours[],
  calendar: Calendar | undefined,
  now: Date,
): Supply | undefined {
  const end = plus(now, HORIZON_MS);
  const open = calendar ? openHours(calendar, now, end) : [{ from: now, until: end }];
  const worked = people
    .flatMap((person) => stretchesOf(person, now, end))
    .flatMap((stretch) => open.flatMap((hours) => overlap(stretch, hours)));
  if (worked.length === 0) return undefined;
  const steps = worked
    .flatMap(({ from, until }) => [
      { at: from, by: 1 },
      { at: until, by: -1 },
    ])
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const points: { from: Date; people: number }[] = [{ from: now, people: 0 }];
  for (const { at, by } of steps) {
    if (at >= end) break;
    const last = points.at(-1);
    if (!last) break;
    if (last.from.getTime() === at.getTime()) last.people += by;
    else points.push({ from: at, people: last.people + by });
  }
  // Beyond the horizon somebody will be there.
  return [...points, { from: end, people: 1 }];
}

function stretchesOf({ presence, shifts }: Hours, now: Date, end: Date): Stretch[] {
  const there = presence === 'online';
  if (shifts === null) return there ? [{ from: now, until: end }] : [];
  const hours = openHours(storedCalendar(shifts), now, end);
  return there ? hours : hours.filter(({ from }) => from > now);
}

function overlap(a: Stretch, b: Stretch): Stretch[] {
  const from = a.from > b.from ? a.from : b.from;
  const until = a.until < b.until ? a.until : b.until;
  return from < until ? [{ from, until }] : [];
}
