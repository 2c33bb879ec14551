const VERBS = {
  take: 't',
  release: 'r',
  ask: 'a',
  resolve: 's',
  reopen: 'o',
  escalate: 'e',
  /** Into the queue with this id. */
  toQueue: 'q',
  macros: 'm',
  /** Shows how the macro with this id would read. */
  macro: 'v',
  /** Sends the macro with this id. */
  send: 'w',
  dismiss: 'x',
} as const;

/** What a button does. */
export type Verb = keyof typeof VERBS;
/** A press, read. */
export type Pressed = { does: Verb; ticketId: number; id: number | undefined };

const VERSION = 'f1';

/** A button's data: what it does, for which ticket, and with which macro or queue. At most 64 bytes. */
export function data(does: Verb, ticketId: number, id?: number): string {
  return [VERSION, VERBS[does], ticketId, ...(id === undefined ? [] : [id])].join(':');
}

/** Reads a button's data; undefined: it is none of these. */
export function readData(text: string): Pressed | undefined {
  const found = /^f1:([a-z]):([1-9]\d{0,15})(?::([1-9]\d{0,15}))?$/.exec(text);
  const does = (Object.keys(VERBS) as Verb[]).find((verb) => VERBS[verb] === found?.[1]);
  if (!found || !does) return undefined;
  return { does, ticketId: Number(found[2]), id: found[3] === undefined ? undefined : Number(found[3]) };
}
