import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canBeMark, part } from './mark.ts';

test('marked lines stay inside, the others go out', () => {
  expect(part('Hello\n// he is angry\nBye', '//')).toEqual({
    toCustomer: 'Hello\nBye',
    inside: 'he is angry',
  });
  expect(part('Hello', '//')).toEqual({ toCustomer: 'Hello', inside: '' });
  expect(part('see https://example.com // today', '//')).toMatchObject({ inside: '' });
  expect(part('##fraud?', '##')).toEqual({ toCustomer: '', inside: 'fraud?' });
});

test('where the first line is marked, none of the others goes out', () => {
  expect(part('// Murad,\nplease call them first', '//')).toEqual({
    ...{ toCustomer: '', inside: 'Murad,\nplease call them first' },
  });
  expect(part('\n  // Murad\nplease', '//').toCustomer).toBe('');
});

const marks = fc.constantFrom('//', '##', '!', '>>', '—');
const hidden = fc.constantFrom('', ' ', '\t', '\u200b', '\ufeff', '\u00a0', '\u2060 ', '\u3164');
const ends = fc.constantFrom('\n', '\r\n', '\r', '\u2028', '\u2029', '\v', '\u0085');
const secret = fc.integer({ min: 0, max: 1e6 }).map((n) => `secret${n}`);
const plain = fc.stringMatching(/^[a-zа-я ]{0,12}$/);

test('whatever stands before a mark, and however lines end, no marked line ever reaches a customer', () => {
  fc.assert(
    fc.property(
      marks,
      fc.array(fc.tuple(fc.boolean(), hidden, secret, plain, ends), { minLength: 1, maxLength: 12 }),
      (mark, lines) => {
        const text = lines
          .map(([isSecret, before, word, words, end]) => (isSecret ? `${before}${mark}${word}` : words) + end)
          .join('');
        const { toCustomer, inside } = part(text, mark);
        expect(toCustomer).not.toMatch(/secret/);
        for (const [isSecret, , word] of lines) if (isSecret) expect(inside).toContain(word);
      },
    ),
  );
});

test('a mark is made of signs that begin no word, command or mention', () => {
  expect(['//', '##', '!', '>>'].map(canBeMark)).toEqual([true, true, true, true]);
  expect(['', '/', '@', '@@', 'n:', '1.', '/ /', '/////', '\u200b'].map(canBeMark)).not.toContain(true);
});
