import { expect, test } from 'vitest';
import { floodWatch } from './flood.ts';

test('one chat or two that are told to wait are meant themselves; three in a row are the bot', () => {
  const watch = floodWatch();
  expect(['a', 'a', 'b', 'a', 'b'].map(watch.refused)).toEqual([false, false, false, false, false]);
  expect(watch.refused('c')).toBe(true);
  watch.passed();
  expect(watch.refused('d')).toBe(false);
});
