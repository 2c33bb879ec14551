import type { Tx } from '../../base/db/index.ts';
import type { Settled } from '../../base/outbox/index.ts';
import { recordDelivery } from '../back-office/index.ts';
import { moveGroup } from '../chats/index.ts';
import { hearPlace, hearPlaceOutcome, onCarried, onPrivateSetup } from '../community/index.ts';
import { type BusinessArrival, followDelivery, handleBusiness, onChatStart } from '../concierge/index.ts';
import {
  type Arrival,
  type Desk,
  type GroupMoved,
  handleArrival,
  hearTopic,
  type InlineArrival,
  type PlaceArrival,
} from '../front-desk/index.ts';
import { handleForumArrival, lookAtMoved, noteForumSettled, offerMacros } from '../staff-forum/index.ts';

/** Whatever can reach the desk from a chat. */
export type AnyArrival = Arrival | PlaceArrival | BusinessArrival | InlineArrival | GroupMoved;

/** Hands whatever reached the desk to the room whose chat it is, in the caller's transaction: a private chat to the front desk, groups of the
 * staff's to the staff forum, other groups and channels to the community, a chat of somebody's own account to the concierge (P1–P3, P5,
 * P6). */
export async function handOver(tx: Tx, desk: Desk, arrival: AnyArrival): Promise<void> {
  if ('place' in arrival) {
    if (!(await handleForumArrival(tx, desk, arrival))) await hearPlace(tx, desk, arrival);
    return;
  }
  if ('moved' in arrival) {
    await moveGroup(tx, arrival.moved);
    return lookAtMoved(tx, arrival.moved.to);
  }
  if ('inline' in arrival) return offerMacros(tx, desk, arrival);
  if ('business' in arrival) return handleBusiness(tx, desk, arrival);
  if (arrival.chat.direct !== undefined) return handleArrival(tx, desk, inSight(arrival));
  if (await onPrivateSetup(tx, desk, arrival)) return;
  if (await onChatStart(tx, desk, arrival)) return;
  if (await onCarried(tx, desk, arrival)) return;
  await handleArrival(tx, desk, arrival);
}

/** What is answered with a secret, or is for the staff: such an answer is for one person's eyes. */
const FOR_ONE = ['console', 'cabinet', 'id'];

/** Direct messages to a channel are read by everybody who looks after it: commands whose answer is for one person's eyes are words there. */
function inSight(arrival: Arrival): Arrival {
  const { what } = arrival;
  return what.kind === 'command' && FOR_ONE.includes(what.name)
    ? { ...arrival, what: { kind: 'message', content: what.content } }
    : arrival;
}

/** Tells the room that asked for it how a message ended. */
export async function hearOutcome(tx: Tx, desk: Desk, settled: Settled): Promise<void> {
  if (await hearPlaceOutcome({ tx, desk, now: desk.clock.now() }, settled)) return;
  if (await noteForumSettled(tx, desk, settled)) return;
  if (await hearTopic(tx, settled)) return;
  await recordDelivery(tx, settled);
  await followDelivery(tx, desk, settled);
}
