const PREFIX = 'nightdesk.cabinet.';

/** Where a browser lets a page keep words; in a frame it can forbid that, and then nothing is kept. */
const storeOf = (pick: () => Storage) => {
  const attempt = <T>(work: (store: Storage) => T): T | null => {
    try {
      return work(pick());
    } catch {
      return null;
    }
  };
  const name = (key: string): string => PREFIX + key;
  return {
    get: (key: string): string | null => attempt((store) => store.getItem(name(key))),
    /** Keeps a text; an empty one is forgotten. */
    set: (key: string, text: string): void => {
      attempt((store) => {
        if (text === '') store.removeItem(name(key));
        else store.setItem(name(key), text);
      });
    },
    /** Forgets everything. */
    clear: (): void => {
      attempt((store) => {
        for (const key of Object.keys(store)) if (key.startsWith(PREFIX)) store.removeItem(key);
      });
    },
  };
};

/** What this phone keeps: drafts, the language. */
export const kept = storeOf(() => localStorage);

/** What lasts as long as this page stays open, reloads included. */
export const keptHere = storeOf(() => sessionStorage);

/** Reads JSON that was kept; `fallback` where there is none, or where it is not what is expected. */
export function parseKept<T>(text: string | null, is: (value: unknown) => value is T, fallback: T): T {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return is(value) ? value : fallback;
  } catch {
    return fallback;
  }
}

/** Lists that are kept by a number, a ticket's or a customer's, and tell when they change. */
export interface KeptLists<T> {
  readonly of: (id: number) => readonly T[];
  readonly put: (id: number, list: readonly T[]) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Lists under this name; `revived` is what becomes of an entry that an earlier page kept. */
export function keptLists<T>(name: string, revived: (entry: T) => T = (entry) => entry): KeptLists<T> {
  const listeners = new Set<() => void>();
  const known = new Map<number, readonly T[]>();
  const nameOf = (id: number): string => `${name}.${String(id)}`;
  const isList = (value: unknown): value is T[] => Array.isArray(value);
  return {
    of: (id) => {
      const list = known.get(id) ?? parseKept(kept.get(nameOf(id)), isList, []).map(revived);
      known.set(id, list);
      return list;
    },
    put: (id, list) => {
      known.set(id, list);
      kept.set(nameOf(id), list.length > 0 ? JSON.stringify(list) : '');
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A key for a request that may be sent again. Browsers offer `randomUUID` only over https. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
