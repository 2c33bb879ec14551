import type { Tx } from '../../base/db/index.ts';
import { followAutomation } from '../automation/index.ts';
import { followTicket } from '../queues/index.ts';
import { syncClocks } from '../sla/index.ts';
import { followAftercare } from '../surveys/index.ts';
import type { Ticket } from '../tickets/index.ts';
import { causeOf, type Desk } from './context.ts';
import { followPromise } from './promise.sql.ts';
import { wakeIfPressing } from './quiet.ts';

/** Ends a change of a ticket: its clocks follow, and so do the time promised to its customer, its aftercare, the queues that give tickets
 * out or take them back, and the rules of automation (Q2–Q5, F6, F7, U1). To be called at the end of every transaction that changes a
 * ticket, with the locked ticket as it was (undefined: a new one) and as it is. `heard`: its customer wrote into it. */
export async function settle(
  at: { tx: Tx; desk: Desk; now: Date; heard?: boolean },
  before: Ticket | undefined,
  after: Ticket,
): Promise<Ticket> {
  const { tx, desk, now, heard = false } = at;
  const synced = await followPromise(at, before, await syncClocks(tx, after, now));
  await followAftercare(tx, before, synced);
  await followTicket(tx, { before, after: synced }, { queues: (await desk.routing()).queues, now });
  await wakeIfPressing(at, before, synced);
  const rules = await desk.automation();
  await followAutomation(tx, { before, after: synced, heard }, { rules, cause: causeOf(desk), now });
  return synced;
}
