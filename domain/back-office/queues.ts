import type { Tx } from '../../base/db/index.ts';
import { type Desk, placeOf, refreshCard } from '../front-desk/index.ts';
import { followTicket, giveOut, takeNext, watchAssignee } from '../queues/index.ts';
import { type Actor, demand } from '../staff/index.ts';
import type { Ticket } from '../tickets/index.ts';

/** Gives the actor the next ticket of their queues; returns its number, undefined when nothing waits (Q1, Q5). Refuses (`conflict`)
 * somebody who has as many open tickets as they may. */
export async function next(work: { tx: Tx; desk: Desk; actor: Actor }): Promise<number | undefined> {
  demand(work.actor, 'tickets.reply');
  const now = work.desk.clock.now();
  const after = await takeNext(work.tx, { actor: work.actor, now });
  if (!after) return undefined;
  await changed(work, { before: { ...after, assignee_id: null, assigned_at: null }, after });
  return after.id;
}

/** Gives out what waits in a queue (a job): whose turn it is gets the next ticket, as long as somebody is free (Q5). */
export async function handleAssign(tx: Tx, desk: Desk, queueId: number): Promise<void> {
  for (const given of await giveOut(tx, queueId, desk.clock.now())) await changed({ tx, desk }, given);
}

/** Looks whether a ticket's assignee is silent or gone (a durable timer), and takes it back where its queue says so (Q5). */
export async function handleWatch(tx: Tx, desk: Desk, ticketId: number): Promise<void> {
  const { before, after } = await watchAssignee(tx, ticketId, desk.clock.now());
  if (before !== after) await changed({ tx, desk }, { before, after });
}

/** Somebody else has a ticket now: the queues follow, and the customer's card says so. */
export async function changed(
  { tx, desk }: { tx: Tx; desk: Desk },
  change: { before: Ticket; after: Ticket },
): Promise<void> {
  await followTicket(tx, change, { queues: (await desk.routing()).queues, now: desk.clock.now() });
  const place = await placeOf(tx, desk, change.after);
  if (place) await refreshCard(place, change.after);
}
