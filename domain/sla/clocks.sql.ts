import { sql } from 'kysely';
import { type Db, later, type Tx } from '../../base/db/index.ts';
import { reschedule, type Timer } from '../../base/queue/index.ts';
import { type Calendar, storedCalendar } from './calendar.ts';
import {
  type Calendars,
  calendarsOf,
  nextMoment,
  type Shown,
  type SlaClock,
  type SlaEvent,
} from './clock.ts';
import type { Rules, StoredEscalation, StoredPolicy } from './policy.ts';

/** The task of the one timer that each running clock has. */
export const SLA_TASK = 'sla.clock';

/** What a ticket's clocks are and what applies to them. */
export type Standing = {
  clocks: readonly SlaClock[];
  rules: Rules;
  calendars: ReadonlyMap<number, Calendar>;
};

type Raw = {
  clocks: Record<string, unknown>[] | null;
  policies: StoredPolicy[] | null;
  escalations: StoredEscalation[] | null;
  calendars: { id: number; spec: unknown }[] | null;
  changed_at: Date | null;
};

/** Reads the latest clock of each metric of a locked ticket and the rules of a queue, in one statement. */
export async function readStanding(tx: Tx, of: { ticketId: number; queueId: number }): Promise<Standing> {
  const { rows } = await sql<Raw>`
    with latest as (
      select distinct on (metric) * from sla_clocks where ticket_id = ${of.ticketId} order by metric, instance desc
    ), applying as (
      select p.*, c.id as calendar_id, c.created_at as calendar_at from sla_policies p
        left join lateral (select id, created_at from sla_calendars where slug = p.calendar order by version desc limit 1) c on true
      where p.queue_id = ${of.queueId}
    )
    select (select json_agg(latest) from latest) as clocks,
      (select json_agg(applying) from applying where active) as policies,
      (select greatest(max(updated_at), max(calendar_at)) from applying) as changed_at,
      (select json_agg(e order by e.position, e.id) from sla_escalations e
        where e.active and (e.queue_id is null or e.queue_id = ${of.queueId})) as escalations,
      (select json_agg(json_build_object('id', id, 'spec', spec)) from sla_calendars where id in (
        select calendar_id from latest where ended_at is null union select calendar_id from applying)) as calendars`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) throw new Error('the clocks could not be read');
  return {
    clocks: (row.clocks ?? []).map(clockOf),
    rules: {
      queue_id: of.queueId,
      policies: row.policies ?? [],
      escalations: row.escalations ?? [],
      changed_at: row.changed_at,
    },
    calendars: new Map((row.calendars ?? []).map(({ id, spec }) => [id, storedCalendar(spec)])),
  };
}

const DATES = [
  'started_at',
  'ended_at',
  'applied_at',
  'since',
  'warn_at',
  'deadline_at',
  'warned_at',
  'breached_at',
] as const;

function clockOf(raw: Record<string, unknown>): SlaClock {
  const { ticket_id: _, ...clock } = raw;
  for (const name of DATES) {
    const value = clock[name];
    if (typeof value === 'string') clock[name] = new Date(value);
  }
  return clock as SlaClock;
}

/** All clocks of a ticket, oldest first. */
export async function readClocks(db: Db, ticketId: number): Promise<SlaClock[]> {
  const { rows } = await sql<{ clock: Record<string, unknown> }>`
    select to_json(c) as clock from sla_clocks c where ticket_id = ${ticketId} order by started_at, metric, instance`.execute(
    db,
  );
  return rows.map(({ clock }) => clockOf(clock));
}

/** The queue that a ticket began in; undefined before its first clock. */
export async function firstQueueOf(db: Db, ticketId: number): Promise<number | undefined> {
  const { rows } = await sql<{ queue: number }>`
    select (data ->> 'queue_id')::bigint as queue from sla_events where ticket_id = ${ticketId} and kind = 'activate'
    order by id limit 1`.execute(db);
  return rows[0]?.queue;
}

