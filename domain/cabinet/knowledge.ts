import type { Language } from '../../base/i18n/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { directionInside } from '../front-desk/index.ts';
import {
  articleNamed,
  fileFor,
  findArticles,
  type Hit,
  inLanguage,
  type Library,
  noteRead,
  noteSearch,
  pageOf,
  voteArticle,
  voteOf,
} from '../knowledge/index.ts';
import type { Visit } from './visit.ts';

/** Whose language a list is in. */
type Reader = { reader: Language; desk: Language };

const readerOf = ({ customer, desk }: Visit, wish?: Language): Reader => ({
  reader: wish ?? customer.language,
  desk: desk.settings.language,
});

const MOST_POPULAR = 8;
const MOST_RELATED = 5;

/** The knowledge base in the customer's language: its sections with their articles, and the popular ones (M3). */
export async function readKnowledge(visit: Visit) {
  const library = await visit.desk.library();
  const reader = readerOf(visit);
  const all = inOrder(library, reader);
  return {
    sections: library.sections
      .map(({ slug, emoji, titles }) => ({
        ...{ slug, emoji, title: titleOf(titles, reader) },
        articles: all.filter(({ article }) => article.section === slug).map(item),
      }))
      .filter(({ articles }) => articles.length > 0),
    popular: all
      .filter(({ article }) => article.popular)
      .slice(0, MOST_POPULAR)
      .map(item),
  };
}

/** An article for its reader (M3); that it was read is noted. Refuses (`not_found`) what is not published. */
export async function readKnowledgeArticle(
  visit: Visit,
  asked: { slug: string; language?: Language | undefined },
) {
  const { tx, customer, desk } = visit;
  const library = await desk.library();
  const reader = readerOf(visit, asked.language);
  const hit = named(library, asked.slug, reader);
  const { article, language, text } = hit;
  const now = desk.clock.now();
  await noteRead(tx, { articleId: article.id, customerId: customer.id, language, place: 'cabinet', now });
  const section = library.sections.find(({ slug }) => slug === article.section);
  return {
    ...item(hit),
    html: pageOf(text.body, (slug) => (articleNamed(library, slug) ? `/cabinet/help/${slug}` : undefined)),
    section_title: section ? titleOf(section.titles, reader) : '',
    published_at: article.published_at,
    files: article.files.map((file) => fileFor(file, language)),
    helpful: (await voteOf(tx, article.id, customer.id)) ?? null,
    related: inOrder(library, reader)
      .filter((other) => other.article.section === article.section && other.article.id !== article.id)
      .slice(0, MOST_RELATED)
      .map(item),
  };
}

/** Articles for words, best first (M3); what was looked for is noted without whatever may be somebody's. */
export async function searchKnowledge(visit: Visit, asked: { q: string; limit: number }) {
  const { tx, customer, desk } = visit;
  const library = await desk.library();
  const { reader: language, desk: fallback } = readerOf(visit);
  const names = [customer.first_name, customer.last_name, customer.username];
  const direction = await directionInside(desk, { words: asked.q, names });
  const wanted = { query: asked.q, language, desk: fallback, direction };
  const { hits, confidence } = findArticles(library, wanted, asked.limit);
  const confident = confidence >= library.settings.bot_confidence;
  await noteSearch(tx, {
    ...{ customerId: customer.id, place: 'cabinet', language, query: asked.q, now: desk.clock.now() },
    articleId: confident ? hits[0]?.article.id : undefined,
  });
  return { found: hits.map(item), confident };
}

/** Keeps whether an article helped (M3). Refuses (`not_found`) what is not published. */
export async function voteOnArticle(visit: Visit, vote: { slug: string; helpful: boolean }): Promise<void> {
  const { tx, customer, desk } = visit;
  const { article, language } = named(await desk.library(), vote.slug, readerOf(visit));
  const { helpful } = vote;
  await voteArticle(tx, {
    ...{ articleId: article.id, customerId: customer.id, language, helpful, now: desk.clock.now() },
  });
}

function named(library: Library, slug: string, reader: Reader): Hit {
  const article = articleNamed(library, slug);
  const hit = article && inLanguage(article, reader);
  if (!hit) throw new DomainError('not_found', 'article_unknown');
  return hit;
}

function inOrder({ articles }: Library, reader: Reader): Hit[] {
  return [...articles.values()]
    .sort((a, b) => a.position - b.position || a.id - b.id)
    .flatMap((article) => inLanguage(article, reader) ?? []);
}

const titleOf = (titles: Partial<Record<Language, string>>, { reader, desk }: Reader) =>
  titles[reader] ?? titles[desk] ?? titles.en ?? Object.values(titles)[0] ?? '';

const item = ({ article: { slug, section }, language, text: { title, summary } }: Hit) => ({
  ...{ slug, section, language, title, summary },
});
