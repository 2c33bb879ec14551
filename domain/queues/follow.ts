import type { Tx } from '../../base/db/index.ts';
import { MINUTE, plus } from '../../base/kernel/index.ts';
import { schedule } from '../../base/queue/index.ts';
import type { Queue } from '../routing/index.ts';
import { isOpen, type Ticket } from '../tickets/index.ts';
import { isWatched } from './watch.ts';
import { watchIfGone, watchTicket } from './watching.sql.ts';

/** The job that gives waiting tickets of a queue to whoever is free. */
export const ASSIGN_TASK = 'queues.assign';

/** What a change of a ticket calls for: queues whose waiting tickets may now find somebody, and a look at its assignee: at a time, or at
 * once if they are gone. */
export type Follow = { assign: readonly number[]; watchAt: Date | 'if gone' | undefined };

/** What follows from a change of a ticket, or from a new one (Q5). Where no queue gives tickets out or takes them back, nothing does. */
export function followUp(
  change: { before?: Ticket | undefined; after: Ticket },
  queues: readonly Queue[],
  now: Date,
): Follow {
  const { before, after } = change;
  const pushing = queues.filter(({ assignment }) => assignment !== 'pull').map(({ id }) => id);
  const arrived = isWaiting(after) && !(before && isWaiting(before) && before.queue_id === after.queue_id);
  const freed = before !== undefined && holder(before) !== null && holder(before) !== holder(after);
  const queue = queues.find(({ id }) => id === after.queue_id);
  return {
    assign: freed ? pushing : arrived ? pushing.filter((id) => id === after.queue_id) : [],
    watchAt: queue && isWatched(after) && !sameWatch(before, after) ? lookAt(after, queue, now) : undefined,
  };
}

const isWaiting = (ticket: Ticket) =>
  ticket.assignee_id === null && ticket.waiting_since !== null && ticket.snoozed_until === null;
const holder = (ticket: Ticket) => (isOpen(ticket.status) ? ticket.assignee_id : null);

function sameWatch(before: Ticket | undefined, after: Ticket): boolean {
  return (
    before !== undefined &&
    isWatched(before) &&
    before.assignee_id === after.assignee_id &&
    before.queue_id === after.queue_id &&
    before.waiting_since?.getTime() === after.waiting_since?.getTime()
  );
}

/** Whether the assignee is there is not known here. Where both count, the job finds out. */
function lookAt(ticket: Ticket, queue: Queue, now: Date): Follow['watchAt'] {
  if (queue.silentMinutes === null) return queue.offlineMinutes === null ? undefined : 'if gone';
  if (queue.offlineMinutes !== null) return now;
  const since = Math.max(ticket.waiting_since?.getTime() ?? 0, ticket.assigned_at?.getTime() ?? 0);
  return plus(new Date(since), queue.silentMinutes * MINUTE);
}

/** Sets the jobs and timers that a change of a ticket calls for, in its transaction; costs nothing where it calls for none. */
export async function followTicket(
  tx: Tx,
  change: { before?: Ticket | undefined; after: Ticket },
  at: { queues: readonly Queue[]; now: Date },
): Promise<void> {
  const { assign, watchAt } = followUp(change, at.queues, at.now);
  for (const queueId of assign) await assignSoon(tx, queueId, at.now);
  if (watchAt === 'if gone') await watchIfGone(tx, change.after);
  else if (watchAt) await watchTicket(tx, change.after.id, watchAt);
}

/** After the commit, waiting tickets of a queue are given to whoever is free. Many changes at a time cost one run. */
export async function assignSoon(tx: Tx, queueId: number, now: Date): Promise<void> {
  await schedule(tx, { task: ASSIGN_TASK, at: now, key: `assign:${queueId}`, payload: { queue: queueId } });
}
