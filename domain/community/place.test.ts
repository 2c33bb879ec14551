import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Lack, missing, type PlaceKind, type Places } from './index.ts';

const NOW = new Date('2026-03-02T10:00:00Z');
type One = Places['places'][number];

const place = (kind: PlaceKind, set: Partial<One> = {}): One => ({
  ...{ kind, chatId: kind === 'channel' ? 1 : 2, chatKind: kind === 'channel' ? 'channel' : 'supergroup' },
  ...{
    title: kind,
    username: null,
    isForum: kind === 'community',
    linkedChat: null,
    status: 'administrator',
  },
  rights: ['can_post_messages', 'can_edit_messages', 'can_pin_messages', 'can_manage_topics'],
  ...{ checkedAt: NOW, problem: null, ...set },
});

const posts = (chatId: number, set: Partial<Places['posts'][number]> = {}): Places['posts'] =>
  ['accounts', 'help'].map((slug, at) => ({
    ...{ id: chatId * 10 + at, chatId, slug, state: 'there' as const, messageId: 5 },
    ...{ pin: 'there' as const, problem: null, ...set },
  }));

const COMPLETE: Places = {
  places: [place('channel'), place('community')],
  topics: (['questions', 'statuses', 'faq'] as const).map((slug, at) => ({
    ...{ id: at + 1, slug, name: null, renamed: false, threadId: at + 10, state: 'there', problem: null },
  })),
  posts: [...posts(1), ...posts(2)],
  texts: (['help', 'accounts'] as const).map((slug) => ({
    ...{ slug, text: null, confirmedBy: 'Nigar', confirmedAt: NOW },
  })),
};

const tell = (lacks: Lack[]) =>
  lacks.map(({ what, place: at, of }) => [what, at, of].filter(Boolean).join(' '));

test('nothing is missing where all is there, and each thing that goes is named', () => {
  expect(missing(COMPLETE, NOW)).toEqual([]);
  expect(tell(missing({ ...COMPLETE, places: [] }, NOW))).toEqual(['place channel', 'place community']);
  const [channel, community] = COMPLETE.places as [One, One];
  const withPlaces = (...places: One[]) => tell(missing({ ...COMPLETE, places }, NOW));
  expect(withPlaces(place('channel', { status: 'left' }), community)).toEqual(['away channel']);
  expect(withPlaces(place('channel', { status: 'member' }), community)).toEqual(['admin channel']);
  expect(withPlaces(channel, place('community', { rights: ['can_pin_messages'] }))).toEqual([
    'right community can_manage_topics',
  ]);
  // Without topics Telegram has no right to manage them, and none of them is asked for.
  expect(withPlaces(channel, place('community', { isForum: false, rights: ['can_pin_messages'] }))).toEqual([
    'forum community',
  ]);
  expect(tell(missing({ ...COMPLETE, posts: posts(1) }, NOW))).toEqual([
    ...['post community accounts', 'post community help'],
  ]);
  expect(tell(missing({ ...COMPLETE, posts: [...posts(1, { pin: 'failed' }), ...posts(2)] }, NOW))).toEqual([
    ...['pin channel accounts', 'pin channel help'],
  ]);
  const later = new Date(NOW.getTime() + 31 * 86_400_000);
  expect(tell(missing(COMPLETE, later))).toEqual(['stale channel help', 'stale channel accounts']);
});

test('whatever is taken away, something is missing, and never less than before', () => {
  const rights = ['can_post_messages', 'can_edit_messages'];
  fc.assert(
    fc.property(fc.subarray(rights), fc.subarray([0, 1, 2, 3]), (kept, postsKept) => {
      const poorer: Places = {
        ...COMPLETE,
        places: [place('channel', { rights: kept }), place('community')],
        posts: COMPLETE.posts.filter((_, at) => postsKept.includes(at)),
      };
      const count = missing(poorer, NOW).length;
      expect(count).toBe(rights.length - kept.length + 4 - postsKept.length);
    }),
  );
});
