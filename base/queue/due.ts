import { sql } from 'kysely';
import type { Db } from '../db/index.ts';

/** A timer or job that is due. `at` is in the desk's time, as long as its clock was never turned. */
export type DueJob = { id: number; task: string; payload: Record<string, unknown>; at: Date };

/** Makes `dueJobs` quick: reads them by time alone. For a database in which time is simulated and no worker runs. */
export async function indexDue(db: Db): Promise<void> {
  await sql`create index if not exists nightdesk_due on graphile_worker._private_jobs (run_at, id)`.execute(
    db,
  );
}

/** What is due before `until`, in the order of time, and when the next timer or job after that is due, if there is one: for whoever drives
 * a simulated time and no worker runs. */
export async function dueJobs(db: Db, until: Date): Promise<{ due: DueJob[]; next: Date | undefined }> {
  // The engine's public view does not show payloads.
  const { rows } = await sql<DueJob>`
    select j.id, t.identifier as task, j.payload, j.run_at as at
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.run_at <= (select coalesce(min(run_at), 'infinity') from graphile_worker._private_jobs where run_at >= ${until})
    order by j.run_at, j.id`.execute(db);
  const due = rows.filter(({ at }) => at < until);
  return { due, next: rows[due.length]?.at };
}

/** Takes jobs off that are about to be performed. */
export async function spendJobs(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from graphile_worker._private_jobs where id = any(${[...ids]}::bigint[])`.execute(db);
}
