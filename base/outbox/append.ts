import { sql } from 'kysely';
import { announce, type Tx } from '../db/index.ts';

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
  /** Higher goes first among the lanes (never within one). */
  priority?: number;
  onAmbiguous: OnAmbiguous;
  /** Whom to tell how it went. */
  ref?: Readonly<Record<string, number>>;
};

/** Adds a message to the outbox in the transaction that is the reason for it. It leaves after the commit. Holds the lane's row
 * until the end of the transaction, so that ids and commits of one lane have the same order. */
export async function append(tx: Tx, message: OutboxMessage): Promise<void> {
  await sql`
    with lane as (
      insert into outbox_lanes (lane, pending, priority) values (${message.lane}, 1, ${message.priority ?? 0})
      on conflict (lane) do update set pending = outbox_lanes.pending + 1,
        priority = greatest(outbox_lanes.priority, excluded.priority)
      returning lane
    )
    insert into outbox (lane, kind, payload, key, fresh, pace_ms, burst, priority, on_ambiguous, ref)
    select lane, ${message.kind}, ${JSON.stringify(message.payload)}::jsonb, ${message.key ?? null}, ${message.fresh ?? false}::boolean,
      ${message.paceMs ?? 0}::int, ${message.burst ?? 1}::smallint,
      ${message.priority ?? 0}::smallint, ${message.onAmbiguous}, ${message.ref ? JSON.stringify(message.ref) : null}::jsonb
    from lane`.execute(tx);
  announce(tx, { outbox: true });
}

/** Makes the message named `key` say this: edits it where it was sent before, sends it where it was not (or always, if `fresh`). While
 * an earlier version still waits, that one is replaced and nothing is added: many changes make one edit. */
export async function put(tx: Tx, message: OutboxMessage & { key: string }): Promise<void> {
  const replaced = await sql`
    update outbox set payload = ${JSON.stringify(message.payload)}::jsonb, fresh = fresh or ${message.fresh ?? false}::boolean
    where id = (
      select id from outbox where key = ${message.key} and state = 'pending' and kind = ${message.kind} order by id desc limit 1
      for update
    ) and state = 'pending'
    returning id`.execute(tx);
  if (replaced.rows.length === 0) await append(tx, message);
  else announce(tx, { outbox: true });
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
