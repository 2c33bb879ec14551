import { eachGram, hashOf, plainWords } from '../../base/text/index.ts';
import { numberOf, placeOf } from './numbering.ts';

/** Which features a text has: 0 for words and pairs of words, 1 for the character n-grams within words. */
type Block = 0 | 1;

const LENGTHS = { from: 2, to: 5 };
/** What follows says the same again, and a text of 300 kB would take seconds. */
const MOST_WORDS = 1000;

function eachFeature(text: string, visit: (hash: number, block: Block) => void): void {
  const words = plainWords(text);
  const count = Math.min(words.length, MOST_WORDS);
  for (let at = 0; at < count; at++) {
    const word = words[at]!;
    const hash = hashOf(word);
    visit(hash, 0);
    if (at + 1 < count) visit(hashOf(words[at + 1]!, hash ^ 0x5bd1e995), 0);
    eachGram(` ${word} `, LENGTHS, (gram) => visit(gram, 1));
  }
}

/** The features that a model knows, numbered from 0: hash and inverse document frequency of each. */
export type Vocabulary = {
  readonly hashes: Int32Array;
  readonly idf: Float32Array;
  /** Open addressing: at a hash's place its number plus one; 0 where nothing is. */
  readonly table: Int32Array;
};

/** Rows of a sparse matrix, one after another. */
export type Sparse = {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
};

/** Learns which features there are, and how rare each is. */
export function learnVocabulary(texts: readonly string[]): Vocabulary {
  const seen = new Map<number, number>();
  for (const text of texts) {
    const own = new Set<number>();
    eachFeature(text, (hash) => own.add(hash));
    for (const hash of own) seen.set(hash, (seen.get(hash) ?? 0) + 1);
  }
  const idf = Float32Array.from(seen.values(), (count) => Math.log((1 + texts.length) / (1 + count)) + 1);
  return vocabularyOf(Int32Array.from(seen.keys()), idf);
}

function vocabularyOf(hashes: Int32Array, idf: Float32Array): Vocabulary {
  const table = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(8, hashes.length * 2))));
  hashes.forEach((hash, number) => {
    table[placeOf({ hashes, table }, hash)] = number + 1;
  });
  return { hashes, idf, table };
}

/** Weighs texts one by one: a visitor gets the number and the weight of each feature that the vocabulary knows. */
export type Weigh = (text: string, visit: (number: number, weight: number) => void) => void;

/** Prepares to weigh: 1 + log of how often, times the idf, and each block of features as a vector of length one. */
export function weigher(vocabulary: Vocabulary): Weigh {
  const { idf } = vocabulary;
  const counts = new Int32Array(idf.length);
  const found: [number[], number[]] = [[], []];
  const weight = (number: number) => {
    const count = counts[number]!;
    return count === 1 ? idf[number]! : (1 + Math.log(count)) * idf[number]!;
  };
  return (text, visit) => {
    eachFeature(text, (hash, block) => {
      const number = numberOf(vocabulary, hash);
      if (number < 0) return;
      if (counts[number] === 0) found[block].push(number);
      counts[number]! += 1;
    });
    for (const numbers of found) {
      let squares = 0;
      for (const number of numbers) squares += weight(number) ** 2;
      const scale = 1 / Math.sqrt(squares || 1);
      for (const number of numbers) {
        visit(number, weight(number) * scale);
        counts[number] = 0;
      }
      numbers.length = 0;
    }
  };
}

/** The rows of many texts. */
export function rowsOf(texts: readonly string[], weigh: Weigh): Sparse {
  const columns: number[] = [];
  const values: number[] = [];
  const starts = new Int32Array(texts.length + 1);
  texts.forEach((text, row) => {
    weigh(text, (number, weight) => {
      columns.push(number);
      values.push(weight);
    });
    starts[row + 1] = columns.length;
  });
  return { starts, columns: Int32Array.from(columns), values: Float32Array.from(values) };
}
