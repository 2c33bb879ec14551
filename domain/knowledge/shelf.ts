import { hashOf, plainWords } from '../../base/text/index.ts';
import { type Lists, noLists, put, take } from './lists.ts';
import { fitting, type Numbering, noNumbers, numbered } from './numbering.ts';
import { passagesOf } from './passages.ts';
import { gramsOf, pairOf, stemOf } from './tokens.ts';

/** An article as a shelf keeps it: its words by their numbers. */
export type Kept = {
  readonly id: string;
  readonly slot: number;
  readonly words: Int32Array;
  /** So many of the words are of the title; they count three times. */
  readonly titled: number;
  /** Where each passage ends among the words, and how many n-grams its words have. */
  readonly ends: Int32Array;
  readonly grams: Int32Array;
  /** How many stems, pairs and n-grams it has. */
  readonly sizes: Sizes;
};

/** A number for each kind of token. */
export type Sizes = { stems: number; pairs: number; grams: number };

/**
 * The articles of one language, ready to be searched. Articles are kept as words, and words as stems and n-grams: there are few different
 * words, and an n-gram stands in each of them once, not in every sentence.
 */
export type Shelf = {
  readonly slots: (Kept | undefined)[];
  readonly free: number[];
  readonly at: Map<string, Kept>;
  readonly words: Numbering;
  /** By word: where its features begin (they end where the next word's begin). The first is its stem, the others are its n-grams. */
  starts: Int32Array;
  featuresIn: Int32Array;
  /** Stems and n-grams, and in how many articles each stands. */
  readonly features: Numbering;
  having: Int32Array;
  readonly pairs: Numbering;
  havingPair: Int32Array;
  readonly wordsWith: Lists;
  readonly slotsWith: Lists;
  /** What all articles have together: a title counts as often as it is worth in them, and once among their passages. */
  readonly total: Sizes;
  /** Room to count words in while a question is answered. */
  scratch: { had: Float64Array; heads: Int32Array };
  readonly placed: { passages: number; stems: number; grams: number };
};

/** A shelf without articles. */
export function newShelf(): Shelf {
  return {
    slots: [],
    free: [],
    at: new Map(),
    words: noNumbers(),
    starts: new Int32Array(64),
    featuresIn: new Int32Array(256),
    features: noNumbers(),
    having: new Int32Array(64),
    pairs: noNumbers(),
    havingPair: new Int32Array(64),
    wordsWith: noLists(),
    slotsWith: noLists(),
    total: { stems: 0, pairs: 0, grams: 0 },
    scratch: { had: new Float64Array(0), heads: new Int32Array(0) },
    placed: { passages: 0, stems: 0, grams: 0 },
  };
}

/** How often a word of the title counts. */
export const TITLE = 3;

/** Puts an article onto a shelf on which it isn't. */
export function putOn(shelf: Shelf, { id, title, text }: { id: string; title: string; text: string }): void {
  const head = passagesOf(title).map((passage) => wordsIn(shelf, passage));
  const all = [...head, ...passagesOf(text).map((passage) => wordsIn(shelf, passage))];
  let end = 0;
  const ends = Int32Array.from(all, (words) => (end += words.length));
  const titled = head.reduce((sum, words) => sum + words.length, 0);
  const words = Int32Array.from(all.flat());
  const grams = Int32Array.from(all, (own) => own.reduce((sum, word) => sum + gramsIn(shelf, word), 0));
  const sizes = {
    stems: words.length + (TITLE - 1) * titled,
    pairs: Math.max(0, words.length - 1) + (TITLE - 1) * Math.max(0, titled - 1),
    grams: grams.reduce((sum, count, at) => sum + count * (ends[at]! <= titled ? TITLE : 1), 0),
  };
  const slot = shelf.free.pop() ?? shelf.slots.length;
  const kept: Kept = { id, slot, words, titled, ends, grams, sizes };
  shelf.slots[slot] = kept;
  shelf.at.set(id, kept);
  count(shelf, kept, 1);
}

/** Takes an article off a shelf, if it is there. Its words stay known. */
export function takeOff(shelf: Shelf, id: string): void {
  const kept = shelf.at.get(id);
  if (!kept) return;
  count(shelf, kept, -1);
  shelf.at.delete(id);
  shelf.slots[kept.slot] = undefined;
  shelf.free.push(kept.slot);
}

/** The stem of a word, as a feature. */
export function stemIn({ featuresIn, starts }: Shelf, word: number): number {
  return featuresIn[starts[word]!]!;
}

function gramsIn({ starts }: Shelf, word: number): number {
  return starts[word + 1]! - starts[word]! - 1;
}

function wordsIn(shelf: Shelf, passage: string): number[] {
  return plainWords(passage).map((word) => {
    const before = shelf.words.count;
    const number = numbered(shelf.words, hashOf(word));
    if (number === before) learn(shelf, number, word);
    return number;
  });
}

/** Notes what a new word consists of. */
function learn(shelf: Shelf, number: number, word: string): void {
  let at = shelf.starts[number]!;
  for (const hash of [stemOf(word), ...gramsOf(word)]) {
    const feature = numbered(shelf.features, hash);
    shelf.featuresIn = fitting(shelf.featuresIn, at);
    shelf.featuresIn[at++] = feature;
    put(shelf.wordsWith, feature, number);
  }
  shelf.starts = fitting(shelf.starts, number + 1);
  shelf.starts[number + 1] = at;
  if (number >= shelf.scratch.heads.length)
    shelf.scratch = { had: new Float64Array(2 * number + 64), heads: new Int32Array(2 * number + 64) };
}

/** Counts an article in, or out again (`by` is -1). */
function count(shelf: Shelf, { words, slot, sizes, ends, grams }: Kept, by: 1 | -1): void {
  const features = new Set<number>();
  for (const word of new Set(words)) {
    if (by === 1) put(shelf.slotsWith, word, slot);
    else take(shelf.slotsWith, word, slot);
    for (let at = shelf.starts[word]!; at < shelf.starts[word + 1]!; at++)
      features.add(shelf.featuresIn[at]!);
  }
  shelf.having = fitting(shelf.having, shelf.features.count);
  for (const feature of features) shelf.having[feature]! += by;
  const pairs = new Set<number>();
  for (let at = 1; at < words.length; at++)
    pairs.add(numbered(shelf.pairs, pairOf(stemIn(shelf, words[at - 1]!), stemIn(shelf, words[at]!))));
  shelf.havingPair = fitting(shelf.havingPair, shelf.pairs.count);
  for (const pair of pairs) shelf.havingPair[pair]! += by;
  shelf.placed.passages += by * ends.length;
  shelf.placed.stems += by * words.length;
  shelf.placed.grams += by * grams.reduce((sum, own) => sum + own, 0);
  for (const kind of ['stems', 'pairs', 'grams'] as const) shelf.total[kind] += by * sizes[kind];
}
