import type { Sparse } from './features.ts';

/** Random numbers from 0 up to 1 that are the same in every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const EPOCHS = 20;
/** Where no row's gradient is larger, one class is learnt. */
const ENOUGH = 0.1;
/** Half of 1/C with C = 1, on the diagonal of the dual problem. */
const DIAGONAL = 0.5;

type Problem = { rows: Sparse; signs: Int8Array; norms: Float32Array; weights: Float32Array };
type State = { alphas: Float32Array; active: Int32Array; size: number; bias: number; limit: number };

/**
 * Learns one linear separator: an L2-regularised support vector machine with squared hinge loss, by dual coordinate descent with
 * shrinking (Hsieh et al. 2008, as in liblinear). Writes `weights`, returns the bias.
 */
function separate(problem: Problem, random: () => number): number {
  const count = problem.signs.length;
  const active = Int32Array.from({ length: count }, (_, row) => row);
  const state: State = {
    alphas: new Float32Array(count),
    active,
    size: count,
    bias: 0,
    limit: Number.POSITIVE_INFINITY,
  };
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(active, state.size, random);
    const largest = sweep(problem, state);
    if (largest <= ENOUGH) {
      if (state.size === count) break;
      // What was set aside is looked at again.
      state.size = count;
      state.limit = Number.POSITIVE_INFINITY;
    } else state.limit = largest;
  }
  return state.bias;
}

function sweep({ rows, signs, norms, weights }: Problem, state: State): number {
  const { starts, columns, values } = rows;
  const { alphas, active } = state;
  let largest = 0;
  for (let at = 0; at < state.size; at++) {
    const row = active[at]!;
    const from = starts[row]!;
    const to = starts[row + 1]!;
    let margin = state.bias;
    for (let cell = from; cell < to; cell++) margin += weights[columns[cell]!]! * values[cell]!;
    const alpha = alphas[row]!;
    const gradient = signs[row]! * margin - 1 + DIAGONAL * alpha;
    if (alpha === 0 && gradient > state.limit) {
      state.size -= 1;
      active[at] = active[state.size]!;
      active[state.size] = row;
      at -= 1;
      continue;
    }
    const projected = alpha === 0 && gradient > 0 ? 0 : gradient;
    largest = Math.max(largest, Math.abs(projected));
    if (projected === 0) continue;
    alphas[row] = Math.max(0, alpha - gradient / norms[row]!);
    const step = (alphas[row]! - alpha) * signs[row]!;
    for (let cell = from; cell < to; cell++) weights[columns[cell]!]! += step * values[cell]!;
    state.bias += step;
  }
  return largest;
}

function shuffle(numbers: Int32Array, size: number, random: () => number): void {
  for (let at = size - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = numbers[at]!;
    numbers[at] = numbers[other]!;
    numbers[other] = kept;
  }
}

/** Linear separators of several classes; the weights of a feature stand side by side. */
export type Separators = { readonly weights: Float32Array; readonly biases: Float32Array };

/** Learns one separator a class, each against all other rows. `labels`: the class of each row, or -1 for a row that belongs to none. */
export function learnSeparators(
  rows: Sparse,
  labels: Int32Array,
  shape: { classes: number; features: number },
): Separators {
  const { classes, features } = shape;
  const weights = new Float32Array(classes * features);
  const biases = new Float32Array(classes);
  const norms = Float32Array.from(labels, (_, row) => {
    let squares = 1 + DIAGONAL;
    for (let cell = rows.starts[row]!; cell < rows.starts[row + 1]!; cell++)
      squares += rows.values[cell]! ** 2;
    return squares;
  });
  for (let label = 0; label < classes; label++) {
    const own = new Float32Array(features);
    const signs = Int8Array.from(labels, (other) => (other === label ? 1 : -1));
    biases[label] = separate({ rows, signs, norms, weights: own }, randomFrom(label + 1));
    for (let feature = 0; feature < features; feature++) weights[feature * classes + label] = own[feature]!;
  }
  return { weights, biases };
}
