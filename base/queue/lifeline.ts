import type pg from 'pg';
import { openSession, type Session } from '../db/index.ts';
import type { Log } from '../log.ts';

const LOCKS = 7_140_503;
const BEAT_MS = 10_000;

/** Keeps a lock in the database for as long as this process lives, and takes their jobs from workers whose lock is gone: what a
 * killed process was doing is done by another at once, not after the hours that the job engine waits (Q4). A worker whose connection
 * broke may lose a job that it still runs; jobs may run more than once. Resolves when the lock is held; the returned function lets
 * go of it. */
export async function holdLifeline(
  pool: pg.Pool,
  worker: string,
  options: { log: Log },
): Promise<() => Promise<void>> {
  let held: Session | undefined;
  const beat = async (): Promise<void> => {
    if (!held || held.lost.aborted) held = await hold(pool, worker);
    await held.client.query(FREE);
  };
  await beat();
  let beating: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    beating = beating
      .then(beat)
      .catch((error: unknown) =>
        options.log.warn({ err: error }, 'the jobs of dead workers could not be looked for'),
      );
  }, BEAT_MS);
  return async () => {
    clearInterval(timer);
    await beating;
    await held?.end();
  };
}

/** Holds the lock on a connection beside the pool, so that it takes none from those who work. */
async function hold(pool: pg.Pool, worker: string): Promise<Session> {
  const session = await openSession({ ...pool.options, application_name: 'nightdesk lifeline' });
  try {
    await session.client.query('select pg_advisory_lock($1, hashtext($2))', [LOCKS, worker]);
    return session;
  } catch (error) {
    await session.end();
    throw error;
  }
}

const FREE = `
  select graphile_worker.force_unlock_workers(array_agg(dead.locked_by)) from (
    select distinct locked_by from graphile_worker.jobs where locked_at is not null
  ) dead
  where not exists (
    select from pg_locks where locktype = 'advisory' and granted and classid = ${LOCKS}
      and objid = (hashtext(dead.locked_by)::bigint & 4294967295)::oid
      and database = (select oid from pg_database where datname = current_database())
  )
  having count(*) > 0`;
