import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { later, type Tx } from '../../base/db/index.ts';
import type { Cause } from './event.ts';
import type { TimerChange } from './timers.ts';

/** The timer of a rule and a ticket. */
export const AUTOMATION_TIMER_TASK = 'automation.timer';

/** What such a timer carries. */
export const AutomationTimerJob = z.object({ rule: z.int(), ticket: z.int() });
/** See the schema of the same name. */
export type AutomationTimerJob = z.infer<typeof AutomationTimerJob>;

type Part = RawBuilder<unknown>;
const KEY = (rule: Part, ticket: Part) => sql`('automation:' || ${rule} || ':' || ${ticket})`;
// A number is given with the statement, never written into it: each text is a statement that is planned and kept by its own.
const number = (value: number): Part => sql`${value}::bigint`;

/** Sets, moves and takes back timers of a ticket in one statement, in the transaction that is their reason. A rule that was changed or
 * switched off meanwhile sets none. */
export async function writeTimers(
  tx: Tx,
  ticketId: number,
  { change, cause }: { change: TimerChange; cause: Cause },
): Promise<void> {
  if (change.set.length === 0 && change.drop.length === 0) return;
  await sql`
    with wanted as (
      select w.* from json_to_recordset(${JSON.stringify(change.set)}::json)
        as w (rule bigint, version integer, since timestamptz, due timestamptz)
      join automation_rules r on r.id = w.rule and r.version = w.version and r.active and r.deleted_at is null
    ), kept as (
      insert into automation_timers (rule_id, ticket_id, since, due_at, chain)
      select rule, ${ticketId}::bigint, since, due, ${[...cause.chain]}::bigint[] from wanted
      on conflict (ticket_id, rule_id) do update set since = excluded.since, due_at = excluded.due_at, chain = excluded.chain
    ), gone as (
      delete from automation_timers where ticket_id = ${ticketId} and rule_id = any(${[...change.drop]}::bigint[]) returning rule_id
    ), cancelled as (
      select (graphile_worker.remove_job(${KEY(sql`rule_id`, number(ticketId))})).id from gone
    ), specs as (
      select array_agg(row(${AUTOMATION_TIMER_TASK}, json_build_object('rule', rule, 'ticket', ${ticketId}::bigint), null,
        due - (select offset_ms from desk_clock) * interval '1 millisecond', null, ${KEY(sql`rule`, number(ticketId))}, null, null
        )::graphile_worker.job_spec) as specs from wanted
    )
    select (select count(*) from cancelled), (select count(*) from specs, graphile_worker.add_jobs(specs) where specs is not null)${later}`.execute(
    tx,
  );
}

/** A timer that was set for a rule and a ticket. */
export type StoredTimer = { since: Date; due_at: Date; chain: number[] };

/** Reads the timer of a rule and a locked ticket, if it is still wanted. */
export async function readTimer(
  tx: Tx,
  of: { ruleId: number; ticketId: number },
): Promise<StoredTimer | undefined> {
  const { rows } = await sql<StoredTimer>`
    select since, due_at, (select coalesce(json_agg(c), '[]') from unnest(chain) c) as chain
    from automation_timers where ticket_id = ${of.ticketId} and rule_id = ${of.ruleId}`.execute(tx);
  return rows[0];
}

/** Takes note that a timer has done its work. */
export async function spendTimer(tx: Tx, of: { ruleId: number; ticketId: number }): Promise<void> {
  await tx
    .deleteFrom('automation_timers')
    .where('ticket_id', '=', of.ticketId)
    .where('rule_id', '=', of.ruleId)
    .execute();
}

/** A rule does nothing any more: so do its timers. */
export async function dropTimersOf(tx: Tx, ruleId: number): Promise<void> {
  await sql`
    with gone as (delete from automation_timers where rule_id = ${ruleId} returning ticket_id)
    select count((graphile_worker.remove_job(${KEY(number(ruleId), sql`ticket_id`)})).id) from gone`.execute(
    tx,
  );
}

/** A rule waits another time: its timers move. */
export async function moveTimersOf(tx: Tx, ruleId: number, minutes: number): Promise<void> {
  await sql`
    with moved as (
      update automation_timers set due_at = since + ${minutes} * interval '1 minute' where rule_id = ${ruleId} returning ticket_id, due_at
    ), specs as (
      select array_agg(row(${AUTOMATION_TIMER_TASK}, json_build_object('rule', ${ruleId}::bigint, 'ticket', ticket_id), null,
        due_at - (select offset_ms from desk_clock) * interval '1 millisecond', null, ${KEY(number(ruleId), sql`ticket_id`)}, null, null
        )::graphile_worker.job_spec) as specs from moved
    )
    select count(*) from specs, graphile_worker.add_jobs(specs) where specs is not null`.execute(tx);
}
