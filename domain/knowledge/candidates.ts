import { COUNTS, long } from './gain.ts';
import { lengthOf } from './lists.ts';
import type { Asked } from './question.ts';
import type { Kept, Shelf } from './shelf.ts';

/** So many articles are read for a question, of those that look most like it, and none that looks less like it than this share of the first:
 * reading is most of the work, and no such article came first in any measurement. */
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

/** The articles that look most like the question, or all where there are few: each word of it counts by the most similar one that an article has. */
export function candidates(shelf: Shelf, asked: Asked): Kept[] {
  const kept = [...shelf.at.values()];
  if (kept.length <= READ.most) return kept;
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
  for (const { slot, sizes } of kept) scores[slot]! /= 1 + long(sizes.grams, shelf.total.grams, kept.length);
  const sorted = scores.toSorted();
  const limit = Math.max(sorted.at(-READ.most)!, READ.share * sorted.at(-1)!);
  return kept.filter(({ slot }) => scores[slot]! >= limit && scores[slot]! > 0);
}
