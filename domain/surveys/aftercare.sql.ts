import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../base/db/index.ts';
import { cancel, schedule } from '../../base/queue/index.ts';
import type { Ticket } from '../tickets/index.ts';
import { dueAt, type Past, STEPS, type Step, touched, type Waits } from './plan.ts';

/** The timer of every step of aftercare; its payload names the ticket and the step. */
export const AFTERCARE_TASK = 'surveys.aftercare';

/** What such a timer carries. */
export const AftercareJob = z.object({ ticket: z.number().int(), step: z.enum(STEPS) });
/** See the schema of the same name. */
export type AftercareJob = z.infer<typeof AftercareJob>;

const keyOf = ({ ticket, step }: AftercareJob) => `aftercare:${ticket}:${step}`;

const setTimer = (tx: Tx, job: AftercareJob, at: Date) =>
  schedule(tx, { task: AFTERCARE_TASK, at, key: keyOf(job), payload: job });

/** Sets, moves or takes back the timers that a change of a ticket calls for, in its transaction; costs nothing where it calls for
 * none. `before` is undefined for a new ticket (F6, F7, U2). */
export async function followAftercare(tx: Tx, before: Ticket | undefined, after: Ticket): Promise<void> {
  const steps = touched(before, after);
  if (steps.length === 0) return;
  const known = await readKnown(tx, after.id);
  for (const step of steps) {
    const job = { ticket: after.id, step };
    const at = dueAt(step, after, known);
    if (at) await setTimer(tx, job, at);
    else await cancel(tx, keyOf(job));
  }
}

/** Whether a step is to be taken now for a locked ticket; notes that it is, so that it is taken once. One that is not due any more is
 * dropped; one that is due later, because its reason moved, is set for then. */
export async function takeStep(tx: Tx, ticket: Ticket, at: { step: Step; now: Date }): Promise<boolean> {
  const { step, now } = at;
  const known = await readKnown(tx, ticket.id);
  const due = dueAt(step, ticket, known);
  if (!due) return false;
  const job = { ticket: ticket.id, step };
  if (due > now) {
    await setTimer(tx, job, due);
    return false;
  }
  const column = NOTED[step];
  if (column) await note(tx, ticket.id, { column, now });
  if (step === 'remind') {
    const past = { ...known.past, remindedAt: now };
    const end = dueAt('abandon', ticket, { ...known, past });
    if (end) await setTimer(tx, { ticket: ticket.id, step: 'abandon' }, end);
  }
  return true;
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
    .execute();
}

async function readKnown(tx: Tx, ticketId: number): Promise<{ waits: Waits; past: Past }> {
  const { rows } = await sql<Waits & Past>`
    select s.survey_hours as survey, s.follow_up_hours as follow_up, s.close_hours as close, s.remind_hours as remind,
      s.abandon_hours as abandon, a.survey_asked_at as "surveyAskedAt", a.follow_up_asked_at as "followUpAskedAt",
      a.reminded_at as "remindedAt"
    from aftercare_settings s left join aftercare a on a.ticket_id = ${ticketId}`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('the settings of aftercare are missing');
  const { surveyAskedAt, followUpAskedAt, remindedAt, ...waits } = row;
  return { waits, past: { surveyAskedAt, followUpAskedAt, remindedAt } };
}

/** How long a desk waits, in hours. `follow_up` is 24 to 72 (F7). */
export const AftercareSettings = z.object({
  survey: z.int().min(0).max(168),
  follow_up: z.int().min(24).max(72),
  close: z.int().min(1).max(720),
  remind: z.int().min(1).max(168),
  abandon: z.int().min(1).max(720),
});

/** Changes how long the desk waits; what is not named stays. Timers that are set keep their time unless it moved later. Throws on hours
 * out of range. */
export async function saveAftercareSettings(
  tx: Tx,
  input: Partial<z.infer<typeof AftercareSettings>>,
): Promise<void> {
  const { survey, follow_up, close, remind, abandon } = AftercareSettings.partial().parse(input);
  await sql`
    update aftercare_settings set survey_hours = coalesce(${survey ?? null}::int, survey_hours),
      follow_up_hours = coalesce(${follow_up ?? null}::int, follow_up_hours), close_hours = coalesce(${close ?? null}::int, close_hours),
      remind_hours = coalesce(${remind ?? null}::int, remind_hours), abandon_hours = coalesce(${abandon ?? null}::int, abandon_hours)`.execute(
    tx,
  );
}
