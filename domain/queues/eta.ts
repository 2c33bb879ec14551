import { DAY, HOUR, MINUTE, plus } from '../../base/kernel/index.ts';
import { priorOf } from './pace.ts';

/** From when on how many people serve a queue, in order of time; the last entry holds for ever. */
export type Supply = readonly { readonly from: Date; readonly people: number }[];

/** What stands between a ticket and its answer. */
export type Load = {
  /** Answers that come before this one. */
  readonly ahead: number;
  /** Person-minutes that one answer takes. */
  readonly minutesEach: number;
  /** Who serves it; undefined: nobody is there, and nobody knows when somebody comes. */
  readonly supply: Supply | undefined;
};

/** A time by which a customer has an answer. */
export type Eta = {
  readonly at: Date;
  /** The target cannot be held. */
  readonly late: boolean;
  /** Nobody is on shift until then. */
  readonly opensAt: Date | undefined;
};

/** An answer may well take half as long again as the average one. */
const MARGIN = 1.5;
const SHORTEST_MS = 2 * MINUTE;
/** How far ahead people are looked for. */
const FARTHEST_MS = 30 * DAY;

/** By when a ticket is answered (Q3): the work ahead of it at the queue's pace, by those who are there and those whose shifts begin, with
 * a margin, on a round time. Never in the past, never earlier for more work; while the work can be done within the target (`deadline`)
 * never after it. Without anybody to count on it is the target. */
export function estimate(load: Load, at: { now: Date; deadline: Date | undefined }): Eta {
  const { now } = at;
  const supply = load.supply ?? [{ from: now, people: 1 }];
  const work = (load.ahead + 1) * load.minutesEach * MINUTE;
  const soonest = plus(now, SHORTEST_MS);
  const likely = later(done(supply, work, now), plus(now, MINUTE));
  const safe = roundTime(later(done(supply, work * MARGIN, now), soonest), now);
  const target = onTheMinute(at.deadline);
  const opensAt = opening(supply, now);
  if (!target || likely > target) return { at: safe, late: target !== undefined, opensAt };
  return { at: load.supply ? earlier(safe, target) : target, late: false, opensAt };
}

/** A target as it is told: on the minute, and not a second late. */
const onTheMinute = (deadline: Date | undefined) =>
  deadline && new Date(Math.floor(deadline.getTime() / MINUTE) * MINUTE);

/** By when somebody who joins the end of a queue is answered, by its target for the first reply; `load`: what is there already. */
export function etaAtTheEnd(load: Load | undefined, targetMinutes: number, now: Date): Date {
  const nothing = { ahead: 0, minutesEach: priorOf(targetMinutes), supply: undefined };
  return estimate(load ?? nothing, { now, deadline: plus(now, targetMinutes * MINUTE) }).at;
}

/** When so much work is done, in person-milliseconds. */
function done(supply: Supply, work: number, now: Date): Date {
  let left = work;
  for (const [index, { from, people }] of supply.entries()) {
    const start = later(from, now);
    const end = supply[index + 1]?.from;
    if (end && end <= start) continue;
    if (people > 0) {
      const enough = plus(start, left / people);
      if (!end || enough <= end) return earlier(enough, plus(now, FARTHEST_MS));
      left -= (end.getTime() - start.getTime()) * people;
    }
  }
  return plus(now, FARTHEST_MS);
}

/** When the first of those who are not there now comes; undefined while somebody is there. */
function opening(supply: Supply, now: Date): Date | undefined {
  const there = supply.findLast(({ from }) => from <= now);
  if (there && there.people > 0) return undefined;
  return supply.find(({ from, people }) => from > now && people > 0)?.from;
}

/** A time that people say: on the minute within ten minutes, on five minutes within two hours, on a quarter within eight, else on the
 * hour; never earlier than `at`. */
export function roundTime(at: Date, now: Date): Date {
  const ahead = at.getTime() - now.getTime();
  const step =
    ahead <= 10 * MINUTE ? MINUTE : ahead <= 2 * HOUR ? 5 * MINUTE : ahead <= 8 * HOUR ? HOUR / 4 : HOUR;
  return new Date(Math.ceil(at.getTime() / step) * step);
}

/** Whether a better time is worth a change of the card: five minutes, and a fifth of what is left to wait. */
export function isMuchEarlier(eta: Date, promised: Date, now: Date): boolean {
  const gained = promised.getTime() - eta.getTime();
  return gained >= 5 * MINUTE && gained * 5 >= promised.getTime() - now.getTime();
}

const FIRST_STEP_MS = 15 * MINUTE;
const LONGEST_STEP_MS = 7 * DAY;

/** How much later than a time that cannot be held the next one is at least: 15 minutes, and twice as much each time (a week at most):
 * seven new times in a day of waiting, thirteen in a month. */
export function stepAfter(moves: number): number {
  return Math.min(FIRST_STEP_MS * 2 ** Math.min(moves, 20), LONGEST_STEP_MS);
}

/** The time after one that cannot be held: by the load as it is now, later than the last one by a step that grows. While the target can
 * be held it is the target at the latest. */
export function renew(
  load: Load,
  at: { now: Date; deadline: Date | undefined; promised: Date; moves: number },
): Eta {
  const { now, promised } = at;
  const deadline = onTheMinute(at.deadline);
  const found = estimate(load, { now, deadline });
  const least = roundTime(plus(later(promised, now), stepAfter(at.moves)), now);
  const target = deadline && deadline > later(promised, now) && !found.late ? deadline : undefined;
  const opensAt = found.opensAt;
  if (!target) return { at: later(found.at, least), late: true, opensAt };
  return { at: earlier(later(found.at, least), target), late: false, opensAt };
}

/** How long before a promised time it is looked whether it can be held: a fifteenth of the whole wait, one to ten minutes. */
function leadOf(promised: Date, since: Date): number {
  return Math.min(10 * MINUTE, Math.max(MINUTE, (promised.getTime() - since.getTime()) / 15));
}

/** When a promised time stops being good enough to keep silent about; `since`: the customer waits since then. */
export function renewalAt(promised: Date, since: Date): Date {
  return plus(promised, -leadOf(promised, since));
}

const SHOWN_FROM_MS = HOUR;
const SHORTEST_TICK_MS = 2 * MINUTE;

/** When a countdown is shown anew: from an hour before the time on, each time half of the rest is over. Undefined: not any more before
 * the end. */
export function nextTick(promised: Date, now: Date): Date | undefined {
  const left = promised.getTime() - now.getTime();
  if (left > SHOWN_FROM_MS) return plus(promised, -SHOWN_FROM_MS);
  return left / 2 < SHORTEST_TICK_MS ? undefined : plus(now, left / 2);
}

const later = (a: Date, b: Date) => (a > b ? a : b);
const earlier = (a: Date, b: Date) => (a < b ? a : b);
