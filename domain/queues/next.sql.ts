import { sql } from 'kysely';
import { later, type Tx } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { type Actor, authorOf } from '../staff/index.ts';
import { assignTicket, type Ticket } from '../tickets/index.ts';

// More than can be in other hands at one moment; when all of them are, we wait for the first.
const LOOKED_AT = 64;

/** Gives an agent the next ticket of the queues that they serve, in the order of work, whatever its language (Q1, Q5). Of agents who ask
 * at once each gets another one. Undefined: nothing waits. Refuses (`conflict`) somebody who has as many open tickets as they may. */
export async function takeNext(tx: Tx, asking: { actor: Actor; now: Date }): Promise<Ticket | undefined> {
  const { actor, now } = asking;
  const capacity = await lockServer(tx, actor.id);
  let found = await pick(tx, { staffId: actor.id, capacity, skipLocked: true });
  if (found.holding < capacity && !found.ticket && found.seen)
    found = await pick(tx, { staffId: actor.id, capacity, skipLocked: false });
  if (found.holding >= capacity) throw new DomainError('conflict', 'capacity_full', { capacity });
  if (!found.ticket) return undefined;
  const ticket = await assignTicket(tx, found.ticket, {
    assigneeId: actor.id,
    by: { ...authorOf(actor), kind: 'staff' },
    reason: 'next',
    now,
  });
  await sql`${turning(actor.id)}${later}`.execute(tx);
  return ticket;
}

const turning = (staffId: number) =>
  sql`update staff set turn = nextval('staff_turns') where id = ${staffId}`;

/** Locks somebody, so that only one of two who count their tickets at once gives them another; returns their capacity. Whoever locks
 * people and tickets locks people first. */
async function lockServer(tx: Tx, staffId: number): Promise<number> {
  const { rows } = await sql<{ capacity: number }>`
    select capacity from staff where id = ${staffId} for no key update`.execute(tx);
  return rows[0]?.capacity ?? 0;
}

/** Notes that somebody was given a ticket; returns their place among all turns. */
export async function takeTurn(tx: Tx, staffId: number): Promise<number> {
  const { rows } = await sql<{ turn: number }>`${turning(staffId)} returning turn`.execute(tx);
  return rows[0]?.turn ?? 0;
}

/** The queues that somebody serves: those named for them, else all. */
export const servedBy = (staffId: number) => sql`
  select q.id from queues q
  where exists (select from staff_queues w where w.staff_id = ${staffId} and w.queue_id = q.id)
    or not exists (select from staff_queues w where w.staff_id = ${staffId})`;

type Found = { holding: number; seen: boolean; ticket: Ticket | undefined };

/** Locks the first ticket, in the order of work, that nobody else is about to take. Each queue's first ones come out of the index in
 * that order, so the cost does not grow with the tickets that wait behind them; the limit on all of them tells the planner, too, that
 * they are few. */
async function pick(tx: Tx, how: { staffId: number; capacity: number; skipLocked: boolean }): Promise<Found> {
  const { rows } = await sql<Ticket & { id: number | null; holding: number; seen: boolean }>`
    with holding as materialized (
      select count(*)::int as holding from tickets where assignee_id = ${how.staffId} and status not in ('resolved', 'closed')
    ), waiting as materialized (
      select w.* from (${servedBy(how.staffId)}) served cross join lateral (
        select id, work_class, waiting_since, topic_rank from tickets
        where queue_id = served.id and assignee_id is null and waiting_since is not null and snoozed_until is null
        order by work_class, waiting_since, topic_rank, id limit ${sql.lit(LOOKED_AT)}
      ) w where (select holding from holding) < ${how.capacity}
      order by work_class, waiting_since, topic_rank, id limit ${sql.lit(LOOKED_AT)}
    ), picked as (
      select t.* from waiting w join tickets t on t.id = w.id
      where t.assignee_id is null and t.waiting_since is not null and t.snoozed_until is null
      order by w.work_class, w.waiting_since, w.topic_rank, w.id
      limit 1 for update of t ${how.skipLocked ? sql`skip locked` : sql``}
    )
    select h.holding, exists (select from waiting) as seen, p.* from holding h left join picked p on true`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) throw new Error('the queue could not be read');
  const { holding, seen, ...ticket } = row;
  return { holding, seen, ticket: row.id === null ? undefined : (ticket as Ticket) };
}

/** How many waiting tickets come before the ticket `t` in its queue, as a column, counted to `most`; null for one that does not wait for
 * somebody to take it. */
export const aheadOf = (most: number) => sql<number | null>`
  case when t.assignee_id is null and t.waiting_since is not null and t.snoozed_until is null then (
    select count(*)::int from (
      select from tickets o
      where o.queue_id = t.queue_id and o.assignee_id is null and o.waiting_since is not null and o.snoozed_until is null
        and (o.work_class, o.waiting_since, o.topic_rank, o.id) < (t.work_class, t.waiting_since, t.topic_rank, t.id)
      limit ${sql.lit(most)}
    ) ahead) end`;

/** The place of a waiting ticket `t` in its queue, 1 for the next one, as a column; null for one that waits for nobody to take it.
 * Counted to 1000 at most. */
export const QUEUE_POSITION = sql<number | null>`1 + (${aheadOf(999)})`;
