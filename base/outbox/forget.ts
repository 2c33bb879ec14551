import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';

/** A field that says one of these numbers. */
type Saying = { field: string; among: readonly number[] };

/** Which messages are meant: those that have all of this. `ref`: whom to tell how it went. */
export type Which = { lane?: string; kind?: string; payload?: Saying; ref?: Saying };

/** Removes these messages, sent or not: nothing of them is kept, and what was not sent never will be. It reads the whole outbox, so it is
 * for what is done rarely. Holds the rows of their lanes until the end of the transaction. */
export async function forget(tx: Tx, which: readonly Which[]): Promise<void> {
  const meant = sql`exists (
    select from json_to_recordset(${JSON.stringify(which.map(flat))}::json)
      as w (lane text, kind text, field text, says text[], ref_field text, ref_says text[])
    where (w.lane is null or o.lane = w.lane) and (w.kind is null or o.kind = w.kind)
      and (w.field is null or o.payload ->> w.field = any(w.says)) and (w.ref_field is null or o.ref ->> w.ref_field = any(w.ref_says)))`;
  // The lanes in one order everywhere, and before their messages: as whoever sends locks them.
  await sql`select from outbox_lanes where lane in (select o.lane from outbox o where ${meant}) order by lane for update`.execute(
    tx,
  );
  await sql`
    with gone as (
      delete from outbox o where ${meant} returning o.lane, o.state
    ), counted as (
      select lane, count(*)::int as waited from gone where state in ('pending', 'sending') group by lane
    )
    update outbox_lanes l set pending = l.pending - waited, priority = case when l.pending = waited then 0 else l.priority end
    from counted where l.lane = counted.lane`.execute(tx);
}

function flat({ lane, kind, payload, ref }: Which) {
  return {
    ...{ lane, kind, field: payload?.field, says: payload?.among.map(String) },
    ...{ ref_field: ref?.field, ref_says: ref?.among.map(String) },
  };
}
