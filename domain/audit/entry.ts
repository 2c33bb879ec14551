/** From where something was done. `address`: the caller's network address, of which only a keyed hash is kept. */
export type Origin = { place: 'console' | 'bot' | 'cli' | 'system'; address?: string };

/** Who did something. `operator`: whoever runs commands on the desk's machine. Customers' own doings need no entry. */
export type Author = { kind: 'staff' | 'operator' | 'bot' | 'system'; id?: number; from?: Origin };

/** Fields of what was changed: ids, codes and settings, never words that people wrote. */
type Fields = Readonly<Record<string, unknown>>;

/** What is recorded of one change (C6). */
export type Entry = {
  by: Author;
  /** What was done, such as `ticket.assign`. */
  action: string;
  object: { kind: string; id: number | string };
  /** The fields before and after; those that are equal are left out. Without `before` something was made, without `after` it went. */
  before?: Fields;
  after?: Fields;
  now: Date;
};

/** The fields that differ, on both sides; undefined where nothing does. */
export function changed({
  before,
  after,
}: Pick<Entry, 'before' | 'after'>): Pick<Entry, 'before' | 'after'> | undefined {
  if (!before || !after) return { ...(before ? { before } : {}), ...(after ? { after } : {}) };
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  if (names.length === 0) return undefined;
  const pick = (fields: Fields) => Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
  return { before: pick(before), after: pick(after) };
}
