import { sql } from 'kysely';
import type { Tx } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { schedule } from '../../base/queue/index.ts';
import {
  type ActiveRule,
  AUTOMATION_TIMER_TASK,
  type AutomationJob,
  type AutomationTimerJob,
  activeRules,
  type Calendars,
  type Deed,
  type Event,
  fits,
  hasRun,
  listens,
  momentOf,
  noteRun,
  type Occasion,
  type Outcome,
  occasionOf,
  readCalendars,
  readFacts,
  readTimer,
  spendTimer,
  whyNot,
} from '../automation/index.ts';
import { type Desk, placeOf, refreshCard, settle } from '../front-desk/index.ts';
import { lockTicket, type Ticket } from '../tickets/index.ts';
import { act } from './automation-actions.ts';

/** Rules answer what happened to a ticket (a job, after the commit): each that fits runs once for the event, in their order, and sees the
 * ticket as those before it left it (U1). */
export async function handleAutomation(tx: Tx, desk: Desk, job: AutomationJob): Promise<void> {
  const rules = await activeRules(tx);
  for (const event of job.events) {
    const meant = rules.filter(({ rule }) => listens(rule.trigger, event));
    await answer({ tx, desk }, meant, { ticketId: job.ticket, event, chain: job.chain });
  }
}

/** The time of a rule has come for a ticket (a durable timer): it runs where its moment still stands and nothing moved it (U1, U2). */
export async function handleAutomationTimer(tx: Tx, desk: Desk, job: AutomationTimerJob): Promise<void> {
  const of = { ruleId: job.rule, ticketId: job.ticket };
  const ticket = await lockTicket(tx, job.ticket);
  const timer = await readTimer(tx, of);
  if (!timer) return;
  const now = desk.clock.now();
  if (timer.due_at > now) {
    const key = `automation:${job.rule}:${job.ticket}`;
    return schedule(tx, { task: AUTOMATION_TIMER_TASK, at: timer.due_at, key, payload: job });
  }
  await spendTimer(tx, of);
  const rule = (await activeRules(tx)).find(({ id }) => id === job.rule);
  const trigger = rule?.rule.trigger;
  if (!rule || trigger?.on !== 'time_since') return;
  if (momentOf(trigger.moment, ticket)?.getTime() !== timer.since.getTime()) return;
  const { since, due_at: at } = timer;
  const event: Event = { on: 'time_since', key: `since:${since.getTime()}`, at, ruleId: rule.id, since };
  await answer({ tx, desk }, [rule], { ticketId: ticket.id, event, chain: timer.chain });
}

type At = { tx: Tx; desk: Desk };
type Asked = Pick<Occasion, 'ticketId' | 'event' | 'chain'>;

async function answer({ tx, desk }: At, rules: readonly ActiveRule[], asked: Asked): Promise<void> {
  if (rules.length === 0) return;
  const calendars = await readCalendars(
    tx,
    rules.map(({ rule }) => rule),
  );
  for (const rule of rules) await consider({ tx, desk }, rule, { asked, calendars });
}

/** Lets one rule answer an event, if it fits the ticket as it stands now. */
async function consider(
  { tx, desk }: At,
  rule: ActiveRule,
  { asked, calendars }: { asked: Asked; calendars: Calendars },
): Promise<void> {
  const ticket = await lockTicket(tx, asked.ticketId);
  if (!fits(rule.rule, await readFacts(tx, ticket, asked.event.at), calendars)) return;
  const occasion = occasionOf(rule, { ...asked, now: desk.clock.now() });
  if (await hasRun(tx, occasion)) return;
  const why = await whyNot(tx, occasion);
  const went: Outcome = why
    ? { outcome: 'limited', why }
    : await run({ tx, desk: { ...desk, cause: { chain: [...asked.chain, rule.id] } } }, rule, {
        ticket,
        now: occasion.now,
      });
  await noteRun(tx, occasion, went);
}

/** Takes all actions of a rule, or none where one is refused. */
async function run(
  { tx, desk }: At,
  { id, rule }: ActiveRule,
  { ticket, now }: { ticket: Ticket; now: Date },
): Promise<Outcome> {
  await sql`savepoint automation`.execute(tx);
  try {
    const deeds: Deed[] = [];
    let after = ticket;
    for (const action of rule.actions) {
      const done = await act({ tx, desk, now, rule: { id } }, after, action);
      after = done.ticket;
      deeds.push(done.deed);
    }
    if (after !== ticket) await finish({ tx, desk }, { before: ticket, after, now });
    await sql`release savepoint automation`.execute(tx);
    return { outcome: deeds.some(({ changed }) => changed) ? 'done' : 'nothing', deeds };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await sql`rollback to savepoint automation`.execute(tx);
    return { outcome: 'refused', why: error.code };
  }
}

async function finish(
  { tx, desk }: At,
  { before, after, now }: { before: Ticket; after: Ticket; now: Date },
): Promise<void> {
  const settled = await settle({ tx, desk, now }, before, after);
  const place = await placeOf(tx, desk, settled);
  if (place) await refreshCard(place, settled);
}
