import { sql } from 'kysely';
import { announce, type Db, type Tx } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { schedule } from '../../base/queue/index.ts';
import { Calendar } from './calendar.ts';
import { CalendarSlug, checked, Escalation, Policy } from './policy.ts';

/** The task that brings all open clocks in line after a change of the rules. */
export const SLA_REAPPLY_TASK = 'sla.reapply';

/** Sets a policy of a queue for a metric and a priority, in place of the one that was there (Q2). Clocks that are open follow as soon
 * as this commits; what was breached stays so. Refuses (`invalid`) what is no policy, and names that nothing has. */
export async function savePolicy(tx: Tx, input: unknown, now: Date): Promise<Policy> {
  const policy = checked(Policy, input, 'sla_policy_invalid');
  const { queue, calendar, ...values } = policy;
  const queueId = await queueNamed(tx, queue);
  if (calendar !== null) await calendarNamed(tx, calendar);
  const row = { ...values, calendar, updated_at: now };
  await tx
    .insertInto('sla_policies')
    .values({ ...row, queue_id: queueId })
    .onConflict((conflict) => conflict.columns(['queue_id', 'priority', 'metric']).doUpdateSet(row))
    .execute();
  await tellQueue(tx, queueId, policy);
  await reapplySoon(tx, now);
  return policy;
}

/** What a queue promises to everybody is also what its new tickets are told (F3). */
async function tellQueue(tx: Tx, queueId: number, policy: Policy): Promise<void> {
  const { metric, priority, target_minutes: minutes } = policy;
  if (priority !== null || !policy.active || metric === 'next_reply') return;
  const set = metric === 'resolution' ? { resolution_minutes: minutes } : { first_reply_minutes: minutes };
  await tx.updateTable('queues').set(set).where('id', '=', queueId).execute();
  announce(tx, { rules: true });
}

/** Sets a calendar, as a new version: whatever ran on an earlier one stays counted by it (Q2). Refuses (`invalid`) what is none. */
export async function saveCalendar(
  tx: Tx,
  slug: string,
  change: { input: unknown; now: Date },
): Promise<Calendar> {
  const name = checked(CalendarSlug, slug, 'sla_calendar_invalid');
  const calendar = checked(Calendar, change.input, 'sla_calendar_invalid');
  await sql`
    insert into sla_calendars (slug, version, spec, created_at)
    select ${name}, coalesce(max(version), 0) + 1, ${JSON.stringify(calendar)}::jsonb, ${change.now}::timestamptz
    from sla_calendars where slug = ${name}`.execute(tx);
  await reapplySoon(tx, change.now);
  return calendar;
}

/** Adds a step of escalation (after the others, unless told where), or changes the one with this id; returns its id. Refuses (`invalid`)
 * what is none, and names that nothing has. It serves what falls due from now on. */
export async function saveEscalation(
  tx: Tx,
  input: unknown,
  how: { id?: number; position?: number; now: Date },
): Promise<number> {
  const { queue, action, ...values } = checked(Escalation, input, 'sla_escalation_invalid');
  if (action.do === 'move_queue') await queueNamed(tx, action.to);
  const row = {
    ...values,
    queue_id: queue === null ? null : await queueNamed(tx, queue),
    action: JSON.stringify(action),
    updated_at: how.now,
    ...(how.position === undefined ? {} : { position: how.position }),
  };
  const saved =
    how.id === undefined
      ? await tx
          .insertInto('sla_escalations')
          .values({
            position: sql<number>`(select coalesce(max(position) + 1, 0) from sla_escalations)`,
            ...row,
          })
          .returning('id')
          .executeTakeFirstOrThrow()
      : await tx
          .updateTable('sla_escalations')
          .set(row)
          .where('id', '=', how.id)
          .returning('id')
          .executeTakeFirst();
  if (!saved) throw new DomainError('not_found', 'sla_escalation_unknown');
  return saved.id;
}

/** Takes a step of escalation away. Refuses (`not_found`) an id that no step has. */
export async function dropEscalation(tx: Tx, id: number): Promise<void> {
  const gone = await tx.deleteFrom('sla_escalations').where('id', '=', id).returning('id').executeTakeFirst();
  if (!gone) throw new DomainError('not_found', 'sla_escalation_unknown');
}

/** All policies, the calendars in force by slug, and the steps of escalation, for whoever edits them. */
export async function readSlaRules(db: Db) {
  const policies = await sql<Policy & { id: number }>`
    select p.id, q.slug as queue, p.priority, p.metric, p.target_minutes, p.reopened_minutes, p.calendar, p.warn_percent,
      p.pause_in_clarification, p.active
    from sla_policies p join queues q on q.id = p.queue_id order by q.position, p.metric, p.priority nulls first`.execute(
    db,
  );
  const calendars = await sql<{ slug: string; version: number; spec: unknown }>`
    select distinct on (slug) slug, version, spec from sla_calendars order by slug, version desc`.execute(db);
  const escalations = await sql<Escalation & { id: number }>`
    select e.id, q.slug as queue, e.metric, e.moment, e.action, e.active
    from sla_escalations e left join queues q on q.id = e.queue_id order by e.position, e.id`.execute(db);
  return {
    policies: policies.rows,
    calendars: calendars.rows.map(({ slug, version, spec }) => ({ slug, version, ...Calendar.parse(spec) })),
    escalations: escalations.rows,
  };
}

/** After the commit every open clock is looked at once more; several changes at a time cost one look. */
async function reapplySoon(tx: Tx, now: Date): Promise<void> {
  await schedule(tx, { task: SLA_REAPPLY_TASK, at: now, key: SLA_REAPPLY_TASK, payload: {} });
}

async function queueNamed(tx: Tx, slug: string): Promise<number> {
  const row = await tx.selectFrom('queues').select('id').where('slug', '=', slug).executeTakeFirst();
  if (!row) throw new DomainError('invalid', 'queue_unknown', { queue: slug });
  return row.id;
}

async function calendarNamed(tx: Tx, slug: string): Promise<void> {
  const row = await tx.selectFrom('sla_calendars').select('id').where('slug', '=', slug).executeTakeFirst();
  if (!row) throw new DomainError('invalid', 'sla_calendar_unknown', { calendar: slug });
}
