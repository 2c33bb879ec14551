import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseGroup } from './choose.ts';
import { postsOf, type Unshown } from './posts.ts';

const picture = (id: number, album: string | null): Unshown => ({
  ...{ id, album, copy: { telegramChat: 7, messageId: id * 10 } },
});
const words = (id: number): Unshown => ({ id, album: null, copy: null });

test('messages are shown one by one, albums together, what cannot be copied in words', () => {
  const posts = postsOf([picture(1, 'a'), picture(2, 'a'), picture(3, null), words(4)], 0);
  expect(posts.map((post) => [post.form, 'messages' in post ? post.messages.length : 1])).toEqual([
    ['copy', 2],
    ['copy', 1],
    ['words', 1],
  ]);
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
  const message = fc
    .record({ album: fc.constantFrom(null, 'a', 'b'), copied: fc.boolean() })
    .map(({ album, copied }) => (copied ? picture(0, album) : { ...words(0), album }));
  fc.assert(
    fc.property(fc.array(message, { maxLength: 20 }), fc.nat(20), (messages, waiting) => {
      const numbered = messages.map((one, id) => ({ ...one, id }));
      const shown = postsOf(numbered, waiting).flatMap((post) =>
        post.form === 'words' ? [post.message.id] : post.messages.map(({ id }) => id),
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
