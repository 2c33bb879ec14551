import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import { DAY, DomainError, plus } from '../../base/kernel/index.ts';

/** Bytes that the storage has. */
export type NewFile = {
  key: string;
  name: string;
  mime: string;
  kind: string;
  size: number;
  sha256: Buffer;
  now: Date;
};

/** Who uploads: one of the staff, or a customer. */
export type Uploader = { staffId: number } | { customerId: number };

/** An upload, which its uploader can put into a message. */
export type Upload = { id: number; name: string; mime_type: string; kind: string; size_bytes: number };

const LONGEST_NAME = 120;

/** A name that can stand in a list and in a header: without folders and control characters, and not too long. */
function tidied(name: string): string {
  const last = name.replaceAll('\\', '/').split('/').at(-1) ?? '';
  const clean = last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return [...clean].slice(-LONGEST_NAME).join('') || 'file';
}

/** Notes what somebody uploaded (B6, M1). It is theirs until they put it into a message; one that is never put anywhere is forgotten. */
export async function keepUpload(tx: Tx, file: NewFile, by: Uploader): Promise<Upload> {
  return tx
    .insertInto('files')
    .values({
      storage_key: file.key,
      name: tidied(file.name),
      mime_type: file.mime,
      kind: file.kind,
      size_bytes: file.size,
      sha256: file.sha256,
      staff_id: 'staffId' in by ? by.staffId : null,
      customer_id: 'customerId' in by ? by.customerId : null,
      created_at: file.now,
    })
    .returning(['id', 'name', 'mime_type', 'kind', 'size_bytes'])
    .executeTakeFirstOrThrow();
}

/** Notes what is in an upload, in its uploader's words, for whoever cannot see it (M5). Refuses (`invalid`) one that is not theirs. */
export async function describeUpload(
  tx: Tx,
  upload: { id: number; words: string },
  by: Uploader,
): Promise<Upload> {
  const { rows } = await sql<Upload>`update files set description = ${upload.words}
    where id = ${upload.id} and ${ownedBy(by)} and storage_key is not null
    returning id, name, mime_type, kind, size_bytes`.execute(tx);
  const [row] = rows;
  if (!row) throw new DomainError('invalid', 'upload_unknown', { upload: upload.id });
  return row;
}

/** How many uploads one person may have that are in no message yet. */
const MOST_UNUSED = 40;

/** Refuses (`conflict`) whoever uploads and uploads and sends nothing: the desk's store is not theirs. */
export async function demandRoom(db: Db, by: Uploader, now: Date): Promise<void> {
  const since = plus(now, -DAY);
  const { rows } = await sql<{ unused: number }>`select (select count(*) from files f
    where ${ownedBy(by)} and storage_key is not null and created_at > ${since} and ${UNUSED})::int
    + (select count(*) from started_uploads where customer_id = ${'customerId' in by ? by.customerId : null}
      and file_id is null and created_at > ${since})::int as unused`.execute(db);
  if ((rows[0]?.unused ?? 0) >= MOST_UNUSED) throw new DomainError('conflict', 'too_many_uploads');
}

const ownedBy = (by: Uploader) =>
  'staffId' in by ? sql`staff_id = ${by.staffId}` : sql`customer_id = ${by.customerId}`;

/** Of files `f`, those that are in no message and belong to no article. */
const UNUSED = sql`not exists (select from attachments where stored_id = f.id)
  and not exists (select from article_files where file_id = f.id)`;

/** Telegram takes photos up to this size; a larger picture goes as a document. */
const PHOTO_BYTES = 10 * 1024 * 1024;

/** As what a file is sent. */
export const sentKind = ({ kind, size_bytes }: Pick<Upload, 'kind' | 'size_bytes'>): string =>
  kind === 'photo' && size_bytes > PHOTO_BYTES ? 'document' : kind;

/** The uploads of this person, for a message, in the order asked for. Refuses (`invalid`) one that is not theirs, is in a message already, or is
 * gone. */
export async function takeUploads(tx: Tx, ids: readonly number[], by: Uploader) {
  if (ids.length === 0) return [];
  const { rows } = await sql<Upload>`select id, name, mime_type, kind, size_bytes from files f
    where id = any(${[...ids]}::bigint[]) and ${ownedBy(by)} and storage_key is not null and ${UNUSED}
    for update`.execute(tx);
  return ids.map((id) => {
    const row = rows.find((file) => file.id === id);
    if (!row) throw new DomainError('invalid', 'upload_unknown', { upload: id });
    const kind = sentKind(row);
    return {
      ...{ kind, storedId: row.id, fileName: row.name, mimeType: row.mime_type, sizeBytes: row.size_bytes },
    };
  });
}
