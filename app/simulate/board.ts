import type { Db } from '../../base/db/index.ts';
import type { RoutingMap } from '../../domain/routing/index.ts';

/** A ticket as the simulation last saw it. Times are milliseconds since 1970. */
export type Seen = {
  readonly id: number;
  readonly telegramId: number;
  readonly chatId: number | null;
  readonly queueId: number;
  readonly status: string;
  readonly critical: boolean;
  readonly vip: boolean;
  readonly topicPlace: number;
  readonly assignee: number | null;
  readonly waitingSince: number | null;
  readonly createdAt: number;
  readonly outcome: string | null;
};

/** What a change looked like from outside. */
export type Change = { readonly before: Seen | undefined; readonly after: Seen };

/** The simulation's own picture of all tickets, drawn from what it sees after each change, as a console's is. */
export type Board = {
  readonly tickets: ReadonlyMap<number, Seen>;
  /** Looks at these tickets again. */
  look(ids: readonly number[]): Promise<Change[]>;
  /** What waits in these queues for somebody to take it. */
  waitingIn(queueIds: ReadonlySet<number>): Seen[];
  /** The open tickets of an agent. */
  heldBy(staffId: number): Seen[];
};

export const isOpen = ({ status }: Pick<Seen, 'status'>): boolean =>
  status !== 'resolved' && status !== 'closed';

/** The order of work as the blueprint says it (Q1), from nothing but what is seen: critical before VIP before who has waited longer before
 * the topic. It knows nothing of the desk's own columns and index, because it is what they are checked against. */
export function beforeInQ1(a: Seen, b: Seen): boolean {
  if (a.critical !== b.critical) return a.critical;
  if (a.vip !== b.vip) return a.vip;
  const [since, until] = [a.waitingSince ?? Infinity, b.waitingSince ?? Infinity];
  if (since !== until) return since < until;
  if (a.topicPlace !== b.topicPlace) return a.topicPlace < b.topicPlace;
  return a.id < b.id;
}

/** The one that comes first. */
export function firstOf(tickets: readonly Seen[], before: (a: Seen, b: Seen) => boolean): Seen | undefined {
  return tickets.reduce<Seen | undefined>(
    (best, one) => (best === undefined || before(one, best) ? one : best),
    undefined,
  );
}

/** An empty board over a desk. `isVip` is what the simulation knows of its customers. */
export function boardOf(
  db: Db,
  desk: { routing: RoutingMap; isVip: (telegramId: number) => boolean },
): Board {
  const tickets = new Map<number, Seen>();
  const waiting = new Map<number, Map<number, Seen>>();
  const held = new Map<number, Map<number, Seen>>();
  const place = new Map(desk.routing.topics.map(({ id }, index) => [id, index]));

  const put = (seen: Seen): Change => {
    const before = tickets.get(seen.id);
    if (before) {
      waiting.get(before.queueId)?.delete(before.id);
      if (before.assignee !== null) held.get(before.assignee)?.delete(before.id);
    }
    tickets.set(seen.id, seen);
    if (seen.assignee === null && seen.waitingSince !== null) shelf(waiting, seen.queueId).set(seen.id, seen);
    if (seen.assignee !== null && isOpen(seen)) shelf(held, seen.assignee).set(seen.id, seen);
    return { before, after: seen };
  };

  return {
    tickets,
    async look(ids) {
      const rows = await readTickets(db, ids);
      return rows.map((row) =>
        put({
          id: row.id,
          telegramId: Number(row.telegram_id),
          chatId: row.chat_id,
          queueId: row.queue_id,
          status: row.status,
          critical: row.priority === 'critical',
          vip: desk.isVip(Number(row.telegram_id)),
          topicPlace: (row.topic_id === null ? undefined : place.get(row.topic_id)) ?? Infinity,
          assignee: row.assignee_id,
          waitingSince: row.waiting_since?.getTime() ?? null,
          createdAt: row.created_at.getTime(),
          outcome: row.outcome,
        }),
      );
    },
    waitingIn: (queueIds) => [...queueIds].flatMap((id) => [...(waiting.get(id)?.values() ?? [])]),
    heldBy: (staffId) => [...(held.get(staffId)?.values() ?? [])],
  };
}

function shelf(shelves: Map<number, Map<number, Seen>>, of: number): Map<number, Seen> {
  const known = shelves.get(of);
  if (known) return known;
  const made = new Map<number, Seen>();
  shelves.set(of, made);
  return made;
}

async function readTickets(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom('tickets as t')
    .innerJoin('customers as c', 'c.id', 't.customer_id')
    .select(['t.id', 'c.telegram_id', 't.chat_id', 't.queue_id', 't.status', 't.priority', 't.topic_id'])
    .select(['t.assignee_id', 't.waiting_since', 't.created_at', 't.outcome'])
    .where((eb) => eb('t.id', '=', eb.fn.any(eb.val([...ids]))))
    .orderBy('t.id')
    .execute();
}
