import { describe, expect, test } from 'vitest';
import {
  buttonsOf,
  newWorld,
  play,
  press,
  viewOf,
  type World,
  wait,
  write,
} from '../../test/support/front-desk-world.ts';
import { ABANDONED_MS, BURST_MS, DRAFT_MS, type Effect, step } from './index.ts';

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

describe('commands and deep links', () => {
  const command = (world: World, name: string, args = '') => play(world, { kind: 'command', name, args });

  test('/status shows the card, the list, or the way on', () => {
    expect(said(command(newWorld(), 'status'))).toEqual(['status-none']);
    expect(command(withTickets('idea'), 'status')).toEqual([{ kind: 'showCard', ticketId: 1001 }]);
    const world = withTickets('idea', 'complaint');
    expect(said(command(world, 'status'))).toEqual(['status-list']);
    expect(kinds(press(world, 'show:1001'))).toEqual(['answer', 'showCard']);
  });

  test('/human takes what is begun to a person, or calls one', () => {
    const begun = newWorld();
    write(begun, 'Where is my order?');
    expect(created(command(begun, 'human'))).toMatchObject({ outcome: 'person', priority: 'high' });
    expect(begun.messages.get(1)).toBe(1001);
    const silent = newWorld();
    expect(said(command(silent, 'human'))).toEqual(['person-called']);
    expect(silent.tickets).toHaveLength(1);
    const one = withTickets('idea');
    expect(kinds(command(one, 'human'))).toEqual(['requestPerson', 'say']);
    const several = withTickets('idea', 'complaint');
    expect(said(command(several, 'human'))).toEqual(['person-which']);
    expect(kinds(press(several, 'person:1001'))).toContain('requestPerson');
  });

  test('/language changes everything that is said afterwards', () => {
    const world = newWorld();
    expect(said(command(world, 'language'))).toEqual(['language-ask']);
    const effects = press(world, 'setLanguage:ru');
    expect(kinds(effects)).toEqual(['setLanguage', 'answer', 'replaceButtons', 'again', 'say']);
    expect(labels(effects)[0]).toBe('💳 Оплата');
    command(world, 'language', 'tr');
    expect(world.language).toBe('tr');
  });

  test('a language chosen under the greeting greets again, in that language', () => {
    const world = newWorld();
    play(world, { kind: 'start' });
    press(world, 'language');
    const effects = press(world, 'setLanguage:az');
    expect(said(effects)).toEqual(['greeting']);
    expect(labels(effects)[0]).toBe('💳 Ödəniş');
  });

  test('a language change in the middle says the waiting question again, in the new language', () => {
    const world = newWorld();
    play(world, { kind: 'start', payload: 't_payment' });
    write(world, WORDS);
    expect(said(command(world, 'language', 'ru'))).toEqual([
      'Платёж иногда идёт до 10 минут. Прошло больше?',
    ]);
    press(world, 'clarify:1:longer');
    expect(world.messages.get(1)).toBe(1001);
  });

  test('/privacy gives and withdraws consent with one press', () => {
    const world = newWorld();
    expect(said(command(world, 'privacy'))).toEqual(['privacy-text']);
    press(world, 'agree');
    expect(world.consent).toBe('2');
    command(world, 'privacy');
    press(world, 'withdraw');
    expect(world.consent).toBeUndefined();
  });

  test('/privacy erases after a yes, which counts for ten minutes; words that wait go nowhere', () => {
    const world = withTickets('idea');
    write(world, 'Where is my order?', { apart: true });
    command(world, 'privacy');
    expect(said(press(world, 'erase'))).toEqual(['privacy-erase-ask']);
    expect(kinds(press(world, 'eraseNothing'))).toEqual(['answer', 'edit']);
    press(world, 'erase');
    wait(world, 11 * 60_000);
    expect(press(world, 'eraseAll')).toMatchObject([
      { kind: 'answer', text: { key: 'pressed-stale' } },
      { kind: 'edit', text: { key: 'privacy-erase-ask' } },
    ]);
    write(world, 'And the other one?', { apart: true });
    expect(kinds(press(world, 'eraseAll'))).toEqual([
      ...['cancelTimer', 'answer', 'replaceButtons', 'askErasure', 'setAside'],
    ]);
    expect(world.tickets.every(({ status }) => status === 'closed')).toBe(true);
    expect([...world.messages.values()]).not.toContain('loose');
  });

  test('withdrawing takes back the words that wait', () => {
    const world = newWorld();
    write(world, 'Where is my order?');
    command(world, 'privacy');
    press(world, 'withdraw');
    wait(world, DRAFT_MS);
    expect(world.tickets).toHaveLength(0);
    expect(world.messages.get(1)).toBe('aside');
  });

  test('/cancel sets the words aside, and a later ticket leaves them there', () => {
    const world = newWorld();
    write(world, 'Where is my order?');
    expect(said(command(world, 'cancel'))).toEqual(['cancelled-words']);
    play(world, { kind: 'start', payload: 't_idea' });
    write(world, 'Dark mode');
    expect([...world.messages.values()]).toEqual(['aside', 1001]);
    expect(said(command(world, 'cancel'))).toEqual(['cancelled-nothing']);
  });

  test('an unknown command gets the ones that exist', () => {
    expect(said(command(newWorld(), 'foo', 'bar'))).toEqual(['command-unknown']);
  });

  test('deep links: topic, ticket, new, language; an unknown one is a plain start', () => {
    expect(said(play(newWorld(), { kind: 'start', payload: 't_payment' }))).toEqual(['topic-prompt-first']);
    expect(said(play(newWorld(), { kind: 'start', payload: 't_nothing' }))).toEqual(['greeting']);
    expect(said(play(newWorld(), { kind: 'start', payload: 'new' }))).toEqual(['topic-ask']);
    expect(said(play(newWorld(), { kind: 'start', payload: 'ticket_1001' }))).toEqual(['ticket-unknown']);
    expect(kinds(play(withTickets('idea'), { kind: 'start', payload: 'ticket_1001' }))).toEqual(['showCard']);
    const world = newWorld();
    play(world, { kind: 'start', payload: 'lang_tr' });
    expect(world.language).toBe('tr');
    expect(said(play(newWorld(), { kind: 'start', payload: '<script>' }))).toEqual(['greeting']);
  });

  test('/start keeps words that wait', () => {
    const world = newWorld();
    write(world, 'Where is my order?');
    play(world, { kind: 'start' });
    press(world, 'topic:5');
    expect(world.messages.get(1)).toBe(1001);
  });
});

