import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseGroup } from './choose.ts';
import { postsOf, type Unshown } from './posts.ts';

const copied = (id: number): Unshown => ({ id, copy: { telegramChat: 7, messageIds: [id * 10] } });
const words = (id: number): Unshown => ({ id, copy: null });

test('messages are shown one by one, what cannot be copied in words', () => {
  expect(postsOf([copied(1), words(2)], 0).map(({ form }) => form)).toEqual(['copy', 'words']);
  expect(postsOf([], 20)).toEqual([]);
});

test('a group that is behind gets a sum, and so does whoever sends very many', () => {
  expect(postsOf([words(1)], 10)).toEqual([{ form: 'summary', messages: [words(1)] }]);
  expect(postsOf([words(1)], 9)).toMatchObject([{ form: 'words' }]);
  expect(
    postsOf(
      Array.from({ length: 9 }, (_, id) => words(id)),
      0,
    ),
  ).toMatchObject([{ form: 'summary' }]);
});

test('every message is in exactly one post, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 20 }), fc.nat(20), (isCopied, waiting) => {
      const numbered = isCopied.map((copy, id) => (copy ? copied(id) : words(id)));
      const shown = postsOf(numbered, waiting).flatMap((post) =>
        post.form === 'summary' ? post.messages.map(({ id }) => id) : [post.message.id],
      );
      expect(shown).toEqual(numbered.map(({ id }) => id));
    }),
  );
});

test('a ticket goes to the first group that is neither full nor busy, else to the least busy', () => {
  const rooms = [
    { id: 1, topics: 50, waiting: 0 },
    { id: 2, topics: 3, waiting: 25 },
    { id: 3, topics: 3, waiting: 21 },
  ];
  expect(chooseGroup(rooms, 50)?.id).toBe(3);
  expect(chooseGroup(rooms, 51)?.id).toBe(1);
  expect(chooseGroup([{ id: 2, topics: 3, waiting: 3 }, ...rooms], 50)?.id).toBe(2);
  expect(chooseGroup(rooms, 3)).toBeUndefined();
});
