import { type RawBuilder, sql } from 'kysely';
import type { Db, Transact, Tx } from '../db/index.ts';
import { allowance, type Budget, LEASE, take } from './budget.ts';

/** A message that was claimed for sending. */
export type Claimed = {
  id: number;
  lane: string;
  kind: string;
  payload: Record<string, unknown>;
  key: string | null;
  pace_ms: number;
  burst: number;
  on_ambiguous: 'resend' | 'hold';
  ref: Record<string, number> | null;
  attempts: number;
  /** The process that was sending it died: settle it as `unknown` instead of sending it. */
  interrupted: boolean;
  /** The message to edit on the other side; null: send a new one. */
  remote_id: string | null;
};

/** How a send ended. `retry` waits and tries again; `refused` never will; `unknown` is ambiguous. `facts`: what the other side answered to
 * a question. */
export type Outcome =
  | { kind: 'sent'; remoteId?: string; facts?: unknown }
  | { kind: 'retry'; afterMs: number; error: string }
  | { kind: 'refused'; error: string; code: string; moveTo?: string }
  | { kind: 'unknown'; error: string; mayRepeat: boolean };

/** What became of a message, as far as the one who asked for it is concerned. */
export type Settled = {
  ref: Record<string, number>;
  state: 'sent' | 'failed' | 'ambiguous';
  remoteId?: string;
  facts?: unknown;
  code?: string;
  /** What the other side said, where it refused. */
  error?: string;
};

/** How often a process may die or a connection may break over one message before it is set aside. */
const MOST_ATTEMPTS = 8;
/** Claims the first message of up to `limit` lanes that are ready and that nobody else is sending, as far as the budget,
 * which all processes share, allows; without a budget there is no such limit. */
export async function claim(
  { db, transact }: { db: Db; transact: Transact },
  limit: number,
  budget: Budget | undefined,
): Promise<Claimed[]> {
  if (!budget) return claimLanes(db, limit);
  return transact(async (tx) => {
    const allowed = Math.min(limit, await allowance(tx, budget));
    if (allowed < 1) return [];
    const claimed = await claimLanes(tx, allowed);
    if (claimed.length > 0) await take(tx, budget, claimed.length);
    return claimed;
  });
}

/** One statement, and so one transaction where it stands alone. */
async function claimLanes(db: Db, limit: number): Promise<Claimed[]> {
  const { rows } = await sql<Claimed>`
    with lanes as (
      select lane from outbox_lanes
      where pending > 0 and ready_at <= clock_timestamp() and (lease_until is null or lease_until < clock_timestamp())
      order by priority desc, ready_at limit ${limit} for update skip locked
    ), leased as (
      update outbox_lanes l set lease_until = clock_timestamp() + ${LEASE}::interval from lanes where l.lane = lanes.lane
    ), heads as (
      select head.id, head.state = 'sending' as interrupted from lanes cross join lateral (
        select id, state from outbox o where o.lane = lanes.lane and o.state in ('pending', 'sending') order by id limit 1
      ) head
    )
    update outbox o set state = 'sending', started_at = clock_timestamp(),
      attempts = attempts + case when heads.interrupted then 0 else 1 end
    from heads where o.id = heads.id
    returning heads.interrupted, o.id, o.lane, o.kind, o.payload, o.key, o.pace_ms, o.burst, o.on_ambiguous, o.ref, o.attempts,
      case when not o.fresh then (select remote_id from outbox_keys k where k.key = o.key) end as remote_id`.execute(
    db,
  );
  return rows;
}

/** A message that arrived, its id on the other side, and what that answered to a question. */
export type Sent = { message: Claimed; remoteId?: string | undefined; facts?: unknown };

/** Writes down that these messages arrived and frees their lanes, in few statements for any number. Returns what to tell those who asked
 * for them. */
export async function settleSent(tx: Tx, sent: readonly Sent[]): Promise<Settled[]> {
  const keyed = sent.filter(({ message, remoteId }) => message.key !== null && remoteId !== undefined);
  if (keyed.length > 0) await rememberKeys(tx, keyed);
  // In one order everywhere: whoever locks several lanes otherwise could wait for another who does.
  const messages = sent.map(({ message }) => message).sort((a, b) => (a.lane < b.lane ? -1 : 1));
  await sql`
    with ended as (
      select * from unnest(${messages.map(({ id }) => id)}::bigint[], ${messages.map(({ lane }) => lane)}::text[],
        ${messages.map(({ pace_ms }) => pace_ms)}::int[], ${messages.map(({ burst }) => burst)}::int[]) as e (id, lane, pace_ms, burst)
    ), locked as (
      select lane from outbox_lanes where lane = any(${messages.map(({ lane }) => lane)}::text[]) order by lane for update
    ), done as (
      update outbox o set state = 'sent', done_at = clock_timestamp() from ended where o.id = ended.id
    )
    update outbox_lanes l set ${freed(sql.ref('ended.pace_ms'), sql.ref('ended.burst'))}
    from ended join locked using (lane) where l.lane = ended.lane`.execute(tx);
  return sent.flatMap(({ message: { ref }, remoteId, facts }) =>
    ref
      ? [{ ref, state: 'sent' as const, ...(remoteId ? { remoteId } : {}), ...(facts ? { facts } : {}) }]
      : [],
  );
}

