import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import type { Customer } from '../customers/index.ts';
import { type Desk, REOPEN_WINDOW_MS, ticketView } from '../front-desk/index.ts';
import { QUEUE_POSITION } from '../queues/index.ts';
import { listAllStaff } from '../staff/index.ts';
import { readAftercare, readRating } from '../surveys/index.ts';
import { isOpen, lockTicket, type Ticket } from '../tickets/index.ts';

/** Which of their tickets a customer wants to see. */
export type OwnFilter = 'open' | 'ended' | 'all';

/** A ticket as its customer's list shows it. */
type OwnRow = Ticket & { unread: number; last_text: string | null; last_author: string | null };

/** A ticket of this customer, locked. Refuses (`not_found`) one of somebody else's as if there were none. */
export async function ownTicket(tx: Tx, customerId: number, ticketId: number): Promise<Ticket> {
  const ticket = await lockTicket(tx, ticketId);
  if (ticket.customer_id !== customerId) throw unknown(ticketId);
  return ticket;
}

const unknown = (ticketId: number) => new DomainError('not_found', 'ticket_unknown', { ticket: ticketId });

/** Whether a ticket that ended may be opened again by its customer (F7). */
export function mayReopen(ticket: Ticket, now: Date): boolean {
  return (
    !isOpen(ticket.status) &&
    ticket.resolved_at !== null &&
    now.getTime() - ticket.resolved_at.getTime() < REOPEN_WINDOW_MS
  );
}

const CAP = 100;

/** What a list needs beside the ticket: the last words that the customer can see, and how many of the staff's they have not. */
const SEEN = sql`
  (select count(*)::int from (select from messages m where m.ticket_id = t.id and m.visibility = 'public' and m.author_kind <> 'customer' and m.deleted_at is null
    and m.id > coalesce((select message_id from ticket_reads r where r.ticket_id = t.id), 0) limit ${sql.lit(CAP)}) unseen) as unread,
  last.text as last_text, last.author_kind as last_author`;
const LAST = sql`left join lateral (
  select left(m.text, 200) as text, m.author_kind from messages m
  where m.ticket_id = t.id and m.visibility = 'public' and m.deleted_at is null order by m.id desc limit 1) last on true`;

/** The customer's tickets, newest first; `before` is the number of the last one that is shown already (M1). */
export async function readOwnTickets(
  db: Db,
  who: { desk: Desk; customer: Customer },
  page: { filter: OwnFilter; before?: number | undefined; limit: number },
) {
  const ended = sql`t.status in ('resolved', 'closed')`;
  const wanted = { open: sql`not ${ended}`, ended, all: sql`true` }[page.filter];
  const { rows } = await sql<OwnRow>`
    select t.*, ${SEEN} from tickets t ${LAST}
    where t.customer_id = ${who.customer.id} and t.id < ${page.before ?? 2 ** 53} and ${wanted}
    order by t.id desc limit ${page.limit + 1}`.execute(db);
  const shown = rows.slice(0, page.limit);
  const show = await shower(db, who, shown);
  return {
    tickets: shown.map(show),
    next_before: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null,
    now: who.desk.clock.now(),
  };
}

/** One ticket of the customer's, with all that its page shows (M1). Refuses (`not_found`) somebody else's. */
export async function readOwnTicket(db: Db, who: { desk: Desk; customer: Customer }, ticketId: number) {
  const { rows } = await sql<OwnRow & { queue_position: number | null }>`
    select t.*, ${SEEN}, ${QUEUE_POSITION} as queue_position from tickets t ${LAST}
    where t.id = ${ticketId} and t.customer_id = ${who.customer.id}`.execute(db);
  const [row] = rows;
  if (!row) throw unknown(ticketId);
  const now = who.desk.clock.now();
  const asked = await readAftercare(db, { ticketId, customerId: who.customer.id }, now);
  const { rating } = await readRating(db, ticketId);
  return {
    ...(await shower(db, who, [row]))(row),
    need: row.status === 'clarification' ? row.clarification : null,
    summary: row.summary,
    position: row.queue_position,
    rating: rating?.score ?? null,
    may_rate: asked?.mayRate ?? false,
    may_reopen: mayReopen(row, now),
    now,
  };
}

