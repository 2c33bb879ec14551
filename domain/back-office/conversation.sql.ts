import { sql } from 'kysely';
import type { Db } from '../../base/db/index.ts';
import type { Language } from '../../base/i18n/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { readAnswers } from '../forms/index.ts';
import { QUEUE_POSITION } from '../queues/index.ts';
import { readRating } from '../surveys/index.ts';
import { ITEM_COLUMNS, ITEM_JOINS } from './inbox.sql.ts';
import { messageRows, type Reader, shapeMessage } from './messages.sql.ts';
import { type InboxRow, ticketItem } from './ticket-item.ts';

const OTHERS = 20;

/** A ticket as its own page shows it. Refuses (`not_found`) a number that no ticket has. */
export async function readTicket(db: Db, ticketId: number, language: Language) {
  const { rows } = await sql<InboxRow & { queue_position: number | null; knows_bot: boolean }>`
    select t.*, ${ITEM_COLUMNS}, ${QUEUE_POSITION} as queue_position, exists (select from chats b
      where b.customer_id = t.customer_id and b.concierge_id is null and b.kind = 'private') as knows_bot from tickets t ${ITEM_JOINS} where t.id = ${ticketId}`.execute(
    db,
  );
  const [row] = rows;
  if (!row) throw new DomainError('not_found', 'ticket_unknown', { ticket: ticketId });
  const others = await db
    .selectFrom('tickets')
    .select(['id', 'status', 'subject', 'created_at'])
    .where('customer_id', '=', row.customer_id)
    .where('id', '!=', ticketId)
    .orderBy('id', 'desc')
    .limit(OTHERS)
    .execute();
  const { clarification, summary, next_steps, outcome, first_reply_at, resolved_at, closed_at } = row;
  return {
    ...ticketItem(row, language),
    queue_position: row.queue_position,
    knows_bot: row.knows_bot,
    clarification,
    summary,
    next_steps,
    outcome,
    first_reply_at,
    resolved_at,
    closed_at,
    ...(await readRating(db, ticketId)),
    answers: await readAnswers(db, ticketId, { own: language, desk: language }),
    other_tickets: others,
  };
}

/** The newest `limit` messages of a ticket (older than message `before`, if given), oldest first, and the events of the same stretch. */
export async function readConversation(
  db: Db,
  ticketId: number,
  part: { before?: number | undefined; limit: number; reader?: Reader },
) {
  const ticket = await db
    .selectFrom('tickets')
    .select('revision')
    .where('id', '=', ticketId)
    .executeTakeFirst();
  if (!ticket) throw new DomainError('not_found', 'ticket_unknown', { ticket: ticketId });
  const newestFirst = await messageRows(
    db,
    sql`m.ticket_id = ${ticketId} and m.id < ${part.before ?? 2 ** 53}`,
    part.limit + 1,
  );
  const more = newestFirst.length > part.limit;
  const rows = newestFirst.slice(0, part.limit).reverse();
  const from = more ? rows[0]?.created_at : undefined;
  const until = part.before === undefined ? undefined : await createdAt(db, part.before);
  return {
    messages: rows.map((row) => shapeMessage(row, part.reader)),
    events: await eventRows(db, ticketId, { from, until }),
    more,
    revision: ticket.revision,
  };
}

/** One message of a ticket, as a conversation shows it. Refuses (`not_found`) a message of another ticket. */
export async function readMessage(
  db: Db,
  ticketId: number,
  { messageId, reader }: { messageId: number; reader: Reader },
) {
  const [row] = await messageRows(db, sql`m.ticket_id = ${ticketId} and m.id = ${messageId}`, 1);
  if (!row) throw new DomainError('not_found', 'message_unknown', { message: messageId });
  return shapeMessage(row, reader);
}

async function createdAt(db: Db, messageId: number): Promise<Date | undefined> {
  const row = await db
    .selectFrom('messages')
    .select('created_at')
    .where('id', '=', messageId)
    .executeTakeFirst();
  return row?.created_at;
}

async function eventRows(
  db: Db,
  ticketId: number,
  span: { from: Date | undefined; until: Date | undefined },
) {
  const { rows } = await sql<{
    id: number;
    kind: string;
    actor_kind: 'customer' | 'staff' | 'bot' | 'system';
    actor_name: string | null;
    data: Record<string, unknown>;
    at: Date;
  }>`
    select e.id, e.kind, e.actor_kind, e.data || case e.kind
        when 'assigned' then jsonb_build_object('name', (select name from staff where id = (e.data ->> 'assignee')::bigint))
        when 'raised' then jsonb_build_object('queue_name', (select name from queues where id = (e.data ->> 'queue')::bigint))
        else '{}' end as data, e.at,
      case e.actor_kind
        when 'staff' then (select name from staff where id = e.actor_id)
        when 'customer' then (select concat_ws(' ', first_name, last_name) from customers where id = e.actor_id)
      end as actor_name
    from ticket_events e where e.ticket_id = ${ticketId}
      and (${span.from ?? null}::timestamptz is null or e.at >= ${span.from ?? null}::timestamptz)
      and (${span.until ?? null}::timestamptz is null or e.at < ${span.until ?? null}::timestamptz)
    order by e.id limit 500`.execute(db);
  return rows.map(({ actor_kind, actor_name, ...event }) => ({
    ...event,
    actor: { kind: actor_kind, name: actor_name },
  }));
}
