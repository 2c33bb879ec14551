import { MINUTE, unreachable } from '../../base/kernel/index.ts';
import type { Priority, TicketStatus } from '../tickets/index.ts';
import { ALWAYS, addBusinessMs, businessMs, type Calendar } from './calendar.ts';

/** What is measured. `first_reply`: from the customer's first message until a person answers; `next_reply`: from the oldest
 * unanswered message until the next answer, once a cycle; `resolution`: from opening until resolving (Q2). */
export type Metric = 'first_reply' | 'next_reply' | 'resolution';

/** All metrics, in the order in which they are looked at. */
export const METRICS: readonly Metric[] = ['first_reply', 'next_reply', 'resolution'];

/** What applies to a clock. Without a policy the target is null, and only time is counted. */
export type Applied = {
  policy_id: number | null;
  priority: Priority;
  queue_id: number;
  target_minutes: number | null;
  calendar_id: number | null;
  warn_percent: number | null;
  pauses: boolean;
};

/** One measured stretch of a ticket's life; `instance` counts the clocks of one metric. */
export type SlaClock = Applied & {
  metric: Metric;
  instance: number;
  kind: 'opened' | 'reopened';
  state: 'running' | 'paused' | 'fulfilled' | 'cancelled';
  started_at: Date;
  ended_at: Date | null;
  applied_at: Date;
  /** Working milliseconds until `since`. */
  spent_ms: number;
  /** Since when more working time runs; null while paused and after the end. */
  since: Date | null;
  /** When to warn, and by when it is due; null while nothing is due. An ended clock keeps them. */
  warn_at: Date | null;
  deadline_at: Date | null;
  warned_at: Date | null;
  /** The deadline that passed. */
  breached_at: Date | null;
  status: TicketStatus;
  escalated: readonly number[];
};

/** What happened to a clock. `at` is when it was noticed: a late timer says how late in `lateness_ms`. */
export type SlaEvent = { metric: Metric; instance: number; at: Date } & (
  | {
      kind: 'activate';
      data: {
        kind: 'opened' | 'reopened';
        started_at: string;
        priority: Priority;
        queue_id: number;
        status: TicketStatus;
      };
    }
  | { kind: 'apply_sla'; data: Applied }
  | { kind: 'pause' | 'resume'; data: Record<never, never> }
  | { kind: 'update_status'; data: { from: TicketStatus; to: TicketStatus } }
  | { kind: 'fulfill' | 'cancel'; data: { outcome?: string } }
  | { kind: 'warn' | 'breach'; data: { due_at: string; lateness_ms: number } }
  | { kind: 'escalate'; data: { escalation_id: number } }
);

/** Finds a calendar by id; null is round the clock. */
export type Calendars = (id: number | null) => Calendar;

/** The calendars with these ids. Fails on one that is not among them. */
export function calendarsOf(known: ReadonlyMap<number, Calendar>): Calendars {
  return (id) => {
    const calendar = id === null ? ALWAYS : known.get(id);
    if (!calendar) throw new Error(`nobody read calendar ${id}`);
    return calendar;
  };
}

/** A clock after an event: the only way in which clocks change, so that the log alone is enough to have them again. */
export function follow(clock: SlaClock | undefined, event: SlaEvent, calendars: Calendars): SlaClock {
  if (event.kind === 'activate') return started(event, calendars);
  if (!clock) throw new Error(`the log of ${event.metric} ${event.instance} begins with ${event.kind}`);
  switch (event.kind) {
    case 'apply_sla':
      return scheduled(
        { ...settled(clock, event.at, calendars), ...event.data, applied_at: event.at },
        calendars,
      );
    case 'pause':
      return scheduled({ ...settled(clock, event.at, calendars), state: 'paused', since: null }, calendars);
    case 'resume':
      return scheduled({ ...clock, state: 'running', since: event.at }, calendars);
    case 'fulfill':
    case 'cancel': {
      const state = event.kind === 'fulfill' ? 'fulfilled' : 'cancelled';
      return { ...settled(clock, event.at, calendars), state, since: null, ended_at: event.at };
    }
    case 'warn':
      return { ...clock, warned_at: event.at };
    case 'breach':
      return { ...clock, breached_at: new Date(event.data.due_at) };
    case 'update_status':
      return { ...clock, status: event.data.to };
    case 'escalate':
      return { ...clock, escalated: [...clock.escalated, event.data.escalation_id] };
    default:
      return unreachable(event);
  }
}

