import { MINUTE, plus } from '../../base/kernel/index.ts';
import type { Queue, RoutingMap } from './routing.sql.ts';

/** What decides where a ticket goes. */
export type Matter = { topicId?: number; isVip: boolean; urgentQueue?: string };

const FIRST_LINE = 'l1';
const VIP_LINE = 'vip';

/** The queue for a matter: the urgent one that its words ask for, the VIP queue for VIPs, the topic's own, else L1 (F4).
 * Where a desk has none of these, its first queue. */
export function routeTicket(map: RoutingMap, matter: Matter): Queue {
  const bySlug = (slug: string | undefined) => map.queues.find((queue) => queue.slug === slug);
  const topic = map.topics.find(({ id }) => id === matter.topicId);
  const queue =
    bySlug(matter.urgentQueue) ??
    (matter.isVip ? bySlug(VIP_LINE) : undefined) ??
    map.queues.find(({ id }) => id === topic?.queueId) ??
    bySlug(FIRST_LINE) ??
    map.queues[0];
  if (!queue) throw new Error('the desk has no queue: run `npm run nightdesk -- seed`');
  return queue;
}

/** By when a person answers: the queue's target for the first reply, on a whole minute so that it can be said (F3). */
export function firstReplyEta(queue: Queue, now: Date): Date {
  return new Date(Math.ceil(plus(now, queue.firstReplyMinutes * MINUTE).getTime() / MINUTE) * MINUTE);
}
