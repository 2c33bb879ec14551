import type { Priority } from '../tickets/index.ts';

/** What decides when a waiting ticket's turn comes. `topicRank` is the place of its topic among all topics. */
export type WorkItem = {
  id: number;
  priority: Priority;
  vip: boolean;
  waitingSince: Date;
  topicRank: number;
};

/** The order of work (Q1): critical before VIP before waiting time before topic; the ticket number decides what is left. Negative when
 * `a` comes first. The index `tickets_next` stands in this order. */
export function compareWork(a: WorkItem, b: WorkItem): number {
  return (
    Number(b.priority === 'critical') - Number(a.priority === 'critical') ||
    Number(b.vip) - Number(a.vip) ||
    a.waitingSince.getTime() - b.waitingSince.getTime() ||
    a.topicRank - b.topicRank ||
    a.id - b.id
  );
}
