import type { Tx } from '../../base/db/index.ts';
import { record } from '../audit/index.ts';
import type { Desk } from '../front-desk/index.ts';
import {
  followQueue,
  type Presence,
  readPresence,
  readWorkFacts,
  setPresence,
  setWorkFacts,
  type WorkFacts,
} from '../queues/index.ts';
import { type Queue, readRoutingMap, replaceRoutingRules, setQueue } from '../routing/index.ts';
import { type Actor, authorOf, demand } from '../staff/index.ts';

type Managing = { tx: Tx; desk: Desk; actor: Actor };

/** Sets all rules of routing anew, in this order (F4). Refuses (`invalid`) what are no rules, and queues that are not there. */
export async function setRoutingRules({ tx, desk, actor }: Managing, rules: unknown): Promise<void> {
  demand(actor, 'queues.manage');
  const before = await readRoutingMap(tx);
  await replaceRoutingRules(tx, rules);
  const after = await readRoutingMap(tx);
  await record(tx, {
    ...{ by: authorOf(actor), action: 'routing.replace', object: { kind: 'routing', id: 'rules' } },
    ...{ before: { rules: before.rules }, after: { rules: after.rules }, now: desk.clock.now() },
  });
}

/** Sets how a queue hands out its tickets and takes them back; what waits in it follows at once (Q5). Refuses (`not_found`) a queue that
 * is not there. */
export async function setQueueSettings(
  { tx, desk, actor }: Managing,
  slug: string,
  set: Pick<Queue, 'assignment' | 'silentMinutes' | 'offlineMinutes'>,
): Promise<void> {
  demand(actor, 'queues.manage');
  const now = desk.clock.now();
  const before = (await readRoutingMap(tx)).queues.find((queue) => queue.slug === slug);
  const queueId = await setQueue(tx, slug, set);
  await followQueue(tx, queueId, now);
  await record(tx, {
    ...{ by: authorOf(actor), action: 'queue.set', object: { kind: 'queue', id: slug } },
    ...{ before: { ...before }, after: { ...before, ...set }, now },
  });
}

/** Sets what somebody of the staff takes on; they are offered work by it at once (Q5). Refuses (`not_found`) somebody who does not work
 * here, and (`invalid`) queues that are not there and shifts that are none. */
export async function setStaffWork(
  { tx, desk, actor }: Managing,
  staffId: number,
  facts: WorkFacts,
): Promise<void> {
  demand(actor, 'staff.manage');
  const now = desk.clock.now();
  const before = await readWorkFacts(tx, staffId);
  await setWorkFacts(tx, staffId, { facts, now });
  await record(tx, {
    ...{ by: authorOf(actor), action: 'staff.work', object: { kind: 'staff', id: staffId } },
    ...{ before: { ...before }, after: { ...(await readWorkFacts(tx, staffId)) }, now },
  });
}

/** The actor comes, steps away or goes (Q5). */
export async function setOwnPresence(
  { tx, desk, actor }: Managing,
  state: Presence['presence'],
): Promise<void> {
  const now = desk.clock.now();
  const before = await readPresence(tx, actor.id);
  await setPresence(tx, actor.id, { state, chosen: true, now });
  await record(tx, {
    ...{ by: authorOf(actor), action: 'presence.set', object: { kind: 'staff', id: actor.id } },
    ...{ before: { state: before.state }, after: { state }, now },
  });
}
