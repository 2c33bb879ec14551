import { sql } from 'kysely';
import type { Db, Tx } from '../db/index.ts';

/** A timer or job that is due. `at` is in the desk's time, as long as its clock was never turned. */
export type DueJob = { id: number; task: string; payload: Record<string, unknown>; at: Date };

/** Makes `dueJobs` quick: reads them by time alone. For a database in which time is simulated and no worker runs. */
export async function indexDue(db: Db): Promise<void> {
  await sql`create index if not exists nightdesk_due on graphile_worker._private_jobs (run_at, id)`.execute(
    db,
  );
}

/** What is due before `until`, in the order of time: for whoever drives a simulated time and no worker runs. */
export async function dueJobs(db: Db, until: Date): Promise<DueJob[]> {
  // The engine's public view does not show payloads.
  const { rows } = await sql<DueJob>`
    select j.id, t.identifier as task, j.payload, j.run_at as at
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.run_at < ${until} order by j.run_at, j.id`.execute(db);
  return rows;
}

/** When the next timer or job is due; undefined when there is none. */
export async function nextDue(db: Db): Promise<Date | undefined> {
  const { rows } = await sql<{
    at: Date;
  }>`select run_at as at from graphile_worker._private_jobs order by run_at, id limit ${1}::int`.execute(db);
  return rows[0]?.at;
}

/** Takes a job off, in the transaction that performs it. */
export async function spendJob(tx: Tx, id: number): Promise<void> {
  await sql`delete from graphile_worker._private_jobs where id = ${id}`.execute(tx);
}
