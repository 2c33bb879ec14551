import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LARGEST, meant, settled, zoomed } from './moves.ts';

const room = { screen: { x: 400, y: 800 }, picture: { x: 400, y: 300 } };
const px = fc.integer({ min: -2000, max: 2000 });
const view = fc.record({ scale: fc.double({ min: 0.2, max: 12, noNaN: true }), x: px, y: px });

test('a picture never leaves the screen, and lies in the middle of the room that it cannot fill', () => {
  fc.assert(
    fc.property(view, (any) => {
      const { scale, x, y } = settled(any, room);
      expect(scale).toBeGreaterThanOrEqual(1);
      expect(scale).toBeLessThanOrEqual(LARGEST);
      expect(Math.abs(x) * 2).toBeLessThanOrEqual(400 * scale - 400 + 1e-6);
      if (300 * scale <= 800) expect(y === 0).toBe(true);
      expect(settled({ scale, x, y }, room)).toEqual({ scale, x, y });
    }),
  );
});

test('what lies under the fingers stays there while a picture grows', () => {
  fc.assert(
    fc.property(px, px, fc.double({ min: 1, max: LARGEST, noNaN: true }), (x, y, scale) => {
      const before = { scale: 1.5, x: 20, y: -30 };
      const after = zoomed(before, scale, { x, y });
      expect(after.scale).toBeCloseTo(scale, 6);
      expect((x - after.x) / after.scale).toBeCloseTo((x - before.x) / before.scale, 6);
      expect((y - after.y) / after.scale).toBeCloseTo((y - before.y) / before.scale, 6);
    }),
  );
});

test('tells a swipe from a finger that only trembled', () => {
  expect(meant({ x: -120, y: 20 }, 900)).toBe('next');
  expect(meant({ x: 40, y: -10 }, 50)).toBe('previous');
  expect(meant({ x: 40, y: -10 }, 500)).toBe('nothing');
  expect(meant({ x: 30, y: 140 }, 900)).toBe('close');
  expect(meant({ x: 30, y: -140 }, 900)).toBe('nothing');
  expect(meant({ x: 0, y: 0 }, 0)).toBe('nothing');
});
