import { sql } from 'kysely';
import type { Db, Tx } from '../db/index.ts';

/** How many messages all processes together may send in any second; null: as many as they can. */
export type Budget = { name: string; perSecond: number | null };

/** Longer than a call to the outside may take. */
export const LEASE = '20 seconds';

/** How many messages may leave now, so that no second sees more than `perSecond`. Locks the budget until the claim is committed.
 * A message counts from its claim until a second after its answer: it arrived some time between, so the other side cannot have counted
 * it later than we did, however long it was under way. */
export async function allowance(tx: Tx, budget: Budget): Promise<number> {
  if (budget.perSecond === null) return Number.MAX_SAFE_INTEGER;
  const { rows } = await sql<{ used: number }>`
    insert into outbox_budgets as b (name, recent) values (${budget.name}, '{}')
    on conflict (name) do update set recent = array(select until from unnest(b.recent) until where until > clock_timestamp())
    returning cardinality(recent) as used`.execute(tx);
  return budget.perSecond - (rows[0]?.used ?? 0);
}

/** Takes room for `count` messages that are being sent. If this process dies, it is free again when their lease is over. */
export async function take(tx: Tx, budget: Budget, count: number): Promise<void> {
  if (budget.perSecond === null || count === 0) return;
  await sql`update outbox_budgets
    set recent = recent || array_fill(clock_timestamp() + ${LEASE}::interval, array[${count}::int])
    where name = ${budget.name}`.execute(tx);
}

/** Messages that were being sent were answered so many milliseconds ago, one number for each: their room is free again a second after
 * that. Which ones they are does not matter. */
export async function answered(tx: Tx, budget: Budget, agoMs: readonly number[]): Promise<void> {
  if (budget.perSecond === null || agoMs.length === 0) return;
  await sql`update outbox_budgets set recent = array(
      select until from unnest(recent) until order by until limit greatest(cardinality(recent) - ${agoMs.length}::int, 0)
    ) || array(
      select clock_timestamp() + interval '1 second' - ago * interval '1 millisecond' from unnest(${[...agoMs]}::float8[]) ago
    )
    where name = ${budget.name}`.execute(tx);
}

/** Nothing leaves for `ms` milliseconds: the other side asked all of us to wait. */
export async function pause(tx: Tx, budget: Budget, ms: number): Promise<void> {
  await sql`
    insert into outbox_budgets as b (name, recent, paused_until)
    values (${budget.name}, '{}', clock_timestamp() + ${Math.round(ms)}::int * interval '1 millisecond')
    on conflict (name) do update set paused_until = greatest(b.paused_until, excluded.paused_until)`.execute(
    tx,
  );
}

/** Milliseconds until the budget has room for a message and no pause holds; 0 when it has some now. */
export async function msUntilRoom(db: Db, { name, perSecond }: Budget): Promise<number> {
  const { rows } = await sql<{ ms: number | null }>`
    select extract(epoch from greatest(
        paused_until,
        (select min(until) from unnest(recent) until where until > clock_timestamp() having count(*) >= ${perSecond}::int)
      ) - clock_timestamp()) * 1000 as ms
    from outbox_budgets where name = ${name}`.execute(db);
  return Math.max(0, Math.ceil(Number(rows[0]?.ms ?? 0)));
}
