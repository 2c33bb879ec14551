import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buttonsOf,
  change,
  newWorld,
  play,
  viewOf,
  type World,
  wait,
  write,
} from '../../test/support/front-desk-world.ts';
import {
  type Action,
  BUTTON_BYTES,
  decodeButton,
  type Effect,
  encodeButton,
  isEmptyOfMeaning,
  parseState,
  step,
  type TicketView,
} from './index.ts';

const words = fc.oneof(
  fc.constantFrom(
    'Where is my order?',
    'payment failed',
    'я не могу войти',
    'меня взломали',
    'çox sağ olun',
    'thanks',
    '👍',
    'Longer than that',
    '😡',
    '\u200B',
    '…',
    '',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

const ticketId = fc.integer({ min: 1000, max: 1006 });

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ do: fc.constant('topic' as const), topicId: fc.nat(7) }),
  fc.record({ do: fc.constant('topics' as const), page: fc.nat(5) }),
  fc.record({
    do: fc.constant('clarify' as const),
    topicId: fc.nat(6),
    optionId: fc.constantFrom('longer', 'arrived', 'person', 'same', 'gone'),
  }),
  fc.record({ do: fc.constant('setLanguage' as const), language: fc.constantFrom('az', 'en', 'ru', 'tr') }),
  fc.record({ do: fc.constant('notify' as const), ticketId, on: fc.boolean() }),
  fc.record({
    do: fc.constantFrom('choose', 'reopen', 'show', 'add', 'person', 'close', 'unrelated', 'follow'),
    ticketId,
  }),
  fc.record({ do: fc.constant('rate' as const), ticketId, score: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ do: fc.constant('held' as const), ticketId, held: fc.boolean() }),
  fc.record({ do: fc.constantFrom('rateAgain', 'rateWords'), ticketId }),
  fc.record({ do: fc.constant('nps' as const), npsId: fc.nat(3), score: fc.nat(10) }),
  fc.record({ do: fc.constantFrom('npsAgain', 'npsWords'), npsId: fc.nat(3) }),
  fc.record({ do: fc.constant('quiet' as const), hours: fc.constantFrom('22-08', '23-09', '00-10', 'off') }),
  fc.record({ do: fc.constant('answered' as const), articleId: fc.nat(3), solved: fc.boolean() }),
  fc.record({ do: fc.constant('article' as const), articleId: fc.nat(3) }),
  fc.record({ do: fc.constantFrom('language', 'human', 'new', 'list', 'agree', 'withdraw') }),
  fc.record({ do: fc.constantFrom('copy', 'copyLink', 'erase', 'eraseNothing') }),
  fc.record({ do: fc.constant('eraseAll' as const), until: fc.nat(40_000_000) }),
);

type Deed = (world: World) => readonly Effect[] | undefined;

/** Everything that can happen to a conversation: the customer's deeds, time, and the desk's work on tickets. */
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(words, fc.boolean(), fc.option(ticketId, { nil: undefined }))
      .map(([text, photo, replyTo]): Deed => {
        return (world) => write(world, text, { photo, ...(replyTo === undefined ? {} : { replyTo }) });
      }),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.nat(), fc.boolean()).map(
      ([which, onCard]): Deed =>
        (world) =>
          pressAny(world, which, onCard),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.oneof(action.map(encodeButton), fc.string({ maxLength: 70 })).map(
      (data): Deed =>
        (world) =>
          play(world, { kind: 'button', data }),
    ),
  },
  fc.constantFrom('status', 'new', 'help', 'language', 'human', 'privacy', 'cancel', 'nonsense').map(
    (name): Deed =>
      (world) =>
        play(world, { kind: 'command', name, args: '' }),
  ),
  fc
    .option(fc.constantFrom('t_payment', 't_idea', 't_x', 'new', 'ticket_1001', 'ticket_9', 'lang_ru', '%'), {
      nil: undefined,
    })
    .map(
      (payload): Deed =>
        (world) => {
          return play(world, payload === undefined ? { kind: 'start' } : { kind: 'start', payload });
        },
    ),
  fc.nat(3).map(
    (id): Deed =>
      (world) =>
        play(world, { kind: 'edited', messageId: id }),
  ),
  fc.constantFrom(1_000, 61_000, 601_000, 3_700_000, 260_000_000).map((ms): Deed => {
    return (world) => {
      wait(world, ms);
      return undefined;
    };
  }),
  fc
    .tuple(
      ticketId,
      fc.constantFrom('in_progress' as const, 'clarification_needed' as const, 'resolved' as const),
    )
    .map(
      ([id, status]): Deed =>
        (world) =>
          work(world, id, status),
    ),
);

function pressAny(world: World, which: number, onCard: boolean): readonly Effect[] | undefined {
  const shown = buttonsOf(world.steps.flatMap(({ effects }) => effects));
  const button = shown[which % Math.max(1, shown.length)];
  if (button === undefined) return undefined;
  return play(world, { kind: 'button', data: button.data, ...(onCard ? { onTicketCard: 1001 } : {}) });
}

function work(world: World, id: number, status: TicketView['status']): undefined {
  const ticket = world.tickets.find((known) => known.id === id);
  if (ticket === undefined || ticket.resolvedAt !== undefined) return undefined;
  change(world, id, { status, ...(status === 'resolved' ? { resolvedAt: world.now } : {}) });
  return undefined;
}

