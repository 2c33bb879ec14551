import { type Selectable, sql } from 'kysely';
import type { Tickets } from '../../base/db/generated/schema.ts';
import { announce, type Db, later, type Tx } from '../../base/db/index.ts';
import type { Language } from '../../base/i18n/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import type { Origin } from '../audit/index.ts';
import { LOOSE } from './messages.sql.ts';
import { isOpen, type Priority, type TicketStatus } from './status.ts';

/** A ticket as it is stored. */
export type Ticket = Omit<Selectable<Tickets>, 'status' | 'priority' | 'language' | 'outcome'> & {
  status: TicketStatus;
  priority: Priority;
  language: Language;
  outcome: 'answered' | 'auto_resolved' | 'closed_by_customer' | 'abandoned' | null;
};

/** Who did something to a ticket, and from where. */
export type By = { kind: 'customer' | 'staff' | 'bot' | 'system'; id?: number; from?: Origin };

/** What a new ticket needs. */
export type NewTicket = {
  customerId: number;
  chatId: number;
  topicId?: number;
  queueId: number;
  priority: Priority;
  language: Language;
  /** The first loose words, from which the subject is made. */
  firstText: string | null;
  /** Shown when no message has words, such as the topic's title. */
  fallbackSubject: string;
  /** Why it goes straight to a person (B5). */
  urgentReason?: string;
  /** The customer's matter solved itself before a person was needed (B4). */
  autoResolved?: boolean;
  /** Whose doing it is; the customer's where it is left out. */
  by?: By;
  /** Take nothing that waits outside tickets: what belongs into it comes from elsewhere. */
  empty?: boolean;
  data?: Record<string, unknown>;
  now: Date;
};

const SUBJECT_LENGTH = 120;

/** The first line of what was said, cut at a word. */
function subjectOf(text: string): string {
  const line = text.trim().split('\n')[0]?.trim() ?? '';
  if (line.length <= SUBJECT_LENGTH) return line;
  const cut = line.slice(0, SUBJECT_LENGTH);
  const space = cut.lastIndexOf(' ');
  return `${(space > SUBJECT_LENGTH / 2 ? cut.slice(0, space) : cut).toWellFormed()}…`;
}

/** Opens a ticket with the next number and takes all loose words of the chat into it, unless it is to be empty (F3, B3). */
export async function createTicket(tx: Tx, ticket: NewTicket): Promise<Ticket> {
  const { now } = ticket;
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
      urgent_reason: ticket.urgentReason ?? null,
      language: ticket.language,
      subject: (ticket.firstText && subjectOf(ticket.firstText)) || ticket.fallbackSubject,
      outcome: resolved ? 'auto_resolved' : null,
      waiting_since: resolved ? null : now,
      resolved_at: resolved ? now : null,
      last_message_at: now,
      last_customer_message_at: now,
      created_at: now,
      updated_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const by = ticket.by ?? { kind: 'customer', id: ticket.customerId };
  await sql`
    with taken as (
      update messages set ticket_id = ${row.id} where ${LOOSE} and chat_id = ${ticket.chatId} and not ${ticket.empty ?? false}::boolean
    )
    insert into ticket_events (ticket_id, kind, actor_kind, actor_id, data, at)
    values (${row.id}, 'created', ${by.kind}, ${by.id ?? null}, ${JSON.stringify({ ...createdFacts(ticket), ...ticket.data })}::jsonb, ${now})${later}`.execute(
    tx,
  );
  announce(tx, { ticket: row.id });
  return row as Ticket;
}

/** How a ticket began, for whoever reads its past later. */
const createdFacts = ({ priority, queueId, autoResolved }: NewTicket) => ({
  ...{ priority, queue: queueId },
  ...(autoResolved ? { status: 'resolved' } : {}),
});

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
    .modifyEnd(later)
    .execute();
  announce(tx, { ticket: ticketId });
}

/** A ticket by its number, as it stands; undefined when no ticket has it. */
export async function ticketById(db: Db, ticketId: number): Promise<Ticket | undefined> {
  const row = await db.selectFrom('tickets').selectAll().where('id', '=', ticketId).executeTakeFirst();
  return row as Ticket | undefined;
}

/** Locks a ticket until the end of the transaction. Refuses (`not_found`) a number that no ticket has. */
export async function lockTicket(tx: Tx, ticketId: number): Promise<Ticket> {
  const row = await tx
    .selectFrom('tickets')
    .selectAll()
    .where('id', '=', ticketId)
    .forUpdate()
    .executeTakeFirst();
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

const MOST_SPOKEN_OF = 20;

/** The ticket that was last spoken about in a customer's chat: an open one, else one that ended. */
export async function lastTicketIn(
  db: Db,
  of: { customerId: number; chatId: number },
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select id from tickets where customer_id = ${of.customerId} and chat_id = ${of.chatId}
    order by status in ('resolved', 'closed'), last_message_at desc, id desc limit 1`.execute(db);
  return rows[0]?.id;
}

/** What `ticketsInTalk` finds. */
export type InTalk = {
  open: Ticket[];
  ended: Ticket[];
  loose: { count: number; firstTexts: readonly string[] };
  /** Of those who have one of the tickets and work here, by id. */
  names: ReadonlyMap<number, string>;
};

/** What a dialogue may speak of: the customer's open tickets and those that ended since `since`, newest first, 20 of each; and the
 * first 20 messages of the chat that are in no ticket yet, counted and with their words. One question to the database, asked for every message. */
export async function ticketsInTalk(
  db: Db,
  who: { customerId: number; chatId: number },
  since: Date,
): Promise<InTalk> {
  // What is spoken of with a concierge is not spoken of with the bot.
  const spokenOfHere = sql`(concierge_id is null or chat_id = ${who.chatId})`;
  const { rows } = await sql<
    Ticket & {
      loose_count: number;
      first_texts: string[] | null;
      id: number | null;
      assignee_name: string | null;
    }
  >`
    with loose as (
      select count(*)::int as loose_count, array_agg(left(text, 300) order by id) as first_texts
      from (select id, text from messages where ${LOOSE} and chat_id = ${who.chatId} order by id limit ${sql.lit(MOST_SPOKEN_OF)}) m
    ), open as (
      select * from tickets where customer_id = ${who.customerId} and status not in ('resolved', 'closed') and ${spokenOfHere}
      order by id desc limit ${sql.lit(MOST_SPOKEN_OF)}
    ), ended as (
      select * from tickets where customer_id = ${who.customerId} and status in ('resolved', 'closed') and resolved_at >= ${since}
        and ${spokenOfHere}
      order by resolved_at desc limit ${sql.lit(MOST_SPOKEN_OF)}
    )
    select loose.*, t.*, s.name as assignee_name
    from loose left join (select * from open union all select * from ended) t on true left join staff s on s.id = t.assignee_id and s.active`.execute(
    db,
  );
  const tickets = rows.filter(({ id }) => id !== null) as Ticket[];
  const names = rows.flatMap(({ assignee_id: id, assignee_name: name }) =>
    id === null || name === null ? [] : [[id, name] as const],
  );
  const [first] = rows;
  return {
    open: tickets.filter(({ status }) => isOpen(status)),
    ended: tickets.filter(({ status }) => !isOpen(status)),
    loose: { count: first?.loose_count ?? 0, firstTexts: first?.first_texts ?? [] },
    names: new Map(names),
  };
}

/** The numbers of a customer's open tickets. */
export async function openTicketIds(db: Db, customerId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from tickets where customer_id = ${customerId} and status not in ('resolved', 'closed') order by id`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
