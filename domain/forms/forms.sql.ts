import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import type { Language } from '../../base/i18n/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { type Given, type ShownAnswer, showAnswers } from './answers.ts';
import { type Field, readFields } from './field.ts';

/** A topic's form as it is asked now. Version 0: it has none. */
export type Form = { version: number; fields: readonly Field[] };

/** The form of a topic that has none. */
export const NO_FORM: Form = { version: 0, fields: [] };

/** The forms that are asked now, by the topic's id. */
export async function readForms(db: Db): Promise<Map<number, Form>> {
  const { rows } = await sql<{ topic_id: number; version: number; fields: Field[] }>`
    select distinct on (topic_id) topic_id, version, fields from topic_forms order by topic_id, version desc`.execute(
    db,
  );
  return new Map(rows.map(({ topic_id, version, fields }) => [topic_id, { version, fields }]));
}

/** Sets a topic's form anew (M2): a new version; what was asked before stays on record. Refuses (`conflict`) when `base` is not the newest
 * version, and (`invalid`) what are no fields. Returns the new version. */
export async function saveForm(
  tx: Tx,
  topicId: number,
  set: { base: number; fields: unknown; authorId: number | null; now: Date },
): Promise<number> {
  const fields = readFields(set.fields);
  await tx.selectFrom('topics').select('id').where('id', '=', topicId).forUpdate().executeTakeFirstOrThrow();
  const before = (await readForms(tx)).get(topicId) ?? NO_FORM;
  if (before.version !== set.base) throw new DomainError('conflict', 'form_edited_meanwhile');
  const version = before.version + 1;
  await tx
    .insertInto('topic_forms')
    .values({
      topic_id: topicId,
      version,
      fields: JSON.stringify(fields),
      author_id: set.authorId,
      created_at: set.now,
    })
    .execute();
  return version;
}

/** Gives topics, by slug, the forms that they lack; a topic that has or had one keeps it. */
export async function addStarterForms(
  tx: Tx,
  forms: readonly { topic: string; fields: unknown }[],
  now: Date,
): Promise<void> {
  const topics = await tx.selectFrom('topics').select(['id', 'slug']).execute();
  const known = await readForms(tx);
  for (const { topic, fields } of forms) {
    const found = topics.find(({ slug }) => slug === topic);
    if (found && !known.has(found.id)) await saveForm(tx, found.id, { base: 0, fields, authorId: null, now });
  }
}

/** Keeps what was answered when a ticket was opened. */
export async function storeAnswers(
  tx: Tx,
  ticketId: number,
  answered: { topicId: number; version: number; answers: Given },
): Promise<void> {
  const { topicId, version, answers } = answered;
  await tx
    .insertInto('ticket_answers')
    .values({ ticket_id: ticketId, topic_id: topicId, version, answers: JSON.stringify(answers) })
    .execute();
}

/** What was answered when a ticket was opened, by the fields as they were then, in a reader's language. */
export async function readAnswers(
  db: Db,
  ticketId: number,
  order: { own: Language; desk: Language },
): Promise<ShownAnswer[]> {
  const row = await db
    .selectFrom('ticket_answers as a')
    .innerJoin('topic_forms as f', (join) =>
      join.onRef('f.topic_id', '=', 'a.topic_id').onRef('f.version', '=', 'a.version'),
    )
    .select(['f.fields', 'a.answers'])
    .where('a.ticket_id', '=', ticketId)
    .executeTakeFirst();
  return row ? showAnswers(row.fields as Field[], row.answers as Given, order) : [];
}
