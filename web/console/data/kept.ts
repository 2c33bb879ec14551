const PREFIX = 'nightdesk.';

/** What this browser keeps between visits. Where storage is forbidden or full, nothing is kept and nothing fails. */
export const kept = {
  get: (key: string): string | null => {
    try {
      return localStorage.getItem(PREFIX + key);
    } catch {
      return null;
    }
  },
  set: (key: string, value: string): void => {
    try {
      localStorage.setItem(PREFIX + key, value);
    } catch {
      // A full storage loses the copy, not the words on the screen.
    }
  },
  remove: (key: string): void => {
    try {
      localStorage.removeItem(PREFIX + key);
    } catch {
      // Nothing was kept.
    }
  },
  /** The keys that begin so. */
  keys: (start: string): string[] => {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(PREFIX + start))
        .map((key) => key.slice(PREFIX.length));
    } catch {
      return [];
    }
  },
};

const RETURN_KEY = 'return';
const RETURN_FOR_MS = 30 * 60_000;

/** Remembers where somebody was when their session ended. A sign-in link opens a new tab, so the address alone cannot carry it. */
export const rememberPlace = (path: string): void => {
  kept.set(RETURN_KEY, JSON.stringify({ path, at: Date.now() }));
};

/** The remembered place, once; null where there is none or it is older than half an hour. */
export function takePlace(): string | null {
  const raw = kept.get(RETURN_KEY);
  kept.remove(RETURN_KEY);
  try {
    const place = JSON.parse(raw ?? 'null') as { path?: unknown; at?: unknown } | null;
    const fresh = typeof place?.at === 'number' && Date.now() - place.at < RETURN_FOR_MS;
    return fresh && typeof place.path === 'string' && /^\/(inbox|settings)\//.test(place.path)
      ? place.path
      : null;
  } catch {
    return null;
  }
}

/** Forgets what somebody has written and not sent: the next one at this machine must not find it. */
export function forgetWords(): void {
  for (const key of [...kept.keys('draft.'), ...kept.keys('outgoing.')]) kept.remove(key);
}
