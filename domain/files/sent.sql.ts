import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';

/** A file as it can be sent: by what Telegram calls it, else by its bytes. */
export type ToSend = { name: string; telegramFileId: string | null; storageKey: string | null };

/** How an attachment can be sent as `kind`: what was sent before, or came from Telegram, needs no bytes. Undefined: there is no such
 * attachment. */
export async function fileToSend(db: Db, attachmentId: number, kind: string): Promise<ToSend | undefined> {
  const { rows } = await sql<{ name: string; telegram_file_id: string | null; storage_key: string | null }>`
    select coalesce(a.file_name, f.name, a.kind) as name, f.storage_key,
      coalesce(a.file_id, f.telegram_file_id, (select same.telegram_file_id from files same
        where same.sha256 = f.sha256 and same.telegram_file_id is not null and same.telegram_kind = ${kind} limit 1)) as telegram_file_id
    from attachments a left join files f on f.id = a.stored_id where a.id = ${attachmentId}`.execute(db);
  const [row] = rows;
  return row && { name: row.name, telegramFileId: row.telegram_file_id, storageKey: row.storage_key };
}

/** How a file that belongs to no message can be sent. Undefined: there is no such file. */
export async function storedToSend(db: Db, fileId: number): Promise<ToSend | undefined> {
  const row = await db
    .selectFrom('files')
    .select(['name', 'telegram_file_id as telegramFileId', 'storage_key as storageKey'])
    .where('id', '=', fileId)
    .executeTakeFirst();
  return row;
}

/** What Telegram tells of a file that was sent: of a message's, or of one that belongs to none (`stored`). */
export type SentFile = ({ attachment: number } | { stored: number }) & {
  kind: string;
  fileId: string;
  fileUniqueId: string;
  thumbnailId?: string;
  width?: number;
  height?: number;
  durationSeconds?: number;
};

/** Remembers what Telegram calls files that were sent, so that sending them again needs no bytes. */
export async function noteSentFiles(tx: Tx, files: readonly SentFile[]): Promise<void> {
  for (const file of files) {
    if ('stored' in file) {
      await noteKnown(tx, file.stored, file);
      continue;
    }
    const row = await tx
      .updateTable('attachments')
      .set({
        file_id: file.fileId,
        file_unique_id: file.fileUniqueId,
        thumbnail_id: file.thumbnailId ?? null,
        width: file.width ?? null,
        height: file.height ?? null,
        duration_seconds: file.durationSeconds ?? null,
      })
      .where('id', '=', file.attachment)
      .returning('stored_id')
      .executeTakeFirst();
    if (row?.stored_id) await noteKnown(tx, row.stored_id, file);
  }
}

async function noteKnown(
  tx: Tx,
  storedId: number,
  { fileId, kind }: Pick<SentFile, 'fileId' | 'kind'>,
): Promise<void> {
  await tx
    .updateTable('files')
    .set({ telegram_file_id: fileId, telegram_kind: kind })
    .where('id', '=', storedId)
    .execute();
}
