import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';

/** A message that a stand-in for the outside took. */
export type Taken = {
  id: number;
  kind: string;
  key: string | null;
  payload: Record<string, unknown>;
  ref: Record<string, number> | null;
};

/** Takes everything that waits, at once and without any pace, as if it had been sent: for a simulation, where nobody else sends and nobody
 * else writes meanwhile. Nothing of it is kept. A message's id stands for the one on the other side. Returns the messages in the order of
 * their lanes. */
export async function takeAll(tx: Tx): Promise<Taken[]> {
  const { rows } = await sql<Taken>`
    with sent as (
      delete from outbox where state = 'pending' and id > ${0} returning id, lane, kind, key, fresh, payload, ref
    ), named as (
      insert into outbox_keys (key, lane, remote_id)
      select distinct on (key) key, lane, id::text from sent
      where key is not null and (fresh or not exists (select from outbox_keys known where known.key = sent.key))
      order by key, id desc
      on conflict (key) do update set remote_id = excluded.remote_id, updated_at = clock_timestamp()
    ), free as (
      delete from outbox_lanes where lane in (select lane from sent)
    )
    select id, kind, key, payload, ref from sent order by id`.execute(tx);
  return rows;
}
