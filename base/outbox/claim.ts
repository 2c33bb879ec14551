import { sql } from 'kysely';
import type { Db, Transact } from '../db/index.ts';
import { type Budget, departures, LEASE, take } from './budget.ts';

/** A message that was claimed for sending. */
export type Claimed = {
  id: number;
  lane: string;
  kind: string;
  payload: Record<string, unknown>;
  key: string | null;
  pace_ms: number;
  burst: number;
  per_minute: number | null;
  weight: number;
  on_ambiguous: 'resend' | 'hold';
  ref: Record<string, number> | null;
  attempts: number;
  /** When it may leave, by `performance.now()`: its room in the budget is not free before. */
  leave_at: number;
  /** Who claimed it. */
  sender: number;
  /** The process that was sending it died: settle it as `unknown` instead of sending it. */
  interrupted: boolean;
  /** The message to edit on the other side; null: send a new one. */
  remote_id: string | null;
};

/** Who claims, and how many messages at most. */
export type Wish = {
  sender: number;
  limit: number;
  /** One of them is the one whose lane is ready the longest, whatever its priority: so nothing waits for ever. */
  patient?: boolean;
};

/** Claims the first message of lanes that are ready and that nobody else is sending, the most pressing first, as far as the budget, which
 * all processes share, allows at once or soon. */
export async function claim(
  { db, transact }: { db: Db; transact: Transact },
  wish: Wish,
  budget: Budget,
): Promise<Claimed[]> {
  const { perSecond } = budget;
  if (perSecond === null) {
    // One statement is a transaction of its own.
    const heads = await claimLanes(db, wish, { budget, allowed: Number.MAX_SAFE_INTEGER });
    return heads.map((head) => leaving(head, 0));
  }
  const limited = { ...budget, perSecond };
  return transact(async (tx) => {
    const times = await departures(tx, limited);
    const at = performance.now();
    if (times.length === 0) return [];
    const heads = await claimLanes(tx, wish, { budget, allowed: times.length });
    await take(
      tx,
      limited,
      heads.reduce((sum, { weight }) => sum + weight, 0),
    );
    return heads.map((head) => leaving(head, at + (head.weight === 0 ? 0 : (times[head.weights - 1] ?? 0))));
  });
}

/** A message, and how much it weighs together with those that leave before it. */
type Head = Omit<Claimed, 'leave_at'> & { weights: number };

const leaving = (head: Head, at: number): Claimed => ({ ...head, leave_at: at });

const READY = sql`pending > 0 and ready_at <= clock_timestamp() and (lease_until is null or lease_until < clock_timestamp())`;

// When the other side will take a message of this weight in this lane; for a weight of one that is `ready_at` already.
const DUE = sql`greatest(
  l.paced_until + head.pace_ms * (least(head.weight, head.burst) - head.burst) * interval '1 millisecond',
  l.recent[cardinality(l.recent) + least(head.weight, head.per_minute) - head.per_minute] + interval '1 minute')`;

// A lane is leased with a message in hand only: another process may have sent its first one since the statement began, which still sees it.
async function claimLanes(
  db: Db,
  { sender, limit, patient = false }: Wish,
  { budget, allowed }: { budget: Budget; allowed: number },
): Promise<Head[]> {
  const { rows } = await sql<Head>`
    with unpaused as (
      select 1 where not exists (select from outbox_budgets where name = ${budget.name} and paused_until > clock_timestamp())
    ), longest as (
      select lane from outbox_lanes where ${READY} and exists (select from unpaused)
      order by ready_at limit ${patient ? 1 : 0} for update skip locked
    ), pressing as (
      select lane from outbox_lanes where ${READY} and exists (select from unpaused)
      order by priority desc, ready_at limit ${limit} for update skip locked
    ), heads as (
      select l.lane, l.priority, l.ready_at, head.id, head.state = 'sending' as interrupted,
        case when head.state = 'pending' and head.weight > 1 and ${DUE} > clock_timestamp() then ${DUE} end as due,
        head.weight, l.lane in (select lane from longest) as patient
      from outbox_lanes l cross join lateral (
        select * from outbox o where o.lane = l.lane and o.state in ('pending', 'sending') order by id limit 1
      ) head
      where l.lane = any(array(select lane from longest union select lane from pressing))
    ), ordered as (
      select *, sum(weight) over first as weights, row_number() over first as place from heads where due is null
      window first as (order by patient desc, priority desc, ready_at, lane)
    ), chosen as (
      select * from ordered where weights <= ${allowed}::bigint and place <= ${limit}
    ), postponed as (
      update outbox_lanes l set ready_at = heads.due from heads
      where l.lane = any(array(select lane from heads where due is not null)) and l.lane = heads.lane
    ), claimed as (
      update outbox o set state = 'sending', started_at = clock_timestamp(),
        attempts = attempts + case when chosen.interrupted then 0 else 1 end
      from chosen where o.id = chosen.id and o.state in ('pending', 'sending')
      returning chosen.interrupted, chosen.weights::int, o.id, o.lane, o.kind, o.payload, o.key, o.pace_ms, o.burst, o.per_minute, o.weight,
        o.on_ambiguous, o.ref, o.attempts, ${sender}::int as sender,
        case when not o.fresh then (select remote_id from outbox_keys k where k.key = o.key) end as remote_id
    ), leased as (
      update outbox_lanes l set lease_until = clock_timestamp() + ${LEASE}::interval, sender = ${sender}::int
      from claimed where l.lane = any(array(select lane from claimed)) and l.lane = claimed.lane
    )
    select * from claimed`.execute(db);
  return rows;
}

/** Milliseconds until the next lane is ready that nobody is sending in; undefined when none waits. A negative or zero answer means now. One
 * row is read, however many wait: whoever sends in the others claims in them again. */
export async function msUntilReady(db: Db): Promise<number | undefined> {
  const { rows } = await sql<{ ms: number }>`
    select (extract(epoch from ready_at - clock_timestamp()) * 1000)::float8 as ms from outbox_lanes
    where pending > 0 and ready_at < 'infinity' and (lease_until is null or lease_until < clock_timestamp())
    order by ready_at limit 1`.execute(db);
  return rows[0]?.ms;
}

/** Keeps a lane for whoever is sending in it: what they send takes longer than usual. */
export async function renewLease(db: Db, { lane, sender }: Pick<Claimed, 'lane' | 'sender'>): Promise<void> {
  await sql`update outbox_lanes set lease_until = clock_timestamp() + ${LEASE}::interval
    where lane = ${lane} and sender = ${sender} and lease_until is not null`.execute(db);
}
