import type { Db, Tx } from '../../base/db/index.ts';
import type { Language } from '../../base/i18n/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { record } from '../audit/index.ts';
import { type Form, NO_FORM, readForms, saveForm } from '../forms/index.ts';
import type { Desk } from '../front-desk/index.ts';
import { readRoutingMap } from '../routing/index.ts';
import { type Actor, authorOf, demand } from '../staff/index.ts';

/** Every topic that customers choose from and what it asks, in the reader's language (M2). */
export async function listForms(at: { db: Db; actor: Actor & { language: Language } }) {
  demand(at.actor, 'queues.manage');
  const [{ topics }, forms] = [await readRoutingMap(at.db), await readForms(at.db)];
  return topics.map(({ id, slug, emoji, texts }) => ({
    topic: {
      ...{ slug, emoji },
      ...{ title: texts.title[at.actor.language], prompt: texts.prompt[at.actor.language] },
    },
    ...(forms.get(id) ?? NO_FORM),
  }));
}

/** Sets what a topic asks: a new version (M2). Refuses (`invalid`) what are no fields and a topic that is not there, and (`conflict`) when
 * somebody else saved another version meanwhile. */
export async function setForm(
  work: { tx: Tx; desk: Desk; actor: Actor },
  slug: string,
  set: { base: number; fields: unknown },
): Promise<void> {
  const { tx, desk, actor } = work;
  demand(actor, 'queues.manage');
  const topic = (await readRoutingMap(tx)).topics.find((one) => one.slug === slug);
  if (!topic) throw new DomainError('invalid', 'topic_unknown', { topic: slug });
  const now = desk.clock.now();
  const before = (await readForms(tx)).get(topic.id) ?? NO_FORM;
  await saveForm(tx, topic.id, { ...set, authorId: actor.id, now });
  const after = (await readForms(tx)).get(topic.id) ?? NO_FORM;
  await record(tx, {
    ...{ by: authorOf(actor), action: 'form.set', object: { kind: 'topic', id: slug } },
    ...{ before: recordOf(before), after: recordOf(after), now },
  });
}

/** A form as the audit log names it: its version and its fields, not their words. */
const recordOf = ({ version, fields }: Form) => ({
  version,
  fields: fields.map(({ id, kind }) => `${id}:${kind}`),
});
