import { sql } from 'kysely';
import type { Db } from '../../base/db/index.ts';

/** All that is kept of a customer, to be read by them: words, settings, consents, answers, ratings; `files` are those in their tickets that
 * they may see. What the staff notes among themselves is not theirs. */
export type Copy = { data: Record<string, unknown>; files: CopiedFile[] };
/** A file of a copy; `attachment` null: an upload that is in no message. */
export type CopiedFile = { id: number; name: string | null; kind: string; key: string | null };

/** Reads the copy of a customer's data (C4). */
export async function readCopy(db: Db, customerId: number): Promise<Copy> {
  const { rows } = await sql<{ data: Record<string, unknown> }>`select json_build_object(
    'customer', (select json_build_object('number', c.id, 'telegram_id', c.telegram_id, 'first_name', c.first_name, 'last_name', c.last_name,
      'username', c.username, 'language', c.language, 'time_zone', c.time_zone, 'quiet_hours', c.quiet_hours, 'since', c.created_at)
      from customers c where c.id = ${customerId}),
    'consents', (select coalesce(json_agg(json_build_object('purpose', purpose, 'version', version, 'text', text, 'given_at', given_at,
      'withdrawn_at', withdrawn_at) order by id), '[]') from consents where customer_id = ${customerId}),
    'tickets', (select coalesce(json_agg(json_build_object('number', t.id, 'subject', t.subject, 'status', t.status, 'opened_at', t.created_at,
      'solved_at', t.resolved_at, 'summary', t.summary,
      'answers', (select a.answers from ticket_answers a where a.ticket_id = t.id),
      'rating', (select json_build_object('score', a.score, 'comment', a.comment, 'at', a.rated_at) from aftercare a
        where a.ticket_id = t.id and a.score is not null)) order by t.id), '[]') from tickets t where t.customer_id = ${customerId}),
    'messages', (select coalesce(json_agg(json_build_object('ticket', m.ticket_id, 'from', m.author_kind, 'at', m.created_at, 'kind', m.kind,
      'text', m.text, 'details', m.details, 'edited_at', m.edited_at,
      'files', (select json_agg(a.id) from attachments a where a.message_id = m.id)) order by m.id), '[]')
      from messages m join chats h on h.id = m.chat_id where h.customer_id = ${customerId} and m.visibility = 'public' and m.deleted_at is null),
    'recommendations', (select coalesce(json_agg(json_build_object('score', score, 'comment', comment, 'at', rated_at) order by id), '[]')
      from nps where customer_id = ${customerId} and score is not null),
    'guides_read', (select coalesce(json_agg(json_build_object('article', a.slug, 'at', r.at, 'place', r.place) order by r.id), '[]')
      from article_reads r join articles a on a.id = r.article_id where r.customer_id = ${customerId})
  ) as data`.execute(db);
  const files = await sql<CopiedFile>`
    select a.id, a.file_name as name, a.kind, f.storage_key as key from attachments a join messages m on m.id = a.message_id
      join chats h on h.id = m.chat_id left join files f on f.id = a.stored_id
    where h.customer_id = ${customerId} and m.visibility = 'public' and m.deleted_at is null order by a.id`.execute(
    db,
  );
  return { data: rows[0]?.data ?? {}, files: files.rows };
}
