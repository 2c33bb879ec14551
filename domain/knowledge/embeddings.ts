import { createHash } from 'node:crypto';
import type { ArticleText } from './article.ts';
import { wordsOf } from './markdown.ts';
import {
  type Answer,
  bestFirst,
  confidenceOf,
  type Found,
  type Question,
  type SearchIndex,
  search,
} from './search.ts';

/**
 * An endpoint outside that turns texts into directions: those that mean the same point the same way. All are of length 1, and of one model
 * they have the same number of numbers.
 */
export type Embedder = {
  readonly model: string;
  /** For texts, in their order. Throws where the endpoint does not answer as it should. */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
  /** For what somebody asks, of this size. It takes a moment at most, and never throws: undefined where nothing fitting came. */
  ask(words: string, size: number): Promise<Float32Array | undefined>;
  /** What was asked a moment ago: null where nothing came of it or would now, undefined where it was not asked. */
  asked(words: string, size: number): Float32Array | null | undefined;
};

/** The directions of articles, by language and id, and by the hash of what was sent; `size` is how many numbers each has, 0 where there are none. */
export type Directions = {
  readonly size: number;
  readonly by: ReadonlyMap<string, ReadonlyMap<string, Float32Array>>;
  readonly hashed: ReadonlyMap<string, Float32Array>;
};

/** No article has a direction. */
export const NO_DIRECTIONS: Directions = { size: 0, by: new Map(), hashed: new Map() };

/** So much of a text is sent: small models read no more, and an article says at its beginning what it is about. */
const LONGEST = 1000;

/** What is sent of an article. */
export function embeddedText({ title, summary, keywords, body }: ArticleText): string {
  return cutForEmbedding([title, ...keywords, summary, wordsOf(body)].join('\n'));
}

/** A text as it is sent, cut to what is read of it. */
export const cutForEmbedding = (text: string): string => text.slice(0, LONGEST).toWellFormed();

/** The name under which a text's direction is kept. */
export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Scales a direction to length 1. Throws where it has none. */
export function ofLengthOne(numbers: readonly number[]): Float32Array {
  const length = Math.hypot(...numbers);
  if (!Number.isFinite(length) || length === 0) throw new RangeError('a direction without a length');
  return Float32Array.from(numbers, (number) => number / length);
}

/** How far above the usual article each stands in likeness to a question, in standard deviations, best first: each by its text in the question's
 * language, else by the nearest one. Models differ in how like they call what has nothing in common, so likeness itself tells nothing. */
function nearest(
  { by }: Directions,
  { direction, lang }: { direction: Float32Array; lang: string | undefined },
): Found[] {
  const own = by.get(lang ?? '');
  const best = new Map<string, Found>();
  for (const [language, articles] of by)
    for (const [id, there] of articles) {
      if (there.length !== direction.length || (language !== lang && own?.has(id))) continue;
      const score = likeness(there, direction);
      if (score > (best.get(id)?.score ?? -2)) best.set(id, { id, lang: language, score });
    }
  return standing([...best.values()]);
}

function likeness(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!;
  return sum;
}

function standing(all: readonly Found[]): Found[] {
  const mean = all.reduce((sum, { score }) => sum + score, 0) / all.length;
  const deviation = Math.sqrt(all.reduce((sum, { score }) => sum + (score - mean) ** 2, 0) / all.length);
  return bestFirst(all.map((one) => ({ ...one, score: (one.score - mean) / (deviation || 1) })));
}

/** Searches by the words, and by what they mean as far as their direction is known. */
export function searchBoth(
  { index, directions }: { index: SearchIndex; directions: Directions },
  { direction, ...question }: Question & { direction?: Float32Array | undefined },
  limit: number,
): Answer {
  if (!direction) return search(index, question, limit);
  const near = nearest(directions, { direction, lang: question.lang });
  return fuse(search(index, question, FUSED), near, limit);
}

/** So many by words and so many by meaning are put together. */
const FUSED = 50;
/** What a standard deviation counts beside the score of the words, and what makes their sum as sure as that score alone; fitted as
 * docs/decisions/0185 tells. */
const WEIGHT = { meaning: 2, all: 1 / 1.4 };

/** Puts the articles that look like a question and those that mean the same into one list; how sure the first is, is told from both. */
function fuse({ found, confidence }: Answer, near: readonly Found[], limit: number): Answer {
  if (near.length === 0) return { found: found.slice(0, limit), confidence };
  const meant = new Map(near.map(({ id, score }) => [id, WEIGHT.meaning * score]));
  const said = new Map(found.map((one) => [one.id, one]));
  const added = near.slice(0, FUSED).filter(({ id }) => !said.has(id));
  const all = [...found, ...added.map((one) => ({ ...one, score: 0 }))].map((one) => ({
    ...one,
    score: WEIGHT.all * (one.score + (meant.get(one.id) ?? 0)),
  }));
  const sorted = bestFirst(all);
  return { found: sorted.slice(0, limit), confidence: confidenceOf(sorted) };
}
