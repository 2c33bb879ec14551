import { sql } from 'kysely';
import type { Db } from '../db/index.ts';
import { countDeadLetters } from './unsent.ts';

/** How the outbox stands, over all processes. */
export type OutboxFigures = {
  /** Messages that wait, by the priority of their lanes. */
  waiting: { priority: number; messages: number }[];
  /** How long the oldest that could leave now has waited, in seconds. */
  oldestSeconds: number;
  /** How much of the second's budget is used, and whether the other side asked all of us to wait. */
  used: number;
  paused: boolean;
  /** Messages that did not arrive, or perhaps not, and wait for a person. */
  unsent: { reason: string; count: number }[];
  senders: number;
};

/** Reads how the outbox stands. `budget` names the one that its senders share. */
export async function outboxFigures(db: Db, budget: string): Promise<OutboxFigures> {
  const { rows } = await sql<Omit<OutboxFigures, 'unsent'>>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('priority', priority, 'messages', messages)), '[]') from (
        select priority, sum(pending)::int as messages from outbox_lanes where pending > 0 group by priority order by 1 desc) w) as waiting,
      (select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 from outbox
        where state in ('pending', 'sending')) as "oldestSeconds",
      (select count(*)::int from outbox_budgets, unnest(recent) until where name = ${budget} and until > clock_timestamp()) as used,
      exists (select from outbox_budgets where name = ${budget} and paused_until > clock_timestamp()) as paused,
      (select count(*)::int from outbox_senders where missed_at is null) as senders`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('the outbox has no figures');
  return { ...row, unsent: await countDeadLetters(db) };
}
