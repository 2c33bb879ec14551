import { sql } from 'kysely';
import { type Db, later, type Tx } from '../../base/db/index.ts';
import { HOUR, MINUTE, plus } from '../../base/kernel/index.ts';
import { schedule } from '../../base/queue/index.ts';
import { storedCalendar } from '../sla/index.ts';
import type { Ticket } from '../tickets/index.ts';
import type { Load, Supply } from './eta.ts';
import { aheadOf, servedBy } from './next.sql.ts';
import { minutesEach, priorOf } from './pace.ts';
import { nextShift } from './shifts.ts';
import { type Hours, supplyOf } from './supply.ts';

/** The job that measures a queue's load and pace, again and again while tickets wait in it. */
export const PACE_TASK = 'queues.pace';

/** How often a queue in which tickets wait is measured, in milliseconds. */
export const PACE_EVERY_MS = 5 * MINUTE;
const WINDOW_MS = 2 * HOUR;
const MOST_ANSWERS = 500;

/** How many tickets before one are counted exactly. */
export const COUNTED_AHEAD = 100;

const keyOf = (queueId: number) => `pace:${queueId}`;

/** Measures a queue then, and what it promised is looked at again. */
export async function measureAt(tx: Tx, queueId: number, at: Date): Promise<void> {
  await schedule(tx, { task: PACE_TASK, at, key: keyOf(queueId), payload: { queue: queueId } });
}

const serves = (queueId: number) => sql`
  s.active and s.capacity > 0 and (exists (select from staff_queues w where w.staff_id = s.id and w.queue_id = ${queueId})
    or not exists (select from staff_queues w where w.staff_id = s.id))`;

type Person = Hours & { owed: number; since: Date | number };

/** A queue as it was just measured: how many tickets wait in it for somebody to take them, and the load of the first of them. */
export type Pace = { waiting: number; first: Load; targetMinutes: number };

/** Measures what a queue lately did and who serves it, and keeps it for `readOutlook` (Q3). */
export async function measureQueue(tx: Tx, queueId: number, now: Date): Promise<Pace> {
  const { rows: people } = await sql<Person>`
    select s.presence, s.presence_at as since, s.shifts, (
      select count(*)::int from tickets where assignee_id = s.id and status not in ('resolved', 'closed') and waiting_since is not null
    ) as owed from staff s where ${serves(queueId)}`.execute(tx);
  const lately = await readLately(tx, queueId, { from: windowFrom(people, now), now });
  const supply = supplyOf(people, lately.spec ? storedCalendar(lately.spec) : undefined, now);
  const owed = people.reduce((sum, person) => sum + person.owed, 0);
  const each = minutesEach(
    { ...lately, busyMs: lately.busy_ms },
    lately.target ?? lately.first_reply_minutes,
  );
  await sql`
    insert into queue_pace (queue_id, measured_at, minutes_each, waiting, owed, supply) values (${queueId}, ${now},
      ${each}, ${lately.waiting}::int[], ${owed},
      ${supply ? JSON.stringify(supply) : null}::jsonb)
    on conflict (queue_id) do update set measured_at = excluded.measured_at, minutes_each = excluded.minutes_each,
      waiting = excluded.waiting, owed = excluded.owed, supply = excluded.supply${later}`.execute(tx);
  const waiting = lately.waiting.reduce((sum, count) => sum + count, 0);
  return {
    waiting,
    first: { ahead: owed, minutesEach: each, supply },
    targetMinutes: lately.first_reply_minutes,
  };
}

/** The last hours, without those in which none of the people who are there was there yet. */
function windowFrom(people: readonly Person[], now: Date): Date {
  const window = plus(now, -WINDOW_MS);
  const there = people.filter(({ presence }) => presence === 'online');
  const since = there.map((person) => (person.since instanceof Date ? person.since.getTime() : 0));
  return since.length === 0 ? window : new Date(Math.max(window.getTime(), Math.min(...since)));
}

type Lately = {
  first_reply_minutes: number;
  target: number | null;
  spec: unknown;
  waiting: number[];
  answers: number;
  answerers: number;
  busy_ms: number;
};

async function readLately(tx: Tx, queueId: number, at: { from: Date; now: Date }): Promise<Lately> {
  const { from, now } = at;
  const { rows } = await sql<Lately>`
    with waiting as (
      select work_class, count(*)::int as count, min(waiting_since) as since from tickets
      where queue_id = ${queueId} and assignee_id is null and waiting_since is not null and snoozed_until is null group by work_class
    ), answered as (
      -- First the clocks, by their index, then their tickets: otherwise the planner may begin with all tickets.
      select started_at, ended_at, (select assignee_id from tickets where id = ticket_id) as assignee_id from (
        select ticket_id, started_at, ended_at from sla_clocks
        where queue_id = ${queueId} and state = 'fulfilled' and metric <> 'resolution' and ended_at > ${from}
        order by ended_at desc limit ${sql.lit(MOST_ANSWERS)}
      ) clocks
    ), busy as (
      select range_agg(tstzrange(greatest(started_at, ${from}), ended_at)) as ranges from (
        select started_at, ended_at from answered
        union all select since, ${now}::timestamptz from waiting where since < ${now}
      ) stretches where greatest(started_at, ${from}) < ended_at
    )
    select q.first_reply_minutes, p.target_minutes as target, c.spec,
      (select array_agg(coalesce(w.count, 0) order by class) from generate_series(0, 3) class left join waiting w on w.work_class = class) as waiting,
      (select count(*)::int from answered) as answers,
      (select count(distinct assignee_id)::int from answered) as answerers,
      coalesce((select sum(extract(epoch from upper(r) - lower(r)) * 1000) from busy, unnest(ranges) r), 0)::float8 as busy_ms
    from queues q
      left join sla_policies p on p.queue_id = q.id and p.metric = 'first_reply' and p.priority is null and p.active
      left join lateral (select spec from sla_calendars where slug = p.calendar order by version desc limit 1) c on true
    where q.id = ${queueId}`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error(`there is no queue ${queueId}`);
  return row;
}

