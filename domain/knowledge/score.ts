import { COUNTS, gain, long } from './gain.ts';
import { lengthOf } from './lists.ts';
import type { Asked } from './question.ts';
import { type Kept, type Shelf, TITLE } from './shelf.ts';

/** By word of the shelf: which of the question's features it has, as a chain. `heads` holds 0 where it has none. */
type Chains = { readonly heads: Int32Array; readonly next: Int32Array; readonly feature: Int32Array };

function chainsOf(shelf: Shelf, { features }: Asked): Chains {
  const heads = shelf.scratch.heads.fill(0);
  const links = features.reduce(
    (sum, number) => sum + (number < 0 ? 0 : lengthOf(shelf.wordsWith, number)),
    1,
  );
  const [next, feature] = [new Int32Array(links), new Int32Array(links)];
  const { entries, starts } = shelf.wordsWith;
  let link = 0;
  features.forEach((number, own) => {
    if (number < 0) return;
    const end = starts[number]! + lengthOf(shelf.wordsWith, number);
    for (let at = starts[number]!; at < end; at++) {
      const word = entries[at]!;
      link += 1;
      feature[link] = own;
      next[link] = heads[word]!;
      heads[word] = link;
    }
  });
  return { heads, next, feature };
}

/** What is being counted in an article, by the question's own numbers; all is zero between articles. */
type Counts = {
  readonly chains: Chains;
  /** In the passage that is read. */
  readonly here: Int32Array;
  /** What was seen in the passage. */
  readonly seen: Int32Array;
  /** In the whole article. */
  readonly whole: Int32Array;
  readonly pairs: Int32Array;
  /** The number of a pair plus one, at its first stem times the count of stems plus its second. */
  readonly pairAt: Int32Array;
};

/** Makes ready to score articles of a shelf for a question: BM25 over stems, pairs and n-grams, and again over those of the best passage. */
export function scorer(shelf: Shelf, asked: Asked): (kept: Kept) => number {
  const { weights, pairs, stems } = asked;
  const counts: Counts = {
    chains: chainsOf(shelf, asked),
    here: new Int32Array(weights.length),
    seen: new Int32Array(weights.length),
    whole: new Int32Array(weights.length),
    pairs: new Int32Array(pairs.length),
    pairAt: new Int32Array(stems * stems),
  };
  pairs.forEach(({ before, after }, at) => {
    counts.pairAt[before * stems + after] = at + 1;
  });
  return (kept) => {
    const places = scoreOfPlaces(shelf, asked, { kept, counts });
    return places + scoreOfWhole(shelf, asked, { kept, counts });
  };
}

/** Counts an article passage by passage; the score of its best one. */
function scoreOfPlaces(shelf: Shelf, asked: Asked, { kept, counts }: { kept: Kept; counts: Counts }): number {
  const { ends, titled, grams } = kept;
  const { here, whole } = counts;
  let bestStems = 0;
  let bestGrams = 0;
  let start = 0;
  for (let place = 0; place < ends.length; place++) {
    const end = ends[place]!;
    const times = end <= titled ? TITLE : 1;
    const seen = countPlace(asked, { kept, counts, start, end, times });
    const stemLength = long(end - start, shelf.placed.stems, shelf.placed.passages);
    const gramLength = long(grams[place]!, shelf.placed.grams, shelf.placed.passages);
    let stems = 0;
    let ngrams = 0;
    for (let at = 0; at < seen; at++) {
      const one = counts.seen[at]!;
      if (one < asked.stems) stems += gain(asked.weights[one]!, here[one]!, stemLength);
      else ngrams += gain(asked.weights[one]!, here[one]!, gramLength);
      whole[one]! += here[one]! * times;
      here[one] = 0;
    }
    bestStems = Math.max(bestStems, stems);
    bestGrams = Math.max(bestGrams, ngrams);
    start = end;
  }
  return COUNTS.place.stems * bestStems + COUNTS.place.grams * bestGrams;
}

type Place = { kept: Kept; counts: Counts; start: number; end: number; times: number };

/** Counts what the question has in common with a passage, and tells how many different things that is. */
function countPlace({ stems }: Asked, { kept: { words }, counts, start, end, times }: Place): number {
  const { heads, next, feature } = counts.chains;
  let seen = 0;
  let before = -1;
  for (let at = start; at < end; at++) {
    let stem = -1;
    for (let link = heads[words[at]!]!; link !== 0; link = next[link]!) {
      const one = feature[link]!;
      if (one < stems) stem = one;
      if (counts.here[one]!++ === 0) counts.seen[seen++] = one;
    }
    const pair = before >= 0 && stem >= 0 ? counts.pairAt[before * stems + stem]! : 0;
    if (pair > 0) counts.pairs[pair - 1]! += times;
    before = stem;
  }
  return seen;
}

/** The score of the whole article, from what was counted; the counts are zero again. */
function scoreOfWhole(
  shelf: Shelf,
  { weights, stems, pairs }: Asked,
  { kept: { sizes }, counts }: { kept: Kept; counts: Counts },
): number {
  const live = shelf.at.size;
  const length = {
    stems: long(sizes.stems, shelf.total.stems, live),
    pairs: long(sizes.pairs, shelf.total.pairs, live),
    grams: long(sizes.grams, shelf.total.grams, live),
  };
  let score = 0;
  for (let one = 0; one < weights.length; one++) {
    if (counts.whole[one] === 0) continue;
    const kind = one < stems ? 'stems' : 'grams';
    score += COUNTS.whole[kind] * gain(weights[one]!, counts.whole[one]!, length[kind]);
    counts.whole[one] = 0;
  }
  for (let pair = 0; pair < pairs.length; pair++) {
    score += COUNTS.whole.pairs * gain(pairs[pair]!.weight, counts.pairs[pair]!, length.pairs);
    counts.pairs[pair] = 0;
  }
  return score;
}
