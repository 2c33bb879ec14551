import type { Db, Tx } from '../../base/db/index.ts';
import type { Language } from '../../base/i18n/index.ts';

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

/** A line of tickets with its targets, in minutes (blueprint §6). */
export type Queue = {
  id: number;
  slug: string;
  name: string;
  firstReplyMinutes: number;
  resolutionMinutes: number;
};

/** How requests are sorted: all topics a customer can choose, likely first, and all queues. */
export type RoutingMap = { topics: readonly Topic[]; queues: readonly Queue[] };

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
    })),
  };
}

/** Adds queues that are not there yet, by slug. */
export async function addQueues(tx: Tx, queues: readonly Omit<Queue, 'id'>[]): Promise<void> {
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
