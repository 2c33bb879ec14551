import { numberOf } from './numbering.ts';
import type { Shelf } from './shelf.ts';
import { gramsOf, pairOf, stemOf } from './tokens.ts';

/** A question as a shelf understands it. Its stems and n-grams have numbers of the question's own, the stems first. */
export type Asked = {
  /** By different word: its stem, and its n-grams. */
  readonly words: readonly (readonly number[])[];
  readonly stems: number;
  /** What each is called on the shelf (-1 for what it doesn't know), and what share of the ideal it weighs. */
  readonly features: readonly number[];
  readonly weights: Float64Array;
  /** Neighbouring stems. */
  readonly pairs: readonly { before: number; after: number; weight: number }[];
};

/** How rare a token is among `live` articles of which `having` have it. What none has is the rarest, so that a question about something else scores low. */
function rarity(live: number, having: number): number {
  return Math.log(1 + (live - having + 0.5) / (having + 0.5));
}

/** Weights as shares of the ideal: what an article would score that had every token about once. */
function shares(weights: readonly number[]): number[] {
  const ideal = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return weights.map((weight) => weight / ideal);
}

/** Weighs what a question consists of by how rare it is on a shelf. */
export function understand(shelf: Shelf, question: readonly string[]): Asked {
  const own = new Map<number, number>();
  const counts: number[] = [];
  const numbered = (hash: number): number => {
    const at = own.get(hash) ?? counts.push(0) - 1;
    own.set(hash, at);
    counts[at]! += 1;
    return at;
  };
  const weigh = (having: number, count: number) => rarity(shelf.at.size, having) * (1 + Math.log(count));
  const stemmed = question.map((word) => numbered(stemOf(word)));
  const stems = counts.length;
  const words = question.map((word, at) => [stemmed[at]!, ...gramsOf(word).map(numbered)]);
  const features = Array.from(own.keys(), (hash) => numberOf(shelf.features, hash));
  const weights = features.map((feature, at) => weigh(feature < 0 ? 0 : shelf.having[feature]!, counts[at]!));
  const pairs = new Map<string, { before: number; after: number; count: number }>();
  for (let at = 1; at < stemmed.length; at++) {
    const [before, after] = [stemmed[at - 1]!, stemmed[at]!];
    const pair = pairs.get(`${before} ${after}`) ?? { before, after, count: 0 };
    pairs.set(`${before} ${after}`, { ...pair, count: pair.count + 1 });
  }
  const weighed = shares(
    Array.from(pairs.values(), ({ before, after, count }) => {
      const [one, other] = [features[before]!, features[after]!];
      const pair = one < 0 || other < 0 ? -1 : numberOf(shelf.pairs, pairOf(one, other));
      return weigh(pair < 0 ? 0 : shelf.havingPair[pair]!, count);
    }),
  );
  return {
    words: [...new Map(words.map((numbers, at) => [question[at], numbers])).values()],
    stems,
    features,
    weights: Float64Array.from([...shares(weights.slice(0, stems)), ...shares(weights.slice(stems))]),
    pairs: Array.from(pairs.values(), ({ before, after }, at) => ({ before, after, weight: weighed[at]! })),
  };
}
