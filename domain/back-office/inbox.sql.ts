import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../base/db/index.ts';
import type { Language } from '../../base/i18n/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { plainWords } from '../../base/text/index.ts';
import { type InboxRow, type TicketItem, ticketItem } from './ticket-item.ts';

/** A list of the inbox. `waiting`: a person owes the customer an answer, longest first. The others are newest first. */
export type InboxView = 'waiting' | 'mine' | 'unassigned' | 'open' | 'resolved' | 'all';

/** Which part of which list. `q` searches numbers, names, usernames, subjects, and words of messages in any of
 * their forms. */
export type InboxQuery = {
  view: InboxView;
  actorId: number;
  language: Language;
  q?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};

const OPEN = sql`t.status not in ('resolved', 'closed')`;

function condition(view: InboxView, actorId: number): RawBuilder<unknown> {
  switch (view) {
    case 'waiting':
      return sql`t.waiting_since is not null and t.snoozed_until is null`;
    case 'mine':
      return sql`t.assignee_id = ${actorId} and ${OPEN}`;
    case 'unassigned':
      return sql`t.assignee_id is null and t.snoozed_until is null and ${OPEN} and not t.held`;
    case 'open':
      return OPEN;
    case 'resolved':
      return sql`t.status in ('resolved', 'closed')`;
    case 'all':
      return sql`true`;
  }
}

function matching(q: string | undefined): RawBuilder<unknown> {
  const words = q?.trim();
  if (!words) return sql`true`;
  const number = /^(?:№|#)?\s*(\d{1,15})$/.exec(words)?.[1];
  if (number) return sql`t.id = ${Number(number)}`;
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  // Each of these has an index of its own, which an "or" between them could not use.
  return sql`t.id in (
    select id from tickets where subject ilike ${pattern}
    union select id from tickets where customer_id in (select id from customers c2
      where (c2.first_name || ' ' || coalesce(c2.last_name, '') || ' ' || coalesce(c2.username, '')) ilike ${pattern})
    union ${said(words)})`;
}

/** Of what very many messages say, the newest are looked at. */
const MOST_MESSAGES = 500;
/** Endings change, beginnings stay: of a longer word so much is asked for. */
const BEGINNING = { least: 5, ending: 3 };

/** The tickets in whose messages all of these words stand, in any of their forms. */
function said(words: string): RawBuilder<unknown> {
  const beginnings = plainWords(words).map((word) =>
    word.slice(0, Math.max(BEGINNING.least, word.length - BEGINNING.ending)),
  );
  if (beginnings.length === 0) return sql`select null::bigint`;
  const query = beginnings.map((beginning) => `${beginning}:*`).join(' & ');
  // Plus zero, so that the newest are not sought by reading every message backwards.
  return sql`select ticket_id from (select ticket_id from messages
    where ticket_id is not null and search_words(text) @@ ${query}::tsquery order by id + 0 desc limit ${sql.lit(MOST_MESSAGES)}) m`;
}

type Cursor = { at: string; id: number };

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function readCursor(cursor: string | undefined): Cursor | undefined {
  if (cursor === undefined) return undefined;
  const [at, id] = Buffer.from(cursor, 'base64url').toString().split('|');
  if (!at || !id || !MOMENT.test(at) || Number.isNaN(Date.parse(at)) || !/^\d{1,15}$/.test(id))
    throw new DomainError('invalid', 'cursor_broken');
  return { at, id: Number(id) };
}

const writeCursor = (at: Date, id: number): string =>
  Buffer.from(`${at.toISOString()}|${id}`).toString('base64url');

/** A page of a list and the way to the next one (P6). */
export async function listTickets(
  db: Db,
  query: InboxQuery,
): Promise<{ tickets: TicketItem[]; next_cursor: string | null }> {
  const longestFirst = query.view === 'waiting';
  const cursor = readCursor(query.cursor);
  const after = !cursor
    ? sql`true`
    : longestFirst
      ? sql`(t.waiting_since, t.id) > (${cursor.at}::timestamptz, ${cursor.id}::bigint)`
      : sql`(t.last_message_at, t.id) < (${cursor.at}::timestamptz, ${cursor.id}::bigint)`;
  const order = longestFirst ? sql`t.waiting_since, t.id` : sql`t.last_message_at desc, t.id desc`;
  const { rows } = await sql<InboxRow>`
    select t.*, ${ITEM_COLUMNS} from tickets t ${ITEM_JOINS}
    where ${condition(query.view, query.actorId)} and ${matching(query.q)} and ${after}
    order by ${order} limit ${query.limit + 1}`.execute(db);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const more = rows.length > query.limit && last;
  return {
    tickets: page.map((row) => ticketItem(row, query.language)),
    next_cursor: more
      ? writeCursor((longestFirst && last.waiting_since) || last.last_message_at, last.id)
      : null,
  };
}

/** What a ticket's row in a list needs from other tables. */
export const ITEM_COLUMNS = sql`
  c.first_name, c.last_name, c.username, c.is_vip, c.unreachable_at, c.language as customer_language,
  s.name as assignee_name, q.slug as queue_slug, q.name as queue_name,
  p.slug as topic_slug, p.emoji as topic_emoji, p.texts -> 'title' as topic_titles,
  m.author_kind as last_author, m.kind as last_kind, left(m.text, 200) as last_text,
  i.title as incident_title, i.status as incident_status,
  g.name as concierge_name, h.concierge_id as chat_concierge_id, h.acted_at as chat_heard_at, cc.state as connection_state,
  cc.rights as connection_rights`;

/** Where `ITEM_COLUMNS` come from, for a ticket `t`. */
export const ITEM_JOINS = sql`
  join customers c on c.id = t.customer_id join queues q on q.id = t.queue_id
  left join topics p on p.id = t.topic_id left join staff s on s.id = t.assignee_id
  left join incidents i on i.id = t.incident_id
  left join staff g on g.id = t.concierge_id
  left join chats h on t.concierge_id is not null and h.id = t.chat_id
  left join concierges cc on cc.staff_id = h.concierge_id
  left join lateral (
    select author_kind, kind, text from messages where ticket_id = t.id and visibility = 'public' order by id desc limit 1
  ) m on true`;

const COUNTED = 1000;

/** How many tickets each list holds; counted to 1000 at most, so that a long list costs no more than a short one. */
export async function countTickets(db: Db, actorId: number): Promise<Record<InboxView, number>> {
  const views: InboxView[] = ['waiting', 'mine', 'unassigned', 'open', 'resolved', 'all'];
  const parts = views.map(
    (view) =>
      sql`(select count(*)::int from (select from tickets t where ${condition(view, actorId)} limit ${sql.lit(COUNTED)}) n) as ${sql.ref(view)}`,
  );
  const { rows } = await sql<Record<InboxView, number>>`select ${sql.join(parts)}`.execute(db);
  const [counts] = rows;
  if (!counts) throw new Error('the lists could not be counted');
  return counts;
}
