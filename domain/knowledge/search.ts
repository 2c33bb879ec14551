import { sigmoid } from './calibration.ts';
import { candidates } from './candidates.ts';
import { understand } from './question.ts';
import { scorer } from './score.ts';
import { newShelf, putOn, type Shelf, takeOff } from './shelf.ts';
import { spellings } from './spellings.ts';
import { questionWords } from './tokens.ts';

/** An article as it is indexed. `lang` may be empty: then it is found from every language. */
export type Article = {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly text: string;
};

/** What people search for, in the language that they write in, if it is known. */
export type Question = { readonly query: string; readonly lang?: string | undefined };

/** An article found, best first. `score` compares articles of one question only. */
export type Found = { readonly id: string; readonly lang: string; readonly score: number };

/** What a search says: the articles, and the probability that the first answers the question (calibrated). */
export type Answer = { readonly found: readonly Found[]; readonly confidence: number };

/** Words that mean the same, by desk: each group is a list of words or phrases. */
export type Synonyms = readonly (readonly string[])[];

/** From this probability on an article is offered as the answer; see docs/decisions/0070. */
export const CONFIDENT = 0.75;

/** Articles ready to be searched, by language. Change it by `addArticle` and `removeArticle`. */
export type SearchIndex = { readonly shelves: Map<string, Shelf>; readonly synonyms: Map<string, string[]> };

/** What an article in another language than the question's counts for. */
const FOREIGN = 0.6;
/** Where nothing in the question's own language scores so much, the others are searched too. */
const WEAK = 4;

/** An index of articles. Those that share id and language replace each other, the last one stays. */
export function buildIndex(articles: readonly Article[], synonyms: Synonyms = []): SearchIndex {
  const index: SearchIndex = { shelves: new Map(), synonyms: new Map() };
  setSynonyms(index, synonyms);
  for (const article of articles) addArticle(index, article);
  return index;
}

/** Says anew which words mean the same. */
export function setSynonyms({ synonyms: known }: SearchIndex, synonyms: Synonyms): void {
  known.clear();
  for (const group of synonyms)
    for (const word of group) {
      const others = group.filter((other) => other !== word);
      const key = word.toLowerCase();
      known.set(key, [...(known.get(key) ?? []), ...others]);
    }
}

/** Adds an article, or replaces the one with its id and language. */
export function addArticle(index: SearchIndex, article: Article): void {
  removeArticle(index, article);
  const shelf = index.shelves.get(article.lang) ?? newShelf();
  index.shelves.set(article.lang, shelf);
  putOn(shelf, article);
}

/** Takes an article out, if it is there. */
export function removeArticle({ shelves }: SearchIndex, { id, lang }: Pick<Article, 'id' | 'lang'>): void {
  const shelf = shelves.get(lang);
  if (!shelf) return;
  takeOff(shelf, id);
  if (shelf.at.size === 0) shelves.delete(lang);
}

/** What an article about something else scores, by the n-grams that all texts share. */
const NOTHING_ALIKE = 0.5;

/** The articles of a shelf that look most like the question, read and scored. Those that are not read, on a shelf of few, come after them with about
 * what they would score: how sure the first is rests on how many come how near. */
function scoresOn(shelf: Shelf, words: readonly string[]): { id: string; score: number }[] {
  if (words.length === 0) return [];
  const asked = understand(shelf, words);
  const score = scorer(shelf, asked);
  const { near, others } = candidates(shelf, asked);
  const read = near.map(({ kept }) => ({ id: kept.id, score: score(kept) }));
  const scored = read.reduce((sum, one) => sum + one.score, 0);
  const rate = scored / (near.reduce((sum, { like }) => sum + like, 0) || 1);
  const least = read.reduce((low, one) => Math.min(low, one.score), Infinity);
  const guessed = others.map(({ kept, like }) => ({
    id: kept.id,
    score: Math.min(least, rate * like + NOTHING_ALIKE),
  }));
  return read.length === 0 ? [] : [...read, ...guessed];
}

/** The question with what a desk says means the same, as one more way to say it. */
function withSynonyms({ synonyms }: SearchIndex, query: string): string[] {
  if (synonyms.size === 0) return [query];
  const words =
    query
      .slice(0, 1000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const others = new Set<string>();
  for (let from = 0; from < words.length; from++)
    for (let count = 1; count <= 3; count++)
      for (const other of synonyms.get(words.slice(from, from + count).join(' ')) ?? []) others.add(other);
  return others.size === 0 ? [query] : [query, `${query} ${[...others].join(' ')}`];
}

/**
 * Searches the articles (M3, B4): BM25 over stems, pairs of stems and character n-grams, of whole articles and of their best passages. Forgives typing
 * errors, missing diacritics, and Russian or Azerbaijani in plain Latin. Articles in the question's language come first; an article is found once. Without a language all are searched.
 */
export function search(index: SearchIndex, { query, lang }: Question, limit = 10): Answer {
  const best = new Map<string, Found>();
  const look = (own: string, share: number) => {
    const shelf = index.shelves.get(own);
    if (!shelf) return;
    const spelt = (text: string) => (share === 1 ? spellings(text, own) : [text]);
    for (const words of withSynonyms(index, query).flatMap(spelt))
      for (const { id, score: raw } of scoresOn(shelf, questionWords(words))) {
        const score = raw * share;
        if (score > (best.get(id)?.score ?? 0)) best.set(id, { id, lang: own, score });
      }
  };
  const near = [...index.shelves.keys()].filter((own) => own === '' || own === lang);
  const known = lang !== undefined && lang !== '' && index.shelves.has(lang);
  for (const own of known ? near : index.shelves.keys()) look(own, 1);
  const first = Math.max(0, ...Array.from(best.values(), ({ score }) => score));
  // A name or a number may stand in an article of another language alone.
  if (known && first < WEAK)
    for (const own of index.shelves.keys()) if (!near.includes(own)) look(own, FOREIGN);
  const sorted = bestFirst([...best.values()]);
  return { found: sorted.slice(0, limit), confidence: confidenceOf(sorted) };
}

/** Articles by their scores, in an order that never changes by chance. */
export const bestFirst = (found: readonly Found[]): Found[] =>
  found.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));

/** How sure the first is, from its lead over the second and its share among all; fitted as docs/quality.md tells. */
const SURE = { offset: -1.255, lead: 0.306, share: 0.356 };

/** The probability that the first answers, of articles with their scores, best first. */
export function confidenceOf(sorted: readonly Found[]): number {
  const [first, second] = sorted;
  if (!first) return 0;
  const others = sorted.slice(1).reduce((sum, { score }) => sum + Math.exp(score - first.score), 0);
  const share = -Math.log(Math.max(others, 1e-6));
  const lead = first.score - (second?.score ?? 0);
  return sigmoid(SURE.offset + SURE.lead * lead + SURE.share * share);
}
