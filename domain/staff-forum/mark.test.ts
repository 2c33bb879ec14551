import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bare, type Rich } from '../../base/text/index.ts';
import { canBeMark, part as partRich } from './mark.ts';

const part = (text: string, mark: string) => {
  const { toCustomer, inside } = partRich(bare(text), mark);
  return { toCustomer: toCustomer.text, inside };
};

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

test('formatting stays on the signs that it was on, whatever lines are cut out around them', () => {
  const said: Rich = {
    text: 'A bold word\n// he is angry\nand a bold one',
    entities: [
      { type: 'blockquote', offset: 0, length: 41 },
      { type: 'bold', offset: 2, length: 4 },
      { type: 'italic', offset: 15, length: 2 },
      { type: 'bold', offset: 33, length: 4 },
    ],
  };
  expect(partRich(said, '//').toCustomer).toEqual({
    text: 'A bold word\nand a bold one',
    entities: [
      { type: 'blockquote', offset: 0, length: 26 },
      { type: 'bold', offset: 2, length: 4 },
      { type: 'bold', offset: 18, length: 4 },
    ],
  });
  const line = fc.tuple(fc.boolean(), fc.stringMatching(/^ ?[a-z👍]{0,6} ?$/u), ends);
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
      let text = '';
      const entities = lines.map(([inside, words, end]) => {
        const offset = text.length + (inside ? 2 : 0);
        text += `${inside ? '//' : ''}${words}${end}`;
        return { type: 'bold', offset, length: words.length };
      });
      const { toCustomer } = partRich({ text, entities: entities.filter(({ length }) => length > 0) }, '//');
      const shown = toCustomer.entities.map(({ offset, length }) =>
        toCustomer.text.slice(offset, offset + length).trim(),
      );
      const first = lines.findIndex(([inside, words]) => inside || words.trim() !== '');
      const out = lines[first]?.[0] ? [] : lines.filter(([inside]) => !inside);
      expect(shown.filter(Boolean)).toEqual(out.map(([, words]) => words.trim()).filter(Boolean));
    }),
  );
});

test('a mark is made of signs that begin no word, command or mention', () => {
  expect(['//', '##', '!', '>>'].map(canBeMark)).toEqual([true, true, true, true]);
  expect(['', '/', '@', '@@', 'n:', '1.', '/ /', '/////', '\u200b'].map(canBeMark)).not.toContain(true);
});
