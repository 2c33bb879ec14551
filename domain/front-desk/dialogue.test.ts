import { describe, expect, test } from 'vitest';
import {
  buttonsOf,
  change,
  newWorld,
  play,
  press,
  type World,
  wait,
  write,
} from '../../test/support/front-desk-world.ts';
import { BURST_MS, DRAFT_MS, type Effect } from './index.ts';

const MINUTE = 60_000;
const WORDS = 'I paid 25 AZN, order 8841, the money is gone and nothing came.';

const kinds = (effects: readonly Effect[]) => effects.map(({ kind }) => kind);
const said = (effects: readonly Effect[]) =>
  effects.flatMap((effect) =>
    effect.kind === 'say' ? [typeof effect.text === 'string' ? effect.text : effect.text.key] : [],
  );
const created = (effects: readonly Effect[]) => effects.find(({ kind }) => kind === 'createTicket');
const labels = (effects: readonly Effect[]) => buttonsOf(effects).map(({ label }) => label);

/** A customer with tickets on these topics, all accepted. */
function withTickets(...slugs: string[]): World {
  const world = newWorld();
  for (const slug of slugs) {
    play(world, { kind: 'start', payload: `t_${slug}` });
    write(world, 'Something about it.');
    if (world.state.talk.at === 'clarify') wait(world, DRAFT_MS);
    wait(world, BURST_MS);
  }
  return world;
}

describe('the main path', () => {
  test('leads from /start to a ticket in two taps and the own words', () => {
    const world = newWorld();
    expect(said(play(world, { kind: 'start' }))).toEqual(['greeting']);
    expect(labels(world.steps.at(-1)?.effects ?? [])).toEqual([
      '💳 Payment',
      '👤 My account',
      '⚙️ How it works',
      '😕 Complaint',
      '💡 Idea',
      { key: 'button-language' },
    ]);
    const chosen = press(world, 'topic:1');
    expect(kinds(chosen)).toEqual(['startTimer', 'answer', 'replaceButtons', 'recordConsent', 'say']);
    expect(said(chosen)).toEqual(['topic-prompt']);
    expect(world.consent).toBe('2');
    expect(said(write(world, WORDS))).toEqual([
      'Payments sometimes take up to 10 minutes to arrive. Has it been longer?',
    ]);
    expect(created(press(world, 'clarify:1:longer'))).toEqual({
      kind: 'createTicket',
      priority: 'normal',
      outcome: 'open',
      topicId: 1,
      clarification: {
        question: 'Payments sometimes take up to 10 minutes to arrive. Has it been longer?',
        answer: 'Longer than that',
      },
    });
    expect(world.taps).toBeLessThanOrEqual(4);
    expect(world.messages.get(1)).toBe(1001);
    expect(world.timerAt).toBeUndefined();
  });

  test('takes at most four taps in the longest way: another language, another topic, the question', () => {
    const world = newWorld();
    play(world, { kind: 'start' });
    press(world, 'language');
    press(world, 'setLanguage:az');
    press(world, 'topic:1');
    write(world, 'Pul getdi, sifariş yoxdur.');
    press(world, 'clarify:1:longer');
    expect(world.taps).toBe(4);
    expect(world.tickets).toHaveLength(1);
  });

  test('gathers a photo without words and words written in a row', () => {
    const world = newWorld();
    play(world, { kind: 'start' });
    press(world, 'topic:1');
    write(world, '', { photo: true });
    wait(world, 3_000);
    expect(write(world, 'order 8841')).toEqual([]);
    press(world, 'clarify:1:longer');
    expect([...world.messages.values()]).toEqual([1001, 1001]);
  });

  test('asks again with the buttons after a late photo, and takes a typed answer', () => {
    const world = newWorld();
    play(world, { kind: 'start', payload: 't_payment' });
    write(world, WORDS);
    wait(world, MINUTE);
    expect(said(write(world, '', { photo: true }))).toHaveLength(1);
    wait(world, MINUTE);
    const ticket = created(write(world, 'yes, two hours'));
    expect(ticket).toMatchObject({ topicId: 1, clarification: { answer: 'yes, two hours' } });
    expect([...world.messages.values()]).toEqual([1001, 1001, 1001]);
  });

  test('understands the typed words of a button at once', () => {
    const world = newWorld();
    play(world, { kind: 'start', payload: 't_payment' });
    write(world, WORDS);
    expect(created(write(world, 'it arrived now'))).toMatchObject({ outcome: 'auto_resolved' });
  });

  test('makes the ticket at once on a topic without a question', () => {
    const world = newWorld();
    play(world, { kind: 'start', payload: 't_idea' });
    expect(created(write(world, 'Dark mode, please'))).toMatchObject({ topicId: 5, outcome: 'open' });
  });

  test('ends as solved by itself, or with a person at once', () => {
    const solved = newWorld();
    play(solved, { kind: 'start', payload: 't_payment' });
    write(solved, WORDS);
    expect(said(press(solved, 'clarify:1:arrived'))).toEqual(['solved-by-itself']);
    expect(solved.tickets[0]?.status).toBe('resolved');
    const person = newWorld();
    play(person, { kind: 'start', payload: 't_payment' });
    write(person, WORDS);
    expect(created(press(person, 'clarify:1:person'))).toMatchObject({ priority: 'high', outcome: 'person' });
  });
});

