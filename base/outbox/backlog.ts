import { sql } from 'kysely';
import type { Db } from '../db/index.ts';

/** How many messages wait in each of these lanes; lanes in which nothing waits are left out. */
export async function backlogs(db: Db, lanes: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ lane: string; pending: number }>`
    select lane, pending from outbox_lanes where lane = any(${[...lanes]}::text[]) and pending > 0`.execute(
    db,
  );
  return new Map(rows.map(({ lane, pending }) => [lane, pending]));
}
