/** A file of something that is being written, as the phone keeps it. */
export interface KeptFile {
  readonly key: string;
  /** What it goes with. */
  readonly place: string;
  readonly name: string;
  readonly bytes: Blob;
  /** The desk's number of its upload, once it was begun; by it the upload goes on. */
  readonly begun: number | null;
  readonly at: number;
}

const FILES = 'files';
/** The desk forgets what was begun a day ago. */
const LASTS_MS = 23 * 3_600_000;
/** A browser may leave the question open whether it keeps anything. */
const PATIENCE_MS = 1_000;

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('nightdesk.cabinet', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(FILES, { keyPath: 'key' });
    };
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('refused'));
    };
    setTimeout(reject, PATIENCE_MS, new Error('no answer'));
  });
}

/** Asks the store; null where the browser keeps nothing. */
async function attempt<T>(
  mode: IDBTransactionMode,
  ask: (files: IDBObjectStore) => IDBRequest<T>,
): Promise<T | null> {
  try {
    const database = await opened();
    const request = ask(database.transaction(FILES, mode).objectStore(FILES));
    return await new Promise((resolve) => {
      const { transaction } = request;
      transaction?.addEventListener('complete', () => {
        database.close();
        resolve(request.result);
      });
      transaction?.addEventListener('abort', () => {
        database.close();
        resolve(null);
      });
    });
  } catch {
    return null;
  }
}

/** The files that this phone keeps, so that a reload loses none of them. Where a browser keeps nothing, they last as long as the screen. */
export const keptFiles = {
  set: (file: KeptFile) => attempt('readwrite', (files) => files.put(file)),
  forget: (key: string) => attempt('readwrite', (files) => files.delete(key)),
  clear: () => attempt('readwrite', (files) => files.clear()),
  /** What is kept for one place is kept for another from now on. */
  move: async (from: string, to: string): Promise<void> => {
    for (const file of await keptFiles.of(from)) await keptFiles.set({ ...file, place: to });
  },
  /** What is kept for one place, in the order in which it was chosen. */
  of: async (place: string): Promise<readonly KeptFile[]> => {
    const all = (await attempt<KeptFile[]>('readonly', (files) => files.getAll())) ?? [];
    const since = Date.now() - LASTS_MS;
    for (const { key, at } of all) if (at < since) void keptFiles.forget(key);
    return all
      .filter((file) => file.place === place && file.at >= since)
      .sort((one, other) => one.at - other.at);
  },
};