function started(event: Extract<SlaEvent, { kind: 'activate' }>, calendars: Calendars): SlaClock {
  const { kind, priority, queue_id, status, started_at } = event.data;
  const at = new Date(started_at);
  return scheduled(
    {
      ...{
        metric: event.metric,
        instance: event.instance,
        kind,
        status,
        priority,
        queue_id,
        state: 'running',
      },
      ...{ policy_id: null, target_minutes: null, calendar_id: null, warn_percent: null, pauses: true },
      ...{ started_at: at, applied_at: event.at, since: at, spent_ms: 0, ended_at: null },
      ...{ warn_at: null, deadline_at: null, warned_at: null, breached_at: null, escalated: [] },
    },
    calendars,
  );
}

/** Counts what ran until `at` by the calendar that applied until then. A clock that met several calendars has the sum of them. */
function settled(clock: SlaClock, at: Date, calendars: Calendars): SlaClock {
  if (!clock.since) return clock;
  const calendar = calendars(clock.calendar_id);
  return { ...clock, spent_ms: clock.spent_ms + businessMs(calendar, clock.since, at), since: at };
}

/** Sets the moments that a running clock with a target is heading for. */
function scheduled(clock: SlaClock, calendars: Calendars): SlaClock {
  const { since, target_minutes: target, warn_percent: percent } = clock;
  if (!since || target === null) return { ...clock, warn_at: null, deadline_at: null };
  const calendar = calendars(clock.calendar_id);
  const after = (ms: number) => addBusinessMs(calendar, since, Math.ceil(ms) - clock.spent_ms) ?? null;
  return {
    ...clock,
    deadline_at: after(target * MINUTE),
    warn_at: percent === null ? null : after((target * MINUTE * percent) / 100),
  };
}

/** When a clock next needs somebody to look: its warning, then its deadline; null when nothing is to come. */
export function nextMoment(clock: SlaClock): Date | null {
  if (clock.state !== 'running' || clock.breached_at) return null;
  return clock.warned_at ? clock.deadline_at : (clock.warn_at ?? clock.deadline_at);
}

/** What a list shows of a ticket's clocks: the earliest running deadline, or that one waits for the customer. */
export type Shown = {
  next_deadline_at: Date | null;
  sla_metric: Metric | null;
  sla_state: 'running' | 'paused' | 'breached' | null;
};

// What was promised first counts: a breach raises the priority, which plans the clock anew from that moment.
const promised = (clock: SlaClock): Date | null => clock.breached_at ?? clock.deadline_at;

/** See `Shown`. */
export function shownOf(clocks: readonly SlaClock[]): Shown {
  const [next] = clocks
    .filter((clock) => clock.state === 'running' && clock.deadline_at)
    .toSorted((a, b) => Number(promised(a)) - Number(promised(b)));
  if (next) {
    return {
      next_deadline_at: promised(next),
      sla_metric: next.metric,
      sla_state: next.breached_at ? 'breached' : 'running',
    };
  }
  const paused = clocks.find((clock) => clock.state === 'paused' && clock.target_minutes !== null);
  return paused
    ? {
        next_deadline_at: null,
        sla_metric: paused.metric,
        sla_state: paused.breached_at ? 'breached' : 'paused',
      }
    : { next_deadline_at: null, sla_metric: null, sla_state: null };
}
