import { sql } from 'kysely';
import type { Db, Tx } from '../db/index.ts';

/** How many messages all processes together may send in any second; null: as many as they can. */
export type Budget = { name: string; perSecond: number | null };

/** A budget that has an end. */
export type Limited = Budget & { perSecond: number };

/** Longer than a call to the outside may take. */
export const LEASE = '20 seconds';

/** A message may be claimed so many milliseconds before its room is free, so that nothing is left to do at that moment but to send it. */
export const AHEAD_MS = 100;

/** When messages may leave so that no second sees more than `perSecond`: one number for each of them, in milliseconds from the moment of
 * the answer, in rising order, as far as their room is free by then or soon. Locks the budget until the claim is committed. A message
 * counts from its claim until a second after its answer: it arrived some time between, so the other side cannot have counted it later
 * than we did, however long it was under way. */
export async function departures(tx: Tx, { name, perSecond }: Limited): Promise<readonly number[]> {
  const { rows } = await sql<{ used: number; soon: number[] }>`
    insert into outbox_budgets as b (name, recent) values (${name}, '{}')
    on conflict (name) do update set recent = array(select until from unnest(b.recent) until where until > clock_timestamp())
    returning cardinality(recent) as used, array(
      select (extract(epoch from until - clock_timestamp()) * 1000)::float8 from unnest(recent) until
      where until < clock_timestamp() + ${AHEAD_MS}::int * interval '1 millisecond' order by until) as soon`.execute(
    tx,
  );
  const { used = 0, soon = [] } = rows[0] ?? {};
  // Each message needs one of those before it to be counted no longer, but for as many as there is room for already.
  const room = Array.from({ length: Math.max(0, perSecond - used) }, () => 0);
  return [...room, ...soon.slice(Math.max(0, used - perSecond)).map((ms) => Math.max(0, ms))];
}

/** Takes the room of the first `count` departures for messages that are being sent. If this process dies, it is free again when their
 * lease is over. */
export async function take(tx: Tx, { name, perSecond }: Limited, count: number): Promise<void> {
  if (count === 0) return;
  await sql`update outbox_budgets
    set recent = array(
      select until from unnest(recent) until order by until offset greatest(cardinality(recent) + ${count}::int - ${perSecond}::int, 0)
    ) || array_fill(clock_timestamp() + ${LEASE}::interval, array[${count}::int])
    where name = ${name}`.execute(tx);
}

/** Messages that were being sent were answered so many milliseconds ago, one number for each: their room is free again a second after
 * that. Which ones they are does not matter, and neither does how long this waits for a claim. */
export async function answered(tx: Tx, budget: Budget, agoMs: readonly number[]): Promise<void> {
  if (budget.perSecond === null || agoMs.length === 0) return;
  await sql`update outbox_budgets set recent = array(
      select until from unnest(recent) until order by until limit greatest(cardinality(recent) - ${agoMs.length}::int, 0)
    ) || array(
      select statement_timestamp() + interval '1 second' - ago * interval '1 millisecond' from unnest(${[...agoMs]}::float8[]) ago
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

/** Milliseconds until it is worth claiming, as far as the budget goes: some room is free soon, and no pause holds. 0: now. */
export async function msUntilRoom(db: Db, { name, perSecond }: Budget): Promise<number> {
  const { rows } = await sql<{ ms: number | null }>`
    select extract(epoch from greatest(
        paused_until,
        (select min(until) from unnest(recent) until where until > clock_timestamp() having count(*) >= ${perSecond}::int)
          - ${AHEAD_MS / 2}::int * interval '1 millisecond'
      ) - clock_timestamp()) * 1000 as ms
    from outbox_budgets where name = ${name}`.execute(db);
  return Math.max(0, Math.ceil(Number(rows[0]?.ms ?? 0)));
}
