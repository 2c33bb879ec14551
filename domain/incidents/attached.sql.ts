import { sql } from 'kysely';
import { announce, type Db, type Tx } from '../../base/db/index.ts';
import type { By, Ticket } from '../tickets/index.ts';
import { appendEvent, holdTicket, updateTicket } from '../tickets/index.ts';
import type { Standing } from './incident.ts';
import { type IncidentRule, matches } from './matching.ts';

/** How a ticket came to an incident: when it was made, when the incident was declared after it, or by somebody's hand. */
export type How = 'rule' | 'declared' | 'hand';

/** Puts a locked ticket into an incident (`joinable`), from another one if it is in one; its customer counts as told what was said last.
 * Where nobody is at work on it, it waits there and no queue gives it out (U5). */
export async function joinIncident(
  tx: Tx,
  ticket: Ticket,
  to: { standing: Standing; how: How; by: By; now: Date },
): Promise<Ticket> {
  const { standing, how, by, now } = to;
  const { id } = standing.incident;
  if (ticket.incident_id === id) return ticket;
  if (ticket.incident_id !== null) await noteLeft(tx, ticket, now);
  await sql`
    insert into incident_tickets (incident_id, ticket_id, told, attached_at)
    values (${id}, ${ticket.id}, ${standing.latest.id}, ${now})
    on conflict (incident_id, ticket_id) do update set told = excluded.told, attached_at = excluded.attached_at, left_at = null`.execute(
    tx,
  );
  const joined = await updateTicket(tx, ticket.id, { set: { incident_id: id }, now });
  await appendEvent(tx, ticket.id, { kind: 'incident_joined', by, data: { incident: id, how }, now });
  announce(tx, { incident: id });
  return holdTicket(tx, joined, now);
}

/** Takes a locked ticket out of its incident, for good as far as rules go. It may still be held. */
export async function leaveIncident(tx: Tx, ticket: Ticket, how: { by: By; now: Date }): Promise<Ticket> {
  if (ticket.incident_id === null) return ticket;
  const { by, now } = how;
  await noteLeft(tx, ticket, now);
  const data = { incident: ticket.incident_id };
  await appendEvent(tx, ticket.id, { kind: 'incident_left', by, data, now });
  return updateTicket(tx, ticket.id, { set: { incident_id: null }, now });
}

async function noteLeft(tx: Tx, { id, incident_id }: Ticket, now: Date): Promise<void> {
  await sql`
    update incident_tickets set left_at = ${now} where ticket_id = ${id} and incident_id = ${incident_id}`.execute(
    tx,
  );
  if (incident_id !== null) announce(tx, { incident: incident_id });
}

/** Tickets of an incident whose customers were not told of an update yet, in the order of their numbers. */
export async function untold(
  db: Db,
  of: { incidentId: number; updateId: number; after: number; limit: number },
): Promise<number[]> {
  const { rows } = await sql<{ ticket_id: number }>`
    select ticket_id from incident_tickets
    where incident_id = ${of.incidentId} and left_at is null and told < ${of.updateId} and ticket_id > ${of.after}
    order by ticket_id limit ${of.limit}`.execute(db);
  return rows.map(({ ticket_id }) => ticket_id);
}

/** A ticket of a customer's in an incident, as far as telling them goes. */
export type Sibling = {
  ticketId: number;
  told: number;
  notify: boolean | null;
  outcome: Ticket['outcome'];
};

/** All tickets that the customer of a locked ticket has in its incident, locked, so that of two who tell the customer the second sees it. */
export async function lockSiblings(tx: Tx, ticket: Ticket, incidentId: number): Promise<Sibling[]> {
  const { rows } = await sql<Sibling>`
    select l.ticket_id as "ticketId", l.told, t.notify, t.outcome
    from incident_tickets l join tickets t on t.id = l.ticket_id
    where l.incident_id = ${incidentId} and l.left_at is null and t.customer_id = ${ticket.customer_id}
    order by l.ticket_id for update of l`.execute(tx);
  return rows;
}

/** Notes that a ticket's customer was told, or had no wish to hear. */
export async function noteTold(
  tx: Tx,
  of: { incidentId: number; ticketId: number; updateId: number },
): Promise<void> {
  await sql`
    update incident_tickets set told = ${of.updateId}
    where incident_id = ${of.incidentId} and ticket_id = ${of.ticketId}`.execute(tx);
}

/** An open ticket that may belong to an incident. */
export type Candidate = {
  id: number;
  subject: string;
  created_at: Date;
  topic: string | null;
  queue: string;
  text: string | null;
};

const AT_ONCE = 200;
const TEXT_LENGTH = 4000;

/** The first open tickets after number `after` that were made since then, are in no incident and never left this one, and that fit its
 * rule; and the number of the last one that was looked at, if there are more. */
export async function findMatching(
  db: Db,
  of: { rule: IncidentRule; since: Date; after: number; incidentId?: number },
): Promise<{ found: Candidate[]; lookedAt: number | undefined }> {
  const { topics, queues } = of.rule;
  const { rows } = await sql<Candidate>`
    select t.id, t.subject, t.created_at, p.slug as topic, q.slug as queue, left((
        select string_agg(m.text, ' ' order by m.id) from messages m where m.ticket_id = t.id and m.author_kind = 'customer'
      ), ${sql.lit(TEXT_LENGTH)}) as text
    from tickets t join queues q on q.id = t.queue_id left join topics p on p.id = t.topic_id
    where t.status not in ('resolved', 'closed') and t.incident_id is null
      and t.last_message_at >= ${of.since} and t.created_at >= ${of.since} and t.id > ${of.after}
      and (${topics.length} = 0 or p.slug = any(${topics}::text[]))
      and (${queues.length} = 0 or q.slug = any(${queues}::text[]))
      and not exists (select from incident_tickets l where l.ticket_id = t.id and l.incident_id = ${of.incidentId ?? null})
    order by t.id limit ${sql.lit(AT_ONCE)}`.execute(db);
  return {
    found: rows.filter((row) =>
      matches(of.rule, { topic: row.topic ?? undefined, queue: row.queue, text: row.text ?? '' }),
    ),
    lookedAt: rows.length < AT_ONCE ? undefined : rows.at(-1)?.id,
  };
}

/** What the customer of a ticket has written in it. */
export async function wordsIn(tx: Tx, ticketId: number): Promise<string> {
  const { rows } = await sql<{ text: string | null }>`
    select left(string_agg(text, ' ' order by id), ${sql.lit(TEXT_LENGTH)}) as text from messages
    where ticket_id = ${ticketId} and author_kind = 'customer'`.execute(tx);
  return rows[0]?.text ?? '';
}
