import { type RawBuilder, sql } from 'kysely';
import { announce, type Db, type Tx } from '../db/index.ts';
import { JOINED } from './joined.ts';

/** Some of what did not arrive, or perhaps not: one message, or all for one reason. */
export type Unsettled = { id: number } | { reason: string };

/** A message that did not arrive, or perhaps not. `reason`: a code of whoever sends, or `unknown` when nobody knows whether it arrived. */
export type DeadLetter = {
  id: number;
  reason: string;
  error: string | null;
  kind: string;
  payload: Record<string, unknown>;
  ref: Record<string, number> | null;
  at: Date;
};

const REASON = sql`coalesce(code, case state when 'ambiguous' then 'unknown' else 'refused' end)`;
// What is no message, such as the answer to a press, is worth nothing when it is late.
const DEAD = sql`state in ('failed', 'ambiguous') and weight > 0`;

/** What did not arrive and waits for a person, the latest first, older than `before`. */
export async function deadLetters(
  db: Db,
  { before, reason, limit }: { before?: number | undefined; reason?: string | undefined; limit: number },
): Promise<DeadLetter[]> {
  const { rows } = await sql<DeadLetter>`
    select id, ${REASON} as reason, error, kind, payload, ref, done_at as at from outbox
    where ${DEAD} and id < ${before ?? Number.MAX_SAFE_INTEGER} ${reason === undefined ? sql`` : sql`and ${REASON} = ${reason}`}
    order by id desc limit ${limit}`.execute(db);
  return rows;
}

/** How many wait for a person, by reason. */
export async function countDeadLetters(db: Db): Promise<{ reason: string; count: number }[]> {
  const { rows } = await sql<{ reason: string; count: number }>`
    select ${REASON} as reason, count(*)::int as count from outbox where ${DEAD} group by 1 order by 2 desc, 1`.execute(
    db,
  );
  return rows;
}

type Named = { id: number; ref: Record<string, number> | null };

const chosen = (which: Unsettled): RawBuilder<unknown> =>
  sql`${DEAD} and ${'id' in which ? sql`id = ${which.id}` : sql`${REASON} = ${which.reason}`}`;

/** Sends these once more, word for word, each at the end of its chat's queue and in the order in which they were said. Returns them. */
export async function repeat(tx: Tx, which: Unsettled): Promise<Named[]> {
  return repeating(tx, chosen(which));
}

/** Sends once more, word for word, what was asked for with this `ref` and did not, or perhaps not, arrive. */
export async function appendAgain(tx: Tx, ref: Readonly<Record<string, number>>): Promise<void> {
  await repeating(tx, sql`state in ('failed', 'ambiguous') and ref = ${JSON.stringify(ref)}::jsonb`);
}

async function repeating(tx: Tx, condition: RawBuilder<unknown>): Promise<Named[]> {
  // Of several attempts at the same the last one is repeated; the others are done with as well.
  const { rows } = await sql<Named>`
    with old as (
      update outbox set state = 'repeated' where ${condition} returning *
    ), again as (
      select distinct on (coalesce(ref::text, id::text)) * from old order by coalesce(ref::text, id::text), id desc
    ), lane as (
      insert into outbox_lanes (lane, pending, ready_at, priority)
      select lane, count(*)::int, clock_timestamp(), max(priority) from again group by lane order by lane
      on conflict (lane) do update set ${JOINED}
      returning lane
    ), added as (
      insert into outbox (lane, kind, payload, key, fresh, pace_ms, burst, per_minute, weight, priority, on_ambiguous, ref)
      select lane, kind, payload, key, fresh, pace_ms, burst, per_minute, weight, again.priority, on_ambiguous, ref
      from again join lane using (lane) order by again.id
    )
    select id, ref from again order by id`.execute(tx);
  if (rows.length > 0) announce(tx, { outbox: true });
  return rows;
}

/** Gives these up for good. Returns them. */
export async function discard(tx: Tx, which: Unsettled): Promise<Named[]> {
  const { rows } = await sql<Named>`
    update outbox set state = 'discarded' where ${chosen(which)} returning id, ref`.execute(tx);
  return rows;
}
