import { sql } from 'kysely';
import type { Db, Transact, Tx } from '../db/index.ts';

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

/** How a send ended. `retry` waits and tries again; `refused` never will; `unknown` is ambiguous. */
export type Outcome =
  | { kind: 'sent'; remoteId?: string }
  | { kind: 'retry'; afterMs: number; error: string }
  | { kind: 'refused'; error: string; code: string; moveTo?: string }
  | { kind: 'unknown'; error: string; mayRepeat: boolean };

/** What became of a message, as far as the one who asked for it is concerned. */
export type Settled = {
  ref: Record<string, number>;
  state: 'sent' | 'failed' | 'ambiguous';
  remoteId?: string;
  code?: string;
};

/** How often a process may die or a connection may break over one message before it is set aside. */
const MOST_ATTEMPTS = 8;
// Longer than a call to the outside may take.
const LEASE = '20 seconds';

/** How many messages all processes together may send in any second. */
export type Budget = { name: string; perSecond: number };

/** Claims the first message of up to `limit` lanes that are ready and that nobody else is sending, as far as the budget,
 * which all processes share, allows; without a budget there is no such limit. */
export async function claim(
  transact: Transact,
  limit: number,
  budget: Budget | undefined,
): Promise<Claimed[]> {
  return transact(async (tx) => {
    const allowed = budget ? Math.min(limit, await allowance(tx, budget)) : limit;
    if (allowed < 1) return [];
    const { rows } = await sql<Claimed>`
      with lanes as (
        select lane from outbox_lanes
        where pending > 0 and ready_at <= clock_timestamp() and (lease_until is null or lease_until < clock_timestamp())
        order by priority desc, ready_at limit ${allowed} for update skip locked
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
      tx,
    );
    if (budget && rows.length > 0) {
      await sql`update outbox_budgets set recent = recent || array_fill(clock_timestamp(), array[${rows.length}::int])
        where name = ${budget.name}`.execute(tx);
    }
    return rows;
  });
}

// A little more than a second: what leaves evenly may arrive closer together.
const WINDOW = '1050 milliseconds';

/** How many messages may leave now, so that no second sees more than `perSecond`. Locks the budget until the claim is committed. */
async function allowance(tx: Tx, budget: Budget): Promise<number> {
  const { rows } = await sql<{ used: number }>`
    insert into outbox_budgets as b (name, recent) values (${budget.name}, '{}')
    on conflict (name) do update set
      recent = array(select at from unnest(b.recent) at where at > clock_timestamp() - ${WINDOW}::interval)
    returning cardinality(recent) as used`.execute(tx);
  return budget.perSecond - (rows[0]?.used ?? 0);
}

/** Writes down how a send ended and frees its lane. Returns what to tell the one who asked for it, if it is decided. */
export async function settle(tx: Tx, message: Claimed, outcome: Outcome): Promise<Settled | undefined> {
  switch (outcome.kind) {
    case 'sent':
      if (message.key && outcome.remoteId !== undefined) await rememberKey(tx, message, outcome.remoteId);
      return finish(tx, message, {
        state: 'sent',
        ...(outcome.remoteId ? { remoteId: outcome.remoteId } : {}),
      });
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

async function rememberKey(tx: Tx, message: Claimed, remoteId: string): Promise<void> {
  await sql`
    insert into outbox_keys (key, lane, remote_id) values (${message.key}, ${message.lane}, ${remoteId})
    on conflict (key) do update set remote_id = excluded.remote_id, lane = excluded.lane, updated_at = clock_timestamp()`.execute(
    tx,
  );
}

async function finish(
  tx: Tx,
  message: Claimed,
  end: { state: 'sent' | 'failed' | 'ambiguous'; remoteId?: string; code?: string; error?: string },
): Promise<Settled | undefined> {
  await sql`
    with done as (
      update outbox set state = ${end.state}, error = coalesce(${end.error ?? null}, error), done_at = clock_timestamp() where id = ${message.id}
    )
    update outbox_lanes set pending = pending - 1, lease_until = null,
      paced_until = greatest(paced_until, clock_timestamp()) + ${message.pace_ms}::int * interval '1 millisecond',
      ready_at = greatest(paced_until, clock_timestamp())
        + ${message.pace_ms * (2 - message.burst)}::int * interval '1 millisecond',
      priority = case when pending <= 1 then 0 else priority end
    where lane = ${message.lane}`.execute(tx);
  if (!message.ref) return undefined;
  const { ref } = message;
  return {
    ref,
    state: end.state,
    ...(end.remoteId ? { remoteId: end.remoteId } : {}),
    ...(end.code ? { code: end.code } : {}),
  };
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
