import { type Agenda, agendaOf } from './agenda.ts';
import { type Board, boardOf } from './board.ts';
import type { Case } from './cases.ts';
import { type Engine, type Lane, type Timers, timersOf } from './engine.ts';
import type { Duty } from './staffing.ts';
import type { Customer, Request, Size } from './traffic.ts';

/** Which of the waiting tickets agents take: as the desk gives them (Q1), the longest waiting, or any. */
export type Policy = 'q1' | 'fifo' | 'random';
/** All of them. */
export const POLICIES: readonly Policy[] = ['q1', 'fifo', 'random'];

/** A customer in the middle of things. */
export type Person = {
  readonly customer: Customer;
  /** What they want while no ticket holds it. */
  wish: Wish | undefined;
  /** The ticket that their last words were meant for. */
  aim: number | undefined;
  readonly open: Set<number>;
  messages: number;
  /** When something happened to them last, in milliseconds since 1970. */
  last: number;
  /** Until when something happened to them ahead of its time: what it sent is read then, in milliseconds since 1970. */
  ahead: number;
  extras: number;
};

/** A request on its way into a ticket. */
export type Wish = { readonly request: Request; said: boolean; chose: boolean; answered: boolean };

/** An agent in the middle of things. */
export type Agent = {
  readonly index: number;
  readonly duty: Duty;
  readonly queueIds: ReadonlySet<number>;
  state: 'online' | 'away' | 'offline';
  busy: boolean;
  /** Tickets to look at again: since when, and which. */
  later: { readonly at: number; readonly ticket: number }[];
};

/** A message of an agent's on its way: whose ticket, and what it was. */
export type Sent = {
  readonly about: Case;
  readonly action: 'reply' | 'ask' | 'resolve';
  readonly step: number;
};

/** Something that is to happen now: to whom (undefined: to the desk as a whole), and how. */
export type Item = {
  at: number;
  customer: number | undefined;
  /** Whom or what it is about: things about the same come one after another. undefined: about the desk as a whole. */
  about: number | string | undefined;
  asking: boolean;
  /** The timer that it is, if it is one. */
  job?: number;
  /** Asks something about a ticket that has ended, or closes it, which no agent notices. */
  quiet?: boolean;
  act: (lane: Lane) => Promise<void>;
  done: () => void;
};

/** What is counted while the simulation runs. */
export type Counts = {
  happenings: number;
  jobs: number;
  takes: number;
  lateTimers: number;
  inversions: number;
};

/** A simulation under way. */
export type Sim = {
  readonly size: Size;
  readonly policy: Policy;
  /** How often timers are looked at, in milliseconds; 0 is at their exact time. */
  readonly timersEveryMs: number;
  readonly engine: Engine;
  readonly board: Board;
  readonly agenda: Agenda;
  readonly timers: Timers;
  /** What may happen before its time, the earliest first. */
  readonly ahead: Item[];
  readonly people: readonly Person[];
  readonly agents: readonly Agent[];
  readonly requests: readonly Request[];
  /** The ticket of each request that found one, by its name. */
  readonly found: Map<string, number>;
  /** Requests whose customers changed their mind before they said a word. */
  readonly forgotten: Set<string>;
  readonly cases: Map<number, Case>;
  readonly sent: Map<number, Sent>;
  readonly chats: Map<number, Person>;
  readonly counts: Counts;
};

/** What `simOf` puts together. */
export type Parts = Pick<Sim, 'size' | 'policy' | 'timersEveryMs' | 'engine' | 'requests'> & {
  readonly customers: readonly Customer[];
  readonly duties: readonly Duty[];
};

/** A simulation in which nothing has happened yet. */
export function simOf({ customers, duties, ...parts }: Parts): Sim {
  const { engine } = parts;
  const people = customers.map(
    (customer): Person => ({
      ...{
        customer,
        wish: undefined,
        aim: undefined,
        open: new Set(),
        messages: 0,
        last: 0,
        ahead: 0,
        extras: 0,
      },
    }),
  );
  const vips = new Set(customers.filter(({ vip }) => vip).map(({ telegramId }) => telegramId));
  const idOf = new Map(engine.routing.queues.map(({ slug, id }) => [slug, id]));
  return {
    ...parts,
    board: boardOf(engine.runtime.db, { routing: engine.routing, isVip: (id) => vips.has(id) }),
    agenda: agendaOf(),
    timers: timersOf(engine),
    ahead: [],
    people,
    agents: duties.map((duty, index) => ({
      ...{ index, duty, state: 'offline', busy: false, later: [] },
      queueIds: new Set(duty.queues.flatMap((slug) => idOf.get(slug) ?? [])),
    })),
    ...{ found: new Map(), forgotten: new Set(), cases: new Map(), sent: new Map(), chats: new Map() },
    counts: { happenings: 0, jobs: 0, takes: 0, lateTimers: 0, inversions: 0 },
  };
}