const article = fc.record({
  id: fc.nat(3),
  answer: fc.constant('Check the limit.'),
  entities: fc.constant([]),
  more: fc.boolean(),
  confidence: fc.constant(0.9),
  language: fc.constant('en' as const),
  topicIds: fc.subarray([1, 2, 5]),
});
const advice = fc.record(
  {
    article,
    topicId: fc.nat(7),
    tongue: fc.constant({ language: 'az' as const, question: 'Azərbaycanca?', name: 'Azərbaycanca' }),
  },
  { requiredKeys: [] },
);

/** Customers with a past: open tickets, solved ones, both or none; and a desk whose articles answer them, or do not. */
const world = fc
  .tuple(fc.array(fc.constantFrom('accepted' as const, 'resolved' as const), { maxLength: 4 }), advice)
  .map(([statuses, told]) => (): World => {
    const begun = { ...newWorld(), advice: told };
    for (const status of statuses) {
      play(begun, { kind: 'start', payload: 't_idea' });
      write(begun, 'Dark mode, please');
      wait(begun, 601_000);
      work(begun, 1000 + begun.tickets.length, status);
    }
    return begun;
  });

/** What must hold after every deed. */
function holds(world: World): void {
  const saved: unknown = JSON.parse(JSON.stringify(world.state));
  expect(parseState(saved)).toEqual(world.state);
  const waiting = [...world.meant].filter((id) => world.messages.get(id) === 'loose');
  if (waiting.length > 0) expect(world.timerAt).toBeDefined();
  expect(world.timerAt?.getTime()).toBe(world.state.timerAt);
  for (const { effects } of world.steps.slice(-3)) {
    const again = effects.findIndex(({ kind }) => kind === 'again');
    if (again >= 0) expect(again).toBe(effects.length - 1);
    expect(effects.filter(({ kind }) => kind === 'createTicket').length).toBeLessThanOrEqual(1);
  }
}

describe('whatever happens, in whatever order', () => {
  test('nothing throws, no words are lost, every press is answered once, and commands are never met with silence', () => {
    fc.assert(
      fc.property(world, fc.array(deed, { maxLength: 40 }), (begin, deeds) => {
        const world = begin();
        for (const act of deeds) {
          const taps = world.taps;
          const effects = act(world);
          if (effects !== undefined) {
            const answers = effects.filter(({ kind }) => kind === 'answer').length;
            expect(answers).toBe(world.taps - taps);
          }
          holds(world);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('words in a conversation end in a ticket within ten minutes, unless they were asked for as a word to a rating', () => {
    fc.assert(
      fc.property(world, fc.array(deed, { maxLength: 25 }), (begin, deeds) => {
        const world = begin();
        for (const act of deeds) act(world);
        const asked = world.state.talk.at === 'comment' && world.now.getTime() < world.state.talk.until;
        write(world, 'Where is my order?');
        wait(world, 601_000);
        const place = world.messages.get(world.messages.size);
        if (asked) expect(place).toBe('comment');
        else expect(typeof place).toBe('number');
      }),
      { numRuns: 200 },
    );
  });

  test('/start and any command or press is answered by something that can be seen', () => {
    fc.assert(
      fc.property(
        world,
        fc.array(deed, { maxLength: 20 }),
        fc.constantFrom('start', 'status', 'new', 'human', 'cancel'),
        (begin, deeds, name) => {
          const world = begin();
          for (const act of deeds) act(world);
          const seen = play(world, { kind: 'command', name, args: '' }).filter(({ kind }) =>
            ['say', 'offerArticle', 'showCard', 'createTicket'].includes(kind),
          );
          expect(seen.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('any saved state is read: a broken one begins anew', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue(), fc.record({ v: fc.constant(1), talk: fc.jsonValue() })),
        (saved) => {
          const { state, effects } = step(saved, { kind: 'start' }, viewOf(newWorld()));
          expect(state.v).toBe(1);
          expect(effects.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('button data', () => {
  const big = fc.maxSafeNat();
  const any: fc.Arbitrary<Action> = fc.oneof(
    action,
    fc.record({
      do: fc.constantFrom('choose', 'reopen', 'show', 'add', 'person', 'close', 'unrelated', 'follow'),
      ticketId: big,
    }),
    fc.record({ do: fc.constant('rate' as const), ticketId: big, score: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ do: fc.constant('held' as const), ticketId: big, held: fc.boolean() }),
    fc.record({
      do: fc.constant('clarify' as const),
      topicId: big,
      optionId: fc.stringMatching(/^[a-z0-9_-]{1,24}$/),
    }),
  );

  test('is read back as what it was made of, within 64 bytes', () => {
    fc.assert(
      fc.property(any, (made) => {
        const data = encodeButton(made);
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(BUTTON_BYTES);
        expect(decodeButton(data)).toEqual(made);
      }),
    );
  });

  test('is refused when a single character is changed into another meaning-free one', () => {
    fc.assert(
      fc.property(any, fc.nat(63), (made, at) => {
        const data = encodeButton(made);
        const broken = `${data.slice(0, at % data.length)}!${data.slice((at % data.length) + 1)}`;
        expect(decodeButton(broken)).toBeUndefined();
      }),
    );
  });
});

test('emptiness of meaning: no letters or digits in any script', () => {
  for (const empty of ['', ' ', '😀', '👨‍👩‍👧', '1️⃣', '\u200B\u200D', '\u3164', '…!?', '🇦🇿', '\u202E']) {
    expect(isEmptyOfMeaning(empty), JSON.stringify(empty)).toBe(true);
  }
  for (const full of ['a', '5', 'Ə', 'я', '你好', 'مرحبا', '👍 ok', '\u202Eabc']) {
    expect(isEmptyOfMeaning(full), full).toBe(false);
  }
});
