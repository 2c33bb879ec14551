/** How much each kind of likeness counts; learnt as docs/quality.md tells. Each is a share of the ideal. */
export const COUNTS = {
  whole: { stems: 5, pairs: 2, grams: 6.5 },
  place: { stems: 3, grams: 3.5 },
} as const;

const K1 = 1.2;
const B = 0.75;

/** How long a text is beside the usual one, as BM25 counts it: the texts of a shelf are `live`, and `total` long together. */
export function long(size: number, total: number, live: number): number {
  return K1 * (1 - B + (B * size * live) / (total || 1));
}

/** What BM25 gives for a token of this weight that stands so often in a text of this length. */
export function gain(weight: number, count: number, length: number): number {
  return (weight * count * (K1 + 1)) / (count + length);
}
