import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import type { NewFile, Upload } from './uploads.sql.ts';

/** A file to show: where its bytes are kept, or how Telegram knows it, so that they can be fetched. */
export type ShownFile = {
  attachmentId: number;
  name: string | null;
  kind: string;
  stored: { id: number; key: string; mime: string; size: number } | undefined;
  telegramFileId: string | null;
  /** The small picture of it was asked for. */
  thumbnail: boolean;
};

/** An attachment's file, or the small picture of it: that of a photo without one is the photo. Undefined: there is none. */
export async function fileToShow(
  db: Db,
  attachmentId: number,
  { thumbnail }: { thumbnail: boolean },
): Promise<ShownFile | undefined> {
  const { rows } = await sql<Row>`
    select a.id, a.kind, coalesce(a.file_name, f.name) as name, a.file_id, a.thumbnail_id, f.id as stored_id, f.storage_key, f.mime_type,
      f.size_bytes, t.id as small_id, t.storage_key as small_key, t.mime_type as small_mime, t.size_bytes as small_bytes
    from attachments a left join files f on f.id = a.stored_id left join files t on t.id = a.thumbnail_stored_id
    where a.id = ${attachmentId}`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const of = { attachmentId: row.id, name: row.name, kind: row.kind };
  const isPicture = row.kind === 'photo' || row.mime_type?.startsWith('image/') === true;
  if (thumbnail && row.thumbnail_id === null && !isPicture) return undefined;
  if (thumbnail && row.thumbnail_id !== null) {
    const stored = storedOf({
      id: row.small_id,
      key: row.small_key,
      mime: row.small_mime,
      size: row.small_bytes,
    });
    return { ...of, stored, telegramFileId: row.thumbnail_id, thumbnail };
  }
  const stored = storedOf({
    id: row.stored_id,
    key: row.storage_key,
    mime: row.mime_type,
    size: row.size_bytes,
  });
  return { ...of, stored, telegramFileId: row.file_id, thumbnail: false };
}

/** A file that belongs to no message, as it is to be shown. Undefined: there is none, or its bytes are gone. */
export async function keptFile(db: Db, fileId: number): Promise<ShownFile | undefined> {
  const { rows } = await sql<Upload & { storage_key: string }>`
    select id, name, kind, mime_type, size_bytes, storage_key from files where id = ${fileId} and storage_key is not null`.execute(
    db,
  );
  const [row] = rows;
  if (!row) return undefined;
  const { id, name, kind, storage_key: key, mime_type: mime, size_bytes: size } = row;
  const stored = { id, key, mime, size };
  return { attachmentId: 0, name, kind, stored, telegramFileId: null, thumbnail: false };
}

type Row = {
  id: number;
  kind: string;
  name: string | null;
  file_id: string | null;
  thumbnail_id: string | null;
  stored_id: number | null;
  storage_key: string | null;
  mime_type: string | null;
  size_bytes: number | null;
  small_id: number | null;
  small_key: string | null;
  small_mime: string | null;
  small_bytes: number | null;
};

type Kept = { id: number | null; key: string | null; mime: string | null; size: number | null };

function storedOf({ id, key, mime, size }: Kept): ShownFile['stored'] {
  return id === null || key === null || mime === null || size === null ? undefined : { id, key, mime, size };
}

/** Notes bytes that were fetched from Telegram, which keeps its links for an hour only. */
export async function keepFetched(tx: Tx, of: ShownFile, file: NewFile): Promise<void> {
  const { id } = await tx
    .insertInto('files')
    .values({
      storage_key: file.key,
      name: file.name,
      mime_type: file.mime,
      kind: file.kind,
      size_bytes: file.size,
      sha256: file.sha256,
      telegram_file_id: of.telegramFileId,
      telegram_kind: of.thumbnail ? null : of.kind,
      created_at: file.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('attachments')
    .set(of.thumbnail ? { thumbnail_stored_id: id } : { stored_id: id })
    .where('id', '=', of.attachmentId)
    .execute();
}

/** Files whose time is over: those of before `before`, and those of before `unusedBefore` that are in no message; 500 at most. What belongs to an
 * article stays. */
export async function staleFiles(
  db: Db,
  { before, unusedBefore }: { before: Date | null; unusedBefore: Date },
): Promise<{ id: number; key: string }[]> {
  const { rows } = await sql<{ id: number; key: string }>`
    select id, storage_key as key from files f where storage_key is not null
      and not exists (select from article_files where file_id = f.id) and (
      created_at < ${before}::timestamptz
      or created_at < ${unusedBefore} and not exists (select from attachments where stored_id = f.id)
        and not exists (select from attachments where thumbnail_stored_id = f.id))
    order by created_at limit 500`.execute(db);
  return rows;
}

/** Notes that the bytes of these files are gone. What Telegram still has is fetched again when somebody asks for it. */
export async function forgetFiles(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.updateTable('files').set({ storage_key: null }).where('id', 'in', ids).execute();
}
