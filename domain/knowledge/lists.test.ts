import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lengthOf, noLists, put, take } from './lists.ts';
import { noNumbers, numbered, numberOf } from './numbering.ts';

const step = fc.record({ list: fc.nat(5), value: fc.nat(30), out: fc.boolean() });

test('lists that share an array keep apart, however they grow and shrink', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      const lists = noLists();
      const model = Array.from({ length: 6 }, () => new Set<number>());
      for (const { list, value, out } of steps) {
        if (out) take(lists, list, value);
        else if (!model[list]!.has(value)) put(lists, list, value);
        model[list]![out ? 'delete' : 'add'](value);
      }
      model.forEach((values, list) => {
        const start = lists.starts[list]!;
        const kept = lists.entries.subarray(start, start + lengthOf(lists, list));
        expect(new Set(kept)).toEqual(values);
      });
    }),
  );
});

test('a list that empties and fills again takes no more room', () => {
  const lists = noLists();
  for (let value = 0; value < 100; value++) put(lists, 0, value);
  const { used } = lists;
  for (let round = 0; round < 5; round++) {
    for (let value = 0; value < 100; value++) take(lists, 0, value);
    for (let value = 0; value < 100; value++) put(lists, 0, value);
  }
  expect(lists.used).toBe(used);
});

test('each hash has one number, in the order in which they came', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { maxLength: 400 }), (hashes) => {
      const numbering = noNumbers();
      const different = [...new Set(hashes)];
      expect(hashes.map((hash) => numbered(numbering, hash))).toEqual(
        hashes.map((hash) => different.indexOf(hash)),
      );
      expect(numberOf(numbering, 12345)).toBe(different.indexOf(12345));
    }),
  );
});
