import type { Assignment } from '../routing/index.ts';

/** Somebody who serves a queue, as far as giving tickets to people asks. */
export type Server = {
  id: number;
  /** Online, and within their shift. */
  there: boolean;
  /** The languages that they answer in; none: any. */
  languages: readonly string[];
  capacity: number;
  /** How many open tickets they have. */
  held: number;
  /** Counts up with each ticket that they are given: the smallest has waited longest for one. */
  turn: number;
};

/** A waiting ticket, as far as giving it to somebody asks. */
export type Waiting = { language: string; returned_from: number | null };

/** Who gets a ticket of a queue that gives tickets out (Q5): of those who serve it and speak its language, are there and have room,
 * whoever waited longest for one (`round_robin`) or has the fewest open (`least_loaded`). Where nobody of the queue speaks the
 * language, all of them count; somebody from whom the ticket came back counts only when there is nobody else. Undefined: it waits. */
export function chooseServer(
  servers: readonly Server[],
  ticket: Waiting,
  method: Assignment,
): Server | undefined {
  const speakers = servers.filter((server) => speaks(server, ticket.language));
  const able = speakers.length > 0 ? speakers : servers;
  const others = able.filter(({ id }) => id !== ticket.returned_from);
  const free = (others.length > 0 ? others : able).filter(isFree);
  const first = method === 'least_loaded' ? fewest : longest;
  return free.toSorted(first)[0];
}

/** Whether somebody can be given one more ticket. */
export function isFree({ there, held, capacity }: Server): boolean {
  return there && held < capacity;
}

const speaks = ({ languages }: Server, language: string) =>
  languages.length === 0 || languages.includes(language);
const longest = (a: Server, b: Server) => a.turn - b.turn || a.id - b.id;
const fewest = (a: Server, b: Server) => a.held - b.held || longest(a, b);
