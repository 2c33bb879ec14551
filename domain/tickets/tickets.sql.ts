import { type Selectable, sql } from 'kysely';
import { announce, type Db, type Tx } from '../../base/db/index.ts';
import type { Tickets } from '../../base/db/generated/schema.ts';
import type { Language } from '../../base/i18n/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { looseMessages, takeLoose } from './messages.sql.ts';
import type { Priority, TicketStatus } from './status.ts';

/** A ticket as it is stored. */
export type Ticket = Omit<Selectable<Tickets>, 'status' | 'priority' | 'language' | 'outcome'> & {
  status: TicketStatus;
  priority: Priority;
  language: Language;
  outcome: 'answered' | 'auto_resolved' | 'closed_by_customer' | null;
};

/** Who did something to a ticket. */
export type By = { kind: 'customer' | 'staff' | 'bot' | 'system'; id?: number };

/** What a new ticket needs. */
export type NewTicket = {
  customerId: number;
  chatId: number;
  topicId?: number;
  queueId: number;
  priority: Priority;
  language: Language;
  /** Shown when no message has words, such as the topic's title. */
  fallbackSubject: string;
  etaAt: Date;
  /** The customer's matter solved itself before a person was needed (B4). */
  autoResolved?: boolean;
  data?: Record<string, unknown>;
  now: Date;
};

const SUBJECT_LENGTH = 120;

/** The first line of what was said, cut at a word. */
export function subjectOf(text: string): string {
  const line = text.trim().split('\n')[0]?.trim() ?? '';
  if (line.length <= SUBJECT_LENGTH) return line;
  const cut = line.slice(0, SUBJECT_LENGTH);
  const space = cut.lastIndexOf(' ');
  return `${(space > SUBJECT_LENGTH / 2 ? cut.slice(0, space) : cut).toWellFormed()}…`;
}

/** Opens a ticket with the next number and takes all loose words of the chat into it (F3, B3). */
export async function createTicket(tx: Tx, ticket: NewTicket): Promise<Ticket> {
  const { firstText } = await looseMessages(tx, ticket.chatId);
  const resolved = ticket.autoResolved ?? false;
  const row = await tx
    .insertInto('tickets')
    .values({
      customer_id: ticket.customerId,
      chat_id: ticket.chatId,
      topic_id: ticket.topicId ?? null,
      queue_id: ticket.queueId,
      status: resolved ? 'resolved' : 'accepted',
      priority: ticket.priority,
      language: ticket.language,
      subject: (firstText && subjectOf(firstText)) || ticket.fallbackSubject,
      outcome: resolved ? 'auto_resolved' : null,
      waiting_since: resolved ? null : ticket.now,
      eta_at: resolved ? null : ticket.etaAt,
      resolved_at: resolved ? ticket.now : null,
      last_message_at: ticket.now,
      created_at: ticket.now,
      updated_at: ticket.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await takeLoose(tx, ticket.chatId, row.id);
  await appendEvent(tx, row.id, {
    kind: 'created',
    by: { kind: 'customer', id: ticket.customerId },
    data: { priority: ticket.priority, ...ticket.data },
    now: ticket.now,
  });
  return row as Ticket;
}

/** Something that happened to a ticket. */
export type NewEvent = { kind: string; by: By; data?: Record<string, unknown>; now: Date };

/** Adds to a ticket's history, which is never rewritten, and tells the screens that show it. */
export async function appendEvent(tx: Tx, ticketId: number, event: NewEvent): Promise<void> {
  await tx
    .insertInto('ticket_events')
    .values({
      ticket_id: ticketId,
      kind: event.kind,
      actor_kind: event.by.kind,
      actor_id: event.by.id ?? null,
      data: JSON.stringify(event.data ?? {}),
      at: event.now,
    })
    .execute();
  announce(tx, { ticket: ticketId });
}

/** Locks a ticket until the end of the transaction. Refuses (`not_found`) a number that no ticket has. */
export async function lockTicket(tx: Tx, ticketId: number): Promise<Ticket> {
  const row = await tx.selectFrom('tickets').selectAll().where('id', '=', ticketId).forUpdate().executeTakeFirst();
  if (!row) throw new DomainError('not_found', 'ticket_unknown', { ticket: ticketId });
  return row as Ticket;
}

/** A ticket by number. Refuses (`not_found`) a number that no ticket has. */
export async function ticketById(db: Db, ticketId: number): Promise<Ticket> {
  const row = await db.selectFrom('tickets').selectAll().where('id', '=', ticketId).executeTakeFirst();
  if (!row) throw new DomainError('not_found', 'ticket_unknown', { ticket: ticketId });
  return row as Ticket;
}

/** Changes a locked ticket, counts the change, and tells the screens that show it. Returns the ticket as it is now. */
export async function updateTicket(
  tx: Tx,
  ticketId: number,
  change: { set: Partial<Omit<Ticket, 'id' | 'revision'>>; now: Date },
): Promise<Ticket> {
  const row = await tx
    .updateTable('tickets')
    .set({ ...change.set, updated_at: change.now, revision: sql`revision + 1` })
    .where('id', '=', ticketId)
    .returningAll()
    .executeTakeFirstOrThrow();
  announce(tx, { ticket: ticketId });
  return row as Ticket;
}

/** A customer's tickets that a dialogue may speak of: all open ones, and those resolved since `since`; newest first, 20 of each. */
export async function ticketsOfCustomer(db: Db, customerId: number, since: Date): Promise<Ticket[]> {
  const ofCustomer = db.selectFrom('tickets').selectAll().where('customer_id', '=', customerId);
  const open = await ofCustomer.where('status', 'not in', ['resolved', 'closed']).orderBy('id', 'desc').limit(20).execute();
  const ended = await ofCustomer
    .where('status', 'in', ['resolved', 'closed'])
    .where('resolved_at', '>=', since)
    .orderBy('resolved_at', 'desc')
    .limit(20)
    .execute();
  return [...open, ...ended] as Ticket[];
}