describe('words before a topic', () => {
  test('are kept, asked about once, and go into the ticket of the topic', () => {
    const world = newWorld();
    expect(said(write(world, 'Hello, where is my order?'))).toEqual(['topic-ask-kept-first']);
    expect(world.consent).toBe('2');
    expect(write(world, 'it was yesterday')).toEqual([]);
    press(world, 'topic:4');
    expect([...world.messages.values()]).toEqual([1001, 1001]);
    expect(world.timerAt).toBeUndefined();
  });

  test('meet the bot once: in the greeting, or with the first words', () => {
    const world = newWorld();
    play(world, { kind: 'start' });
    expect(said(write(world, 'Hello, where is my order?'))).toEqual(['topic-ask-kept']);
  });

  test('become a ticket without a topic after ten minutes', () => {
    const world = newWorld();
    write(world, 'Hello, where is my order?');
    wait(world, DRAFT_MS - 1);
    expect(world.tickets).toHaveLength(0);
    wait(world, 1);
    expect(world.tickets).toMatchObject([{ id: 1001, topicTitle: '' }]);
    expect(world.messages.get(1)).toBe(1001);
  });

  test('are asked about again when the question has scrolled away', () => {
    const world = newWorld();
    write(world, 'Hello');
    wait(world, 2 * MINUTE);
    expect(said(write(world, 'Anybody?'))).toEqual(['topic-ask-kept']);
  });

  test('a timer that was moved meanwhile waits for its new time', () => {
    const world = newWorld();
    write(world, 'Hello');
    const early = play(world, { kind: 'timeout', what: 'draft' });
    expect(kinds(early)).toEqual(['startTimer']);
    expect(world.tickets).toHaveLength(0);
  });

  test('emoji alone get a hint, once a minute, and never a ticket of their own', () => {
    const world = newWorld();
    expect(said(write(world, '😡'))).toEqual(['words-please']);
    expect(write(world, '\u200B\u2060')).toEqual([]);
    wait(world, 2 * DRAFT_MS);
    expect(world.tickets).toHaveLength(0);
    write(world, 'Where is my order?');
    press(world, 'topic:5');
    expect([...world.messages.values()]).toEqual([1001, 1001, 1001]);
  });
});