describe('buttons on the card', () => {
  const onCard = (world: World, data: string) => play(world, { kind: 'button', data, onTicketCard: 1001 });

  test('add: what comes next goes to the ticket, though others are open', () => {
    const world = withTickets('idea', 'complaint');
    expect(said(onCard(world, 'd1:add:1001'))).toEqual(['add-prompt']);
    write(world, '', { photo: true });
    expect(world.messages.get(3)).toBe(1001);
  });

  test('add with a draft under way: the draft becomes its own ticket', () => {
    const world = withTickets('idea');
    play(world, { kind: 'start', payload: 't_payment' });
    write(world, WORDS);
    onCard(world, 'd1:add:1001');
    write(world, 'for the idea');
    expect([...world.messages.values()]).toEqual([1001, 1002, 1001]);
  });

  test('notify, person, close', () => {
    const world = withTickets('idea');
    expect(onCard(world, 'd1:notify:1001:0')).toContainEqual({
      kind: 'setNotify',
      ticketId: 1001,
      on: false,
    });
    expect(onCard(world, 'd1:person:1001')).toContainEqual({
      kind: 'requestPerson',
      ticketId: 1001,
      priority: 'high',
      reason: 'asked_for_person',
    });
    expect(kinds(onCard(world, 'd1:close:1001'))).toEqual(['answer', 'closeTicket']);
    expect(onCard(world, 'd1:close:1001')[0]).toEqual({
      kind: 'answer',
      text: { key: 'ticket-closed', vars: { id: '1001' } },
    });
    onCard(world, 'd1:reopen:1001');
    expect(world.tickets[0]?.status).toBe('reopened');
    write(world, 'still wrong');
    expect(world.messages.get(2)).toBe(1001);
  });
});

