import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import { HOUR, MINUTE, plus } from '../../base/kernel/index.ts';
import { appendEvent } from '../tickets/index.ts';
import type { Event } from './event.ts';
import { type Limit, limited, MOST_A_MINUTE, MOST_A_TICKET } from './limits.ts';
import type { ActiveRule } from './rule.ts';
import { pauseRule } from './rules.sql.ts';

/** What an action did: `changed` false: it was so already. */
export type Deed = { do: string; changed: boolean } & Record<string, unknown>;

/** How a run went. `nothing`: all was so already; `refused`: an action was not possible, so none was taken; `limited`: it might not run. */
export type Outcome =
  | { outcome: 'done' | 'nothing'; deeds: readonly Deed[] }
  | { outcome: 'refused' | 'limited'; why: string };

/** A rule that fits an event of a ticket. */
export type Occasion = {
  ruleId: number;
  version: number;
  name: string;
  ticketId: number;
  event: Event;
  chain: readonly number[];
  now: Date;
};

/** The occasion of a rule. */
export const occasionOf = (
  { id, version, rule }: ActiveRule,
  at: Pick<Occasion, 'ticketId' | 'event' | 'chain' | 'now'>,
): Occasion => ({ ruleId: id, version, name: rule.name, ...at });

/** Whether the rule has answered this event already: an event is answered once, however often its job runs. */
export async function hasRun(tx: Tx, { ruleId, ticketId, event }: Occasion): Promise<boolean> {
  const row = await tx
    .selectFrom('automation_runs')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .where('rule_id', '=', ruleId)
    .where('event_key', '=', event.key)
    .executeTakeFirst();
  return row !== undefined;
}

/** Why the rule may not run now; undefined when it may. The ticket is locked, so its own count is exact; rules on other tickets run at the
 * same time, so theirs may be exceeded by as many as run at once. */
export async function whyNot(tx: Tx, { ruleId, ticketId, chain, now }: Occasion): Promise<Limit | undefined> {
  const { rows } = await sql<{ on_ticket: number; of_rule: number }>`
    select (select count(*)::int from (select from automation_runs where ticket_id = ${ticketId}
        and at > ${plus(now, -HOUR)} and outcome <> 'limited' limit ${sql.lit(MOST_A_TICKET)}) a) as on_ticket,
      (select count(*)::int from (select from automation_runs where rule_id = ${ruleId}
        and at > ${plus(now, -MINUTE)} and outcome <> 'limited' limit ${sql.lit(MOST_A_MINUTE)}) b) as of_rule`.execute(
    tx,
  );
  const { on_ticket: onTicket = 0, of_rule: ofRule = 0 } = rows[0] ?? {};
  return limited({ ruleId, chain, onTicket, ofRule });
}

/** Notes a run, also on the ticket, where everybody who reads it sees it. Of runs that may not be, one an hour of each rule is told
 * there: a storm does not write its own. A rule that runs too often is switched off. */
export async function noteRun(tx: Tx, occasion: Occasion, went: Outcome): Promise<void> {
  const { ruleId, version, name, ticketId, event, chain, now } = occasion;
  const told = went.outcome !== 'limited' || !(await wasLimited(tx, occasion));
  const details = 'deeds' in went ? { deeds: went.deeds } : { why: went.why };
  await tx
    .insertInto('automation_runs')
    .values({
      ...{ rule_id: ruleId, version, ticket_id: ticketId, event_key: event.key, trigger: event.on },
      ...{ depth: chain.length, outcome: went.outcome, details: JSON.stringify(details), at: now },
    })
    .execute();
  const data = {
    rule: ruleId,
    version,
    name,
    trigger: event.on,
    event_at: event.at,
    outcome: went.outcome,
    chain,
    ...details,
  };
  if (told) await appendEvent(tx, ticketId, { kind: 'automation', by: { kind: 'system' }, data, now });
  if (went.outcome === 'limited' && went.why === ('rule_limit' satisfies Limit))
    await pauseRule(tx, ruleId, now);
}

async function wasLimited(tx: Tx, { ruleId, ticketId, now }: Occasion): Promise<boolean> {
  const { rows } = await sql`
    select from automation_runs where ticket_id = ${ticketId} and rule_id = ${ruleId} and outcome = 'limited'
      and at > ${plus(now, -HOUR)} limit 1`.execute(tx);
  return rows.length > 0;
}

/** Which runs. */
export type RunQuery = {
  rule?: number | undefined;
  ticket?: number | undefined;
  before?: number | undefined;
  limit: number;
};

/** What rules did, newest first, and the way to the next page (U1). */
export async function readRuns(db: Db, query: RunQuery) {
  const { rows } = await sql<{
    id: number;
    rule_id: number;
    version: number;
    name: string;
    ticket_id: number;
    trigger: string;
    outcome: Outcome['outcome'];
    details: { deeds?: Deed[]; why?: string };
    at: Date;
  }>`
    select u.id, u.rule_id, u.version, v.spec ->> 'name' as name, u.ticket_id, u.trigger, u.outcome, u.details, u.at
    from automation_runs u join automation_rule_versions v on v.rule_id = u.rule_id and v.version = u.version
    where ${query.rule === undefined ? sql`true` : sql`u.rule_id = ${query.rule}`}
      and ${query.ticket === undefined ? sql`true` : sql`u.ticket_id = ${query.ticket}`}
      and ${query.before === undefined ? sql`true` : sql`u.id < ${query.before}`}
    order by u.id desc limit ${query.limit + 1}`.execute(db);
  const page = rows.slice(0, query.limit);
  return {
    runs: page.map(({ rule_id: id, version, name, ticket_id: ticket, details, ...run }) => ({
      ...run,
      rule: { id, version, name },
      ticket,
      deeds: details.deeds ?? [],
      why: details.why ?? null,
    })),
    next_cursor: rows.length > query.limit ? String(page.at(-1)?.id) : null,
  };
}
