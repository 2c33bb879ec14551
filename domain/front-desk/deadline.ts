import type { Transact, Tx } from '../../base/db/index.ts';
import { followAutomation } from '../automation/index.ts';
import { followTicket } from '../queues/index.ts';
import { handleSlaTimer, reapplyPolicies, type Synced } from '../sla/index.ts';
import { placeOf, refreshCard } from './card.sql.ts';
import { causeOf, type Desk } from './context.ts';
import { followPromise } from './promise.sql.ts';
import { wakeIfPressing } from './quiet.ts';

/** A deadline of a ticket, or the warning before it, has come (a durable timer, Q4): rules may answer it (U1). Where
 * escalation changed the ticket, the queues and the customer's card follow. */
export async function handleDeadline(tx: Tx, desk: Desk, ticketId: number): Promise<void> {
  await follow(tx, desk, await handleSlaTimer(tx, ticketId, desk.clock.now()));
}

/** The rules of service levels changed (a job): the clocks of all open tickets follow, and where that raised or moved a ticket, so do
 * the queues and the customer's card (Q2). */
export async function handleNewRules(transact: Transact, desk: Desk): Promise<void> {
  await reapplyPolicies(transact, desk.clock, (tx, change) => follow(tx, desk, change));
}

async function follow(tx: Tx, desk: Desk, { before, after: timed }: Synced): Promise<void> {
  const now = desk.clock.now();
  const rules = await desk.automation();
  await followAutomation(tx, { before, after: timed }, { rules, cause: causeOf(desk), now });
  if (timed.priority === before.priority && timed.queue_id === before.queue_id) return;
  const after = await followPromise({ tx, desk, now }, before, timed);
  await followTicket(tx, { before, after }, { queues: (await desk.routing()).queues, now });
  await wakeIfPressing({ tx, now }, before, after);
  const place = await placeOf(tx, desk, after);
  if (place) await refreshCard(place, after);
}
