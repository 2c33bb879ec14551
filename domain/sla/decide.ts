import { isOpen, type Ticket } from '../tickets/index.ts';
import {
  type Applied,
  type Calendars,
  follow,
  METRICS,
  type Metric,
  type SlaClock,
  type SlaEvent,
} from './clock.ts';
import { applying, type Rules } from './policy.ts';

/** What of a ticket decides which clocks run. */
export type Facts = Pick<
  Ticket,
  | 'status'
  | 'priority'
  | 'queue_id'
  | 'outcome'
  | 'waiting_since'
  | 'first_reply_at'
  | 'last_reply_at'
  | 'created_at'
  | 'held'
>;

/** A moment that calls for escalation. */
export type Due = { metric: Metric; moment: 'start' | 'warn' | 'breach' };

/** Everything a decision takes into account besides the ticket. */
export type World = { rules: Rules; calendars: Calendars; now: Date };

/** The latest clock of each metric afterwards, every clock that changed on the way, what was added to the log, and what is to be
 * escalated. */
export type Decision = {
  clocks: readonly SlaClock[];
  touched: ReadonlyMap<string, SlaClock>;
  events: readonly SlaEvent[];
  due: readonly Due[];
};

type Pad = World & {
  clocks: Map<Metric, SlaClock>;
  touched: Map<string, SlaClock>;
  events: SlaEvent[];
  due: Due[];
};

/** Brings the latest clock of each metric in line with the ticket, its policies and the time. Deciding again changes nothing. */
export function decide(before: readonly SlaClock[], ticket: Facts, world: World): Decision {
  const clocks = new Map(before.map((clock) => [clock.metric, clock]));
  const pad: Pad = { ...world, clocks, touched: new Map(), events: [], due: [] };
  for (const metric of METRICS) bring(pad, metric, ticket);
  return { clocks: [...clocks.values()], touched: pad.touched, events: pad.events, due: pad.due };
}

/** Notes that a step of escalation is taken, so that it is never taken twice for one clock. */
export function markEscalated(
  decision: Decision,
  step: { metric: Metric; escalationId: number },
  world: World,
): Decision {
  const pad: Pad = {
    ...world,
    clocks: new Map(decision.clocks.map((clock) => [clock.metric, clock])),
    touched: new Map(decision.touched),
    events: [...decision.events],
    due: [...decision.due],
  };
  const clock = pad.clocks.get(step.metric);
  if (!clock) throw new Error(`there is no clock of ${step.metric}`);
  const { metric, instance } = clock;
  log(pad, { metric, instance, kind: 'escalate', at: world.now, data: { escalation_id: step.escalationId } });
  return { clocks: [...pad.clocks.values()], touched: pad.touched, events: pad.events, due: pad.due };
}

function bring(pad: Pad, metric: Metric, ticket: Facts): void {
  const from = wantedFrom(pad, metric, ticket);
  const before = openClock(pad, metric);
  if (before && !(from && sameCycle(before, from))) end(pad, before, ticket);
  if (from && !openClock(pad, metric)) begin(pad, metric, { ticket, from });
  const clock = openClock(pad, metric);
  if (!clock) return;
  keepStatus(pad, clock, ticket);
  apply(pad, metric, ticket);
  pauseOrResume(pad, metric, ticket);
  const fresh = !before || before.instance !== clock.instance || before.queue_id !== ticket.queue_id;
  if (fresh) pad.due.push({ metric, moment: 'start' });
  fallDue(pad, metric);
}

function openClock(pad: Pad, metric: Metric): SlaClock | undefined {
  const clock = pad.clocks.get(metric);
  return clock?.ended_at ? undefined : clock;
}

/** Since when a clock of this metric should run; undefined when none should. */
function wantedFrom(pad: Pad, metric: Metric, ticket: Facts): Date | undefined {
  if (!isOpen(ticket.status)) return undefined;
  // What waits for the end of an incident begins nothing; what ran already stands still.
  if (ticket.held) return openClock(pad, metric)?.started_at;
  const first = pad.clocks.get('first_reply');
  const replied = ticket.first_reply_at !== null || first?.state === 'fulfilled';
  switch (metric) {
    case 'first_reply':
      if (replied) return undefined;
      return openClock(pad, metric)?.started_at ?? ticket.waiting_since ?? undefined;
    case 'next_reply':
      return replied ? (ticket.waiting_since ?? undefined) : undefined;
    case 'resolution': {
      const clock = pad.clocks.get(metric);
      if (!clock) return ticket.waiting_since ?? ticket.created_at;
      return clock.ended_at ? pad.now : clock.started_at;
    }
  }
}

const sameCycle = (clock: SlaClock, from: Date) => clock.started_at.getTime() === from.getTime();

