import { sql } from 'kysely';
import type { Db } from '../../base/db/index.ts';
import { DAY, DomainError } from '../../base/kernel/index.ts';
import { type Entity, SLOT } from '../../base/text/index.ts';

/** Who reads a conversation, and when: what they may do with a message depends on it. */
export type Reader = { id: number; now: Date };

type MessageRow = {
  id: number;
  author_kind: 'customer' | 'staff' | 'bot';
  author_id: number | null;
  author_name: string | null;
  visibility: 'public' | 'internal';
  kind: string;
  text: string;
  entities: Entity[] | null;
  details: Record<string, unknown> | null;
  origin: { kind: string; name: string; at: string } | null;
  reply_to_id: number | null;
  quote: string | null;
  request_key: string | null;
  reactions: Record<string, string[]> | null;
  delivery: 'held' | 'pending' | 'sent' | 'failed' | 'ambiguous' | null;
  delivery_error: string | null;
  held_until: Date | null;
  has_frame: boolean;
  created_at: Date;
  edited_at: Date | null;
  removed_at: Date | null;
  deleted_at: Date | null;
  versions: { text: string; at: string; files: number[] }[] | null;
  attachments: AttachmentRow[] | null;
};

type AttachmentRow = {
  id: number;
  kind: string;
  file_name: string | null;
  mime_type: string | null;
  size_bytes: number | null;
  width: number | null;
  height: number | null;
  duration_seconds: number | null;
  description: string | null;
  small: boolean;
  replaced: boolean;
};

const MOST_VERSIONS = 50;

/** The newest messages of a conversation, newest first. */
export async function messageRows(
  db: Db,
  where: ReturnType<typeof sql>,
  limit: number,
): Promise<MessageRow[]> {
  const { rows } = await sql<MessageRow>`
    select m.id, m.author_kind, m.author_id, m.visibility, m.kind, m.text, m.entities, m.details, m.origin, m.reply_to_id, m.quote,
      case m.author_kind when 'staff' then m.request_key end as request_key,
      m.reactions, m.delivery, m.delivery_error,
      case m.delivery when 'held' then (select release_at from held_messages where message_id = m.id) end as held_until,
      m.frame is not null and position(${SLOT} in m.frame) > 0 as has_frame, m.created_at, m.edited_at, m.removed_at, m.deleted_at,
      case m.author_kind
        when 'staff' then (select name from staff where id = m.author_id)
        when 'customer' then (select concat_ws(' ', first_name, last_name) from customers where id = m.author_id)
      end as author_name,
      case when m.edited_at is not null then (select json_agg(json_build_object('text', v.text, 'at', v.at, 'files', v.files) order by v.version)
        from (select * from message_versions where message_id = m.id order by version desc limit ${sql.lit(MOST_VERSIONS)}) v) end as versions,
      (select json_agg(json_build_object('id', a.id, 'kind', a.kind, 'file_name', a.file_name, 'mime_type', a.mime_type,
          'size_bytes', a.size_bytes, 'width', a.width, 'height', a.height, 'duration_seconds', a.duration_seconds,
          'description', (select f.description from files f where f.id = a.stored_id),
          'small', a.thumbnail_id is not null, 'replaced', a.replaced_at is not null)
          order by a.telegram_message_id nulls first, a.id)
        from attachments a where a.message_id = m.id) as attachments
    from messages m where ${where} order by m.id desc limit ${limit}`.execute(db);
  return rows;
}

/** A message as a conversation shows it to this reader, or to whoever can change nothing. */
export function shapeMessage(row: MessageRow, reader?: Reader) {
  const { author_id, author_name, versions, attachments, has_frame: _frame, reactions, ...message } = row;
  const files = attachments ?? [];
  return {
    ...message,
    entities: message.entities ?? [],
    reactions: Object.values(reactions ?? {}).flat(),
    author: author_id === null ? null : { id: author_id, name: author_name ?? '' },
    ...(reader ? mayChange(row, reader) : { may_edit: false, may_delete: false }),
    versions: (versions ?? []).map(({ text, at, files: ids }) => ({
      ...{ text, at: new Date(at) },
      attachments: files.filter(({ id }) => ids.includes(id)).map(shapeAttachment),
    })),
    attachments: files.filter(({ replaced }) => !replaced).map(shapeAttachment),
  };
}

function shapeAttachment({ small, replaced: _replaced, ...file }: AttachmentRow) {
  const url = `/api/attachments/${file.id}`;
  return { ...file, url, thumbnail_url: small ? `${url}/thumbnail` : null };
}

/** Telegram lets a bot take its messages back for so long. */
export const TAKE_BACK_MS = 2 * DAY;

type Changing = Pick<
  MessageRow,
  'author_kind' | 'author_id' | 'visibility' | 'delivery' | 'has_frame' | 'created_at' | 'deleted_at'
>;

/** What its author can do with a message now: words that are not known to have arrived stay as they are. Of those that are on their way, the
 * edit finds out whether they still wait. */
export function mayChange(
  message: Changing,
  { id, now }: Reader,
): { may_edit: boolean; may_delete: boolean } {
  const own = message.author_kind === 'staff' && message.author_id === id && message.deleted_at === null;
  if (!own) return { may_edit: false, may_delete: false };
  if (message.visibility === 'internal') return { may_edit: true, may_delete: true };
  const young = now.getTime() - message.created_at.getTime() < TAKE_BACK_MS;
  const there = message.delivery === 'sent' || message.delivery === 'held';
  return {
    may_edit: message.delivery === 'held' || ((there || message.delivery === 'pending') && message.has_frame),
    may_delete: there && (young || message.delivery === 'held'),
  };
}

/** The file of an attachment, for whoever may read its ticket. Refuses (`not_found`) an unknown one,
 * and one that is in no ticket. */
export async function readAttachment(db: Db, attachmentId: number) {
  const row = await db
    .selectFrom('attachments as a')
    .innerJoin('messages as m', 'm.id', 'a.message_id')
    .select(['a.id', 'a.kind', 'a.file_id', 'a.file_name', 'a.mime_type', 'a.size_bytes'])
    .where('a.id', '=', attachmentId)
    .where('m.ticket_id', 'is not', null)
    .executeTakeFirst();
  if (!row) throw new DomainError('not_found', 'attachment_unknown', { attachment: attachmentId });
  return row;
}
