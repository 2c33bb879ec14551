import { sql } from 'kysely';
import { atEnd, later, type Tx } from '../db/index.ts';

/** What is to happen later. */
export type Timer = {
  /** The name of a task that a worker knows. */
  task: string;
  /** When, in the desk's time. A time in the past means at once. */
  at: Date;
  /** At most one waiting timer has this key: a second one with it moves the first. */
  key: string;
  payload: Readonly<Record<string, string | number | boolean | null>>;
  /** Lets everything else that is due go first. */
  patient?: boolean;
};

// The engine takes the lowest number first; 0 is the usual one.
const PATIENT = 10;
const priorityOf = ({ patient = false }: Timer) => (patient ? PATIENT : 0);

/** What a transaction changes of the timers, by their keys; null: taken back. */
type Wanted = Map<string, Timer | null>;
const wantedBy = new WeakMap<Tx, Wanted>();

/** Sets a durable timer in the transaction that is its reason; it survives a restart. A rollback leaves none (Q4). All that one transaction
 * changes of the timers is written together at its end: a call of the engine costs as much as several statements. */
export async function schedule(tx: Tx, timer: Timer): Promise<void> {
  await reschedule(tx, { set: [timer], drop: [] });
}

/** Sets a timer unless one with its key waits already, which then keeps its time: for what comes round, and is set anew at every start. */
export async function ensure(tx: Tx, timer: Timer): Promise<void> {
  await reschedule(tx, { set: [timer], drop: [], keepTimes: true });
}

/** Takes back the timer with this key, in the transaction in which its reason goes away. Nothing happens if there is none. */
export async function cancel(tx: Tx, key: string): Promise<void> {
  await reschedule(tx, { set: [], drop: [key] });
}

/** Sets several timers and takes back others, as `schedule` and `cancel` do; `keepTimes`: as `ensure` does. */
export async function reschedule(
  tx: Tx,
  change: { set: readonly Timer[]; drop: readonly string[]; keepTimes?: boolean },
): Promise<void> {
  const { set, drop, keepTimes = false } = change;
  if (keepTimes) {
    await writeWanted(tx);
    return write(tx, change);
  }
  const wanted = wantedBy.get(tx) ?? new Map<string, Timer | null>();
  if (wanted.size === 0 && !atEnd(tx, writeWanted)) return write(tx, change);
  wantedBy.set(tx, wanted);
  for (const key of drop) wanted.set(key, null);
  for (const timer of set) wanted.set(timer.key, timer);
}

/** Writes what a transaction has changed so far: before anything looks at all timers, and at the end. */
async function writeWanted(tx: Tx): Promise<void> {
  const wanted = wantedBy.get(tx);
  if (!wanted) return;
  // What is due at the same time is done in the order in which it was set.
  const all = [...wanted];
  wanted.clear();
  await write(tx, {
    set: all.flatMap(([, timer]) => timer ?? []),
    drop: all.flatMap(([key, timer]) => (timer === null ? [key] : [])),
  });
}

async function write(
  tx: Tx,
  change: { set: readonly Timer[]; drop: readonly string[]; keepTimes?: boolean },
): Promise<void> {
  const { drop, keepTimes = false } = change;
  if (change.set.length + drop.length === 0) return;
  const set = change.set.map((timer) => ({ ...timer, priority: priorityOf(timer) }));
  // Taking back a timer that is not there costs the engine two statements, and most of those that are taken back were never set.
  await sql`
    with wanted as (
      select array_agg(row(task, payload, null, at - (select offset_ms from desk_clock) * interval '1 millisecond', null, key, priority, null
        )::graphile_worker.job_spec) as specs
      from json_to_recordset(${JSON.stringify(set)}::json) as timers (task text, payload json, at timestamptz, key text, priority smallint)
    ), dropped as (
      select (graphile_worker.remove_job(key)).id from json_array_elements_text(${JSON.stringify(drop)}::json) as keys (key)
      where exists (select from graphile_worker.jobs j where j.key = keys.key)
    )
    select (select count(*) from dropped), (select count(*) from wanted, graphile_worker.add_jobs(specs, ${keepTimes}::boolean) where specs is not null)${later}`.execute(
    tx,
  );
}

/** Sets how far the desk's time runs ahead of the wall clock, in milliseconds, and brings all waiting timers nearer by as much as
 * it moved. The offset never goes back. Returns the offset in force. */
export async function moveClock(tx: Tx, offsetMs: number): Promise<number> {
  await writeWanted(tx);
  const { rows } = await sql<{ offset_ms: number }>`select offset_ms from desk_clock for update`.execute(tx);
  const before = rows[0]?.offset_ms ?? 0;
  if (offsetMs <= before) return before;
  await sql`update desk_clock set offset_ms = ${offsetMs}`.execute(tx);
  await sql`
    select graphile_worker.reschedule_jobs(array[id], run_at => run_at - ${offsetMs - before}::bigint * interval '1 millisecond')
    from graphile_worker.jobs where locked_at is null and run_at > now()`.execute(tx);
  await sql`select pg_notify('jobs:insert', '{"r":0,"count":1}')`.execute(tx);
  return offsetMs;
}

/** Takes back every timer whose payload names one of these numbers in this field. It reads all timers, so it is for what is done rarely. */
export async function cancelAbout(tx: Tx, field: string, among: readonly number[]): Promise<void> {
  await writeWanted(tx);
  // The engine's public view does not show payloads.
  await sql`
    select graphile_worker.remove_job(key) from graphile_worker._private_jobs
    where key is not null and payload ->> ${field}::text = any(${among.map(String)}::text[])${later}`.execute(
    tx,
  );
}
