import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import { HOUR, plus } from '../../base/kernel/index.ts';
import type { PlaceArrival } from '../front-desk/index.ts';

/** A topic of a group by Telegram's number, which no ticket's topic has yet. */
type Thread = { groupId: number; thread: number };

/** Longer than Telegram's answer to the making of a topic can be on its way. */
const KEPT_MS = HOUR;

/** Keeps what happened in a topic until its number is known. Words that are edited meanwhile say at once what they were edited to. */
export async function keepEarly(
  tx: Tx,
  { groupId, thread }: Thread,
  { arrival, now }: { arrival: PlaceArrival; now: Date },
): Promise<void> {
  const edited = arrival.what.kind === 'edited' ? arrival.what.content : undefined;
  await sql`
    with edited as (
      update staff_early_words set arrival = jsonb_set(arrival, '{what,content}', ${JSON.stringify(edited ?? {})}::jsonb)
      where group_id = ${groupId} and thread_id = ${thread} and arrival #>> '{what,kind}' = 'message'
        and (arrival #>> '{what,content,telegramMessageId}')::bigint = ${edited?.telegramMessageId ?? null}::bigint
      returning id
    )
    insert into staff_early_words (group_id, thread_id, arrival, at)
    select ${groupId}, ${thread}, ${JSON.stringify(arrival)}::jsonb, ${now} where not exists (select from edited)`.execute(
    tx,
  );
}

/** Takes what happened in a topic before its number was known, in its order. */
export async function takeEarly(tx: Tx, { groupId, thread }: Thread): Promise<PlaceArrival[]> {
  const { rows } = await sql<{ arrival: PlaceArrival }>`
    with taken as (delete from staff_early_words where group_id = ${groupId} and thread_id = ${thread} returning id, arrival)
    select arrival from taken order by id`.execute(tx);
  return rows.map(({ arrival }) => arrival);
}

/** Forgets what was written in topics that turned out to be no ticket's. */
export async function forgetEarly(db: Db, now: Date): Promise<void> {
  await sql`delete from staff_early_words where at < ${plus(now, -KEPT_MS)}`.execute(db);
}
