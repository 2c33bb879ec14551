import { sql } from 'kysely';
import type { Db } from '../../base/db/index.ts';
import type { OutFile } from '../chats/index.ts';
import type { Bridge } from './topics.sql.ts';

/** A message of a ticket, and how far its topic knows it. */
export type Mirrored = {
  id: number;
  author_kind: 'customer' | 'staff' | 'bot';
  author_name: string | null;
  visibility: 'public' | 'internal';
  kind: string;
  text: string;
  files: OutFile[];
  /** It was taken back, or removed by whoever wrote it. */
  gone: boolean;
  media_group_id: string | null;
  /** What its chat calls it, and the items of an album. */
  telegram_ids: number[];
  telegram_chat_id: number;
  /** Said in the chat with the bot: only from there it can be copied. */
  with_bot: boolean;
  created_at: Date;
  edited_at: Date | null;
  delivery: string | null;
  delivery_error: string | null;
  direction: Bridge['direction'] | null;
  form: Bridge['form'] | null;
  state: 'waiting' | 'there' | 'failed' | null;
  group_message_id: number | null;
  told: string | null;
};

/** How many messages are looked at at once. */
export const MOST_READ = 500;

/** The messages of a ticket of which its topic does not show everything yet, in their order: new ones, edited ones, those that could not be
 * put there as they are, and those written there whose delivery has changed. */
export async function unmirrored(db: Db, ticketId: number): Promise<Mirrored[]> {
  const { rows } = await sql<Mirrored>`
    select m.id, m.author_kind, s.name as author_name, m.visibility, m.kind, m.text, m.media_group_id, c.telegram_chat_id,
      m.deleted_at is not null or m.removed_at is not null as gone,
      coalesce((select array_agg(p.telegram_message_id order by p.telegram_message_id) from message_parts p
          where p.message_id = m.id and p.telegram_message_id is not null),
        array_remove(array[m.telegram_message_id], null)) as telegram_ids,
      c.kind = 'private' and c.concierge_id is null as with_bot, m.created_at, m.edited_at, m.delivery, m.delivery_error,
      (select coalesce(json_agg(json_build_object('attachment', a.id, 'kind', a.kind) order by a.id), '[]') from attachments a
        where a.message_id = m.id and a.replaced_at is null) as files,
      b.direction, b.form, b.state, b.group_message_id, b.told
    from messages m join chats c on c.id = m.chat_id
      left join staff s on m.author_kind = 'staff' and s.id = m.author_id
      left join staff_bridges b on b.ticket_id = m.ticket_id and b.message_id = m.id
    where m.ticket_id = ${ticketId} and (
      (b.message_id is null and m.deleted_at is null and m.removed_at is null)
      or (b.direction = 'topic' and b.form in ('copy', 'words') and b.state = 'failed' and m.deleted_at is null and m.removed_at is null)
      or (b.direction = 'topic' and b.form <> 'summary' and b.state = 'there'
        and (b.edited_at is distinct from m.edited_at or m.deleted_at is not null or m.removed_at is not null))
      or (b.direction = 'customer' and m.delivery is distinct from b.told and m.delivery <> 'pending'))
    order by m.id limit ${MOST_READ}`.execute(db);
  return rows;
}

/** What a summary tells of these messages: how many there are of each kind, and the words of the last one that has some. */
export async function sumOf(
  db: Db,
  messageIds: readonly number[],
): Promise<{ messages: number; files: number; last: string }> {
  const { rows } = await sql<{ messages: number; files: number; last: string | null }>`
    select count(*)::int as messages, coalesce(sum((select count(*) from attachments a where a.message_id = m.id)), 0)::int as files,
      (array_agg(m.text order by m.id desc) filter (where m.text <> '' and m.visibility = 'public'))[1] as last
    from messages m where m.id = any(${[...messageIds]}::bigint[])`.execute(db);
  const [row] = rows;
  return { messages: row?.messages ?? 0, files: row?.files ?? 0, last: row?.last ?? '' };
}

/** Whether the customer has said anything in a ticket: a tap alone makes no topic. */
export async function hasCustomerWords(db: Db, ticketId: number): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`
    select exists (select from messages where ticket_id = ${ticketId} and author_kind = 'customer') as any`.execute(
    db,
  );
  return rows[0]?.any ?? false;
}

/** The open tickets whose customers wait and that have no topic, longest waiting first. */
export async function waitingWithoutTopic(db: Db, most: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from tickets t where waiting_since is not null and status not in ('resolved', 'closed') and not held
      and not exists (select from staff_topics where ticket_id = t.id)
    order by waiting_since limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}

/** The open tickets whose topics stand in a group, the ones that changed last first. */
export async function openIn(db: Db, groupId: number, most: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select t.id from staff_topics s join tickets t on t.id = s.ticket_id
    where s.group_id = ${groupId} and t.status not in ('resolved', 'closed')
    order by t.updated_at desc limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}
