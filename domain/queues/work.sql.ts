import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { Calendar } from '../sla/index.ts';
import { staffById } from '../staff/index.ts';
import { assignSoon } from './follow.ts';
import { measureServed } from './pace.sql.ts';
import { offerWork } from './presence.sql.ts';

/** What somebody of the staff takes on (Q5): queues by slug (none: all of them), languages (none: any), the most open tickets at once, and
 * when they work (null: always). Outside their shifts nothing is given to them. */
export type WorkFacts = {
  queues: readonly string[];
  languages: readonly string[];
  capacity: number;
  shifts: unknown;
};

/** Reads what somebody takes on. Refuses (`not_found`) somebody who does not work here. */
export async function readWorkFacts(db: Db, staffId: number): Promise<WorkFacts> {
  const { rows } = await sql<WorkFacts>`
    select languages, capacity, shifts, array(
      select slug from queues q join staff_queues w on w.queue_id = q.id where w.staff_id = s.id order by q.position, q.id
    ) as queues from staff s where id = ${staffId} and active`.execute(db);
  const [row] = rows;
  if (!row) throw new DomainError('not_found', 'staff_unknown');
  return row;
}

/** Sets what somebody takes on; they are offered work by it as soon as this commits. Refuses (`not_found`) somebody who does not work
 * here, and (`invalid`) queues that are not there and shifts that are none. */
export async function setWorkFacts(
  tx: Tx,
  staffId: number,
  change: { facts: WorkFacts; now: Date },
): Promise<void> {
  const { facts, now } = change;
  if (!(await staffById(tx, staffId))) throw new DomainError('not_found', 'staff_unknown');
  const shifts = facts.shifts === null ? null : readShifts(facts.shifts);
  await sql`
    update staff set languages = ${facts.languages}::text[], capacity = ${facts.capacity},
      shifts = ${shifts && JSON.stringify(shifts)}::jsonb where id = ${staffId}`.execute(tx);
  await tx.deleteFrom('staff_queues').where('staff_id', '=', staffId).execute();
  const { rows } = await sql<{ slug: string }>`
    with added as (
      insert into staff_queues (staff_id, queue_id)
      select ${staffId}, id from queues where slug = any(${facts.queues}::text[]) returning queue_id
    ) select slug from added join queues on id = queue_id`.execute(tx);
  const known = new Set(rows.map(({ slug }) => slug));
  const foreign = facts.queues.find((slug) => !known.has(slug));
  if (foreign !== undefined) throw new DomainError('invalid', 'queue_unknown', { queue: foreign });
  await offerWork(tx, staffId, now);
  await measureServed(tx, staffId);
}

function readShifts(input: unknown): Calendar {
  const parsed = Calendar.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const details = { field: ['shifts', ...(issue?.path ?? [])].join('.'), problem: issue?.message ?? '' };
  throw new DomainError('invalid', 'request_invalid', details);
}

/** A queue's way of handing out work was changed: what waits in it is looked at anew, and so is who has its tickets. */
export async function followQueue(tx: Tx, queueId: number, now: Date): Promise<void> {
  await assignSoon(tx, queueId, now);
  await sql`
    select graphile_worker.add_job('queues.watch', json_build_object('ticket', t.id), job_key => 'watch:' || t.id)
    from tickets t join queues q on q.id = t.queue_id
    where q.id = ${queueId} and (q.silent_minutes is not null or q.offline_minutes is not null)
      and t.assignee_id is not null and t.waiting_since is not null`.execute(tx);
}
