import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { openSession, type Session, type Transact, type Tx } from '../db/index.ts';
import { answered, type Budget } from './budget.ts';

const LOCKS = 7_140_504;
const ROUND_MS = 1000;
/** Longer than a sender that lives needs to connect again. */
const GRACE = '2 seconds';

/** What keeps a sender known. `onError` hears of rounds that failed; they come again. */
export type Registering = {
  url: string;
  sender: number;
  transact: Transact;
  budget: Budget;
  onError: (error: unknown) => void;
};

/** Makes this process known as a sender for as long as it lives, by a lock that PostgreSQL lets go of with its connection; and every
 * second frees the lanes of senders whose lock is gone, so that what a killed process was sending waits 4 seconds at most and not for its
 * lease. Returns how to end that. */
export function register(registering: Registering): () => Promise<void> {
  const stopping = new AbortController();
  let held: Session | undefined;
  const round = async (): Promise<void> => {
    if (!held || held.lost.aborted) held = await hold(registering);
    await registering.transact((tx) => freeDead(tx, registering.budget));
  };
  const rounds = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await round().catch(registering.onError);
      await delay(ROUND_MS, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const done = rounds();
  return async () => {
    stopping.abort();
    await done;
    await held?.end();
  };
}

async function hold({ url, sender }: Registering): Promise<Session> {
  const session = await openSession({ connectionString: url, application_name: 'nightdesk sender' });
  try {
    await session.client.query('select pg_advisory_lock($1, $2)', [LOCKS, sender]);
    await session.client.query(
      'insert into outbox_senders (id) values ($1) on conflict (id) do update set missed_at = null',
      [sender],
    );
    return session;
  } catch (error) {
    await session.end();
    throw error;
  }
}

const HELD = sql`exists (select from pg_locks where locktype = 'advisory' and granted and classid = ${sql.lit(LOCKS)}
  and objid = (s.id::bigint & 4294967295)::oid and database = (select oid from pg_database where datname = current_database()))`;

/** Frees what dead senders were sending: whoever claims it next knows that its end is unknown. */
async function freeDead(tx: Tx, budget: Budget): Promise<void> {
  await sql`update outbox_senders s set missed_at = case when ${HELD} then null else clock_timestamp() end
    where (missed_at is null) <> ${HELD}`.execute(tx);
  const { rows: dead } = await sql<{ id: number }>`
    delete from outbox_senders s where missed_at < clock_timestamp() - ${GRACE}::interval and not ${HELD} returning id`.execute(
    tx,
  );
  if (dead.length === 0) return;
  const { rows } = await sql<{ weight: number }>`
    with freed as (
      update outbox_lanes set lease_until = clock_timestamp(), sender = null
      where pending > 0 and lease_until > clock_timestamp() and sender = any(${dead.map(({ id }) => id)}::int[]) returning lane
    )
    select coalesce(sum(o.weight), 0)::int as weight from outbox o join freed using (lane) where o.state = 'sending'`.execute(
    tx,
  );
  await answered(
    tx,
    budget,
    Array.from({ length: rows[0]?.weight ?? 0 }, () => 0),
  );
}
