import { COUNTS, long } from './gain.ts';
import { lengthOf } from './lists.ts';
import type { Asked } from './question.ts';
import type { Kept, Shelf } from './shelf.ts';

/** So many articles are read for a question, of those that look most like it, and none that looks less like it than this share of the first:
 * reading is most of the work, and no such article came first in any measurement. A shelf of no more is one of few. */
const READ = { most: 64, share: 0.3 };
/** So many words at most are taken for one of the question's, each with this share of it at least. */
const ALIKE = { most: 64, share: 0.1 };

/** The words of the shelf that look like a word of the question, and how much of it each has, the best first. */
function alike(shelf: Shelf, asked: Asked, numbers: readonly number[]) {
  const { had } = shelf.scratch;
  const touched: number[] = [];
  let whole = 0;
  for (const at of new Set(numbers)) {
    const kind = at < asked.stems ? 'stems' : 'grams';
    const weight = asked.weights[at]! * (COUNTS.whole[kind] + COUNTS.place[kind]);
    whole += weight;
    const feature = asked.features[at]!;
    if (feature < 0) continue;
    const { entries, starts } = shelf.wordsWith;
    const end = starts[feature]! + lengthOf(shelf.wordsWith, feature);
    for (let place = starts[feature]!; place < end; place++) {
      const word = entries[place]!;
      if (had[word] === 0) touched.push(word);
      had[word]! += weight;
    }
  }
  const good: { word: number; weight: number }[] = [];
  for (const word of touched) {
    if (had[word]! >= ALIKE.share * whole) good.push({ word, weight: Math.min(whole, had[word]!) });
    had[word] = 0;
  }
  return good.sort((a, b) => b.weight - a.weight).slice(0, ALIKE.most);
}

/** An article, and how like the question it looks. */
export type Candidate = { readonly kept: Kept; readonly like: number };

/** The articles that look most like the question, which are worth reading; on a shelf of few also the `others`, whose scores can be guessed. Each
 * word of the question counts by the most similar one that an article has. */
export function candidates(shelf: Shelf, asked: Asked): { near: Candidate[]; others: Candidate[] } {
  const kept = [...shelf.at.values()];
  const scores = likenesses(shelf, asked);
  for (const { slot, sizes } of kept) scores[slot]! /= 1 + long(sizes.grams, shelf.total.grams, kept.length);
  const sorted = scores.toSorted();
  const few = kept.length <= READ.most;
  const limit = Math.max(few ? 0 : sorted.at(-READ.most)!, READ.share * sorted.at(-1)!);
  const near: Candidate[] = [];
  const others: Candidate[] = [];
  for (const one of kept) {
    const like = scores[one.slot]!;
    if (like > 0 && like >= limit) near.push({ kept: one, like });
    else if (few) others.push({ kept: one, like });
  }
  return { near, others };
}

/** By slot: how much of the question an article has in words that look like those of it. */
function likenesses(shelf: Shelf, asked: Asked): Float64Array {
  const scores = new Float64Array(shelf.slots.length);
  const last = new Int32Array(shelf.slots.length);
  asked.words.forEach((numbers, at) => {
    for (const { word, weight } of alike(shelf, asked, numbers)) {
      const { entries, starts } = shelf.slotsWith;
      const end = starts[word]! + lengthOf(shelf.slotsWith, word);
      for (let place = starts[word]!; place < end; place++) {
        const slot = entries[place]!;
        if (last[slot] === at + 1) continue;
        last[slot] = at + 1;
        scores[slot]! += weight;
      }
    }
  });
  return scores;
}
