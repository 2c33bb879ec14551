import { MINUTE, plus } from '../../base/kernel/index.ts';
import { type Cause, type Change, momentOf } from './event.ts';
import type { ActiveRule } from './rule.ts';

/** What becomes of a ticket's timers: those that are set or moved, and the rules whose timers go. */
export type TimerChange = {
  set: readonly { rule: number; version: number; since: Date; due: Date }[];
  drop: readonly number[];
};

/** What a change of a ticket does to the timers of rules: each counts from a moment of the ticket, moves with it and goes with it. What
 * a rule has done itself starts no timer of it. */
export function timersAfter(
  rules: readonly ActiveRule[],
  { before, after }: Change,
  cause: Cause,
): TimerChange {
  const set: TimerChange['set'][number][] = [];
  const drop: number[] = [];
  for (const { id, version, rule } of rules) {
    const { trigger } = rule;
    if (trigger.on !== 'time_since') continue;
    const was = before ? momentOf(trigger.moment, before) : null;
    const since = momentOf(trigger.moment, after);
    if (was?.getTime() === since?.getTime()) continue;
    if (since === null || cause.chain.includes(id)) drop.push(id);
    else set.push({ rule: id, version, since, due: plus(since, trigger.minutes * MINUTE) });
  }
  return { set, drop: before ? drop : [] };
}
