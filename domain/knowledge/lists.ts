import { fitting } from './numbering.ts';

/**
 * Many short lists of numbers that grow and shrink, all in one typed array. A list has room for a power of two; one that outgrows its room
 * moves, and the room that it leaves is given to the next list that needs as much.
 */
export type Lists = {
  entries: Int32Array;
  /** Up to where rooms were given out. */
  used: number;
  /** Where each list begins, how long it is, and for how many it has room. */
  starts: Int32Array;
  lengths: Int32Array;
  rooms: Int32Array;
  /** By size, where the rooms begin that are free. */
  readonly free: Map<number, number[]>;
};

/** No lists yet: each is empty until something is put in. */
export function noLists(): Lists {
  return {
    entries: new Int32Array(64),
    used: 0,
    starts: new Int32Array(16),
    lengths: new Int32Array(16),
    rooms: new Int32Array(16),
    free: new Map(),
  };
}

function roomFor(lists: Lists, size: number): number {
  const left = lists.free.get(size)?.pop();
  if (left !== undefined) return left;
  const start = lists.used;
  lists.used += size;
  lists.entries = fitting(lists.entries, lists.used - 1);
  return start;
}

/** How long a list is. */
export function lengthOf({ lengths }: Lists, list: number): number {
  return list < lengths.length ? lengths[list]! : 0;
}

/** Puts a number at the end of a list. */
export function put(lists: Lists, list: number, value: number): void {
  const length = lengthOf(lists, list);
  for (const kind of ['starts', 'lengths', 'rooms'] as const) lists[kind] = fitting(lists[kind], list);
  if (length === lists.rooms[list]) move(lists, list, Math.max(1, 2 * length));
  lists.entries[lists.starts[list]! + length] = value;
  lists.lengths[list] = length + 1;
}

function move(lists: Lists, list: number, size: number): void {
  const [from, room] = [lists.starts[list]!, lists.rooms[list]!];
  const to = roomFor(lists, size);
  lists.entries.copyWithin(to, from, from + room);
  if (room > 0) {
    const free = lists.free.get(room) ?? [];
    free.push(from);
    lists.free.set(room, free);
  }
  lists.starts[list] = to;
  lists.rooms[list] = size;
}

/** Takes a number out of a list, where it stands in it; the order of a list may change by this. Its room stays, for what comes next. */
export function take(lists: Lists, list: number, value: number): void {
  const length = lengthOf(lists, list);
  const start = lists.starts[list] ?? 0;
  const at = lists.entries.subarray(start, start + length).indexOf(value);
  if (at < 0) return;
  lists.entries[start + at] = lists.entries[start + length - 1]!;
  lists.lengths[list] = length - 1;
}
