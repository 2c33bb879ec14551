import { isOpen, type Ticket, type TicketStatus } from '../tickets/index.ts';
import type { Moment, Trigger } from './rule.ts';

/** Whose doing something is: the rules that led to it, one after another; empty where a person began it. */
export type Cause = { readonly chain: readonly number[] };

/** Nobody's rule: a person, or time. */
export const BY_PEOPLE: Cause = { chain: [] };

/** Something that happened to a ticket and may set rules off. `key` names it among all events of the ticket. */
export type Event = { readonly key: string; readonly at: Date } & (
  | { readonly on: 'created' | 'message_in' | 'message_out' | 'clarification_asked' }
  | { readonly on: 'status_changed'; readonly from: TicketStatus; readonly to: TicketStatus }
  | { readonly on: 'sla'; readonly moment: 'warn' | 'breach'; readonly metric: string }
  | { readonly on: 'rated'; readonly score: number }
  | { readonly on: 'time_since'; readonly ruleId: number; readonly since: Date }
);

/** A change of a ticket; `before` undefined: it was opened. `heard`: its customer wrote into it. */
export type Change = { before: Ticket | undefined; after: Ticket; heard?: boolean };

/** What a change of a ticket tells the rules. What a rule writes is no person's answer. */
export function happened({ before, after, heard }: Change, at: { now: Date; cause: Cause }): Event[] {
  const event = { at: at.now };
  const key = (on: string) => `${on}:${after.revision}`;
  if (!before) return [{ ...event, on: 'created', key: 'created' }];
  const events: Event[] = [];
  const moved = before.status !== after.status;
  if (moved) {
    const { status: from } = before;
    events.push({ ...event, on: 'status_changed', key: key('status'), from, to: after.status });
  }
  if (heard) events.push({ ...event, on: 'message_in', key: key('in') });
  const wrote = before.last_reply_at?.getTime() !== after.last_reply_at?.getTime();
  if (wrote && at.cause.chain.length === 0) events.push({ ...event, on: 'message_out', key: key('out') });
  const asked = after.status === 'clarification' && moved;
  if (asked) events.push({ ...event, on: 'clarification_asked', key: key('asked') });
  return events;
}

/** Whether a trigger is meant by an event. */
export function listens(trigger: Trigger, event: Event): boolean {
  switch (trigger.on) {
    case 'status_changed':
      return (
        event.on === 'status_changed' &&
        (trigger.from?.includes(event.from) ?? true) &&
        (trigger.to?.includes(event.to) ?? true)
      );
    case 'sla':
      return (
        event.on === 'sla' &&
        event.moment === trigger.moment &&
        (trigger.metric === undefined || trigger.metric === event.metric)
      );
    case 'rated':
      return event.on === 'rated' && event.score >= trigger.at_least && event.score <= trigger.at_most;
    case 'created':
    case 'message_in':
    case 'message_out':
    case 'clarification_asked':
    case 'time_since':
      return event.on === trigger.on;
  }
}

/** What of a ticket says since when something is so. */
export type Since = Pick<
  Ticket,
  'status' | 'created_at' | 'last_customer_message_at' | 'last_reply_at' | 'resolved_at' | 'waiting_since'
>;

/** The moment of a ticket from which time is counted; null while there is none. */
export function momentOf(moment: Moment, ticket: Since): Date | null {
  switch (moment) {
    case 'created':
      return ticket.created_at;
    case 'customer_message':
      return ticket.last_customer_message_at;
    case 'agent_reply':
      return ticket.last_reply_at;
    case 'resolved':
      return isOpen(ticket.status) ? null : ticket.resolved_at;
    case 'clarification':
      return ticket.status === 'clarification' ? ticket.last_reply_at : null;
    case 'waiting':
      return ticket.waiting_since;
  }
}
