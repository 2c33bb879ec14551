import { deserialize, serialize } from 'node:v8';
import { sql } from 'kysely';
import { announce, type Db, type Tx } from '../../base/db/index.ts';
import { type Classifier, type Example, type Learnt, restore } from './classifier.ts';

/** What a model of topics is learnt from, and the newest ticket among it. */
export type Lesson = { examples: Example[]; lastTicketId: number | null };

/** So many of a desk's newest tickets are learnt from: more take longer and say little more. */
const MOST_TICKETS = 5000;
/** Less teaches nothing that could be trusted. */
const FEWEST = 200;
/** So many new tickets, or this share of those that were learnt from, are worth learning anew. */
const NEW_TICKETS = { least: 50, share: 0.1 };

/** What to learn topics from now: the titles and other words of published articles that belong to one topic, and the desk's own tickets, by the
 * first words of their customers. Undefined: nothing is new enough, or there is nothing to learn. */
export async function readLesson(db: Db): Promise<Lesson | undefined> {
  const { rows } = await sql<{ examples: number; last_ticket_id: number | null; fresh: number }>`
    select m.examples, m.last_ticket_id, (select count(*)::int from (select from tickets t
      where t.topic_id is not null and t.id > coalesce(m.last_ticket_id, 0) limit ${sql.lit(MOST_TICKETS)}) n) as fresh
    from topic_models m`.execute(db);
  const [model] = rows;
  if (model && model.fresh < Math.max(NEW_TICKETS.least, NEW_TICKETS.share * model.examples))
    return undefined;
  const tickets = await sql<Example & { id: number }>`
    select t.id, p.slug as label, left(m.text, 500) as text from tickets t join topics p on p.id = t.topic_id
    join lateral (select text from messages where ticket_id = t.id and author_kind = 'customer' and text <> '' order by id limit 1) m on true
    where p.active order by t.id desc limit ${sql.lit(MOST_TICKETS)}`.execute(db);
  const articles = await sql<Example>`
    select a.topics[1] as label, phrase as text from articles a
    join article_versions v on v.article_id = a.id and v.version = a.published_version
    cross join lateral jsonb_each(v.texts) as t (language, said)
    cross join lateral (select said ->> 'title' union all select jsonb_array_elements_text(said -> 'keywords')) p (phrase)
    where cardinality(a.topics) = 1 and a.archived_at is null
      and exists (select from topics where slug = a.topics[1] and active)
    order by a.id, language, phrase`.execute(db);
  const examples = [...articles.rows, ...tickets.rows].map(({ text, label }) => ({ text, label }));
  if (examples.length < FEWEST || new Set(examples.map(({ label }) => label)).size < 2) return undefined;
  return { examples, lastTicketId: tickets.rows[0]?.id ?? null };
}

/** A model as bytes. */
export const packTopics = (learnt: Learnt): Uint8Array => serialize(learnt);

/** Keeps what was learnt; every process takes it from there. */
export async function saveTopics(
  tx: Tx,
  model: { learnt: Uint8Array; lesson: Lesson; now: Date },
): Promise<void> {
  const { learnt, lesson, now } = model;
  const values = {
    learnt: Buffer.from(learnt),
    ...{ examples: lesson.examples.length, last_ticket_id: lesson.lastTicketId, learnt_at: now },
  };
  await tx
    .insertInto('topic_models')
    .values(values)
    .onConflict((conflict) => conflict.column('singleton').doUpdateSet(values))
    .execute();
  announce(tx, { knowledge: true });
}

/** A model that was kept, and when it was learnt. */
export type KeptTopics = { classifier: Classifier; learntAt: number };

/** The model that is kept, unless it is `known` already. */
export async function readTopics(db: Db, known: KeptTopics | undefined): Promise<KeptTopics | undefined> {
  const row = await db.selectFrom('topic_models').select('learnt_at').executeTakeFirst();
  const learntAt = row?.learnt_at.getTime();
  if (learntAt === undefined || learntAt === known?.learntAt) return known;
  const { learnt } = await db.selectFrom('topic_models').select('learnt').executeTakeFirstOrThrow();
  return { classifier: restore(deserialize(learnt) as Learnt), learntAt };
}