/** Whoever wrote it took it back: that it was there is told, where its customer has seen it. */
const GONE = sql`(m.deleted_at is not null or m.removed_at is not null)`;

/** What was said in a ticket and may be read by its customer, newest `limit` before `before`, oldest first. Marks it as read. */
export async function readOwnConversation(
  tx: Tx,
  of: { ticketId: number; customerId: number },
  part: { before?: number | undefined; limit: number },
) {
  const own = await tx
    .selectFrom('tickets')
    .select('id')
    .where('id', '=', of.ticketId)
    .where('customer_id', '=', of.customerId)
    .executeTakeFirst();
  if (!own) throw unknown(of.ticketId);
  const { rows } = await sql<{
    id: number;
    author_kind: 'customer' | 'staff' | 'bot';
    author_name: string | null;
    kind: string;
    text: string;
    created_at: Date;
    edited_at: Date | null;
    taken_back: boolean;
    files:
      | {
          id: number;
          kind: string;
          file_name: string | null;
          mime_type: string | null;
          size_bytes: number | null;
          description: string | null;
        }[]
      | null;
  }>`
    select m.id, m.author_kind, m.kind, case when ${GONE} then '' else m.text end as text, m.created_at, m.edited_at,
      ${GONE} as taken_back,
      case when m.author_kind = 'staff' then (select name from staff where id = m.author_id) end as author_name,
      (select json_agg(json_build_object('id', a.id, 'kind', a.kind, 'file_name', a.file_name, 'mime_type', a.mime_type,
        'size_bytes', a.size_bytes, 'description', (select f.description from files f where f.id = a.stored_id))
        order by a.telegram_message_id nulls first, a.id)
        from attachments a where a.message_id = m.id and a.replaced_at is null and not ${GONE}) as files
    from messages m where m.ticket_id = ${of.ticketId} and m.visibility = 'public'
      and (m.deleted_at is null or m.delivery is not null) and m.id < ${part.before ?? 2 ** 53}
    order by m.id desc limit ${part.limit + 1}`.execute(tx);
  const shown = rows.slice(0, part.limit).reverse();
  const last = shown.at(-1);
  if (last && part.before === undefined) {
    await sql`insert into ticket_reads (ticket_id, message_id) values (${of.ticketId}, ${last.id})
      on conflict (ticket_id) do update set message_id = excluded.message_id where ticket_reads.message_id < excluded.message_id`.execute(
      tx,
    );
  }
  return {
    messages: shown.map(({ files, ...message }) => ({ ...message, files: files ?? [] })),
    more: rows.length > part.limit,
  };
}

/** Refuses (`not_found`) a file that is in no message which this customer may read. */
export async function demandOwnAttachment(db: Db, customerId: number, attachmentId: number): Promise<void> {
  const { rows } =
    await sql`select from attachments a join messages m on m.id = a.message_id join tickets t on t.id = m.ticket_id
    where a.id = ${attachmentId} and t.customer_id = ${customerId} and m.visibility = 'public' and m.deleted_at is null`.execute(
      db,
    );
  if (rows.length === 0)
    throw new DomainError('not_found', 'attachment_unknown', { attachment: attachmentId });
}

/** How tickets are put into their customer's words. */
async function shower(
  db: Db,
  { desk, customer }: { desk: Desk; customer: Customer },
  tickets: readonly Ticket[],
) {
  const routing = await desk.routing();
  const assigned = tickets.some(({ assignee_id }) => assignee_id !== null);
  const names = new Map((assigned ? await listAllStaff(db) : []).map(({ id, name }) => [id, name]));
  return (row: OwnRow) => {
    const view = ticketView(row, { routing, names, language: customer.language });
    const topic = routing.topics.find(({ id }) => id === row.topic_id);
    return {
      id: row.id,
      status: view.status,
      subject: row.subject,
      topic: topic ? { slug: topic.slug, emoji: topic.emoji, title: view.topicTitle } : null,
      assignee_name: view.assigneeName ?? null,
      eta_at: view.etaAt ?? null,
      notify: row.notify ?? false,
      unread: row.unread,
      last_message:
        row.last_text === null ? null : { text: row.last_text, own: row.last_author === 'customer' },
      created_at: row.created_at,
      last_message_at: row.last_message_at,
    };
  };
}