describe('words for a person at once', () => {
  test('skip topic and question, raise the priority and choose the topic', () => {
    const world = newWorld();
    expect(created(write(world, 'My payment failed twice'))).toEqual({
      kind: 'createTicket',
      topicId: 1,
      priority: 'high',
      reason: 'payment_failed',
      outcome: 'person',
    });
  });

  test('keep the chosen topic unless they are critical', () => {
    const high = newWorld();
    play(high, { kind: 'start', payload: 't_complaint' });
    expect(created(write(high, 'payment failed'))).toMatchObject({ topicId: 4, priority: 'high' });
    const critical = newWorld();
    play(critical, { kind: 'start', payload: 't_complaint' });
    expect(created(write(critical, 'my account was hacked'))).toMatchObject({
      topicId: 2,
      priority: 'critical',
    });
  });

  test('raise the one open ticket, and say so once per burst', () => {
    const world = withTickets('idea');
    const effects = write(world, 'card blocked!');
    expect(kinds(effects)).toEqual(['addToTicket', 'requestPerson', 'say']);
    expect(said(effects)).toEqual(['urgent-added']);
    expect(said(write(world, 'card blocked, hello'))).toEqual([]);
  });

  test('among several tickets find the one on their topic, else open a new one', () => {
    const world = withTickets('idea', 'payment');
    write(world, 'payment failed');
    expect(world.messages.get(3)).toBe(1002);
    write(world, 'I was hacked');
    expect(world.messages.get(4)).toBe(1003);
  });
});

test('whoever writes that they want a person gets one, the words included', () => {
  const fresh = newWorld();
  expect(created(write(fresh, 'operator'))).toMatchObject({ outcome: 'person', reason: 'asked_for_person' });
  expect(fresh.messages.get(1)).toBe(1001);
  const world = withTickets('idea');
  const effects = write(world, 'talk to a person please');
  expect(kinds(effects)).toEqual(['addToTicket', 'requestPerson', 'say']);
  expect(effects).toContainEqual({
    kind: 'requestPerson',
    ticketId: 1001,
    priority: 'high',
    reason: 'asked_for_person',
  });
});

describe('with one open ticket', () => {
  test('the rest of an album that made it needs no word of its own', () => {
    const world = newWorld();
    play(world, { kind: 'start', payload: 't_idea' });
    write(world, 'Look', { photo: true });
    wait(world, 1_000);
    expect(kinds(write(world, '', { photo: true }))).toEqual(['addToTicket']);
    wait(world, MINUTE);
    expect(said(write(world, 'and one more thing'))).toEqual(['added-eta']);
  });

  test('free text goes to it and is acknowledged once per burst', () => {
    const world = withTickets('idea');
    expect(said(write(world, 'one more thing'))).toEqual(['added-eta']);
    expect(said(write(world, 'and another'))).toEqual([]);
    wait(world, BURST_MS);
    // The promised time has passed by now: it isn't promised again.
    expect(said(write(world, 'later'))).toEqual(['added']);
    expect(new Set(world.messages.values())).toEqual(new Set([1001]));
  });

  test('no acknowledgement interrupts a conversation with an agent', () => {
    const world = withTickets('idea');
    change(world, 1001, { status: 'in_progress', assigneeName: 'Aysel', lastActivityAt: world.now });
    expect(kinds(write(world, 'Here is the number: 5'))).toEqual(['addToTicket']);
  });

  test('/new starts a second one beside it, without or with a topic', () => {
    const world = withTickets('idea');
    play(world, { kind: 'command', name: 'new', args: '' });
    write(world, 'Something else entirely');
    press(world, 'topic:4');
    expect(world.messages.get(2)).toBe(1002);
  });

  test('a matter begun long ago and never told does not swallow words for the open ticket', () => {
    const world = withTickets('idea');
    play(world, { kind: 'start', payload: 't_payment' });
    wait(world, 2 * 60 * MINUTE);
    write(world, 'any news?');
    expect(world.messages.get(2)).toBe(1001);
  });
});