/** How a send ended that did not arrive, or perhaps did not. */
export type Unsent = Exclude<Outcome, { kind: 'sent' }>;

/** Writes down how such a send ended and frees its lane. Returns what to tell the one who asked for it, if it is decided. */
export async function settleUnsent(tx: Tx, message: Claimed, outcome: Unsent): Promise<Settled | undefined> {
  switch (outcome.kind) {
    case 'retry':
      await release(tx, message, { afterMs: outcome.afterMs, error: outcome.error, unsent: true });
      return undefined;
    case 'refused':
      return finish(tx, message, { state: 'failed', code: outcome.code, error: outcome.error });
    case 'unknown':
      return settleUnknown(tx, message, outcome);
  }
}

async function settleUnknown(
  tx: Tx,
  message: Claimed,
  outcome: { error: string; mayRepeat: boolean },
): Promise<Settled | undefined> {
  const again = outcome.mayRepeat ? MOST_ATTEMPTS : message.on_ambiguous === 'resend' ? 2 : 1;
  if (message.attempts < again) {
    await release(tx, message, { afterMs: 1000 * 2 ** (message.attempts - 1), error: outcome.error });
    return undefined;
  }
  return finish(tx, message, { state: 'ambiguous', error: outcome.error });
}

async function rememberKeys(tx: Tx, sent: readonly Sent[]): Promise<void> {
  await sql`
    insert into outbox_keys (key, lane, remote_id)
    select * from unnest(${sent.map(({ message }) => message.key)}::text[], ${sent.map(({ message }) => message.lane)}::text[],
      ${sent.map(({ remoteId }) => remoteId)}::text[])
    on conflict (key) do update set remote_id = excluded.remote_id, lane = excluded.lane, updated_at = clock_timestamp()`.execute(
    tx,
  );
}

/** What becomes of a lane whose first message is done with. */
function freed(paceMs: RawBuilder<unknown>, burst: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`pending = pending - 1, lease_until = null,
    paced_until = greatest(paced_until, clock_timestamp()) + ${paceMs} * interval '1 millisecond',
    ready_at = greatest(paced_until, clock_timestamp()) + ${paceMs} * (2 - ${burst}) * interval '1 millisecond',
    priority = case when pending <= 1 then 0 else l.priority end`;
}

type Failed = { state: 'failed' | 'ambiguous'; code?: string; error: string };

async function finish(tx: Tx, message: Claimed, end: Failed): Promise<Settled | undefined> {
  await sql`
    with done as (
      update outbox set state = ${end.state}, error = ${end.error}, done_at = clock_timestamp() where id = ${message.id}
    )
    update outbox_lanes l set ${freed(sql`${message.pace_ms}::int`, sql`${message.burst}::int`)}
    where lane = ${message.lane}`.execute(tx);
  if (!message.ref) return undefined;
  const { state, code, error } = end;
  return { ref: message.ref, state, error, ...(code ? { code } : {}) };
}

type Release = { afterMs: number; error: string; unsent?: boolean };

async function release(tx: Tx, message: Claimed, why: Release): Promise<void> {
  // What surely did not leave was not an attempt: waiting as told takes nothing from what may be repeated.
  const attempts = message.attempts - (why.unsent ? 1 : 0);
  await sql`
    with back as (update outbox set state = 'pending', error = ${why.error}, attempts = ${attempts} where id = ${message.id})
    update outbox_lanes set lease_until = null, ready_at = clock_timestamp() + ${Math.round(why.afterMs)}::int * interval '1 millisecond'
    where lane = ${message.lane}`.execute(tx);
}

/** Milliseconds until the next lane is ready; undefined when nothing waits. A negative or zero answer means now. */
export async function msUntilReady(db: Db): Promise<number | undefined> {
  const { rows } = await sql<{ ms: number | null }>`
    select extract(epoch from min(greatest(ready_at, coalesce(lease_until, ready_at))) - clock_timestamp()) * 1000 as ms
    from outbox_lanes where pending > 0 and ready_at < 'infinity'`.execute(db);
  const ms = rows[0]?.ms;
  return ms === null || ms === undefined ? undefined : Number(ms);
}
