import { HOUR } from '../../base/kernel/index.ts';
import { isOpen } from './board.ts';
import type { Case } from './cases.ts';
import { type Ledger, minutes } from './ledger.ts';
import { START_MS } from './model.ts';
import { targetOf } from './people.ts';
import type { Policy, Sim } from './sim.ts';

/** Figures of some tickets. Times are minutes round the clock; shares are of 1; null where there is nothing to count. */
export type Figures = {
  tickets: number;
  first_reply_p50: number | null;
  first_reply_p90: number | null;
  within_target: number | null;
  resolution_p50: number | null;
  resolution_p90: number | null;
  breaches: number;
  warned_before_breach: number | null;
  csat: number | null;
  fcr: number | null;
  repeat: number | null;
};

/** What a simulation found. The same size and policy give the same report, but for `run`. */
export type Report = {
  days: number;
  seed: number;
  tickets_per_week: number;
  policy: Policy;
  requests: number;
  tickets: number;
  self_solved: number;
  given_up: number;
  customers: number;
  agents: number;
  happenings: number;
  timers: number;
  takes: number;
  drained_hours: number;
  late_timers: number;
  priority_inversions: number;
  tickets_lost: number;
  metric_disagreements: number;
  queues: ({ queue: string } & Figures)[];
  classes: ({ class: string } & Figures)[];
  all: Figures;
  run: { seconds: number; tickets_per_second: number };
};

/** What the report is made of besides the simulation. */
export type Outcome = {
  readonly ledgers: ReadonlyMap<number, Ledger>;
  readonly end: number;
  readonly seconds: number;
};

/** Sums a simulation up. */
export function reportOf(sim: Sim, outcome: Outcome): Report {
  const { size, counts } = sim;
  const cases = [...sim.cases.values()];
  const figures = (some: readonly Case[]) => figuresOf(sim, outcome, some);
  const ledgers = [...outcome.ledgers.values()];
  return {
    ...{ days: size.days, seed: size.seed, tickets_per_week: size.ticketsPerWeek, policy: sim.policy },
    ...{ requests: sim.requests.length, tickets: cases.length },
    self_solved: cases.filter(({ outcome: ended }) => ended === 'auto_resolved').length,
    given_up: cases.filter(({ outcome: ended }) => ended === 'closed_by_customer').length,
    ...{ customers: sim.people.length, agents: sim.agents.length },
    ...{ happenings: counts.happenings, timers: counts.jobs, takes: counts.takes },
    drained_hours: Math.round(drained(sim, outcome.end)),
    late_timers: counts.lateTimers + sum(ledgers, ({ late }) => late),
    priority_inversions: counts.inversions,
    tickets_lost: lost(sim),
    metric_disagreements: sum(ledgers, ({ disagreements }) => disagreements),
    queues: sim.engine.routing.queues.map(({ id, slug }) => ({
      queue: slug,
      ...figures(cases.filter(({ queueId }) => queueId === id)),
    })),
    classes: CLASSES.map(([name, has]) => ({ class: name, ...figures(cases.filter(has)) })),
    all: figures(cases),
    run: {
      seconds: Math.round(outcome.seconds * 10) / 10,
      tickets_per_second: Math.round((cases.length / outcome.seconds) * 10) / 10,
    },
  };
}

const isVip = ({ request }: Case) => request.customer.vip;

/** The classes of the order of work (Q1). */
const CLASSES: readonly [name: string, has: (one: Case) => boolean][] = [
  ['critical', ({ critical }) => critical],
  ['vip', (one) => !one.critical && isVip(one)],
  ['all others', (one) => !one.critical && !isVip(one)],
];

function drained(sim: Sim, end: number): number {
  const { days } = sim.size;
  return (end - START_MS) / HOUR - days * 24;
}

/** Requests whose words came into no ticket, and tickets that nobody answered: neither a person, nor the desk itself, nor their customer's
 * giving up. */
function lost(sim: Sim): number {
  const homeless = sim.requests.filter(({ name }) => !sim.found.has(name) && !sim.forgotten.has(name));
  const unanswered = [...sim.cases.values()].filter(
    ({ ticket, firstReplyAt, outcome }) =>
      firstReplyAt === undefined &&
      outcome !== 'auto_resolved' &&
      outcome !== 'closed_by_customer' &&
      isOpen(sim.board.tickets.get(ticket) ?? { status: 'closed' }),
  );
  return homeless.length + unanswered.length;
}

function figuresOf(sim: Sim, { ledgers }: Outcome, cases: readonly Case[]): Figures {
  const answered = cases.filter(({ firstReplyAt }) => firstReplyAt !== undefined);
  const waits = answered.map(waitOf);
  const resolved = cases.filter(({ outcome, endedAt }) => outcome === 'answered' && endedAt !== undefined);
  const times = resolved.map(({ createdAt, endedAt }) => (endedAt ?? createdAt) - createdAt);
  const own = cases.flatMap(({ ticket }) => ledgers.get(ticket) ?? []);
  const breaches = sum(own, (ledger) => ledger.breaches);
  const scores = cases.flatMap(({ score }) => score ?? []);
  return {
    tickets: cases.length,
    ...{ first_reply_p50: quantile(waits, 0.5), first_reply_p90: quantile(waits, 0.9) },
    within_target: share(answered, (one) => waitOf(one) <= targetOf(sim, one)),
    ...{ resolution_p50: quantile(times, 0.5), resolution_p90: quantile(times, 0.9) },
    breaches,
    warned_before_breach: breaches === 0 ? null : rounded(sum(own, ({ warned }) => warned) / breaches),
    csat: scores.length === 0 ? null : rounded(sum(scores, (score) => score) / scores.length),
    fcr: share(resolved, ({ answers, spells }) => answers === 1 && spells.length === 1),
    repeat: share(cases, ({ cameBack }) => cameBack > 0),
  };
}

const waitOf = ({ firstReplyAt, owedSince }: Case) => (firstReplyAt ?? owedSince) - owedSince;
const rounded = (value: number) => Math.round(value * 1000) / 1000;

function sum<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}

function share<T>(all: readonly T[], has: (one: T) => boolean): number | null {
  return all.length === 0 ? null : rounded(all.filter(has).length / all.length);
}

function quantile(times: readonly number[], at: number): number | null {
  const sorted = times.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))];
  return value === undefined ? null : minutes(value);
}
