import type { Tx } from '../../base/db/index.ts';
import { isOpen } from './status.ts';
import { type Ticket, updateTicket } from './tickets.sql.ts';

/** Lets a locked ticket wait for the end of an incident (U5): no person owes an answer, no queue gives it out, nothing is promised. A
 * ticket that somebody has, that was answered before or that has ended stays as it is. */
export async function holdTicket(tx: Tx, ticket: Ticket, now: Date): Promise<Ticket> {
  if (!mayHold(ticket)) return ticket;
  return updateTicket(tx, ticket.id, { set: { held: true, waiting_since: null, eta_at: null }, now });
}

function mayHold(ticket: Ticket): boolean {
  return (
    isOpen(ticket.status) &&
    ticket.status !== 'reopened' &&
    ticket.assignee_id === null &&
    ticket.first_reply_at === null &&
    ticket.urgent_reason === null &&
    ticket.priority !== 'critical'
  );
}

/** Lets a held ticket go the ordinary way, from now on: a person owes its customer an answer. */
export async function releaseTicket(tx: Tx, ticket: Ticket, now: Date): Promise<Ticket> {
  if (!ticket.held) return ticket;
  return updateTicket(tx, ticket.id, { set: { held: false, waiting_since: now }, now });
}
