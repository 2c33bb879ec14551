import type { Tx } from '../../base/db/index.ts';
import { record } from '../audit/index.ts';
import { wakeTicket } from './marks.sql.ts';
import { nextStatus, type Priority, type StatusAction } from './status.ts';
import { appendEvent, type By, type Ticket, updateTicket } from './tickets.sql.ts';

type Set = Partial<Omit<Ticket, 'id' | 'revision'>>;

/** Takes a locked ticket one step further and writes both the change and its history. Refuses (`conflict`) an impossible step. */
export async function advance(
  tx: Tx,
  ticket: Ticket,
  step: { action: StatusAction; by: By; set?: Set; now: Date },
): Promise<Ticket> {
  const status = nextStatus(ticket.status, step.action);
  const { now } = step;
  // Whatever anybody does to it besides its customer's words ends its waiting for an incident.
  const held = ticket.held && step.action === 'hear';
  const after = await updateTicket(tx, ticket.id, { set: { ...step.set, status, held }, now });
  if (status !== ticket.status) {
    await appendEvent(tx, ticket.id, {
      kind: 'status_changed',
      by: step.by,
      data: { from: ticket.status, to: status },
      now,
    });
  }
  await recordChange(tx, { by: step.by, action: `ticket.${step.action}`, before: ticket, after, now });
  return after;
}

/** Records what staff, the bot and the desk itself do to a ticket (C6), wherever they do it; customers' own doings are its history. */
async function recordChange(
  tx: Tx,
  change: { by: By; action: string; before: Ticket; after: Ticket; now: Date },
): Promise<void> {
  const { kind, ...by } = change.by;
  if (kind === 'customer') return;
  const { action, before, after, now } = change;
  await record(tx, {
    ...{ by: { kind, ...by }, action, object: { kind: 'ticket', id: after.id }, now },
    ...{ before: facts(before), after: facts(after) },
  });
}

const facts = ({ status, outcome, priority, queue_id, assignee_id, urgent_reason }: Ticket) => ({
  ...{ status, outcome, priority, queue: queue_id, assignee: assignee_id, urgent_reason },
});

/** The customer wrote: a clarification that was awaited has come, and a person owes an answer since the oldest unanswered word. */
export async function hearCustomer(tx: Tx, ticket: Ticket, now: Date): Promise<Ticket> {
  const set = { last_message_at: now, last_customer_message_at: now };
  const ended = ticket.status === 'resolved' || ticket.status === 'closed';
  if (ended) return updateTicket(tx, ticket.id, { set, now });
  const by = { kind: 'customer', id: ticket.customer_id } as const;
  const waiting = ticket.held ? null : (ticket.waiting_since ?? now);
  return advance(tx, await wakeTicket(tx, ticket, { reason: 'customer', by, now }), {
    ...{ action: 'hear', by, now },
    set: { ...set, waiting_since: waiting, clarification: null },
  });
}

/** What a person's public answer means for a ticket: nobody waits any more. */
export function answeredAt(ticket: Ticket, now: Date): Set {
  return {
    first_reply_at: ticket.first_reply_at ?? now,
    last_reply_at: now,
    waiting_since: null,
    last_message_at: now,
  };
}

/** Closes the matter: nobody waits any more. */
export async function endTicket(
  tx: Tx,
  ticket: Ticket,
  end: {
    action: 'resolve' | 'close';
    by: By;
    outcome: Ticket['outcome'];
    summary?: string;
    next?: readonly string[];
    now: Date;
  },
): Promise<Ticket> {
  const { now } = end;
  return advance(tx, await wakeTicket(tx, ticket, { reason: 'end', by: end.by, now }), {
    action: end.action,
    by: end.by,
    set: {
      outcome: ticket.outcome ?? end.outcome,
      waiting_since: null,
      clarification: null,
      resolved_at: ticket.resolved_at ?? now,
      closed_at: end.action === 'close' ? now : null,
      // The summary is a person's public answer.
      ...(end.by.kind === 'staff' && end.summary !== undefined
        ? { first_reply_at: ticket.first_reply_at ?? now, last_reply_at: now }
        : {}),
      ...(end.summary === undefined ? {} : { summary: end.summary, next_steps: [...(end.next ?? [])] }),
    },
    now,
  });
}

/** Opens a resolved or closed ticket again, with its history (F7). */
export async function reopenTicket(tx: Tx, ticket: Ticket, how: { by: By; now: Date }): Promise<Ticket> {
  return advance(tx, ticket, {
    action: 'reopen',
    by: how.by,
    set: {
      outcome: null,
      waiting_since: how.now,
      resolved_at: null,
      closed_at: null,
      last_message_at: how.now,
    },
    now: how.now,
  });
}

/** Gives a locked ticket to somebody, or to nobody; `passOver`: no queue gives it to whoever had it again. Nothing happens when they
 * have it already. */
export async function assignTicket(
  tx: Tx,
  ticket: Ticket,
  to: { assigneeId: number | null; by: By; reason?: string; passOver?: boolean; now: Date },
): Promise<Ticket> {
  if (ticket.assignee_id === to.assigneeId) return ticket;
  const set = {
    assignee_id: to.assigneeId,
    assigned_at: to.assigneeId === null ? null : to.now,
    returned_from: to.passOver ? ticket.assignee_id : null,
    ...(ticket.held ? { held: false, waiting_since: to.now } : {}),
  };
  const after = await updateTicket(tx, ticket.id, { set, now: to.now });
  await appendEvent(tx, ticket.id, {
    kind: 'assigned',
    by: to.by,
    data: {
      assignee: to.assigneeId,
      ...(to.reason ? { reason: to.reason } : {}),
      ...(to.assigneeId === null ? { from: ticket.assignee_id } : {}),
    },
    now: to.now,
  });
  await recordChange(tx, { by: to.by, action: 'ticket.assign', before: ticket, after, now: to.now });
  return after;
}

/** Makes a ticket more pressing, or moves it to another queue, because of what the customer said (B5). Nothing else changes. */
export async function raiseTicket(
  tx: Tx,
  ticket: Ticket,
  to: { priority: Priority; queueId: number; reason: string; urgentReason?: string; by: By; now: Date },
): Promise<Ticket> {
  const { priority, queueId, reason, now } = to;
  const urgentReason = ticket.urgent_reason ?? to.urgentReason ?? null;
  const same =
    ticket.priority === priority && ticket.queue_id === queueId && ticket.urgent_reason === urgentReason;
  if (same) return ticket;
  const set = { priority, queue_id: queueId, urgent_reason: urgentReason };
  const after = await updateTicket(tx, ticket.id, { set, now });
  await appendEvent(tx, ticket.id, {
    kind: 'raised',
    by: to.by,
    data: { priority, queue: queueId, reason },
    now,
  });
  await recordChange(tx, { by: to.by, action: 'ticket.raise', before: ticket, after, now });
  return after;
}
