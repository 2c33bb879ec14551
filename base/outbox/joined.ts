import { sql } from 'kysely';

/** What is added to a lane: an empty one is as pressing as what comes into it, and waits from then on; one that holds something already is
 * as pressing as the most pressing of both. */
export const JOINED = sql`pending = outbox_lanes.pending + excluded.pending,
  ready_at = case when outbox_lanes.pending = 0 then greatest(outbox_lanes.ready_at, clock_timestamp()) else outbox_lanes.ready_at end,
  priority = case when outbox_lanes.pending = 0 then excluded.priority
  else greatest(outbox_lanes.priority, excluded.priority) end`;
