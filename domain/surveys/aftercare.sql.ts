import { sql } from 'kysely';
import { z } from 'zod';
import { later, type Tx } from '../../base/db/index.ts';
import { reschedule, schedule } from '../../base/queue/index.ts';
import type { Ticket } from '../tickets/index.ts';
import { dueAt, type Known, type Past, STEPS, type Step, touched } from './plan.ts';
import type { AftercareSettings } from './settings.sql.ts';

/** The timer of every step of aftercare; its payload names the ticket and the step. */
export const AFTERCARE_TASK = 'surveys.aftercare';

/** What such a timer carries. */
export const AftercareJob = z.object({ ticket: z.number().int(), step: z.enum(STEPS) });
/** See the schema of the same name. */
export type AftercareJob = z.infer<typeof AftercareJob>;

const keyOf = ({ ticket, step }: AftercareJob) => `aftercare:${ticket}:${step}`;

const timerOf = (job: AftercareJob, at: Date) => ({
  task: AFTERCARE_TASK,
  at,
  key: keyOf(job),
  payload: job,
});

const setTimer = (tx: Tx, job: AftercareJob, at: Date) => schedule(tx, timerOf(job, at));

/** Sets, moves or takes back the timers that a change of a ticket calls for, in its transaction; costs nothing where it calls for
 * none. `before` is undefined for a new ticket (F6, F7, U2). */
export async function followAftercare(tx: Tx, before: Ticket | undefined, after: Ticket): Promise<void> {
  const steps = touched(before, after);
  if (steps.length === 0) return;
  const known = await readKnown(tx, after.id);
  const planned = steps.map((step) => ({ job: { ticket: after.id, step }, at: dueAt(step, after, known) }));
  await reschedule(tx, {
    set: planned.flatMap(({ job, at }) => (at ? [timerOf(job, at)] : [])),
    drop: planned.flatMap(({ job, at }) => (at ? [] : [keyOf(job)])),
  });
}

/** What makes a step due now for a locked ticket. One that is not due any more is dropped; one that is due later, because its reason
 * moved, is set for then: both give undefined. */
export async function stepIsDue(
  tx: Tx,
  ticket: Ticket,
  at: { step: Step; now: Date },
): Promise<Known | undefined> {
  const known = await readKnown(tx, ticket.id);
  const due = dueAt(at.step, ticket, known);
  if (due === undefined || due <= at.now) return due && known;
  await setTimer(tx, { ticket: ticket.id, step: at.step }, due);
  return undefined;
}

/** Makes sure that a step is to be taken now for a locked ticket, and notes that it is, so that it is taken once. `known`: what
 * `stepIsDue` just said of it. Returns what the step goes by; undefined: it is not to be taken. */
export async function takeStep(
  tx: Tx,
  ticket: Ticket,
  at: { step: Step; now: Date; known?: Known | undefined },
): Promise<AftercareSettings | undefined> {
  const { step, now } = at;
  // Two tickets of one customer may come due together: NPS is asked once, and never beside a rating.
  const alone = step !== 'nps' && step !== 'survey';
  if (!alone)
    await sql`select from customers where id = ${ticket.customer_id} for no key update${later}`.execute(tx);
  const known = alone && at.known ? at.known : await stepIsDue(tx, ticket, at);
  if (!known) return undefined;
  const column = NOTED[step];
  if (column) await note(tx, ticket.id, { column, now });
  if (step === 'remind') {
    const end = dueAt('abandon', ticket, await readKnown(tx, ticket.id));
    if (end) await setTimer(tx, { ticket: ticket.id, step: 'abandon' }, end);
  }
  return known.settings;
}

/** When a ticket is closed if its customer does not answer; undefined when it isn't waited for. */
export async function abandonAt(tx: Tx, ticket: Ticket): Promise<Date | undefined> {
  return dueAt('abandon', ticket, await readKnown(tx, ticket.id));
}

// Closing is its own note: the ticket's status.
const NOTED = {
  survey: 'survey_asked_at',
  follow_up: 'follow_up_asked_at',
  remind: 'reminded_at',
  close: undefined,
  // Noted where the question is kept.
  nps: undefined,
  abandon: undefined,
} as const;

async function note(
  tx: Tx,
  ticketId: number,
  what: { column: 'survey_asked_at' | 'follow_up_asked_at' | 'reminded_at'; now: Date },
): Promise<void> {
  const set = {
    [what.column]: what.now,
    // A new "did it hold?" waits for a new answer.
    ...(what.column === 'follow_up_asked_at' ? { held: null } : {}),
  };
  await tx
    .insertInto('aftercare')
    .values({ ticket_id: ticketId, ...set })
    .onConflict((conflict) => conflict.column('ticket_id').doUpdateSet(set))
    .modifyEnd(later)
    .execute();
}

/** One statement. What only NPS asks about is looked for only where the desk asks for it. */
async function readKnown(tx: Tx, ticketId: number): Promise<Known> {
  const { rows } = await sql<Past & { settings: AftercareSettings }>`
    select to_json(s) as settings, a.survey_asked_at as "surveyAskedAt", a.follow_up_asked_at as "followUpAskedAt",
      a.reminded_at as "remindedAt",
      case when s.nps_enabled then (select max(o.survey_asked_at) from tickets u join aftercare o on o.ticket_id = u.id
        where u.customer_id = t.customer_id) end as "customerSurveyedAt",
      (select max(asked_at) from nps where customer_id = t.customer_id) as "npsAskedAt",
      case when s.nps_enabled then (select count(*)::int from (
        select from tickets u where u.customer_id = t.customer_id and u.status in ('resolved', 'closed')
        and (u.outcome = 'answered' or u.outcome = 'closed_by_customer' and u.first_reply_at is not null)
        limit s.nps_after) solved) else 0 end as "customerSolved"
    from tickets t cross join aftercare_settings s left join aftercare a on a.ticket_id = t.id where t.id = ${ticketId}`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) throw new Error(`ticket ${ticketId} is missing`);
  const { settings, ...past } = row;
  return { settings, past };
}
