import { announce, type Db, type Tx } from '../../base/db/index.ts';
import type { Language } from '../../base/i18n/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { type RoutingRule, RoutingRules } from './rules.ts';

/** Words in every language served. */
export type InLanguages = Readonly<Record<Language, string>>;

/** A topic's clarifying question and its answers (F2). */
export type Clarify = {
  readonly text: InLanguages;
  readonly options: readonly {
    readonly id: string;
    readonly label: InLanguages;
    readonly outcome: 'ticket' | 'solved' | 'person';
  }[];
};

/** What a topic says to a customer. */
export type TopicTexts = {
  readonly title: InLanguages;
  readonly prompt: InLanguages;
  readonly clarify?: Clarify;
};

/** A kind of matter that customers choose from, and the queue that it goes to (F2, F4). */
export type Topic = { id: number; slug: string; emoji: string; queueId: number; texts: TopicTexts };

/** How a queue hands out its tickets (Q5). `pull`: agents ask for the next one; otherwise each goes to whoever has waited longest for
 * one, or to whoever has the fewest open. */
export type Assignment = 'pull' | 'round_robin' | 'least_loaded';

/** A line of tickets with its targets, in minutes (blueprint §6). */
export type Queue = {
  id: number;
  slug: string;
  name: string;
  firstReplyMinutes: number;
  resolutionMinutes: number;
  assignment: Assignment;
  /** A ticket goes back to the queue when its customer has waited so long for its assignee; null: never. */
  silentMinutes: number | null;
  /** The same, once the assignee has been offline so long; null: never. */
  offlineMinutes: number | null;
};

/** How requests are sorted: all topics a customer can choose, likely first; all queues; and the rules, in their order. */
export type RoutingMap = {
  topics: readonly Topic[];
  queues: readonly Queue[];
  rules: readonly RoutingRule[];
};

/** Reads how requests are sorted now. */
export async function readRoutingMap(db: Db): Promise<RoutingMap> {
  const topics = await db
    .selectFrom('topics')
    .selectAll()
    .where('active', '=', true)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const queues = await db.selectFrom('queues').selectAll().orderBy('position').orderBy('id').execute();
  const rules = await db
    .selectFrom('routing_rules')
    .select(['conditions', 'outcome'])
    .orderBy('position')
    .execute();
  return {
    topics: topics.map((row) => ({
      id: row.id,
      slug: row.slug,
      emoji: row.emoji,
      queueId: row.queue_id,
      texts: row.texts as TopicTexts,
    })),
    queues: queues.map((row) => ({
      id: row.id,
      slug: row.slug,
      name: row.name,
      firstReplyMinutes: row.first_reply_minutes,
      resolutionMinutes: row.resolution_minutes,
      assignment: row.assignment as Assignment,
      silentMinutes: row.silent_minutes,
      offlineMinutes: row.offline_minutes,
    })),
    rules: RoutingRules.parse(rules.map(({ conditions, outcome }) => ({ when: conditions, to: outcome }))),
  };
}

/** Sets all rules anew, in this order. Refuses (`invalid`) what are no rules, and queues that are not there. */
export async function replaceRoutingRules(tx: Tx, input: unknown): Promise<void> {
  const parsed = RoutingRules.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const details = { field: issue?.path.join('.') ?? '', problem: issue?.message ?? '' };
    throw new DomainError('invalid', 'request_invalid', details);
  }
  const queues = await tx.selectFrom('queues').select('slug').execute();
  const known = new Set(queues.map(({ slug }) => slug));
  const foreign = parsed.data.find(({ to }) => to.queue !== undefined && !known.has(to.queue));
  if (foreign) throw new DomainError('invalid', 'queue_unknown', { queue: foreign.to.queue ?? '' });
  await tx.deleteFrom('routing_rules').execute();
  const rows = parsed.data.map(({ when, to }, position) => ({
    position,
    conditions: JSON.stringify(when),
    outcome: JSON.stringify(to),
  }));
  if (rows.length > 0) await tx.insertInto('routing_rules').values(rows).execute();
  announce(tx, { rules: true });
}

/** Sets how a queue hands out its tickets and takes them back (Q5). Refuses (`not_found`) a queue that is not there. Returns its id. */
export async function setQueue(
  tx: Tx,
  slug: string,
  set: Pick<Queue, 'assignment' | 'silentMinutes' | 'offlineMinutes'>,
): Promise<number> {
  const row = await tx
    .updateTable('queues')
    .set({
      assignment: set.assignment,
      silent_minutes: set.silentMinutes,
      offline_minutes: set.offlineMinutes,
    })
    .where('slug', '=', slug)
    .returning('id')
    .executeTakeFirst();
  if (!row) throw new DomainError('not_found', 'queue_unknown', { queue: slug });
  announce(tx, { rules: true });
  return row.id;
}

/** What a new queue is made with; it is one to pull from until somebody says otherwise. */
type NewQueue = Pick<Queue, 'slug' | 'name' | 'firstReplyMinutes' | 'resolutionMinutes'>;

/** Adds queues that are not there yet, by slug. */
export async function addQueues(tx: Tx, queues: readonly NewQueue[]): Promise<void> {
  for (const [position, queue] of queues.entries()) {
    await tx
      .insertInto('queues')
      .values({
        slug: queue.slug,
        name: queue.name,
        first_reply_minutes: queue.firstReplyMinutes,
        resolution_minutes: queue.resolutionMinutes,
        position,
      })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .execute();
  }
}

/** Adds topics that are not there yet, by slug. Fails when a queue is not there. */
export async function addTopics(
  tx: Tx,
  topics: readonly { slug: string; emoji: string; queue: string; texts: TopicTexts }[],
): Promise<void> {
  const { queues } = await readRoutingMap(tx);
  for (const [position, topic] of topics.entries()) {
    const queue = queues.find(({ slug }) => slug === topic.queue);
    if (!queue)
      throw new Error(`the topic ${topic.slug} names the queue ${topic.queue}, which does not exist`);
    await tx
      .insertInto('topics')
      .values({
        slug: topic.slug,
        emoji: topic.emoji,
        position,
        queue_id: queue.id,
        texts: JSON.stringify(topic.texts),
      })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .execute();
  }
}
