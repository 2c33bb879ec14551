import { type Curve, fitCurve, fitSharpness, type Held, sigmoid, softmax } from './calibration.ts';
import { learnVocabulary, rowsOf, type Vocabulary, type Weigh, weigher } from './features.ts';
import { learnSeparators, randomFrom, type Separators } from './support-vectors.ts';

/** A text and what it is about. The label `oos` means: about none of the others (out of scope). */
export type Example = { readonly text: string; readonly label: string };

/** The label of what belongs to none of the others. */
export const OUTSIDE = 'oos';

/** What a classifier has learnt, ready to be kept as it is. */
export type Learnt = {
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly separators: Separators;
  readonly sharpness: number;
  /** From the log odds of the likeliest label, as the sharpened margins have them, to those it has on texts that were not learnt. */
  readonly top: Curve;
  /** From the largest margin to the probability that the text belongs to any label. */
  readonly inside: Curve;
};

/** What a text is about: the likeliest label, its probability among the labels (calibrated), and the probability that it is any of them. */
export type Verdict = { readonly label: string; readonly probability: number; readonly inside: number };

/** Tells what texts are about. Keeps scratch memory: one at a time. */
export type Classifier = {
  readonly learnt: Learnt;
  classify(text: string): Verdict;
  /** The probability of each label, in the order of `labels`; they sum to 1. */
  probabilities(text: string): Float64Array;
};

/** How sure margins are of belonging where no example from outside was there to learn it from: fitted to CLINC150. */
const INSIDE: Curve = { slope: 5, offset: 4 };

/** Above so many examples one held-out fifth calibrates well enough, below it each fifth in turn. */
const MANY = 3000;

/** Learns a classifier (M3, F2): linear separators over words, pairs of words and character n-grams, with calibrated probabilities.
 * Takes seconds for 10,000 examples. Same examples, same classifier. Without an example of any label it throws. */
export function learn(examples: readonly Example[]): Classifier {
  const labels = [...new Set(examples.map(({ label }) => label))].filter((label) => label !== OUTSIDE).sort();
  if (labels.length === 0) throw new Error('a classifier needs examples of at least one label');
  const { learnt: whole } = fit(examples, labels);
  return restore({ ...whole, ...calibrate(examples, labels) });
}

type Fitted = Pick<Learnt, 'labels' | 'vocabulary' | 'separators'>;

function fit(examples: readonly Example[], labels: readonly string[]): { learnt: Fitted; weigh: Weigh } {
  const texts = examples.map(({ text }) => text);
  const vocabulary = learnVocabulary(texts);
  const weigh = weigher(vocabulary);
  const numbers = new Map(labels.map((label, number) => [label, number]));
  const separators = learnSeparators(
    rowsOf(texts, weigh),
    Int32Array.from(examples, ({ label }) => numbers.get(label) ?? -1),
    { classes: labels.length, features: vocabulary.idf.length },
  );
  return { learnt: { labels, vocabulary, separators }, weigh };
}

/** Learns from part of the examples how sure the margins of the others are. */
function calibrate(
  examples: readonly Example[],
  labels: readonly string[],
): Pick<Learnt, 'sharpness' | 'top' | 'inside'> {
  const folds = foldsOf(examples);
  const held: Held[] = [];
  const outside: number[] = [];
  for (const fold of examples.length > MANY ? [0] : [0, 1, 2, 3, 4]) {
    const { learnt, weigh } = fit(
      examples.filter((_, at) => folds[at] !== fold),
      labels,
    );
    examples.forEach(({ text, label }, at) => {
      if (folds[at] !== fold) return;
      const scores = margins(learnt, weigh, text);
      if (label === OUTSIDE) outside.push(Math.max(...scores));
      else held.push({ scores, right: labels.indexOf(label) });
    });
  }
  const belongs = held.map(({ scores }) => Math.max(...scores));
  const inside = outside.length >= 20 ? fitCurve(belongs, outside) : INSIDE;
  const sharpness = fitSharpness(held);
  return { sharpness, top: topCurve(held, sharpness), inside };
}

/** Margins have heavier tails than one temperature can tell: the likeliest label gets a curve of its own. */
function topCurve(held: readonly Held[], sharpness: number): Curve {
  const right: number[] = [];
  const wrong: number[] = [];
  for (const row of held) {
    const scores = Float64Array.from(row.scores);
    const best = highest(scores);
    softmax(scores, sharpness);
    (best === row.right ? right : wrong).push(logOdds(scores[best]!));
  }
  return right.length + wrong.length < 50 || wrong.length < 5
    ? { slope: 1, offset: 0 }
    : fitCurve(right, wrong);
}

function highest(scores: Float64Array): number {
  let best = 0;
  for (let at = 1; at < scores.length; at++) if (scores[at]! > scores[best]!) best = at;
  return best;
}

function logOdds(probability: number): number {
  const p = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return Math.log(p / (1 - p));
}

/** A fifth for each example, so that each label is spread over all of them. */
function foldsOf(examples: readonly Example[]): Int8Array {
  const random = randomFrom(1);
  const next = new Map<string, number>();
  return Int8Array.from(examples, ({ label }) => {
    const fold = next.get(label) ?? Math.floor(random() * 5);
    next.set(label, (fold + 1) % 5);
    return fold;
  });
}

function margins({ separators }: Fitted, weigh: Weigh, text: string): Float64Array {
  const { weights, biases } = separators;
  const classes = biases.length;
  const scores = Float64Array.from(biases);
  weigh(text, (number, weight) => {
    const from = number * classes;
    for (let label = 0; label < classes; label++) scores[label]! += weight * weights[from + label]!;
  });
  return scores;
}

/** Makes margins probabilities in place; the others share what the likeliest leaves. */
function toProbabilities(scores: Float64Array, { sharpness, top }: Learnt): void {
  const best = highest(scores);
  softmax(scores, sharpness);
  if (scores.length === 1) return;
  const before = scores[best]!;
  const after = sigmoid(top.slope * logOdds(before) + top.offset);
  const rest = 1 - before;
  for (let at = 0; at < scores.length; at++)
    scores[at] = rest > 0 ? (scores[at]! * (1 - after)) / rest : (1 - after) / (scores.length - 1);
  scores[best] = after;
}

/** A classifier of what was learnt before. */
export function restore(learnt: Learnt): Classifier {
  const weigh = weigher(learnt.vocabulary);
  return {
    learnt,
    classify(text) {
      const scores = margins(learnt, weigh, text);
      const best = highest(scores);
      const inside = sigmoid(learnt.inside.slope * scores[best]! + learnt.inside.offset);
      toProbabilities(scores, learnt);
      return { label: learnt.labels[best]!, probability: scores[best]!, inside };
    },
    probabilities(text) {
      const scores = margins(learnt, weigh, text);
      toProbabilities(scores, learnt);
      return scores;
    },
  };
}