/** A ticket's log, oldest first, and the calendars that it names: all that `recompute` needs. */
export async function readLog(
  db: Db,
  ticketId: number,
): Promise<{ events: SlaEvent[]; calendars: Calendars }> {
  const events = await db
    .selectFrom('sla_events')
    .select(['metric', 'instance', 'kind', 'at', 'data'])
    .where('ticket_id', '=', ticketId)
    .orderBy('id')
    .execute();
  const { rows } = await sql<{ id: number; spec: unknown }>`
    select id, spec from sla_calendars where id in (
      select (data ->> 'calendar_id')::bigint from sla_events where ticket_id = ${ticketId} and kind = 'apply_sla')`.execute(
    db,
  );
  return {
    events: events as SlaEvent[],
    calendars: calendarsOf(new Map(rows.map(({ id, spec }) => [id, storedCalendar(spec)]))),
  };
}

/** What is written after a decision. */
export type Change = {
  ticketId: number;
  before: readonly SlaClock[];
  /** Every clock that was touched, ended ones included. */
  clocks: readonly SlaClock[];
  events: readonly SlaEvent[];
  /** What the ticket shows now. */
  shown: Shown;
  /** Set the timers again even if nothing moved: the one that brought us here is spent. */
  spent: boolean;
};

/** Writes clocks, log and the ticket's deadline, in one statement, and sets the timers. */
export async function writeStanding(tx: Tx, change: Change): Promise<void> {
  const { ticketId, shown } = change;
  await sql`
    with clocks as (
      insert into sla_clocks select * from json_populate_recordset(null::sla_clocks, ${JSON.stringify(
        change.clocks.map((clock) => ({ ...clock, ticket_id: ticketId })),
      )}::json)
      on conflict (ticket_id, metric, instance) do update set state = excluded.state, ended_at = excluded.ended_at,
        policy_id = excluded.policy_id, priority = excluded.priority, queue_id = excluded.queue_id,
        target_minutes = excluded.target_minutes, calendar_id = excluded.calendar_id, warn_percent = excluded.warn_percent,
        pauses = excluded.pauses, applied_at = excluded.applied_at, spent_ms = excluded.spent_ms, since = excluded.since,
        warn_at = excluded.warn_at, deadline_at = excluded.deadline_at, warned_at = excluded.warned_at,
        breached_at = excluded.breached_at, status = excluded.status, escalated = excluded.escalated
    ), log as (
      insert into sla_events (ticket_id, metric, instance, kind, at, data)
      select ${ticketId}::bigint, e ->> 'metric', (e ->> 'instance')::int, e ->> 'kind', (e ->> 'at')::timestamptz, (e -> 'data')::jsonb
      from json_array_elements(${JSON.stringify(change.events)}::json) with ordinality as events (e, place) order by place
    ), ticket as (
      update tickets set next_deadline_at = ${shown.next_deadline_at}::timestamptz, sla_metric = ${shown.sla_metric}, sla_state = ${shown.sla_state}
      where id = ${ticketId} and (next_deadline_at, sla_metric, sla_state) is distinct from
        (${shown.next_deadline_at}::timestamptz, ${shown.sla_metric}::text, ${shown.sla_state}::text)
    ) select 1${later}`.execute(tx);
  await reschedule(tx, timersOf(change));
}

/** One timer for a ticket and a metric, because at most one clock of a metric is open: a later one takes over its key. */
function timersOf({ ticketId, before, clocks, spent }: Change): { set: Timer[]; drop: string[] } {
  const set: Timer[] = [];
  const drop: string[] = [];
  for (const clock of new Map(clocks.map((one) => [one.metric, one])).values()) {
    const old = before.find(({ metric }) => metric === clock.metric);
    const was = old && nextMoment(old);
    const at = nextMoment(clock);
    const key = `sla:${ticketId}:${clock.metric}`;
    if (!spent && was?.getTime() === at?.getTime()) continue;
    if (at) set.push({ task: SLA_TASK, at, key, payload: { ticket: ticketId } });
    else if (was) drop.push(key);
  }
  return { set, drop };
}
