import { sql } from 'kysely';
import { announce, type Tx } from '../../base/db/index.ts';
import type { Language } from '../../base/i18n/index.ts';
import { type ArticleText, readPlace, readTexts } from './article.ts';
import { keepVersion } from './articles.sql.ts';
import { embedSoon } from './embeddings.sql.ts';
import { putSections } from './sections.sql.ts';

/** An article of the starter library. */
export type StarterArticle = {
  slug: string;
  section: string;
  topics: string[];
  macros: string[];
  popular: boolean;
  texts: Partial<Record<Language, ArticleText>>;
};

type Sections = Parameters<typeof putSections>[1];

/** Adds sections and articles of the starter library that are not there yet, by slug, published; what is there stays as the desk has it,
 * and what was renamed or archived does not come back. Returns how many articles were added. */
export async function addStarterArticles(
  tx: Tx,
  starter: { sections: Sections; articles: readonly StarterArticle[] },
  now: Date,
): Promise<number> {
  await putSections(tx, starter.sections, 'keep');
  let added = 0;
  for (const [position, { texts, ...article }] of starter.articles.entries()) {
    const { owner: _none, review_on: _never, section, ...place } = readPlace(article);
    const { rows } = await sql<{ id: number }>`
      insert into articles (slug, section_id, position, topics, macros, popular, published_version, published_at, created_at, changed_at)
      select ${place.slug}, s.id, ${position}, ${place.topics}, ${place.macros}, ${place.popular}, 1, ${now}, ${now}, ${now}
      from knowledge_sections s
      where s.slug = ${section} and not exists (select from article_redirects r where r.slug = ${place.slug})
      on conflict (slug) do nothing returning id`.execute(tx);
    const [row] = rows;
    if (!row) continue;
    await keepVersion(tx, { id: row.id, version: 1, texts: readTexts(texts) }, { now });
    added += 1;
  }
  if (added > 0) {
    await embedSoon(tx, now);
    announce(tx, { knowledge: true });
  }
  return added;
}