describe('buttons that time has overtaken', () => {
  test('a question answered twice is answered once', () => {
    const world = newWorld();
    play(world, { kind: 'start', payload: 't_payment' });
    write(world, WORDS);
    press(world, 'clarify:1:longer');
    const again = press(world, 'clarify:1:longer');
    expect(world.tickets).toHaveLength(1);
    expect(again[0]).toEqual({ kind: 'answer', text: { key: 'pressed-stale' } });
    expect(said(again)).toEqual(['way-on']);
  });

  test.each([
    '',
    'x',
    'd1:',
    'd0:new',
    'd1:new:1',
    'd1:topic:-1',
    'd1:topic:9e9',
    `d1:topic:${'9'.repeat(70)}`,
  ])('garbled data %j gets an honest answer and the way on', (data) => {
    const effects = play(newWorld(), { kind: 'button', data });
    expect(effects[0]).toEqual({ kind: 'answer', text: { key: 'pressed-unknown' } });
    expect(said(effects)).toEqual(['way-on']);
  });

  test('a topic that the desk took away, and a ticket that is not one of theirs', () => {
    const world = newWorld();
    expect(said(play(world, { kind: 'button', data: 'd1:topic:99' }))).toEqual(['topic-ask']);
    expect(play(world, { kind: 'button', data: 'd1:close:5', onTicketCard: 5 })[0]).toEqual({
      kind: 'answer',
      text: { key: 'pressed-stale' },
    });
  });
});

test('more topics than fit are turned over, three rows of two at most', () => {
  const world = newWorld();
  world.topics = Array.from({ length: 12 }, (_, index) => ({
    id: index + 1,
    slug: `t${index}`,
    emoji: '📦',
    title: `A rather long topic title ${index}`,
    prompt: 'What happened?',
  }));
  const seen = new Set(labels(play(world, { kind: 'start' })));
  for (const page of [1, 2]) for (const label of labels(press(world, `topics:${page}`))) seen.add(label);
  const titles = [...seen].filter((label) => typeof label === 'string');
  expect(titles.every((label) => label.length <= 24)).toBe(true);
  expect(buttonsOf(world.steps.at(-1)?.effects ?? [])).toHaveLength(6);
  expect(press(world, 'topic:11').some(({ kind }) => kind === 'say')).toBe(true);
});

test('a file too big to open is said so at once, and the words with it go their way', () => {
  const effects = write(newWorld(), 'my video of it', { photo: true, tooBigFor: 20 });
  expect(said(effects)).toEqual(['file-too-big', 'topic-ask-kept-first']);
});

test('an edited message changes nothing in the conversation', () => {
  const world = newWorld();
  write(world, 'Where is my order?');
  const before = world.state;
  expect(play(world, { kind: 'edited', messageId: 1 })).toEqual([]);
  expect(world.state).toEqual(before);
});

test('words forgotten by a broken state still reach a person when their timer fires', () => {
  const world = newWorld();
  write(world, 'Where is my order?');
  const { effects } = step({ v: 7, nonsense: true }, { kind: 'timeout', what: 'draft' }, viewOf(world));
  expect(kinds(effects)).toEqual(['createTicket']);
});

describe('a topic that never gets words', () => {
  test('is put away after an hour with a kind word and a way back, and never becomes a ticket', () => {
    const world = newWorld();
    play(world, { kind: 'start', payload: 't_idea' });
    wait(world, ABANDONED_MS - 1);
    expect(world.steps).toHaveLength(1);
    wait(world, 1);
    expect(world.steps.at(-1)?.effects).toMatchObject([
      { kind: 'notice', text: { key: 'begun-put-away', vars: { topic: 'Idea' } } },
    ]);
    expect([world.tickets, world.state.talk, world.timerAt]).toEqual([[], { at: 'idle' }, undefined]);
    press(world, 'topic:5');
    write(world, 'Dark mode, please');
    expect(world.tickets).toHaveLength(1);
  });

  test('waits anew when its words have come, as words do', () => {
    const world = newWorld();
    play(world, { kind: 'start', payload: 't_payment' });
    wait(world, 59 * 60_000);
    write(world, 'The money is gone');
    wait(world, DRAFT_MS - 1);
    expect(world.tickets).toHaveLength(0);
    wait(world, 1);
    expect(world.tickets).toHaveLength(1);
  });
});