describe('with several open tickets', () => {
  test('a reply goes to its ticket', () => {
    const world = withTickets('idea', 'complaint');
    write(world, 'about the idea', { replyTo: 1001 });
    expect(world.messages.get(3)).toBe(1001);
  });

  test('free text is held, asked about once, and moved together; the burst follows', () => {
    const world = withTickets('idea', 'complaint');
    expect(said(write(world, 'hello?'))).toEqual(['choose-ask']);
    expect(labels(world.steps.at(-1)?.effects ?? [])).toEqual([
      '№ 1002 · Complaint',
      '№ 1001 · Idea',
      { key: 'button-new-question' },
    ]);
    expect(write(world, 'are you there')).toEqual([]);
    press(world, 'choose:1001');
    write(world, 'and this');
    expect([...world.messages.values()].slice(2)).toEqual([1001, 1001, 1001]);
    wait(world, BURST_MS);
    expect(said(write(world, 'something'))).toEqual(['choose-ask']);
  });

  test('"new question" takes the held words along', () => {
    const world = withTickets('idea', 'complaint');
    write(world, 'hello?');
    press(world, 'new');
    press(world, 'topic:5');
    expect(world.messages.get(3)).toBe(1003);
  });

  test('without a choice the latest one takes them, and it is said', () => {
    const world = withTickets('idea', 'complaint');
    write(world, 'hello?');
    wait(world, DRAFT_MS);
    expect(world.messages.get(3)).toBe(1002);
    expect(said(world.steps.at(-1)?.effects ?? [])).toEqual(['added-unasked']);
  });

  test('a ticket solved while one chooses is offered to be reopened', () => {
    const world = withTickets('idea', 'complaint');
    write(world, 'hello?');
    change(world, 1001, { status: 'resolved', resolvedAt: world.now });
    expect(said(press(world, 'choose:1001'))).toEqual(['reopen-ask-kept']);
    press(world, 'reopen:1001');
    expect(world.tickets[0]?.status).toBe('reopened');
    expect(world.messages.get(3)).toBe(1001);
  });

  test('what waits for the customer stands first', () => {
    const world = withTickets('idea', 'complaint');
    change(world, 1001, { status: 'clarification_needed' });
    write(world, 'hello?');
    expect(labels(world.steps.at(-1)?.effects ?? [])[0]).toBe('№ 1001 · Idea');
  });
});

describe('after a ticket is solved', () => {
  const solved = () => {
    const world = withTickets('idea');
    change(world, 1001, { status: 'resolved', resolvedAt: world.now });
    return world;
  };

  test.each(['thanks!', 'Спасибо большое', 'çox sağ olun', 'Teşekkür ederim', '👍', 'ok, it works now'])(
    '%s is acknowledged and does not reopen',
    (text) => {
      const world = solved();
      expect(said(write(world, text))).toEqual(['thanks']);
      expect(world.tickets[0]?.status).toBe('resolved');
      expect(world.messages.get(2)).toBe(1001);
    },
  );

  test('other words are kept and offered: reopen', () => {
    const world = solved();
    expect(said(write(world, 'thanks, but it still fails'))).toEqual(['reopen-ask-kept']);
    press(world, 'reopen:1001');
    expect(world.tickets[0]?.status).toBe('reopened');
    expect(world.messages.get(2)).toBe(1001);
  });

  test('other words are kept and offered: a new question', () => {
    const world = solved();
    write(world, 'how do I change my name?');
    press(world, 'new');
    press(world, 'topic:5');
    expect(world.messages.get(2)).toBe(1002);
    expect(world.tickets[0]?.status).toBe('resolved');
  });

  test('without a choice it is reopened, so that a person reads the words', () => {
    const world = solved();
    write(world, 'it is back');
    wait(world, DRAFT_MS);
    expect(world.tickets[0]?.status).toBe('reopened');
    expect(world.messages.get(2)).toBe(1001);
  });

  test('after 72 hours words begin a new matter', () => {
    const world = solved();
    wait(world, 73 * 60 * MINUTE);
    expect(said(write(world, 'it is back'))).toEqual(['topic-ask-kept']);
  });
});
