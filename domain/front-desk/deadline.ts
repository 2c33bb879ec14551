import type { Tx } from '../../base/db/index.ts';
import { followTicket } from '../queues/index.ts';
import { handleSlaTimer } from '../sla/index.ts';
import { placeOf, refreshCard } from './card.sql.ts';
import type { Desk } from './context.ts';

/** A deadline of a ticket, or the warning before it, has come (a durable timer, Q4). Where escalation changed the ticket, the
 * customer's card follows. */
export async function handleDeadline(tx: Tx, desk: Desk, ticketId: number): Promise<void> {
  const now = desk.clock.now();
  const { before, after } = await handleSlaTimer(tx, ticketId, now);
  if (after.priority === before.priority && after.queue_id === before.queue_id) return;
  await followTicket(tx, { before, after }, { queues: (await desk.routing()).queues, now });
  const place = await placeOf(tx, desk, after);
  if (place) await refreshCard(place, after);
}
