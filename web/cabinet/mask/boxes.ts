/** A part of a picture that nobody shall see, in the picture's own pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How large something is, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const SMALLEST = 12;

const between = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most);

/** The box between two corners, within the picture. */
export function boxBetween(from: Point, to: Point, { width, height }: Size): Box {
  const left = between(Math.min(from.x, to.x), 0, width);
  const top = between(Math.min(from.y, to.y), 0, height);
  return {
    x: left,
    y: top,
    width: between(Math.max(from.x, to.x), 0, width) - left,
    height: between(Math.max(from.y, to.y), 0, height) - top,
  };
}

/** A place in the picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A tap is no box. */
export const isBox = ({ width, height }: Box): boolean => width >= SMALLEST && height >= SMALLEST;

/** The box moved by so much; it stays in the picture. */
export const moved = (box: Box, by: Point, size: Size): Box => ({
  ...box,
  x: between(box.x + by.x, 0, size.width - box.width),
  y: between(box.y + by.y, 0, size.height - box.height),
});

/** The box with its lower right corner moved by so much; it stays in the picture, and can be seen. */
export const resized = (box: Box, by: Point, size: Size): Box => ({
  ...box,
  width: between(box.width + by.x, SMALLEST, size.width - box.x),
  height: between(box.height + by.y, SMALLEST, size.height - box.y),
});

/** A box in the middle of what is in sight, for whoever draws none. */
export const boxAt = (middle: Point, size: Size): Box => {
  const width = size.width / 3;
  const height = Math.min(size.height / 8, width);
  return moved({ x: middle.x - width / 2, y: middle.y - height / 2, width, height }, { x: 0, y: 0 }, size);
};

/** The whole pixels that a box touches: nothing of what it covers is left at its edges. */
export function pixelsOf({ x, y, width, height }: Box): Box {
  const left = Math.floor(x);
  const top = Math.floor(y);
  return { x: left, y: top, width: Math.ceil(x + width) - left, height: Math.ceil(y + height) - top };
}
