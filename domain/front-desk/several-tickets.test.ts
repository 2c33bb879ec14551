import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  buttonsOf,
  change,
  newWorld,
  play,
  type World,
  wait,
  write,
} from '../../test/support/front-desk-world.ts';
import { encodeButton } from './index.ts';

/** A customer with three open tickets: 1001, 1002, 1003. */
function threeTickets(): World {
  const world = newWorld();
  for (const text of ['Dark mode, please', 'Larger letters, please', 'A calendar, please']) {
    play(world, { kind: 'start', payload: 't_idea' });
    write(world, text);
  }
  wait(world, 60 * 60_000);
  return world;
}

const newest = (world: World): number => world.messages.size;
const placeOf = (world: World, message: number) => world.messages.get(message);
const questions = (effects: readonly { kind: string; text?: unknown }[]) =>
  effects.filter((effect) => effect.kind === 'say' && (effect.text as { key?: string }).key === 'choose-ask');
const choose = (world: World, ticketId: number) =>
  play(world, { kind: 'button', data: encodeButton({ do: 'choose', ticketId }) });

test('with several tickets open, words are asked about once in a burst, and the rest of the burst follows the answer', () => {
  const world = threeTickets();
  expect(questions(write(world, 'It does not work'))).toHaveLength(1);
  for (const minutes of [0, 1, 2, 3]) {
    wait(world, minutes * 60_000);
    expect(questions(write(world, `and more of it ${minutes}`))).toHaveLength(0);
  }
  choose(world, 1002);
  wait(world, 60_000);
  expect(questions(write(world, 'That was all'))).toHaveLength(0);
  const told = [...world.messages].slice(3).map(([, place]) => place);
  expect(new Set(told)).toEqual(new Set([1002]));
});

test('a new question is among the choices, and the words go along', () => {
  const world = threeTickets();
  const asked = buttonsOf(write(world, 'Something quite different'));
  expect(asked.map(({ data }) => data)).toContain(encodeButton({ do: 'new' }));
  play(world, { kind: 'button', data: encodeButton({ do: 'new' }) });
  play(world, { kind: 'button', data: encodeButton({ do: 'topic', topicId: 5 }) });
  wait(world, 11 * 60_000);
  expect(placeOf(world, newest(world))).toBe(1004);
});

test('whoever never chooses is told where the words went', () => {
  const world = threeTickets();
  write(world, 'And this?');
  wait(world, 10 * 60_000);
  const last = world.steps.at(-1)?.effects ?? [];
  const where = placeOf(world, newest(world));
  expect(last).toContainEqual(
    expect.objectContaining({ kind: 'say', text: { key: 'added-unasked', vars: { id: String(where) } } }),
  );
});

test('what is written in a ticket’s topic belongs to it, whatever waits elsewhere; thanks after the end open nothing', () => {
  const world = threeTickets();
  write(world, 'Which one is this about?');
  const waiting = newest(world);
  write(world, 'Surely the second', { inTopicOf: 1002, thread: 12 });
  expect(placeOf(world, newest(world))).toBe(1002);
  expect(placeOf(world, waiting)).toBe('loose');
  change(world, 1002, { status: 'resolved', resolvedAt: world.now });
  write(world, 'Thanks!', { inTopicOf: 1002, thread: 12 });
  expect(placeOf(world, newest(world))).toBe(1002);
  expect(world.tickets[1]?.status).toBe('resolved');
  write(world, 'It is broken again', { inTopicOf: 1002, thread: 12 });
  expect(world.tickets[1]?.status).toBe('reopened');
  expect(placeOf(world, waiting)).toBe('loose');
});

test('a topic that the customer makes is a matter of its own', () => {
  const world = threeTickets();
  expect(questions(write(world, 'A fourth wish', { apart: true, thread: 40 }))).toHaveLength(0);
  expect(world.state.thread).toBe(40);
  wait(world, 10 * 60_000);
  expect(placeOf(world, newest(world))).toBe(1004);
  expect(world.state.thread).toBeUndefined();
});

/** What the customer does, and which ticket that shows: a number; undefined where nothing shows it. */
type Deed = (world: World) => number | undefined;

const words = fc.constantFrom(
  'It does not work',
  'payment failed',
  'any news?',
  'thanks',
  '👍',
  'меня взломали',
  'And one more thing',
);
const ticketId = fc.integer({ min: 1001, max: 1003 });
const isOpen = (world: World, id: number) =>
  world.tickets.some((ticket) => ticket.id === id && ticket.resolvedAt === undefined);

const deed: fc.Arbitrary<Deed> = fc.oneof(
  // In a topic: that ticket, for as long as it can be spoken about.
  fc.tuple(words, ticketId).map(
    ([text, id]): Deed =>
      (world) => {
        write(world, text, { inTopicOf: id, thread: id });
        return id;
      },
  ),
  // As a reply: that ticket, while it is open.
  fc.tuple(words, ticketId).map(
    ([text, id]): Deed =>
      (world) => {
        const shown = isOpen(world, id);
        write(world, text, { replyTo: id });
        return shown ? id : undefined;
      },
  ),
  fc.tuple(words, fc.integer({ min: 50, max: 52 })).map(
    ([text, thread]): Deed =>
      (world) => {
        write(world, text, { apart: true, thread });
        return undefined;
      },
  ),
  words.map(
    (text): Deed =>
      (world) => {
        write(world, text);
        return undefined;
      },
  ),
  ticketId.map(
    (id): Deed =>
      (world) => {
        choose(world, id);
        return undefined;
      },
  ),
  fc.constantFrom(1000, 61_000, 601_000).map(
    (ms): Deed =>
      (world) => {
        wait(world, ms);
        return undefined;
      },
  ),
  ticketId.map(
    (id): Deed =>
      (world) => {
        if (isOpen(world, id)) change(world, id, { status: 'resolved', resolvedAt: world.now });
        return undefined;
      },
  ),
);

test('no message lands in another ticket than the one that its topic, its reply or a choice shows, and none moves by itself', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
      const world = threeTickets();
      for (const act of deeds) {
        const before = new Map(world.messages);
        const chosen = world.state.talk.at === 'choose';
        const shown = act(world);
        const written = world.messages.size > before.size;
        if (written && shown !== undefined) expect(placeOf(world, newest(world))).toBe(shown);
        for (const [message, place] of before) {
          if (typeof place === 'number') expect(placeOf(world, message)).toBe(place);
          // Words that wait for a choice go nowhere because of what is said in a topic.
          else if (written && chosen && shown !== undefined) expect(placeOf(world, message)).toBe(place);
        }
      }
      wait(world, 3_700_000);
      for (const id of world.meant) expect(typeof placeOf(world, id)).toBe('number');
    }),
    { numRuns: 300 },
  );
});
