import { LANGUAGES, type Language } from '../../base/i18n/index.ts';
import { type ArticleText, type ArticleTexts, languageOf } from './article.ts';
import { type Directions, searchBoth } from './embeddings.ts';
import type { ArticleFile } from './files.sql.ts';
import { wordsOf } from './markdown.ts';
import { addArticle, removeArticle, type SearchIndex } from './search.ts';
import type { KnowledgeSettings } from './settings.sql.ts';
import type { KeptTopics } from './topics.sql.ts';

/** An article as readers see it. */
export type PublishedArticle = {
  readonly id: number;
  readonly slug: string;
  readonly version: number;
  readonly section: string;
  readonly position: number;
  readonly topics: readonly string[];
  readonly macros: readonly string[];
  readonly popular: boolean;
  readonly published_at: Date;
  readonly changed_at: Date;
  readonly texts: ArticleTexts;
  readonly files: readonly ArticleFile[];
};

/** A section of the knowledge base, with its name by language. */
export type Section = {
  readonly slug: string;
  readonly emoji: string;
  readonly titles: Readonly<Partial<Record<Language, string>>>;
};

/** What readers can see of the knowledge base, in the process, ready to be searched (M3, B4). Readers of it never change it. */
export type Library = {
  readonly sections: Section[];
  readonly articles: Map<number, PublishedArticle>;
  readonly ids: Map<string, number>;
  readonly index: SearchIndex;
  settings: KnowledgeSettings;
  /** Tells what words are about, once that was learnt. */
  topics: KeptTopics | undefined;
  /** What an endpoint made of the articles, where there is one. */
  directions: Directions;
};

/** Puts an article into the library, in place of what was there of it. */
export function shelve(library: Library, article: PublishedArticle): void {
  remove(library, article.id);
  library.articles.set(article.id, article);
  library.ids.set(article.slug, article.id);
  for (const lang of LANGUAGES) {
    const text = article.texts[lang];
    if (text) addArticle(library.index, { id: String(article.id), lang, ...indexed(text) });
  }
}

/** Takes an article out of the library, with the names that it had. */
export function remove(library: Library, id: number): void {
  const before = library.articles.get(id);
  if (!before) return;
  library.articles.delete(id);
  for (const lang of LANGUAGES)
    if (before.texts[lang]) removeArticle(library.index, { id: String(id), lang });
}

/** What the search reads of an article: the other ways to say it stand before the text, each as a line of its own. */
function indexed({ title, summary, keywords, body }: ArticleText): { title: string; text: string } {
  return { title, text: [...keywords, summary, wordsOf(body)].join('\n') };
}

/** An article found, in the language that its reader gets. */
export type Hit = { article: PublishedArticle; language: Language; text: ArticleText };

/** Articles found, best first, and how probable it is that the first one answers. */
export type Hits = { readonly hits: readonly Hit[]; readonly confidence: number };

/** What is looked for, in which language. `desk`: the language in which an article is shown that has no other one. `direction`: what an endpoint
 * made of the words, where there is one. */
type Wanted = {
  query: string;
  language: Language;
  desk: Language;
  direction?: Float32Array | undefined;
};

/** Searches the library (M3): by the words, and by what they mean as far as their direction is known. */
export function findArticles(library: Library, asked: Wanted, limit = 10): Hits {
  const { query, language, desk, direction } = asked;
  const { found, confidence } = searchBoth(library, { query, lang: language, direction }, limit);
  const hits = found.flatMap(({ id }) => {
    const article = library.articles.get(Number(id));
    const hit = article && inLanguage(article, { reader: language, desk });
    return hit ? [hit] : [];
  });
  return { hits, confidence };
}

/** An article in the language that a reader gets; undefined where it has no text. */
export function inLanguage(
  article: PublishedArticle,
  wishes: { reader: Language; desk: Language },
): Hit | undefined {
  const language = languageOf(article.texts, wishes);
  const text = language && article.texts[language];
  return text ? { article, language, text } : undefined;
}

/** The published article that is called so, or was once. */
export function articleNamed(library: Library, slug: string): PublishedArticle | undefined {
  const id = library.ids.get(slug);
  return id === undefined ? undefined : library.articles.get(id);
}
