/** The colours behind the phones: top, low, and how clearly the stars stand (0–1). */
export interface SkyColours {
  top: string;
  low: string;
  stars: string;
}

type Rgb = readonly [number, number, number];

/** Hours of a day at which the sky has a colour of its own; between them it changes evenly. */
const hours: readonly { at: number; top: Rgb; low: Rgb; stars: number }[] = [
  { at: 0, top: [18, 22, 48], low: [48, 52, 98], stars: 1 },
  { at: 4.5, top: [24, 28, 62], low: [74, 66, 120], stars: 0.9 },
  { at: 6.5, top: [112, 122, 190], low: [246, 190, 168], stars: 0.1 },
  { at: 9, top: [150, 196, 240], low: [226, 238, 250], stars: 0 },
  { at: 15, top: [146, 192, 238], low: [222, 236, 248], stars: 0 },
  { at: 18.5, top: [120, 140, 208], low: [250, 204, 170], stars: 0 },
  { at: 20.5, top: [52, 52, 110], low: [150, 110, 158], stars: 0.5 },
  { at: 22.5, top: [20, 24, 54], low: [52, 56, 106], stars: 1 },
  { at: 24, top: [18, 22, 48], low: [48, 52, 98], stars: 1 },
];

const between = (one: number, other: number, share: number): number => one + (other - one) * share;

const mix = (one: Rgb, other: Rgb, share: number): string =>
  `rgb(${one.map((value, at) => Math.round(between(value, other[at] ?? value, share))).join(' ')})`;

/** The sky at an hour of the day (0–24, with fractions). */
export const skyAt = (hour: number): SkyColours => {
  const next = hours.findIndex((one) => one.at > hour);
  const late = hours[next === -1 ? hours.length - 1 : next];
  const early = hours[next === -1 ? hours.length - 1 : Math.max(0, next - 1)];
  if (late === undefined || early === undefined) return { top: '#123', low: '#456', stars: '0' };
  const share = late.at === early.at ? 0 : (hour - early.at) / (late.at - early.at);
  return {
    top: mix(early.top, late.top, share),
    low: mix(early.low, late.low, share),
    stars: between(early.stars, late.stars, share).toFixed(2),
  };
};
