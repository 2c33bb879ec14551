import { sql } from 'kysely';
import type { Transact, Tx } from '../../base/db/index.ts';
import type { Clock } from '../../base/kernel/index.ts';
import { noticeSoon } from '../staff/index.ts';
import { appendEvent, higherPriority, lockTicket, raiseTicket, type Ticket } from '../tickets/index.ts';
import type { Calendar } from './calendar.ts';
import { calendarsOf, type Metric, shownOf } from './clock.ts';
import { readStanding, writeStanding } from './clocks.sql.ts';
import { type Decision, type Due, decide, markEscalated, type World } from './decide.ts';
import type { Rules, StoredEscalation } from './policy.ts';

/** Brings the clocks and timers of a ticket in line with it (Q2, Q4): to be called at the end of every transaction that changes a
 * ticket, with the locked ticket as it is now. Costs one statement when nothing moves, two when something does. Returns the ticket,
 * which a step of escalation may have raised or moved. */
export async function syncClocks(tx: Tx, ticket: Ticket, now: Date): Promise<Ticket> {
  return sync(tx, ticket, { now, spent: false });
}

/** A timer of a ticket fell due: looks at the ticket anew, under its lock, and notes warnings and breaches that are due; whatever has
 * changed since the timer was set decides. Returns the ticket before and after: steps of escalation may have changed it. */
export async function handleSlaTimer(tx: Tx, ticketId: number, now: Date): Promise<Synced> {
  const before = await lockTicket(tx, ticketId);
  return { before, after: await sync(tx, before, { now, spent: true }) };
}

const TICKETS_AT_ONCE = 500;

/** A ticket before and after its clocks were brought in line. */
export type Synced = { before: Ticket; after: Ticket };

/** A policy or a calendar changed: brings the clocks of all open tickets in line, each in a transaction of its own, in which `follow`
 * does what else the change of a ticket calls for (steps of escalation may have raised or moved it). */
export async function reapplyPolicies(
  transact: Transact,
  clock: Clock,
  follow: (tx: Tx, change: Synced) => Promise<void>,
): Promise<void> {
  let last = 0;
  for (;;) {
    const ids = await transact((tx) => openTickets(tx, last));
    for (const id of ids) {
      await transact(async (tx) => {
        const before = await lockTicket(tx, id);
        await follow(tx, { before, after: await syncClocks(tx, before, clock.now()) });
      });
    }
    last = ids.at(-1) ?? 0;
    if (ids.length < TICKETS_AT_ONCE) return;
  }
}

async function openTickets(tx: Tx, after: number): Promise<number[]> {
  const rows = await tx
    .selectFrom('tickets')
    .select('id')
    .where('status', 'not in', ['resolved', 'closed'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(TICKETS_AT_ONCE)
    .execute();
  return rows.map(({ id }) => id);
}

async function sync(tx: Tx, ticket: Ticket, how: { now: Date; spent: boolean }): Promise<Ticket> {
  const { now } = how;
  const start = await readStanding(tx, { ticketId: ticket.id, queueId: ticket.queue_id });
  let world = worldOf(start.rules, start.calendars, now);
  let known: ReadonlyMap<number, Calendar> = start.calendars;
  let current = ticket;
  let total: Decision = { clocks: start.clocks, touched: new Map(), events: [], due: [] };
  // Every round takes at least one step of escalation that this clock has not taken before, so the rounds end.
  for (;;) {
    const round = decide(total.clocks, current, world);
    total = {
      clocks: round.clocks,
      touched: new Map([...total.touched, ...round.touched]),
      events: [...total.events, ...round.events],
      due: round.due,
    };
    const steps = stepsOf(total, world.rules);
    if (steps.length === 0) break;
    for (const step of steps) {
      total = markEscalated(total, { metric: step.due.metric, escalationId: step.escalation.id }, world);
      current = await take(tx, current, { ...step, now });
    }
    if (current.queue_id !== world.rules.queue_id) {
      const moved = await readStanding(tx, { ticketId: ticket.id, queueId: current.queue_id });
      known = new Map([...known, ...moved.calendars]);
      world = worldOf(moved.rules, known, now);
    }
  }
  if (total.events.length > 0 || how.spent) {
    const clocks = how.spent ? new Map([...latestOf(total), ...total.touched]) : total.touched;
    await writeStanding(tx, {
      ...{ ticketId: ticket.id, before: start.clocks, clocks: [...clocks.values()], events: total.events },
      ...{ shown: shownOf(total.clocks), spent: how.spent },
    });
  }
  return { ...current, ...shownOf(total.clocks) };
}

const worldOf = (rules: Rules, calendars: ReadonlyMap<number, Calendar>, now: Date): World => ({
  ...{ rules, calendars: calendarsOf(calendars), now },
});

const latestOf = (decision: Decision) =>
  decision.clocks.map((clock) => [`${clock.metric} ${clock.instance}`, clock] as const);

type Step = { due: Due; escalation: StoredEscalation };

/** The steps that what is due calls for, without those that the clock has taken. */
function stepsOf(decision: Decision, rules: Rules): Step[] {
  return decision.due.flatMap((due) => {
    const taken = decision.clocks.find(({ metric }) => metric === due.metric)?.escalated ?? [];
    return rules.escalations
      .filter(
        ({ id, metric, moment }) => moment === due.moment && fits(metric, due.metric) && !taken.includes(id),
      )
      .map((escalation) => ({ due, escalation }));
  });
}

const fits = (wanted: Metric | null, metric: Metric) => wanted === null || wanted === metric;

/** Takes one step of escalation: what it does is on the ticket, and its event tells everybody who watches. */
async function take(tx: Tx, ticket: Ticket, step: Step & { now: Date }): Promise<Ticket> {
  const { due, now } = step;
  const { action } = step.escalation;
  const by = { kind: 'system' } as const;
  await appendEvent(tx, ticket.id, { kind: 'escalated', by, data: { ...due, ...action }, now });
  const reason = `sla_${due.moment}`;
  switch (action.do) {
    case 'raise_priority': {
      const priority = higherPriority(ticket.priority, action.to);
      return raiseTicket(tx, ticket, { priority, queueId: ticket.queue_id, reason, by, now });
    }
    case 'move_queue': {
      const { rows } = await sql<{ id: number }>`select id from queues where slug = ${action.to}`.execute(tx);
      const queueId = rows[0]?.id ?? ticket.queue_id;
      return raiseTicket(tx, ticket, { priority: ticket.priority, queueId, reason, by, now });
    }
    case 'notify':
    case 'page_on_call': {
      const whom = action.do === 'notify' ? action.whom : 'on_call';
      const notice = {
        ticket: ticket.id,
        whom,
        reason: `sla_${due.moment}`,
        metric: due.metric,
        words: null,
      } as const;
      await noticeSoon(tx, notice, now);
      return ticket;
    }
  }
}
