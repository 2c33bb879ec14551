import { expect, test } from 'vitest';
import {
  buttonsOf,
  newWorld,
  play,
  press,
  type World,
  wait,
  write,
} from '../../test/support/front-desk-world.ts';
import type { AdvisedArticle, Effect } from './index.ts';

const article: AdvisedArticle = {
  ...{ id: 7, answer: 'I was charged twice\n\n1. Look in the app.', entities: [], more: true },
  ...{ confidence: 0.9, language: 'en', topicIds: [1] },
};
const asked = (more: Partial<World> = {}): World => ({ ...newWorld(), advice: { article }, ...more });
const kinds = (effects: readonly Effect[]) => effects.map(({ kind }) => kind);
const opened = (effects: readonly Effect[]) => effects.find((effect) => effect.kind === 'createTicket');
const said = (effects: readonly Effect[]) =>
  effects.flatMap((effect) =>
    effect.kind === 'say' && typeof effect.text !== 'string' ? [effect.text.key] : [],
  );
const WORDS = 'I see two payments for one order';

test('an article that surely answers comes before the topic; whoever it helped leaves a matter solved by itself', () => {
  const world = asked();
  const effects = write(world, WORDS);
  expect(kinds(effects)).toEqual(['startTimer', 'recordConsent', 'say', 'offerArticle']);
  expect(said(effects)).toEqual(['answer-first']);
  const solved = press(world, 'answered:7:1');
  expect(opened(solved)).toMatchObject({
    topicId: 1,
    outcome: 'auto_resolved',
    offered: { articleId: 7, notSolved: false },
  });
  expect(said(solved)).toEqual(['solved-by-itself']);
  expect(world.state).toEqual({ v: 1, talk: { at: 'idle' } });
});

test('whoever it did not help goes on to the ticket within four taps, is not asked the topic’s question, and gets no second article', () => {
  const world = asked();
  play(world, { kind: 'start' });
  press(world, 'topic:1');
  expect(kinds(write(world, WORDS))).toContain('offerArticle');
  const effects = press(world, 'answered:7:0');
  expect(opened(effects)).toMatchObject({
    topicId: 1,
    outcome: 'open',
    offered: { articleId: 7, notSolved: true },
  });
  expect(world.taps).toBeLessThanOrEqual(4);
  const other = asked();
  write(other, WORDS);
  expect(said(press(other, 'answered:7:0'))).toEqual(['topic-guess']);
  expect(opened(press(other, 'topic:1'))).toMatchObject({ topicId: 1, offered: { notSolved: true } });
});

test('an article about another topic than the chosen one is not offered', () => {
  const world = asked();
  play(world, { kind: 'start', payload: 't_idea' });
  expect(opened(write(world, WORDS))).toMatchObject({ outcome: 'open' });
});

test('a word that needs a person, a wish for one and a picture are never answered by an article', () => {
  for (const words of ['payment failed, help', 'operator', 'I was hacked']) {
    const world = asked();
    const effects = write(world, words);
    expect(kinds(effects)).not.toContain('offerArticle');
    expect(opened(effects)).toMatchObject({ outcome: 'person' });
  }
  expect(kinds(write(asked(), WORDS, { photo: true }))).not.toContain('offerArticle');
  const begun = asked();
  write(begun, WORDS);
  const called = press(begun, 'human');
  expect(opened(called)).toMatchObject({ outcome: 'person', offered: { articleId: 7 } });
  const urgent = asked();
  write(urgent, WORDS);
  expect(opened(write(urgent, 'this is fraud'))).toMatchObject({ outcome: 'person', reason: 'fraud' });
});

test('nobody is trapped: thanks, later words, a command and silence all lead on', () => {
  const thanked = asked();
  write(thanked, WORDS);
  expect(opened(write(thanked, 'thanks, it helped'))).toMatchObject({ outcome: 'auto_resolved' });
  const more = asked();
  write(more, WORDS);
  expect(write(more, 'it was yesterday')).toEqual([]);
  wait(more, 20_000);
  expect(said(write(more, 'both are completed, no hold'))).toEqual(['topic-guess']);
  const again = asked();
  write(again, WORDS);
  expect(kinds(play(again, { kind: 'start' }))).toContain('offerArticle');
  const silent = asked();
  write(silent, WORDS);
  wait(silent, 601_000);
  expect(silent.messages.get(1)).toBe(1001);
  expect(silent.steps.at(-1)?.effects).toContainEqual(
    expect.objectContaining({ kind: 'createTicket', offered: { articleId: 7, notSolved: false } }),
  );
});

test('a topic that words surely tell is asked about first, and another one is a tap away', () => {
  const world = { ...newWorld(), advice: { topicId: 2 } };
  expect(said(write(world, 'the sign-in page does not take my password'))).toEqual(['topic-guess-first']);
  const all = press(world, 'topics:0');
  expect(said(all)).toEqual(['topic-ask-kept']);
  expect(buttonsOf(all).map(({ data }) => data)).toContain('d1:topic:5');
  expect(opened(press(world, 'topic:5'))).toMatchObject({ topicId: 5 });
});

test('whoever writes in another language is asked once whether to go on in it', () => {
  const tongue = { language: 'az', question: 'Azərbaycanca davam edək?', name: 'Azərbaycanca' } as const;
  const world = { ...newWorld(), advice: { tongue } };
  const [asks] = write(world, 'Salam, sifarişim gəlmədi').filter(({ kind }) => kind === 'say');
  expect(asks).toMatchObject({ text: tongue.question, buttons: [[{ data: 'd1:setLanguage:az' }]] });
  wait(world, 61_000);
  expect(JSON.stringify(write(world, 'Hələ də gəlmədi'))).not.toContain(tongue.question);
  press(world, 'setLanguage:az');
  expect(world.language).toBe('az');
});
