import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, boxAt, boxBetween, moved, pixelsOf, resized } from './boxes.ts';

const size = { width: 1080, height: 2400 };
const far = fc.double({ min: -5000, max: 5000, noNaN: true });
const point = fc.record({ x: far, y: far });

const within = ({ x, y, width, height }: Box): boolean =>
  x >= 0 &&
  y >= 0 &&
  width >= 0 &&
  height >= 0 &&
  x + width <= size.width + 1e-6 &&
  y + height <= size.height + 1e-6;

test('whatever is drawn, moved and resized stays in the picture', () => {
  fc.assert(
    fc.property(
      point,
      point,
      fc.array(fc.tuple(fc.boolean(), point), { maxLength: 10 }),
      (from, to, steps) => {
        let box = boxBetween(from, to, size);
        expect(within(box)).toBe(true);
        for (const [move, by] of steps) {
          box = move ? moved(box, by, size) : resized(box, by, size);
          expect(within(moved(box, { x: 0, y: 0 }, size))).toBe(true);
        }
        expect(within(boxAt(from, size))).toBe(true);
      },
    ),
  );
});

test('the pixels of a box cover all of it', () => {
  fc.assert(
    fc.property(point, point, (from, to) => {
      const box = boxBetween(from, to, size);
      const pixels = pixelsOf(box);
      expect(pixels.x).toBeLessThanOrEqual(box.x);
      expect(pixels.y).toBeLessThanOrEqual(box.y);
      expect(pixels.x + pixels.width).toBeGreaterThanOrEqual(box.x + box.width - 1e-9);
      expect(pixels.y + pixels.height).toBeGreaterThanOrEqual(box.y + box.height - 1e-9);
      expect(Object.values(pixels).every(Number.isInteger)).toBe(true);
    }),
  );
});
