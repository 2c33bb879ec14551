import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseGroup } from './choose.ts';

const room = (id: number, topics: number, waiting: number) => ({ id, topics, waiting });

test('a group whose minute is used up hands on to the next one, and the least busy one takes it where all are', () => {
  expect(chooseGroup([room(1, 5, 20), room(2, 5, 0)], 10)?.id).toBe(2);
  expect(chooseGroup([room(1, 5, 19), room(2, 5, 0)], 10)?.id).toBe(1);
  expect(chooseGroup([room(1, 5, 40), room(2, 5, 30)], 10)?.id).toBe(2);
  expect(chooseGroup([room(1, 10, 0), room(2, 10, 0)], 10)).toBeUndefined();
});

test('whatever the groups: never a full one, and none only where all are full', () => {
  const groups = fc.array(fc.tuple(fc.nat(12), fc.nat(60)), { maxLength: 6 });
  fc.assert(
    fc.property(groups, (facts) => {
      const rooms = facts.map(([topics, waiting], index) => room(index, topics, waiting));
      const chosen = chooseGroup(rooms, 10);
      const open = rooms.filter(({ topics }) => topics < 10);
      expect(chosen === undefined).toBe(open.length === 0);
      if (!chosen) return;
      expect(open).toContain(chosen);
      if (chosen.waiting >= 20) expect(chosen.waiting).toBe(Math.min(...open.map(({ waiting }) => waiting)));
    }),
  );
});
