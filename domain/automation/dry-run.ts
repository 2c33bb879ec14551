import { HOUR, MINUTE, plus } from '../../base/kernel/index.ts';
import { type Event, listens, momentOf } from './event.ts';
import { type Calendars, fits } from './fits.ts';
import { foresee, type MacroDeeds } from './foresee.ts';
import { MOST_A_TICKET, MOST_DEEP } from './limits.ts';
import {
  after,
  beginning,
  type Entry,
  eventsOf,
  type Known,
  type Phase,
  phasesOf,
  type Standing,
} from './past.ts';
import type { Rule } from './rule.ts';
import type { Outcome } from './runs.sql.ts';

/** A rule that is tried. `id`: the rule that it is a draft of, if it has one; `before`: the rules that act before it. */
export type Trial = {
  rule: Rule;
  id?: number | undefined;
  before: ReadonlySet<number>;
  calendars: Calendars;
  macros: MacroDeeds;
  until: Date;
};

/** A time at which the rule would have run. */
export type Match = { at: Date; went: Outcome };

type Waiting = { event: Event; chain: readonly number[] };
type Timer = { since: Date; due: Date; chain: readonly number[] };

/** Where a trial stands in one ticket's past. */
type Tape = {
  trial: Trial;
  standing: Standing;
  matches: Match[];
  others: Date[];
  waiting: Waiting[];
  timer: Timer | undefined;
};

/** When a rule would have run on a ticket, and what it would have done, without doing anything (U1): the past is played again, what the
 * rule would have changed is carried along, and whatever the past says later counts more. */
export function tryOnPast(trial: Trial, known: Known, entries: readonly Entry[]): Match[] {
  const tape: Tape = {
    ...{ trial, standing: beginning(known), matches: [], others: [], waiting: [], timer: undefined },
  };
  for (const [place, phase] of phasesOf(entries).entries()) {
    if (phase.at > trial.until) break;
    answerUnless(tape, phase);
    ring(tape, phase.at);
    const before = tape.standing;
    tape.standing = after(before, phase, known);
    const chain = phase.run ? [...phase.run.chain, phase.run.ruleId] : [];
    follow(tape, before, chain);
    tape.waiting.push(...eventsOf(phase, place).map((event) => ({ event, chain })));
    noteOther(tape, phase);
  }
  answerUnless(tape, undefined);
  ring(tape, trial.until);
  return tape.matches;
}

/** The order in which the events of one change are answered. */
const ORDER = [
  ...['created', 'status_changed', 'message_in', 'message_out', 'clarification_asked', 'sla', 'rated'],
];

/** Answers what waits, unless the next phase is the doing of a rule that acts before this one: on something earlier, or earlier on the
 * same. */
function answerUnless(tape: Tape, next: Phase | undefined): void {
  const run = next?.run;
  const first = (event: Event) => {
    if (!run || run.eventAt > event.at) return false;
    if (run.eventAt < event.at) return true;
    const place = ORDER.indexOf(run.on) - ORDER.indexOf(event.on);
    return place < 0 || (place === 0 && tape.trial.before.has(run.ruleId));
  };
  const [held, ready] = [
    tape.waiting.filter(({ event }) => first(event)),
    tape.waiting.filter(({ event }) => !first(event)),
  ];
  tape.waiting = held;
  for (const { event, chain } of ready)
    if (listens(tape.trial.rule.trigger, event)) answer(tape, event, chain);
}

/** The timer of the rule fires where its time came before this. */
function ring(tape: Tape, until: Date): void {
  // What the rule does itself may set no timer of it, so this ends.
  const { timer } = tape;
  if (!timer || timer.due > until) return;
  tape.timer = undefined;
  const { since, due: at, chain } = timer;
  answer(tape, { on: 'time_since', key: 'since', at, ruleId: tape.trial.id ?? 0, since }, chain);
}

function answer(tape: Tape, event: Event, chain: readonly number[]): void {
  const { trial } = tape;
  if (trial.id !== undefined && chain.includes(trial.id)) return;
  if (chain.length >= MOST_DEEP) return;
  if (!fits(trial.rule, { ...tape.standing, at: event.at }, trial.calendars)) return;
  const runs = [...tape.others, ...tape.matches.map(({ at }) => at)];
  if (runs.filter((at) => at > plus(event.at, -HOUR)).length >= MOST_A_TICKET) return;
  const before = tape.standing;
  const { went, standing } = foresee(trial.rule.actions, before, { at: event.at, macros: trial.macros });
  tape.matches.push({ at: event.at, went });
  tape.standing = standing;
  follow(tape, before, 'own');
}

/** The timer moves with its moment; what the rule did itself sets none. */
function follow(tape: Tape, before: Standing, chain: readonly number[] | 'own'): void {
  const { trigger } = tape.trial.rule;
  if (trigger.on !== 'time_since') return;
  const was = momentOf(trigger.moment, before);
  const since = momentOf(trigger.moment, tape.standing);
  const isNew = before.last_customer_message_at === null && was?.getTime() === since?.getTime();
  if (!isNew && was?.getTime() === since?.getTime()) return;
  const own = chain === 'own' || (tape.trial.id !== undefined && chain.includes(tape.trial.id));
  tape.timer =
    since === null || own ? undefined : { since, due: plus(since, trigger.minutes * MINUTE), chain };
}

/** Runs of other rules count against what may run on a ticket. */
function noteOther(tape: Tape, { run, at }: Phase): void {
  if (run && run.ruleId !== tape.trial.id && run.outcome !== 'limited') tape.others.push(at);
}

/** The most moments within one minute. */
export function busiestMinute(moments: readonly Date[]): number {
  const sorted = moments.map(Number).toSorted((a, b) => a - b);
  let first = 0;
  let most = 0;
  for (const [last, at] of sorted.entries()) {
    while ((sorted[first] ?? at) <= at - MINUTE) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
