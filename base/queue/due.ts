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
  const due: Read[] = [];
  for (;;) {
    const rows = await readDue(db, { after: due.at(-1), until });
    due.push(...rows.filter(({ at }) => at < until));
    const next = rows.find(({ at }) => at >= until)?.at;
    if (next || rows.length < AT_ONCE) return { due, next };
  }
}

/** `moment`: the time to the microsecond, which a Date does not hold. */
type Read = DueJob & { moment: string };

// So few that the planner follows the index, which passes over the many that are spent.
const AT_ONCE = 500;

/** What is due before `until` or first after that. */
async function readDue(db: Db, { after, until }: { after: Read | undefined; until: Date }): Promise<Read[]> {
  // The engine's public view does not show payloads.
  const { rows } = await sql<Read>`
    select j.id, t.identifier as task, j.payload, j.run_at as at, j.run_at::text as moment
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.run_at <= (select coalesce(min(run_at), 'infinity') from graphile_worker._private_jobs where run_at >= ${until})
      and (j.run_at, j.id) > (${after?.moment ?? '-infinity'}::timestamptz, ${after?.id ?? 0})
    order by j.run_at, j.id limit ${AT_ONCE}`.execute(db);
  return rows;
}

/** Takes jobs off that are about to be performed. */
export async function spendJobs(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from graphile_worker._private_jobs where id = any(${[...ids]}::bigint[])`.execute(db);
}
