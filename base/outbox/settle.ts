import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../db/index.ts';
import type { Claimed } from './claim.ts';

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

/** A message that arrived, its id on the other side, and what that answered to a question. */
export type Sent = { message: Claimed; remoteId?: string | undefined; facts?: unknown };

/** Writes down that these messages arrived and frees their lanes, in few statements for any number. Returns what to tell those who asked
 * for them. What somebody else has taken for lost meanwhile arrived all the same: it is not sent again, or no longer doubtful. */
export async function settleSent(tx: Tx, sent: readonly Sent[]): Promise<Settled[]> {
  const keyed = sent.filter(({ message, remoteId }) => message.key !== null && remoteId !== undefined);
  if (keyed.length > 0) await rememberKeys(tx, keyed);
  const list = <K extends keyof Claimed>(name: K) => sent.map(({ message }) => message[name]);
  const [ids, lanes] = [list('id'), list('lane')];
  // The lanes in one order everywhere: whoever locks several of them otherwise could wait for another who does. Rows are named by lists as
  // well as by joins: by a join alone PostgreSQL would look through everything that waits.
  await sql`
    with ended as (
      select e.* from unnest(${ids}::bigint[], ${lanes}::text[], ${list('sender')}::int[], ${list('pace_ms')}::int[],
        ${list('burst')}::int[], ${list('per_minute')}::int[], ${list('weight')}::int[])
        as e (id, lane, sender, pace_ms, burst, per_minute, weight) join outbox_lanes l using (lane)
      where l.lane = any(${lanes}::text[]) order by lane for update of l
    ), done as (
      update outbox o set state = 'sent', done_at = clock_timestamp() from ended
      where o.id = any(${ids}::bigint[]) and o.id = ended.id and o.state in ('pending', 'sending') returning o.id
    ), undoubted as (
      update outbox o set state = 'sent', done_at = clock_timestamp()
      where o.id = any(${ids}::bigint[]) and o.state = 'ambiguous'
    )
    update outbox_lanes l set ${freed(sql`ended`, sql`case when done.id is null then 0 else 1 end`)}
    from ended left join done using (id) where l.lane = any(${lanes}::text[]) and l.lane = ended.lane`.execute(
    tx,
  );
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

/** What becomes of a lane of which `done` messages, one or none, are done with; `ended` names their limits and their sender. */
function freed(ended: RawBuilder<unknown>, done: RawBuilder<unknown>): RawBuilder<unknown> {
  const { recent, paced, room } = counted(ended, done);
  return sql`pending = l.pending - ${done},
    lease_until = case when l.sender = ${ended}.sender then null else l.lease_until end,
    paced_until = ${paced}, recent = ${recent}, ready_at = ${room},
    priority = case when l.pending - ${done} <= 0 then 0 else l.priority end`;
}

/** What the other side has counted by now if `arrived` messages, one or none, are with it; and from when on it takes another one. */
function counted(ended: RawBuilder<unknown>, arrived: RawBuilder<unknown>) {
  const perMinute = sql`coalesce(${ended}.per_minute, 0)`;
  const weight = sql`least(${ended}.weight, ${ended}.per_minute) * ${arrived}`;
  const paced = sql`greatest(l.paced_until, clock_timestamp()) + ${ended}.pace_ms * ${ended}.weight * ${arrived} * interval '1 millisecond'`;
  const recent = sql`case when ${perMinute} = 0 then '{}'
    else (l.recent || array_fill(clock_timestamp(), array[${weight}]))[greatest(1, cardinality(l.recent) + ${weight} - ${perMinute} + 1):] end`;
  const room = sql`greatest(
    ${paced} + ${ended}.pace_ms * (1 - ${ended}.burst) * interval '1 millisecond',
    case when cardinality(l.recent) + ${weight} >= ${perMinute} then (${recent})[1] + interval '1 minute' end)`;
  return { recent, paced, room };
}

type Failed = { state: 'failed' | 'ambiguous'; code?: string; error: string };

// Whoever lost the lane to another sender, who then knows better, writes nothing down.
const mine = (message: Claimed) => sql`mine as (
    select ${message.lane}::text as lane, ${message.sender}::int as sender, ${message.pace_ms}::int as pace_ms,
      ${message.burst}::int as burst, ${message.per_minute}::int as per_minute, ${message.weight}::int as weight
    from outbox_lanes where lane = ${message.lane} and sender = ${message.sender}::int for update
  )`;

async function finish(tx: Tx, message: Claimed, end: Failed): Promise<Settled | undefined> {
  const { state, code, error } = end;
  const { rows } = await sql`
    with ${mine(message)}, done as (
      update outbox o set state = ${state}, error = ${error}, code = ${code ?? null}, done_at = clock_timestamp()
      from mine where o.id = ${message.id} and o.state = 'sending' returning o.id
    ), free as (
      update outbox_lanes l set ${freed(sql`mine`, sql`(select count(*)::int from done)`)} from mine where l.lane = mine.lane
    )
    select from done`.execute(tx);
  if (!message.ref || rows.length === 0) return undefined;
  return { ref: message.ref, state, error, ...(code ? { code } : {}) };
}

type Release = { afterMs: number; error: string; unsent?: boolean };

async function release(tx: Tx, message: Claimed, why: Release): Promise<void> {
  // What surely did not leave was not an attempt: waiting as told takes nothing from what may be repeated. What perhaps arrived was
  // perhaps counted.
  const attempts = message.attempts - (why.unsent ? 1 : 0);
  const { recent, paced, room } = counted(sql`mine`, sql.lit(why.unsent ? 0 : 1));
  await sql`
    with ${mine(message)}, back as (
      update outbox o set state = 'pending', error = ${why.error}, attempts = ${attempts}
      from mine where o.id = ${message.id} and o.state = 'sending' returning o.lane
    )
    update outbox_lanes l set lease_until = null, paced_until = ${paced}, recent = ${recent},
      ready_at = greatest(${room}, clock_timestamp() + ${Math.round(why.afterMs)}::int * interval '1 millisecond')
    from mine where l.lane = mine.lane`.execute(tx);
}
