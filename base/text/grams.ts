const PRIME = 0x01000193;
const SEED = 0x811c9dc5;

/** A 32-bit hash of a text (FNV-1a, its bits mixed once more), the same in every process: models keep it. */
export function hashOf(text: string, seed = SEED): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash ^ (hash >>> 15);
}

/** Which lengths of character n-grams are wanted, both ends included. */
export type Lengths = { readonly from: number; readonly to: number };

/** Visits the hash of every n-gram of a text, in order; a text that is to know its ends brings its own spaces. */
export function eachGram(text: string, { from, to }: Lengths, visit: (hash: number) => void): void {
  for (let start = 0; start < text.length; start++) {
    let hash = 0x2d3f1b77;
    const end = Math.min(text.length, start + to);
    for (let at = start; at < end; at++) {
      hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
      hash ^= hash >>> 13;
      if (at - start + 1 >= from) visit(hash);
    }
  }
}
