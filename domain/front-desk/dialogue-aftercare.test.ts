import { describe, expect, test } from 'vitest';
import { change, newWorld, play, type World, wait, write } from '../../test/support/front-desk-world.ts';
import { type Action, COMMENT_MS, type Effect, encodeButton } from './index.ts';

const ID = 1001;

/** A customer whose ticket was just solved by a person, and who was asked about it. */
function solved(): World {
  const world = newWorld();
  play(world, { kind: 'start', payload: 't_idea' });
  write(world, 'Dark mode, please');
  change(world, ID, { status: 'resolved', resolvedAt: world.now });
  return world;
}

const tap = (world: World, action: Action) => play(world, { kind: 'button', data: encodeButton(action) });
const said = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => ('text' in effect && typeof effect.text === 'object' ? [effect.text.key] : []));
const rated = (score: number) => {
  const world = solved();
  tap(world, { do: 'rate', ticketId: ID, score });
  tap(world, { do: 'rateWords', ticketId: ID });
  return world;
};
const last = (world: World) => world.messages.get(world.messages.size);

describe('a rating', () => {
  test('is one tap: the message becomes a thank-you with at most three rows', () => {
    for (const [score, key] of [
      [1, 'survey-thanks-low'],
      [2, 'survey-thanks-low'],
      [3, 'survey-thanks'],
      [5, 'survey-thanks'],
    ] as const) {
      const effects = tap(solved(), { do: 'rate', ticketId: ID, score });
      expect(effects.map(({ kind }) => kind)).toEqual(['answer', 'rate', 'edit']);
      expect(said(effects)).toEqual([key]);
      const [edit] = effects.slice(-1);
      expect(JSON.stringify(edit).includes('d1:reopen:1001')).toBe(score <= 2);
    }
  });

  test('of an open or unknown ticket is refused, and its buttons go', () => {
    const world = solved();
    change(world, ID, { status: 'reopened' });
    expect(said(tap(world, { do: 'rate', ticketId: ID, score: 5 }))).toEqual(['already-open']);
    expect(said(tap(world, { do: 'rate', ticketId: 77, score: 5 }))).toEqual(['survey-over']);
    expect(world.tickets[0]?.score).toBeUndefined();
  });

  test('takes the next text as its word, whatever it says kindly', () => {
    for (const words of ['Quick and kind', 'thanks', '👍']) {
      const world = rated(5);
      expect(said(write(world, words))).toContain('survey-words-kept');
      expect(last(world)).toBe('comment');
      expect(world.tickets[0]?.comment).toBe(words);
      expect(world.state.talk).toEqual({ at: 'idle' });
    }
  });

  test('leaves everything else where it was: photos, urgent words, late words, commands', () => {
    const photo = rated(5);
    write(photo, 'Look', { photo: true });
    expect(photo.state.talk.at).toBe('reopen');

    const urgent = rated(5);
    write(urgent, 'my account was hacked');
    expect(last(urgent)).toBe(1002);

    const late = rated(5);
    wait(late, COMMENT_MS);
    write(late, 'Where is my order?');
    expect(late.state.talk.at).toBe('reopen');

    const cancelled = rated(5);
    expect(said(play(cancelled, { kind: 'command', name: 'cancel', args: '' }))).toEqual(['cancelled']);
    write(cancelled, 'Where is my order?');
    expect(cancelled.state.talk.at).toBe('reopen');
    for (const world of [photo, urgent, late, cancelled]) expect(world.tickets[0]?.comment).toBeUndefined();
  });

  test('lets words that wait for a ticket go first', () => {
    const world = solved();
    tap(world, { do: 'rate', ticketId: ID, score: 4 });
    write(world, 'It is back again');
    expect(said(tap(world, { do: 'rateWords', ticketId: ID }))).toEqual(['reopen-ask-kept']);
    expect(world.state.talk.at).toBe('reopen');
  });
});

describe('"did it hold?"', () => {
  test('yes is noted and thanked for', () => {
    const world = solved();
    const effects = tap(world, { do: 'held', ticketId: ID, held: true });
    expect(effects.map(({ kind }) => kind)).toEqual(['answer', 'held', 'edit']);
    expect(said(tap(world, { do: 'held', ticketId: ID, held: false }))).toEqual(['survey-over']);
  });

  test('no opens the ticket, and what is written next belongs to it', () => {
    const world = solved();
    const effects = tap(world, { do: 'held', ticketId: ID, held: false });
    expect(effects.map(({ kind }) => kind)).toEqual([
      'answer',
      'replaceButtons',
      'held',
      'reopenTicket',
      'say',
    ]);
    write(world, 'It went bright again');
    expect(last(world)).toBe(ID);
  });

  test('no takes words along that waited for it, and leaves a new matter alone', () => {
    const waiting = solved();
    write(waiting, 'It is back again');
    tap(waiting, { do: 'held', ticketId: ID, held: false });
    expect(last(waiting)).toBe(ID);

    const other = solved();
    play(other, { kind: 'command', name: 'new', args: '' });
    write(other, 'Where is my order?');
    tap(other, { do: 'held', ticketId: ID, held: false });
    expect(last(other)).toBe('loose');
    expect(other.state.talk.at).toBe('topic');
  });
});
