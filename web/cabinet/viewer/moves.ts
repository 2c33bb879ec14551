/** A point or a distance on the screen, in pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** How a picture lies on the screen: so many times as large as fits, and so far from the middle. */
export interface View extends Spot {
  readonly scale: number;
}

/** The room that there is, and what the picture takes of it where it fits. */
export interface Room {
  readonly screen: Spot;
  readonly picture: Spot;
}

/** As it fits, in the middle. */
export const FITTING: View = { scale: 1, x: 0, y: 0 };
export const LARGEST = 6;
/** What two taps make of a picture that fits. */
export const CLOSE = 2.5;

const between = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/** The view with no more empty room at an edge than must be: what is larger than the screen covers it, what is smaller lies in the middle. */
export function settled(view: View, { screen, picture }: Room): View {
  const scale = between(view.scale, 1, LARGEST);
  const most = (size: number, room: number): number => Math.max(0, (size * scale - room) / 2);
  const [far, deep] = [most(picture.x, screen.x), most(picture.y, screen.y)];
  return { scale, x: between(view.x, -far, far), y: between(view.y, -deep, deep) };
}

/** The view at another scale: what lay under `point` (from the middle of the screen) lies there still. */
export function zoomed(view: View, scale: number, point: Spot): View {
  const times = between(scale, 1, LARGEST) / view.scale;
  return {
    scale: view.scale * times,
    x: point.x - (point.x - view.x) * times,
    y: point.y - (point.y - view.y) * times,
  };
}

/** What a finger meant that moved so far in so many milliseconds and let go, where the picture fits. */
export type Meant = 'next' | 'previous' | 'close' | 'nothing';

const FAR_PX = 80;
const FLICK_PX = 24;
const FLICK_PX_PER_MS = 0.5;

/** To the left is the next picture, to the right the one before, down is out: far, or not so far but quickly. */
export function meant({ x, y }: Spot, milliseconds: number): Meant {
  const goes = (distance: number): boolean =>
    distance > FAR_PX || (distance > FLICK_PX && distance / Math.max(1, milliseconds) > FLICK_PX_PER_MS);
  if (Math.abs(y) > Math.abs(x)) return goes(y) ? 'close' : 'nothing';
  if (goes(-x)) return 'next';
  return goes(x) ? 'previous' : 'nothing';
}
