import { Readable } from 'node:stream';
import yazl from 'yazl';
import type { Db, Transact } from '../../base/db/index.ts';
import { receiveBytes, type Storage } from '../../base/storage/index.ts';
import { type Desk, tellOfCopy } from '../../domain/front-desk/index.ts';
import {
  type Copy,
  eraseCustomer,
  isToWait,
  keysLeft,
  noteDone,
  noteReady,
  openRequest,
  readCopy,
  staleCopies,
} from '../../domain/privacy/index.ts';
import { eraseTopics } from '../../domain/staff-forum/index.ts';

type Options = { db: Db; transact: Transact; desk: Desk; storage: Storage };

const LARGEST_COPY = 2 * 1024 * 1024 * 1024;

/** Makes the copy that a customer asked for: one archive with all that is kept of them, files included (C4). What is interrupted begins anew. */
export async function makeCopy({ db, transact, desk, storage }: Options, request: number): Promise<void> {
  const customerId = await openRequest(db, request);
  if (customerId === undefined) return;
  const copy = await readCopy(db, customerId);
  const kept = await receiveBytes(storage, archive(storage, copy), LARGEST_COPY);
  const wanted = await transact(async (tx) => {
    const ready = await noteReady(tx, request, { ...kept, now: desk.clock.now() });
    if (ready) await tellOfCopy(tx, desk, customerId);
    return ready;
  });
  if (!wanted) await storage.remove(kept.key);
}

/** The copy as a ZIP, piece by piece: never all of it is in memory. */
async function* archive(storage: Storage, { data, files }: Copy): AsyncGenerator<Uint8Array> {
  const zip = new yazl.ZipFile();
  zip.addBuffer(Buffer.from(JSON.stringify(data, null, 2)), 'data.json');
  for (const { id, name, kind, key } of files) {
    const opened = key === null ? undefined : await storage.open(key);
    if (!opened) continue;
    const safe = (name ?? kind).replaceAll(/[^\p{L}\p{N}._-]+/gu, '_').replace(/^\.+/, '');
    zip.addReadStream(
      Readable.fromWeb(opened.body as Parameters<typeof Readable.fromWeb>[0]),
      `files/${id}-${safe || 'file'}`,
    );
  }
  zip.end();
  for await (const piece of zip.outputStream) yield piece as Buffer;
}

/** Removes what a customer wants to be gone (C4): first what the database knows, then the bytes of their files. What is interrupted goes on
 * where it was. What the customer is told about it leaves before. */
export async function erase({ db, transact, desk, storage }: Options, request: number): Promise<void> {
  const customerId = await openRequest(db, request);
  if (customerId === undefined) return;
  const keys = await transact(async (tx) => {
    const now = desk.clock.now();
    if (await isToWait(tx, request, now)) return undefined;
    await eraseTopics(tx, customerId);
    await eraseCustomer(tx, { customerId, requestId: request, now });
    return keysLeft(tx, request);
  });
  if (!keys) return;
  for (const key of keys) await storage.remove(key);
  await transact((tx) => noteDone(tx, request, desk.clock.now()));
}

/** Removes copies whose time is over. */
export async function forgetCopies({ db, transact, desk, storage }: Options): Promise<void> {
  const now = desk.clock.now();
  for (const { id, key } of await staleCopies(db, now)) {
    await storage.remove(key);
    await transact((tx) => noteDone(tx, id, now));
  }
}
