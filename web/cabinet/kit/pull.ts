/** Where a finger is, in pixels of the page's window. */
export interface Finger {
  readonly x: number;
  readonly y: number;
}

/** A pull follows the finger by half, so that it feels held. */
const HOLD = 0.5;
/** As far as a pull goes, in pixels. */
export const FARTHEST = 72;
/** From here on, letting go refreshes. */
export const ENOUGH = 56;

/** How far something is pulled down from the top, in pixels; 0 where the finger goes up or to the side. */
export function pullOf(from: Finger, to: Finger): number {
  const down = to.y - from.y;
  if (down <= 0 || Math.abs(to.x - from.x) > down) return 0;
  return Math.min(FARTHEST, down * HOLD);
}
