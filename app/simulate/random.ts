type Name = string | number;

const BITS_53 = 2 ** 53;

/** A number from 0 up to but not including 1, decided by nothing but the seed and the names of what it is for: the same in whatever order
 * the simulation asks, so that two policies meet the same customers. */
export function draw(seed: number, ...names: readonly Name[]): number {
  const text = `${seed}/${names.join('/')}`;
  // cyrb53: two 32-bit halves, mixed as MurmurHash3 mixes its end.
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = mixed(high) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = mixed(low) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return ((high >>> 11) * 4294967296 + (low >>> 0)) / BITS_53;
}

const mixed = (half: number) => Math.imul(half ^ (half >>> 16), 2246822507);

/** What a draw falls on, by weights. */
export function among<T>(u: number, weighted: readonly (readonly [T, number])[]): T {
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  let left = u * total;
  for (const [value, weight] of weighted) {
    left -= weight;
    if (left < 0) return value;
  }
  const last = weighted.at(-1);
  if (!last) throw new Error('there is nothing to choose from');
  return last[0];
}

/** A time that is as likely to end in any next moment, with this mean. */
export const exponential = (u: number, mean: number): number => -mean * Math.log(1 - u);

/** How long people take: half of them longer than `median`; `sigma` says how much longer the slow ones. */
export const lognormal = (u: number, { median, sigma }: Spread): number =>
  median * Math.exp(sigma * quantileOfNormal(u));

/** A lognormal time, in minutes. */
export type Spread = { readonly median: number; readonly sigma: number };

const TAIL = 0.02425;
const A = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
];
const B = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
];
const C = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const D = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];

const polynomial = (terms: readonly number[], x: number) => terms.reduce((sum, term) => sum * x + term, 0);

/** The standard normal quantile, by Acklam's rational approximation (relative error below 1.2e-9). */
export function quantileOfNormal(u: number): number {
  const p = Math.min(Math.max(u, 1e-12), 1 - 1e-12);
  if (p > 1 - TAIL) return -quantileOfNormal(1 - p);
  if (p < TAIL) {
    const q = Math.sqrt(-2 * Math.log(p));
    return polynomial(C, q) / polynomial(D, q);
  }
  const q = p - 0.5;
  return (polynomial(A, q * q) * q) / polynomial(B, q * q);
}
