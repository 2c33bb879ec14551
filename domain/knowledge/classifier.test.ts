import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Example, learn } from './index.ts';

/** Sentences about three matters, and some about none. */
const MATTERS: Record<string, readonly string[]> = {
  payment: ['my payment failed', 'the money is gone', 'charged twice', 'refund my money', 'transfer is late'],
  account: [
    'I cannot log in',
    'forgot my password',
    'delete my account',
    'change my name',
    'code not coming',
  ],
  idea: [
    'please add dark mode',
    'it would be nice to have',
    'I suggest a widget',
    'a wish',
    'add more themes',
  ],
  oos: [
    'what is the capital of France',
    'tell me a joke',
    'will it rain',
    'play some music',
    'how tall is he',
  ],
};
const TAILS = ['', ' please', ' today', ' again', ' since yesterday', ' help'];
const EXAMPLES: Example[] = Object.entries(MATTERS).flatMap(([label, texts]) =>
  texts.flatMap((text) => TAILS.map((tail) => ({ label, text: text + tail }))),
);
const classifier = learn(EXAMPLES);

test('what is about one of the matters is told, other words too', () => {
  expect(classifier.classify('the payments of money FAILED!').label).toBe('payment');
  expect(classifier.classify('password forgotten, cannot log into the account').label).toBe('account');
  expect(classifier.learnt.labels).toEqual(['account', 'idea', 'payment']);
});

test('probabilities sum to one, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      const all = classifier.probabilities(text);
      const { probability, inside } = classifier.classify(text);
      expect(all.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
      expect(all.every((p) => p >= 0 && p <= 1)).toBe(true);
      expect(inside).toBeGreaterThanOrEqual(0);
      expect(inside).toBeLessThanOrEqual(1);
      expect([...all]).toContain(probability);
    }),
  );
});

test('what is about none of the matters is less inside', () => {
  const inside = (text: string) => classifier.classify(text).inside;
  expect(inside('refund the money of my payment')).toBeGreaterThan(inside('tell me how tall the capital is'));
});

test('the same examples make the same classifier; one label is certain; no label is none', () => {
  const again = learn(EXAMPLES);
  expect([...again.probabilities('money gone')]).toEqual([...classifier.probabilities('money gone')]);
  expect(learn([{ text: 'a', label: 'only' }]).classify('b')).toMatchObject({
    label: 'only',
    probability: 1,
  });
  expect(() => learn([{ text: 'a', label: 'oos' }])).toThrow('at least one label');
});

test('300 kB of text are read in no time', () => {
  const start = process.cpuUsage();
  classifier.classify('my payment failed '.repeat(17_000));
  expect(process.cpuUsage(start).user).toBeLessThan(1_000_000);
});
