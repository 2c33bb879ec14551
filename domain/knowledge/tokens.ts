import { eachGram, hashOf, plainWords } from '../../base/text/index.ts';

const STEM = 5;
const GRAMS = { from: 3, to: 5 };
/** No question says more that matters. */
const MOST_WORDS = 60;

/** The words of a question, of which only the beginning is read. */
export function questionWords(text: string): string[] {
  return plainWords(text.slice(0, 4000)).slice(0, MOST_WORDS);
}

/** The hash of a word's stem: its first letters, which serve every language here. */
export function stemOf(word: string): number {
  return hashOf(word.slice(0, STEM));
}

/** The hashes of a word's character n-grams, one that it has twice twice. */
export function gramsOf(word: string): number[] {
  const hashes: number[] = [];
  eachGram(` ${word} `, GRAMS, (hash) => hashes.push(hash));
  return hashes;
}

/** The hash of two neighbouring stems, from their numbers. */
export function pairOf(before: number, after: number): number {
  const hash = Math.imul(Math.imul(before + 1, 0x9e3779b1) ^ (after + 1), 0x85ebca6b);
  return hash ^ (hash >>> 15);
}
