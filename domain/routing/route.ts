import type { Queue, RoutingMap } from './routing.sql.ts';
import { type Facts, fits, type RoutingRule } from './rules.ts';

/** What decides where a ticket goes. */
export type Matter = Omit<Facts, 'topic'> & { topicId?: number | undefined };

/** Where a ticket goes, and how pressing the rules make it; undefined: they say nothing of it. */
export type Route = { queue: Queue; priority: Facts['priority'] | undefined };

const FIRST_LINE = 'l1';

/** The queue for a matter (F4): that of the first rule that fits and names one, else the topic's own, else L1, else the desk's first.
 * A rule that names a queue which is no longer there is passed over. */
export function routeTicket(map: RoutingMap, matter: Matter): Route {
  const topic = map.topics.find(({ id }) => id === matter.topicId);
  const fitting = map.rules.filter((rule) => fits(rule, { ...matter, topic: topic?.slug }));
  const queue =
    namedQueue(map, fitting) ??
    map.queues.find(({ id }) => id === topic?.queueId) ??
    map.queues.find(({ slug }) => slug === FIRST_LINE) ??
    map.queues[0];
  if (!queue) throw new Error('the desk has no queue: run `npm run nightdesk -- seed`');
  return { queue, priority: namedPriority(fitting) };
}

/** Where an open ticket moves because of what its customer now said (B5): only rules that ask for a reason count. Without one that
 * names a queue it stays where it is. */
export function routeByReason(
  map: RoutingMap,
  matter: Matter,
): { queue: Queue | undefined; priority: Route['priority'] } {
  const topic = map.topics.find(({ id }) => id === matter.topicId)?.slug;
  const fitting = map.rules.filter(
    (rule) => rule.when.reasons !== undefined && fits(rule, { ...matter, topic }),
  );
  return { queue: namedQueue(map, fitting), priority: namedPriority(fitting) };
}

function namedQueue(map: RoutingMap, fitting: readonly RoutingRule[]): Queue | undefined {
  const named = fitting.map(({ to }) => map.queues.find(({ slug }) => slug === to.queue));
  return named.find((queue) => queue !== undefined);
}

function namedPriority(fitting: readonly RoutingRule[]): Route['priority'] {
  return fitting.find(({ to }) => to.priority !== undefined)?.to.priority;
}
