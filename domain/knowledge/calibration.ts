/** Makes `scores` probabilities in place, sharpened by `sharpness`. */
export function softmax(scores: Float64Array, sharpness: number): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) highest = Math.max(highest, score);
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    scores[at] = Math.exp((scores[at]! - highest) * sharpness);
    sum += scores[at]!;
  }
  for (let at = 0; at < scores.length; at++) scores[at]! /= sum;
}

/** The logistic function. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** The scores that held-out rows got, and which of them is right. */
export type Held = { readonly scores: Float64Array; readonly right: number };

/** The sharpness at which the held-out rows are likeliest (temperature scaling, Guo et al. 2017). 5 where there are none. */
export function fitSharpness(held: readonly Held[]): number {
  if (held.length === 0) return 5;
  const loss = (log: number) => {
    let sum = 0;
    for (const { scores, right } of held) {
      const own = Float64Array.from(scores);
      softmax(own, Math.exp(log));
      sum -= Math.log(own[right]! + 1e-12);
    }
    return sum;
  };
  return Math.exp(lowest(loss, { from: Math.log(0.5), to: Math.log(20) }));
}

/** Where a function with one valley is lowest, by golden sections. */
function lowest(of: (x: number) => number, { from, to }: { from: number; to: number }): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  let [a, b] = [high - ratio * (high - low), low + ratio * (high - low)];
  let [atA, atB] = [of(a), of(b)];
  while (high - low > 0.02) {
    if (atA < atB) {
      [high, b, atB] = [b, a, atA];
      a = high - ratio * (high - low);
      atA = of(a);
    } else {
      [low, a, atA] = [a, b, atB];
      b = low + ratio * (high - low);
      atB = of(b);
    }
  }
  return (low + high) / 2;
}

/** A logistic curve over one number. */
export type Curve = { readonly slope: number; readonly offset: number };

/** Fits a logistic curve to what was so and what was not (Platt scaling, with Platt's softened targets), by Newton's method. */
export function fitCurve(yes: readonly number[], no: readonly number[]): Curve {
  const high = (yes.length + 1) / (yes.length + 2);
  const low = 1 / (no.length + 2);
  const points = [...yes.map((x) => ({ x, target: high })), ...no.map((x) => ({ x, target: low }))];
  let slope = 0;
  let offset = Math.log((yes.length + 1) / (no.length + 1));
  for (let round = 0; round < 50; round++) {
    // A breath of ridge keeps the curve finite where the two sides don't overlap.
    const g = { slope: 1e-3 * slope, offset: 0, ss: 1e-3, so: 0, oo: 1e-6 };
    for (const { x, target } of points) {
      const p = sigmoid(slope * x + offset);
      const w = Math.max(p * (1 - p), 1e-6);
      g.slope += (p - target) * x;
      g.offset += p - target;
      g.ss += w * x * x;
      g.so += w * x;
      g.oo += w;
    }
    const determinant = g.ss * g.oo - g.so * g.so;
    const stepS = (g.oo * g.slope - g.so * g.offset) / determinant;
    const stepO = (g.ss * g.offset - g.so * g.slope) / determinant;
    slope -= Math.max(-5, Math.min(5, stepS));
    offset -= Math.max(-5, Math.min(5, stepO));
    if (Math.abs(stepS) + Math.abs(stepO) < 1e-6) break;
  }
  return { slope, offset };
}
