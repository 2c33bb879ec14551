import { eachGram, hashOf, plainWords } from '../../base/text/index.ts';

/** Stems (the first letters of words, which serve every language here), pairs of neighbouring stems, and character n-grams of words. */
export const KINDS = ['stems', 'pairs', 'grams'] as const;
/** How often each token stands in a text, by the kind of token. */
export type Tokens = Readonly<Record<(typeof KINDS)[number], ReadonlyMap<number, number>>>;

const STEM = 5;
const GRAMS = { from: 3, to: 5 };
/** No question says more that matters. */
const MOST_WORDS = 60;

/** The tokens of a text. */
export function tokensOf(text: string): Tokens {
  return tokensOfWords(plainWords(text));
}

/** The tokens of a question, of which only the beginning is read. */
export function questionTokens(text: string): Tokens {
  return tokensOfWords(plainWords(text.slice(0, 4000)).slice(0, MOST_WORDS));
}

function tokensOfWords(words: readonly string[]): Tokens {
  const stems = new Map<number, number>();
  const pairs = new Map<number, number>();
  const grams = new Map<number, number>();
  const add = (counts: Map<number, number>, hash: number) => counts.set(hash, (counts.get(hash) ?? 0) + 1);
  let before: number | undefined;
  for (const word of words) {
    const stem = hashOf(word.slice(0, STEM));
    add(stems, stem);
    if (before !== undefined) add(pairs, hashOf(String(stem), before));
    eachGram(` ${word} `, GRAMS, (hash) => add(grams, hash));
    before = stem;
  }
  return { stems, pairs, grams };
}
