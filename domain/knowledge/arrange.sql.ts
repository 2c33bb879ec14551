import { sql } from 'kysely';
import { announce, type Tx } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { record } from '../audit/index.ts';
import { authorOf, demand } from '../staff/index.ts';
import type { Editing } from './articles.sql.ts';

/** A section with the ids of its articles, in the order in which readers see them. */
export type Shelf = { section: string; articles: readonly number[] };

type Placed = { id: number; section_id: number; section: string; position: number };

/** Puts articles into sections and in order, at once: those of a shelf stand first in its section, in their order; what a section has besides
 * stands behind them as it did (M3). Refuses (`invalid`) a section that is not there or is named twice, and (`not_found`) an article that is not. */
export async function arrangeArticles(tx: Tx, shelves: readonly Shelf[], by: Editing): Promise<void> {
  demand(by.actor, 'knowledge.edit');
  const sections = await sectionIds(tx, shelves);
  const wanted = new Map(
    shelves.flatMap(({ section, articles }) =>
      articles.map((id, index) => [id, { section, position: index + 1 }] as const),
    ),
  );
  const named = shelves.map(({ section }) => section);
  const { rows } = await sql<Placed>`
    select a.id, a.section_id, s.slug as section, a.position from articles a join knowledge_sections s on s.id = a.section_id
    where s.slug = any(${named}) or a.id = any(${[...wanted.keys()]}::bigint[])
    order by a.position, a.id for update of a`.execute(tx);
  const there = new Set(rows.map(({ id }) => id));
  if ([...wanted.keys()].some((id) => !there.has(id))) throw new DomainError('not_found', 'article_unknown');
  const behind = rows.filter(({ id }) => !wanted.has(id));
  for (const { section, articles } of shelves)
    for (const [index, { id }] of behind.filter((row) => row.section === section).entries())
      wanted.set(id, { section, position: articles.length + index + 1 });
  for (const row of rows) {
    const to = wanted.get(row.id);
    if (!to || (to.section === row.section && to.position === row.position)) continue;
    const place = { section_id: sections.get(to.section) ?? row.section_id, position: to.position };
    await put(tx, { row, place }, by);
  }
  announce(tx, { knowledge: true });
}

async function put(
  tx: Tx,
  { row, place }: { row: Placed; place: Pick<Placed, 'section_id' | 'position'> },
  { actor, now }: Editing,
): Promise<void> {
  await tx
    .updateTable('articles')
    .set({ ...place, changed_at: now })
    .where('id', '=', row.id)
    .execute();
  await record(tx, {
    ...{ by: authorOf(actor), action: 'article.place', object: { kind: 'article', id: row.id } },
    before: { section: row.section_id, position: row.position },
    after: { section: place.section_id, position: place.position },
    now,
  });
}

async function sectionIds(tx: Tx, shelves: readonly Shelf[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.selectFrom('knowledge_sections').select(['id', 'slug']).forShare().execute();
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]));
  const named = new Set<string>();
  for (const { section } of shelves) {
    if (!ids.has(section) || named.has(section))
      throw new DomainError('invalid', 'section_unknown', { section });
    named.add(section);
  }
  return ids;
}