/** What stands between a ticket and its answer. */
export type Outlook = {
  load: Load;
  /** How many wait before it for somebody to take them, counted to `COUNTED_AHEAD`; null: somebody has it. */
  ahead: number | null;
  /** The queue's target for the first reply, in minutes, for a ticket that has no clock. */
  targetMinutes: number;
  /** The queue was not measured lately, and nobody is about to. */
  unmeasured: boolean;
};

type OutlookRow = {
  minutes_each: number | null;
  waiting: number[] | null;
  owed: number | null;
  supply: { from: string; people: number }[] | null;
  measured_at: Date | null;
  first_reply_minutes: number;
  ahead: number | null;
  asked: boolean;
  presence: string | null;
  shifts: unknown;
  owed_before: number | null;
};

/** Reads what stands between a waiting ticket and its answer, in one statement that costs the same however many wait (Q3). */
export async function readOutlook(db: Db, ticket: Ticket, now: Date): Promise<Outlook> {
  const { rows } = await sql<OutlookRow>`
    select p.minutes_each, p.waiting, p.owed, p.supply, p.measured_at, q.first_reply_minutes, ${aheadOf(COUNTED_AHEAD)} as ahead,
      s.presence, s.shifts,
      case when s.id is not null then (select count(*)::int from (
        select from tickets o where o.assignee_id = s.id and o.status not in ('resolved', 'closed') and o.waiting_since < t.waiting_since
        limit ${sql.lit(COUNTED_AHEAD)}) before) end as owed_before,
      exists (select from graphile_worker.jobs where key = ${keyOf(ticket.queue_id)}) as asked
    from tickets t join queues q on q.id = t.queue_id left join queue_pace p on p.queue_id = q.id
      left join staff s on s.id = t.assignee_id where t.id = ${ticket.id}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error(`there is no ticket ${ticket.id}`);
  return outlookOf(row, ticket, now);
}

function outlookOf(row: OutlookRow, ticket: Ticket, now: Date): Outlook {
  const old = !row.measured_at || plus(row.measured_at, PACE_EVERY_MS) < now;
  const each = row.minutes_each ?? priorOf(row.first_reply_minutes);
  return {
    load:
      row.ahead === null
        ? { ahead: row.owed_before ?? 0, minutesEach: each, supply: supplyOfOne(row, now) }
        : { ahead: workAhead(row, ticket.work_class), minutesEach: each, supply: readSupply(row.supply) },
    ahead: row.ahead,
    targetMinutes: row.first_reply_minutes,
    unmeasured: old && !row.asked,
  };
}

/** Tickets that wait before one of this class, and those that the same people owe an answer already. */
function workAhead(row: OutlookRow, workClass: number): number {
  const counted = row.ahead ?? 0;
  const measured = (row.waiting ?? []).slice(0, workClass + 1).reduce((sum, count) => sum + count, 0);
  return (counted < COUNTED_AHEAD ? counted : Math.max(counted, measured)) + (row.owed ?? 0);
}

const readSupply = (supply: OutlookRow['supply']): Supply | undefined =>
  supply?.map(({ from, people }) => ({ from: new Date(from), people }));

/** Whoever has the ticket answers it: from now on if they are there, else from their next shift on, if they have any. */
function supplyOfOne({ presence, shifts }: OutlookRow, now: Date): Supply | undefined {
  if (presence === 'online') {
    const from = nextShift(shifts, now);
    return from && [{ from, people: 1 }];
  }
  const supply = supplyOf([{ presence: presence ?? 'offline', shifts: shifts ?? null }], undefined, now);
  const first = supply?.find(({ people }) => people > 0);
  return first && [{ from: first.from, people: 1 }];
}

/** The tickets at the head of a queue, in the order of work, as a refresh looks at them. */
export async function headOfQueue(db: Db, queueId: number): Promise<Ticket[]> {
  const { rows } = await sql<Ticket>`
    select * from tickets where queue_id = ${queueId} and assignee_id is null and waiting_since is not null and snoozed_until is null
    order by work_class, waiting_since, topic_rank, id limit ${sql.lit(COUNTED_AHEAD)}`.execute(db);
  return rows;
}

/** What whoever joins the end of a queue has before them, by queue, as it was last measured. */
export async function readLoads(db: Db): Promise<ReadonlyMap<number, Load>> {
  const { rows } = await sql<
    { queue_id: number; minutes_each: number; ahead: number } & Pick<OutlookRow, 'supply'>
  >`
    select queue_id, minutes_each, supply, owed + (select sum(count)::int from unnest(waiting) count) as ahead
    from queue_pace`.execute(db);
  return new Map(
    rows.map(({ queue_id, minutes_each, ahead, supply }) => [
      queue_id,
      { ahead, minutesEach: minutes_each, supply: readSupply(supply) },
    ]),
  );
}

/** Somebody comes, goes or takes on other work: the queues that they serve are measured anew. */
export async function measureServed(tx: Tx, staffId: number): Promise<void> {
  await sql`
    select graphile_worker.add_job(${PACE_TASK}, json_build_object('queue', id), job_key => 'pace:' || id)
    from queues where id in (${servedBy(staffId)}) order by id`.execute(tx);
}
