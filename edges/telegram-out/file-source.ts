import type { Db } from '../../base/db/index.ts';
import type { Storage } from '../../base/storage/index.ts';
import { fileToSend, storedToSend } from '../../domain/files/index.ts';
import type { FileSource } from './media.ts';

/** Finds the files that outgoing messages name, in the desk's own store. */
export function fileSource({ db, storage }: { db: Db; storage: Storage }): FileSource {
  return async (wanted) => {
    const file =
      'stored' in wanted
        ? await storedToSend(db, wanted.stored)
        : await fileToSend(db, wanted.attachment, wanted.kind);
    if (!file) return undefined;
    const { name, telegramFileId, storageKey } = file;
    return {
      name,
      telegramFileId: telegramFileId ?? undefined,
      open: storageKey === null ? undefined : () => bytesOf(storage, storageKey),
    };
  };
}

async function bytesOf(storage: Storage, key: string): Promise<AsyncIterable<Uint8Array>> {
  const opened = await storage.open(key);
  if (!opened) throw new Error('a kept file is not in the store');
  return opened.body;
}