function begin(pad: Pad, metric: Metric, { ticket, from }: { ticket: Facts; from: Date }): void {
  const instance = (pad.clocks.get(metric)?.instance ?? 0) + 1;
  const reopened = ticket.status === 'reopened' || (metric === 'resolution' && instance > 1);
  log(pad, {
    metric,
    instance,
    kind: 'activate',
    at: pad.now,
    data: {
      kind: reopened ? 'reopened' : 'opened',
      started_at: from.toISOString(),
      priority: ticket.priority,
      queue_id: ticket.queue_id,
      status: ticket.status,
    },
  });
}

function end(pad: Pad, clock: SlaClock, ticket: Facts): void {
  const { metric, instance } = clock;
  keepStatus(pad, clock, ticket);
  // Nobody is called for what is over: a deadline that passed before the timer came is only noted.
  note(pad, clock, { until: pad.now, escalate: false });
  const answered = isOpen(ticket.status)
    ? !isMovedAway(clock, ticket)
    : ticket.outcome === 'answered' || metric === 'resolution';
  const data = isOpen(ticket.status) || !ticket.outcome ? {} : { outcome: ticket.outcome };
  log(pad, { metric, instance, kind: answered ? 'fulfill' : 'cancel', at: pad.now, data });
}

/** What waited for the next reply went into another ticket: nobody answered it here. */
const isMovedAway = ({ metric, started_at }: SlaClock, { last_reply_at }: Facts) =>
  metric === 'next_reply' && (last_reply_at === null || last_reply_at < started_at);

/** The log of the resolution follows the ticket's status: from it follows how long anybody waited for whom. */
function keepStatus(pad: Pad, clock: SlaClock, ticket: Facts): void {
  if (clock.metric !== 'resolution' || clock.status === ticket.status) return;
  const { metric, instance } = clock;
  log(pad, {
    metric,
    instance,
    kind: 'update_status',
    at: pad.now,
    data: { from: clock.status, to: ticket.status },
  });
}

function apply(pad: Pad, metric: Metric, ticket: Facts): void {
  const clock = openClock(pad, metric);
  if (!clock) return;
  const applied = applying(pad.rules, ticket, clock);
  if (FIELDS.every((field) => applied[field] === clock[field])) return;
  // A change of the rules counts from when it was made, even if this clock learns of it later: no deadline of the old rules
  // after that is a breach.
  const changed = pad.rules.changed_at;
  const sameQueue = clock.queue_id === ticket.queue_id;
  const until = sameQueue && changed && changed > clock.applied_at && changed < pad.now ? changed : pad.now;
  note(pad, clock, { until, escalate: true });
  log(pad, { metric, instance: clock.instance, kind: 'apply_sla', at: pad.now, data: applied });
}

const FIELDS: readonly (keyof Applied)[] = [
  ...([
    'policy_id',
    'priority',
    'queue_id',
    'target_minutes',
    'calendar_id',
    'warn_percent',
    'pauses',
  ] as const),
];

function pauseOrResume(pad: Pad, metric: Metric, ticket: Facts): void {
  const clock = openClock(pad, metric);
  if (!clock) return;
  const still = ticket.held || (clock.pauses && ticket.status === 'clarification');
  if (still === (clock.state === 'paused')) return;
  if (still) note(pad, clock, { until: pad.now, escalate: true });
  log(pad, { metric, instance: clock.instance, kind: still ? 'pause' : 'resume', at: pad.now, data: {} });
}

function fallDue(pad: Pad, metric: Metric): void {
  const clock = openClock(pad, metric);
  if (!clock) return;
  note(pad, clock, { until: pad.now, escalate: true });
  const after = openClock(pad, metric);
  if (!after || after.state !== 'running' || after.warned_at || after.breached_at) return;
  if (!after.warn_at || after.warn_at > pad.now) return;
  log(pad, {
    metric,
    instance: after.instance,
    kind: 'warn',
    at: pad.now,
    data: late(after, after.warn_at, pad.now),
  });
  pad.due.push({ metric, moment: 'warn' });
}

/** Notes a deadline that passed before `until`, once. */
function note(pad: Pad, clock: SlaClock, how: { until: Date; escalate: boolean }): void {
  const { metric, instance, deadline_at: deadline } = clock;
  if (clock.state !== 'running' || clock.breached_at || !deadline || deadline > how.until) return;
  log(pad, { metric, instance, kind: 'breach', at: pad.now, data: late(clock, deadline, pad.now) });
  if (how.escalate) pad.due.push({ metric, moment: 'breach' });
}

/** How late a moment is noticed. One that lay in the past already when it was set is late since then. */
function late(clock: SlaClock, due: Date, now: Date): { due_at: string; lateness_ms: number } {
  const from = Math.max(due.getTime(), clock.applied_at.getTime(), clock.since?.getTime() ?? 0);
  return { due_at: due.toISOString(), lateness_ms: Math.max(0, now.getTime() - from) };
}

function log(pad: Pad, event: SlaEvent): void {
  const before = event.kind === 'activate' ? undefined : pad.clocks.get(event.metric);
  const after = follow(before, event, pad.calendars);
  pad.clocks.set(event.metric, after);
  pad.touched.set(`${event.metric} ${event.instance}`, after);
  pad.events.push(event);
}
