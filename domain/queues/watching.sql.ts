import { sql } from 'kysely';
import { later, type Tx } from '../../base/db/index.ts';
import { schedule } from '../../base/queue/index.ts';
import type { Ticket } from '../tickets/index.ts';

/** The timer that looks whether a ticket's assignee is silent or gone. */
export const WATCH_TASK = 'queues.watch';

const keyOf = (ticketId: number) => `watch:${ticketId}`;

/** Looks at a ticket's assignee then. */
export async function watchTicket(tx: Tx, ticketId: number, at: Date): Promise<void> {
  await schedule(tx, { task: WATCH_TASK, at, key: keyOf(ticketId), payload: { ticket: ticketId } });
}

/** Looks at a ticket's assignee at once if they are gone: nearly always they are there, and nothing is to be done. Who leaves at this very
 * moment is looked at again by `setPresence`. */
export async function watchIfGone(tx: Tx, { id, assignee_id }: Ticket): Promise<void> {
  await sql`
    select graphile_worker.add_job(${WATCH_TASK}, json_build_object('ticket', ${id}::bigint), job_key => ${keyOf(id)})
    from staff where id = ${assignee_id} and presence = 'offline'${later}`.execute(tx);
}
