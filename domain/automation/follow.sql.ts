import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../base/db/index.ts';
import { plus } from '../../base/kernel/index.ts';
import { schedule } from '../../base/queue/index.ts';
import type { TicketStatus } from '../tickets/index.ts';
import { type Cause, type Change, type Event, happened, listens } from './event.ts';
import type { ActiveRule } from './rule.ts';
import { writeTimers } from './timers.sql.ts';
import { timersAfter } from './timers.ts';

/** The job in which rules answer what happened to a ticket. */
export const AUTOMATION_TASK = 'automation.event';

/** What such a job carries. */
export const AutomationJob = z.object({
  ticket: z.int(),
  events: z.string().transform((text) => Events.parse(JSON.parse(text))),
  chain: z.string().transform((text) => z.array(z.int()).parse(JSON.parse(text))),
});
/** See the schema of the same name. */
export type AutomationJob = z.infer<typeof AutomationJob>;

const of = { key: z.string(), at: z.coerce.date() };
const status = z.string().transform((value) => value as TicketStatus);
const Events: z.ZodType<Event[]> = z.array(
  z.discriminatedUnion('on', [
    z.object({ ...of, on: z.enum(['created', 'message_in', 'message_out', 'clarification_asked']) }),
    z.object({ ...of, on: z.literal('status_changed'), from: status, to: status }),
    z.object({ ...of, on: z.literal('sla'), moment: z.enum(['warn', 'breach']), metric: z.string() }),
    z.object({ ...of, on: z.literal('rated'), score: z.number() }),
    z.object({ ...of, on: z.literal('time_since'), ruleId: z.number(), since: z.coerce.date() }),
  ]),
);

/** What is known where something happens: the rules that are switched on, whose doing it is, and when. */
export type Moment = { rules: readonly ActiveRule[]; cause: Cause; now: Date };

/** Lets rules answer a change of a ticket after the commit, and moves their timers with it (U1). Where no rule listens, it costs no
 * statement. */
export async function followAutomation(tx: Tx, change: Change, at: Moment): Promise<void> {
  const { rules } = at;
  if (rules.length === 0) return;
  const events = happened(change, at);
  if (rules.some(({ rule }) => rule.trigger.on === 'sla'))
    events.push(...(await slaEvents(tx, change.after.id, at.now)));
  await tellRules(tx, { ticketId: change.after.id, events }, at);
  await writeTimers(tx, change.after.id, { change: timersAfter(rules, change, at.cause), cause: at.cause });
}

/** Lets rules answer these events of a ticket after the commit (U1); without a rule that listens, nothing is set. */
export async function tellRules(
  tx: Tx,
  what: { ticketId: number; events: readonly Event[] },
  at: Moment,
): Promise<void> {
  const { ticketId } = what;
  const heard = what.events.filter((event) => at.rules.some(({ rule }) => listens(rule.trigger, event)));
  if (heard.length === 0) return;
  await schedule(tx, {
    task: AUTOMATION_TASK,
    at: at.now,
    key: `automation:event:${ticketId}:${heard.map(({ key }) => key).join(',')}`,
    payload: { ticket: ticketId, events: JSON.stringify(heard), chain: JSON.stringify(at.cause.chain) },
  });
}

const JUST_NOW_MS = 1000;

/** The warnings and breaches that were noted for a ticket just now. One that is told twice is answered once, by its key. */
async function slaEvents(tx: Tx, ticketId: number, now: Date): Promise<Event[]> {
  const { rows } = await sql<{ metric: string; instance: number; kind: 'warn' | 'breach'; at: Date }>`
    select metric, instance, kind, at from sla_events
    where ticket_id = ${ticketId} and at >= ${plus(now, -JUST_NOW_MS)} and kind in ('warn', 'breach') order by id`.execute(
    tx,
  );
  return rows.map(({ metric, instance, kind, at }) => ({
    ...{ on: 'sla', key: `sla:${metric}:${instance}:${kind}`, at, moment: kind, metric },
  }));
}
