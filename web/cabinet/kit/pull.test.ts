import { expect, test } from 'vitest';
import { ENOUGH, FARTHEST, pullOf } from './pull.ts';

const from = { x: 200, y: 100 };

test('a finger that goes down pulls by half, and no further than it should', () => {
  expect(pullOf(from, { x: 210, y: 160 })).toBe(30);
  expect(pullOf(from, { x: 200, y: 100 + 2 * ENOUGH })).toBe(ENOUGH);
  expect(pullOf(from, { x: 200, y: 900 })).toBe(FARTHEST);
});

test('up, to the side, and not at all is no pull', () => {
  for (const to of [from, { x: 200, y: 20 }, { x: 320, y: 180 }, { x: 60, y: 230 }])
    expect(pullOf(from, to)).toBe(0);
});
