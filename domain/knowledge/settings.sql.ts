import { z } from 'zod';
import { announce, type Db, type Tx } from '../../base/db/index.ts';
import { record } from '../audit/index.ts';
import { type Actor, authorOf, demand } from '../staff/index.ts';
import type { Synonyms } from './search.ts';

/** How a desk uses its knowledge base: whether only whoever may approve publishes; whether the bot answers from articles, and from which
 * probability on (B4); whether it asks "is it about …?" where words tell the topic. */
export const KnowledgeSettings = z.strictObject({
  approval_required: z.boolean(),
  bot_answers: z.boolean(),
  bot_confidence: z.number().min(0.5).max(0.99),
  bot_topics: z.boolean(),
});
/** See the schema of the same name. */
export type KnowledgeSettings = z.infer<typeof KnowledgeSettings>;

/** How the desk uses its knowledge base now. */
export function readKnowledgeSettings(db: Db): Promise<KnowledgeSettings> {
  return db
    .selectFrom('knowledge_settings')
    .select(['approval_required', 'bot_answers', 'bot_confidence', 'bot_topics'])
    .executeTakeFirstOrThrow();
}

type Changing = { actor: Actor; now: Date };

/** Changes it; what is not named stays. */
export async function saveKnowledgeSettings(
  tx: Tx,
  set: Partial<KnowledgeSettings>,
  by: Changing,
): Promise<void> {
  demand(by.actor, 'knowledge.approve');
  const before = await readKnowledgeSettings(tx);
  const after = KnowledgeSettings.parse({ ...before, ...set });
  await tx.updateTable('knowledge_settings').set(after).execute();
  await record(tx, {
    ...{
      by: authorOf(by.actor),
      action: 'knowledge.settings',
      object: { kind: 'settings', id: 'knowledge' },
    },
    ...{ before, after, now: by.now },
  });
  announce(tx, { knowledge: true });
}

/** The words that mean the same to this desk. */
export async function readSynonyms(db: Db): Promise<Synonyms> {
  const rows = await db.selectFrom('knowledge_synonyms').select('words').orderBy('id').execute();
  return rows.map(({ words }) => words);
}

const Groups = z.array(z.array(z.string().trim().toLowerCase().min(1).max(60)).min(2).max(20)).max(500);

/** Says anew which words mean the same; groups take the place of all that were there. */
export async function saveSynonyms(tx: Tx, groups: Synonyms, by: Changing): Promise<void> {
  demand(by.actor, 'knowledge.edit');
  const before = await readSynonyms(tx);
  const after = Groups.parse(groups)
    .map((words) => [...new Set(words)])
    .filter(({ length }) => length > 1);
  await tx.deleteFrom('knowledge_synonyms').execute();
  if (after.length > 0)
    await tx
      .insertInto('knowledge_synonyms')
      .values(after.map((words) => ({ words })))
      .execute();
  await record(tx, {
    ...{ by: authorOf(by.actor), action: 'knowledge.synonyms', object: { kind: 'settings', id: 'synonyms' } },
    ...{ before: { groups: before.length }, after: { groups: after.length }, now: by.now },
  });
  announce(tx, { knowledge: true });
}
