import { z } from 'zod';
import { announce, type Tx } from '../../base/db/index.ts';
import { LANGUAGES } from '../../base/i18n/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { record } from '../audit/index.ts';
import { authorOf, demand } from '../staff/index.ts';
import type { Editing } from './articles.sql.ts';
import { readSections } from './library.sql.ts';
import type { Section } from './library.ts';

const SectionDraft = z.strictObject({
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'use small letters, digits and -, 40 at most'),
  emoji: z.string().trim().min(1).max(8),
  titles: z
    .partialRecord(z.enum(LANGUAGES), z.string().trim().min(1).max(80))
    .refine((titles) => Object.keys(titles).length > 0, { error: 'name it in at least one language' }),
});

/** Says anew which sections there are, in their order. Refuses (`invalid`) what is none, and (`conflict`) to take away one with articles. */
export async function saveSections(tx: Tx, input: unknown, by: Editing): Promise<void> {
  demand(by.actor, 'knowledge.edit');
  const parsed = z.array(SectionDraft).min(1).max(60).safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const details = { field: issue?.path.join('.') || 'body', problem: issue?.message ?? '' };
    throw new DomainError('invalid', 'request_invalid', details);
  }
  const slugs = parsed.data.map(({ slug }) => slug);
  const before = await readSections(tx);
  const gone = await tx
    .selectFrom('knowledge_sections as s')
    .select([
      's.id',
      's.slug',
      (eb) =>
        eb.exists(eb.selectFrom('articles').select('id').whereRef('section_id', '=', 's.id')).as('used'),
    ])
    .where('s.slug', 'not in', slugs)
    .forUpdate()
    .execute();
  const used = gone.find((section) => section.used);
  if (used) throw new DomainError('conflict', 'section_used', { section: used.slug });
  if (gone.length > 0)
    await tx
      .deleteFrom('knowledge_sections')
      .where(
        'id',
        'in',
        gone.map(({ id }) => id),
      )
      .execute();
  await putSections(tx, parsed.data, 'replace');
  await record(tx, {
    ...{ by: authorOf(by.actor), action: 'knowledge.sections', object: { kind: 'settings', id: 'sections' } },
    ...{ before: fieldsOf(before), after: fieldsOf(await readSections(tx)), now: by.now },
  });
  announce(tx, { knowledge: true });
}

const fieldsOf = (sections: readonly Section[]): Record<string, unknown> => ({
  order: sections.map(({ slug }) => slug),
  ...Object.fromEntries(sections.map(({ slug, emoji, titles }) => [`section ${slug}`, { emoji, titles }])),
});

type Draft = z.infer<typeof SectionDraft>;

/** Writes sections in their order; those that are there are replaced, or stay as they are. */
export async function putSections(
  tx: Tx,
  sections: readonly Draft[],
  there: 'replace' | 'keep',
): Promise<void> {
  for (const [position, { slug, emoji, titles }] of sections.entries()) {
    const values = { emoji, titles: JSON.stringify(titles), position };
    await tx
      .insertInto('knowledge_sections')
      .values({ slug, ...values })
      .onConflict((conflict) =>
        there === 'replace'
          ? conflict.column('slug').doUpdateSet(values)
          : conflict.column('slug').doNothing(),
      )
      .execute();
  }
}
