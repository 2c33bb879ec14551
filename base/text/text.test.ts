import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachGram, hashOf, plain, plainWords } from './index.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });

test('a plain text stays as it is', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(plain(plain(text))).toBe(plain(text));
    }),
  );
});

test('case, diacritics and forms of writing make no difference', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const words = plainWords(text);
      expect(plainWords(text.normalize('NFD'))).toEqual(words);
      expect(plainWords(text.normalize('NFC'))).toEqual(words);
    }),
  );
  expect(plainWords('Ödəniş KEÇMƏDİ, niyə?')).toEqual(['odenis', 'kecmedi', 'niye']);
  expect(plainWords('IŞIĞI söndür; ışığı SÖNDÜR')).toEqual(['isigi', 'sondur', 'isigi', 'sondur']);
  expect(plainWords("I can't — ещё ﬁrst №5")).toEqual(['i', 'cant', 'еще', 'first', 'no5']);
});

test('every run of letters is a gram, once for each place', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.integer({ min: 1, max: 5 }), (text, to) => {
      const grams: number[] = [];
      eachGram(text, { from: 1, to }, (hash) => grams.push(hash));
      const expected = Array.from({ length: to }, (_, n) => Math.max(0, text.length - n));
      expect(grams).toHaveLength(expected.reduce((sum, count) => sum + count, 0));
    }),
  );
});

test('hashes stay what models know them as', () => {
  expect([hashOf(''), hashOf('a'), hashOf('payment')]).toMatchInlineSnapshot(`
    [
      -2128764932,
      -468852428,
      -1281145291,
    ]
  `);
});
