import type { Db, Tx } from '../../base/db/index.ts';
import { DAY, DomainError, plus } from '../../base/kernel/index.ts';
import { keepUpload, type NewFile, type Upload } from './uploads.sql.ts';

/** An upload of a customer's that comes in pieces (M1): how many of its bytes are there, and what became of it once all are. */
export type StartedUpload = { id: number; received: number; size: number; upload: Upload | null };

/** Where a started upload is looked for: whose it is, and when it is asked for. */
export type OwnStarted = { id: number; customerId: number; now: Date };

/** Unfinished ones are kept as long as finished ones that nobody sends. */
const STARTED_LASTS = DAY;

/** Announces an upload of so many bytes. */
export async function startUpload(
  tx: Tx,
  of: { name: string; size: number; customerId: number; now: Date },
): Promise<StartedUpload> {
  const { id } = await tx
    .insertInto('started_uploads')
    .values({ customer_id: of.customerId, name: of.name, size_bytes: of.size, created_at: of.now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, received: 0, size: of.size, upload: null };
}

/** How far an upload is. Refuses (`not_found`) one that is somebody else's, or was begun too long ago. */
export async function readStarted(db: Db, own: OwnStarted): Promise<StartedUpload & { name: string }> {
  const row = await found(db, own).executeTakeFirst();
  if (!row) throw new DomainError('not_found', 'upload_unknown', { upload: own.id });
  const { id, name, received_bytes: received, size_bytes: size, file_id } = row;
  const upload = file_id === null ? null : await uploadOf(db, file_id);
  return { id, name, received, size, upload };
}

const found = (db: Db, { id, customerId, now }: OwnStarted) =>
  db
    .selectFrom('started_uploads')
    .select(['id', 'name', 'received_bytes', 'size_bytes', 'file_id'])
    .where('id', '=', id)
    .where('customer_id', '=', customerId)
    .where('created_at', '>', plus(now, -STARTED_LASTS));

const uploadOf = (db: Db, id: number): Promise<Upload> =>
  db
    .selectFrom('files')
    .select(['id', 'name', 'mime_type', 'kind', 'size_bytes'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

async function lock(tx: Tx, own: OwnStarted): Promise<StartedUpload & { name: string }> {
  await found(tx, own).forUpdate().execute();
  return readStarted(tx, own);
}

/** Keeps the next piece, which begins at `at`; an empty one adds nothing. Refuses (`conflict`) one that begins elsewhere, and says where it goes
 * on; (`invalid`) more bytes than were announced. */
export async function addPiece(
  tx: Tx,
  own: OwnStarted,
  { at, bytes }: { at: number; bytes: Buffer },
): Promise<StartedUpload> {
  const { name: _, ...started } = await lock(tx, own);
  const { received, size } = started;
  if (at !== received) throw new DomainError('conflict', 'upload_offset', { received });
  if (at + bytes.length > size) throw new DomainError('invalid', 'upload_longer', { size });
  if (bytes.length === 0) return started;
  await tx.insertInto('upload_pieces').values({ upload_id: own.id, at, bytes }).execute();
  const now = received + bytes.length;
  await tx.updateTable('started_uploads').set({ received_bytes: now }).where('id', '=', own.id).execute();
  return { ...started, received: now };
}

/** The pieces of an upload, one after the other. */
export async function* piecesOf(db: Db, id: number): AsyncGenerator<Buffer> {
  const pieces = await db
    .selectFrom('upload_pieces')
    .select('at')
    .where('upload_id', '=', id)
    .orderBy('at')
    .execute();
  for (const { at } of pieces) {
    const piece = db.selectFrom('upload_pieces').select('bytes').where('upload_id', '=', id);
    yield (await piece.where('at', '=', at).executeTakeFirstOrThrow()).bytes;
  }
}

/** All bytes are kept as a file: the upload is done, and its pieces go. Whoever comes second gets what the first made of it; `kept` says whose
 * bytes stay. */
export async function finishUpload(
  tx: Tx,
  own: OwnStarted,
  file: Omit<NewFile, 'name' | 'now'>,
): Promise<{ started: StartedUpload; kept: boolean }> {
  const { name, ...started } = await lock(tx, own);
  if (started.upload) return { started, kept: false };
  const upload = await keepUpload(tx, { ...file, name, now: own.now }, { customerId: own.customerId });
  await tx.updateTable('started_uploads').set({ file_id: upload.id }).where('id', '=', own.id).execute();
  await tx.deleteFrom('upload_pieces').where('upload_id', '=', own.id).execute();
  return { started: { ...started, upload }, kept: true };
}

/** Forgets uploads that were begun too long ago, with whatever came of them; what became a file goes its own way. */
export async function forgetStarted(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('started_uploads').where('created_at', '<=', plus(now, -STARTED_LASTS)).execute();
}
