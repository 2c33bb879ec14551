/** A colour as red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** The two ends of what a screen can show. */
export const BLACK: Rgb = [0, 0, 0];
/** See BLACK. */
export const WHITE: Rgb = [255, 255, 255];

/** Reads "#rgb" or "#rrggbb"; undefined for anything else. */
export function parseColour(text: string | undefined): Rgb | undefined {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(text ?? '');
  const digits = short
    ? short.slice(1).map((digit) => digit + digit)
    : /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text ?? '')?.slice(1);
  if (!digits) return undefined;
  const [red = 0, green = 0, blue = 0] = digits.map((pair) => Number.parseInt(pair, 16));
  return [red, green, blue];
}

/** "#rrggbb". */
export const hex = (colour: Rgb): string =>
  `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

/** The relative luminance of WCAG, 0 to 1. */
export function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours as WCAG counts it, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Some of one colour in another: `share` 0 is all `from`, 1 is all `to`. */
export const mix = (from: Rgb, to: Rgb, share: number): Rgb => {
  const part = (index: 0 | 1 | 2): number => Math.round(from[index] + (to[index] - from[index]) * share);
  return [part(0), part(1), part(2)];
};

const least = (colour: Rgb, surfaces: readonly Rgb[]): number =>
  Math.min(...surfaces.map((surface) => contrast(colour, surface)));

/** Whether black or white can be read on all of these. */
export const agree = (surfaces: readonly Rgb[], ratio: number): boolean =>
  [BLACK, WHITE].some((extreme) => least(extreme, surfaces) >= ratio);

const STEPS = 40;

/** The colour nearest to `wanted`, on its way to black or to white, that has this contrast on every surface; where none has, the better of
 * black and white. */
export function readable(wanted: Rgb, surfaces: readonly Rgb[], ratio = 4.5): Rgb {
  for (let step = 0; step <= STEPS; step += 1) {
    const near = [BLACK, WHITE]
      .map((extreme) => mix(wanted, extreme, step / STEPS))
      .filter((colour) => least(colour, surfaces) >= ratio);
    const [first, second] = near;
    if (first) return second && least(second, surfaces) > least(first, surfaces) ? second : first;
  }
  return least(BLACK, surfaces) >= least(WHITE, surfaces) ? BLACK : WHITE;
}
