import { type RawBuilder, sql } from 'kysely';
import { announce, type Db, later, type Tx } from '../db/index.ts';
import { JOINED } from './joined.ts';

/** What happens to a send of which nobody knows whether it arrived (the connection broke, the process died):
 * `resend` sends it once more, because twice is better than never (bot texts); `hold` leaves it for a person to decide
 * (an agent's words). Edits and other calls that may be repeated are always repeated. */
export type OnAmbiguous = 'resend' | 'hold';

/** A message for the outside. */
export type OutboxMessage = {
  /** Messages of one lane go out one after another, in the order of their commits. */
  lane: string;
  /** What the performing edge should do: a name that it knows. */
  kind: string;
  payload: Readonly<Record<string, unknown>>;
  /** Names the message on the other side, so that `put` can edit it later. */
  key?: string;
  /** Send a new message even where one with this key stands; later ones then edit the new one. */
  fresh?: boolean;
  /** The lane's steady pace: one message in so many milliseconds. */
  paceMs?: number;
  /** How many messages may follow each other at once before the pace holds; 1 when not said. */
  burst?: number;
  /** How many of the lane's messages may arrive in any minute; no such limit when not said. */
  perMinute?: number;
  /** How many messages it is to the other side's limits: an album is several, an answer to a press is none; 1 when not said. */
  weight?: number;
  /** Higher goes first among the lanes (never within one); 0 when not said, below it for what can wait. */
  priority?: number;
  onAmbiguous: OnAmbiguous;
  /** Adds nothing while the lane holds an unsent message of this kind that says exactly the same. */
  unlessWaiting?: boolean;
  /** Whom to tell how it went. */
  ref?: Readonly<Record<string, number>>;
};

/** Adds a message to the outbox in the transaction that is the reason for it. It leaves after the commit. Holds the lane's row
 * until the end of the transaction, so that ids and commits of one lane have the same order. */
export async function append(tx: Tx, message: OutboxMessage): Promise<void> {
  const { lane, kind, payload, unlessWaiting = false } = message;
  const once = sql`select 1 where not exists (select from outbox
    where lane = ${lane} and state = 'pending' and kind = ${kind} and payload = ${JSON.stringify(payload)}::jsonb)`;
  await sql`${appending(message, unlessWaiting ? once : sql`values (1)`)}${later}`.execute(tx);
  announce(tx, { outbox: true });
}

/** Makes the message named `key` say this: edits it where it was sent before, sends it where it was not (or always, if `fresh`). While
 * an earlier version still waits, that one is replaced and nothing is added: many changes make one edit. */
export async function put(tx: Tx, message: OutboxMessage & { key: string }): Promise<void> {
  const { key, kind, payload, fresh = false } = message;
  await sql`
    with waiting as (
      select id from outbox where key = ${key} and state = 'pending' and kind = ${kind} for update
    ), replaced as (
      update outbox set payload = ${JSON.stringify(payload)}::jsonb, fresh = fresh or ${fresh}::boolean
      where id = any(array(select id from waiting)) returning id
    ), ${appending(message, sql`select 1 where not exists (select from replaced)`, true)}${later}`.execute(
    tx,
  );
  announce(tx, { outbox: true });
}

/** The statement that adds a message once for every row of `when`: the lane first, so that its lock is held when the id is drawn. */
function appending(
  message: OutboxMessage,
  when: RawBuilder<unknown>,
  continued = false,
): RawBuilder<unknown> {
  const {
    lane,
    kind,
    payload,
    key = null,
    fresh = false,
    paceMs = 0,
    burst = 1,
    perMinute = null,
    weight = 1,
    priority = 0,
    onAmbiguous,
    ref,
  } = message;
  return sql`${sql.raw(continued ? '' : 'with ')}lane as (
      insert into outbox_lanes (lane, pending, ready_at, priority) select ${lane}, 1, clock_timestamp(), ${priority}::smallint from (${when}) as wanted
      on conflict (lane) do update set ${JOINED}
      returning lane
    )
    insert into outbox (lane, kind, payload, key, fresh, pace_ms, burst, per_minute, weight, priority, on_ambiguous, ref)
    select lane, ${kind}, ${JSON.stringify(payload)}::jsonb, ${key}, ${fresh}::boolean, ${paceMs}::int, ${burst}::smallint,
      ${perMinute}::smallint, ${weight}::smallint, ${priority}::smallint, ${onAmbiguous}, ${ref ? JSON.stringify(ref) : null}::jsonb
    from lane`;
}

/** The key of the message that stands on the other side under this id, if it has one. */
export async function keyOf(tx: Tx, lane: string, remoteId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('outbox_keys')
    .select('key')
    .where('lane', '=', lane)
    .where('remote_id', '=', remoteId)
    .executeTakeFirst();
  return row?.key;
}

/** The keys of new messages of a lane that have left and are not settled, newest first: the other side may show one before its id is known
 * here. */
export async function keysUnderWay(db: Db, lane: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from outbox o where lane = ${lane} and state in ('pending', 'sending') and attempts > 0 and key is not null
      and (fresh or not exists (select from outbox_keys known where known.key = o.key)) order by id desc`.execute(
    db,
  );
  return rows.map(({ key }) => key);
}

/** Adds fields to the payload of whatever waits in a lane and says `value` in `field`: what it waited for is known now. */
export async function amendWaiting(
  tx: Tx,
  lane: string,
  what: { field: string; value: number; add: Readonly<Record<string, number>> },
): Promise<void> {
  await sql`
    update outbox set payload = payload || ${JSON.stringify(what.add)}::jsonb
    where lane = ${lane} and state = 'pending' and payload -> ${what.field}::text = to_jsonb(${what.value}::bigint)`.execute(
    tx,
  );
}

/** Lets what was asked for with this `ref` in a lane say these fields instead of what it says in those of `instead`, as long as nobody has begun to
 * send it. False: somebody has, or it does not wait there. Waits for nobody. */
export async function amendUnsent(
  tx: Tx,
  of: { lane: string; ref: Readonly<Record<string, number>> },
  what: { instead: readonly string[]; add: Readonly<Record<string, unknown>> },
): Promise<boolean> {
  const { rows } = await sql`
    with waiting as (
      select id from outbox where lane = ${of.lane} and state = 'pending' and attempts = 0 and ref = ${JSON.stringify(of.ref)}::jsonb
      for update skip locked
    )
    update outbox o set payload = (o.payload - ${[...what.instead]}::text[]) || ${JSON.stringify(what.add)}::jsonb
    from waiting where o.id = waiting.id returning o.id`.execute(tx);
  return rows.length > 0;
}

/** Lets whatever waits, in any lane, and says `from` in this field of its payload say `to` there. It reads all that waits, so it is for what
 * is done rarely. */
export async function readdress(tx: Tx, what: { field: string; from: number; to: number }): Promise<void> {
  const { field, from, to } = what;
  await sql`
    update outbox set payload = jsonb_set(payload, array[${field}::text], to_jsonb(${to}::bigint))
    where lane = any(array(select lane from outbox_lanes where pending > 0)) and state = 'pending'
      and payload -> ${field}::text = to_jsonb(${from}::bigint)`.execute(tx);
}
