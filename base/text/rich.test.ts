import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bare, fill, parseMarkdown, type Rich, SLOT, split, writeMarkdown } from './index.ts';

/** Sources thick with marks, letters of several alphabets, emoji and ends of lines. */
const source = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '**',
        '_',
        '~~',
        '||',
        '`',
        '[',
        ']',
        '](https://a.az/b)',
        '\\',
        '> ',
        '\n',
        '```',
        '```js\n',
        ' ',
      ),
      fc.constantFrom('söz', 'слово', 'a', '👍🏽', '👩‍👩‍👧', '9', '. ', '!', '\ud83d'),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

const isInside = ({ text, entities }: Rich): boolean =>
  entities.every(
    ({ offset, length }) =>
      length > 0 &&
      offset >= 0 &&
      offset + length <= text.length &&
      text.slice(offset, offset + length).trim() === text.slice(offset, offset + length),
  );

test('marks become formatting', () => {
  const rich = parseMarkdown('**Salam**, _dünya_ ~~yox~~ ||gizli|| `kod` [bura](https://a.az/?q=1_2_3)');
  expect(rich.text).toBe('Salam, dünya yox gizli kod bura');
  expect(
    rich.entities.map(({ type, ...at }) => [type, rich.text.slice(at.offset, at.offset + at.length)]),
  ).toEqual([
    ['bold', 'Salam'],
    ['italic', 'dünya'],
    ['strikethrough', 'yox'],
    ['spoiler', 'gizli'],
    ['code', 'kod'],
    ['text_link', 'bura'],
  ]);
  expect(rich.entities.at(-1)?.url).toBe('https://a.az/?q=1_2_3');
});

test('a quotation and a block of code', () => {
  expect(parseMarkdown('look:\n> one\n> **two**\n```sql\nselect 1\n```\nend')).toEqual({
    text: 'look:\none\ntwo\nselect 1\nend',
    entities: [
      { type: 'blockquote', offset: 6, length: 7 },
      { type: 'bold', offset: 10, length: 3 },
      { type: 'pre', offset: 14, length: 8, language: 'sql' },
    ],
  });
});

test.each([
  'snake_case_name and 2 * 3 ** 4',
  '** not bold **',
  'an_ open _mark and ~~ another',
  '[words](javascript:alert(1))',
  '[words] (https://a.az)',
  'C:\\temp\\new',
  '5 > 3, a | b',
  '`',
])('%s says what it says', (words) => {
  expect(parseMarkdown(words)).toEqual(bare(words));
});

test('a backslash takes the meaning from a mark', () => {
  expect(parseMarkdown('\\*\\*a\\*\\* \\_b\\_ \\> c \\\\')).toEqual(bare('**a** _b_ > c \\'));
});

test('whatever is written, formatting lies inside the text, and no code has other formatting in it', () => {
  fc.assert(
    fc.property(source, (words) => {
      const rich = parseMarkdown(words);
      expect(isInside(rich)).toBe(true);
      const codes = rich.entities.filter(({ type }) => type === 'code' || type === 'pre');
      for (const code of codes) {
        const others = rich.entities.filter((one) => one !== code && one.type !== 'blockquote');
        const end = code.offset + code.length;
        expect(others.every((one) => one.offset >= end || one.offset + one.length <= code.offset)).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});

test('what was read and is written again reads the same', () => {
  fc.assert(
    fc.property(source, (words) => {
      const rich = parseMarkdown(words);
      expect(parseMarkdown(writeMarkdown(rich))).toEqual(rich);
    }),
    { numRuns: 3000 },
  );
});

test('a long text of marks without ends is read in no time', () => {
  const started = performance.now();
  parseMarkdown('_a **b ~~c ||d [e `f\n'.repeat(1500));
  expect(performance.now() - started).toBeLessThan(1500);
});

/** The letters of a text as a reader sees them, with the formatting of each. */
function letters(pieces: readonly Rich[]): string[] {
  return pieces.flatMap(({ text, entities }) =>
    [...text].flatMap((letter, index) => {
      if (/\s/.test(letter)) return [];
      const at = [...text].slice(0, index).join('').length;
      const has = entities.filter(({ offset, length }) => at >= offset && at < offset + length);
      return [
        `${letter}:${has
          .map(({ type }) => type)
          .sort()
          .join('+')}`,
      ];
    }),
  );
}

test('pieces of a long text are short enough, lose no letter and keep its formatting', () => {
  fc.assert(
    fc.property(
      source,
      fc.integer({ min: 20, max: 60 }),
      fc.integer({ min: 20, max: 60 }),
      (words, limit, first) => {
        const rich = parseMarkdown(words.toWellFormed().repeat(3));
        const pieces = split(rich, limit, first);
        expect(
          pieces.every(({ text }, index) => text.length <= (index === 0 ? first : limit) && text !== ''),
        ).toBe(true);
        expect(pieces.every(({ text }) => text.isWellFormed())).toBe(true);
        expect(
          pieces.every(({ text, entities }) =>
            entities.every((one) => one.offset + one.length <= text.length),
          ),
        ).toBe(true);
        expect(letters(pieces)).toEqual(letters([rich]));
      },
    ),
    { numRuns: 1000 },
  );
});

test('a cut falls at the end of a paragraph, else of a line, of a sentence, of a word', () => {
  const cut = (text: string) => split(bare(text), 20).map((piece) => piece.text);
  expect(cut('One two three.\n\nFour five six.')).toEqual(['One two three.', 'Four five six.']);
  expect(cut('One two. Three four five.')).toEqual(['One two. Three four', 'five.']);
  expect(cut('One two, three. Four five.')).toEqual(['One two, three.', 'Four five.']);
  expect(cut('a'.repeat(45))).toEqual(['a'.repeat(20), 'a'.repeat(20), 'aaaaa']);
  expect(cut(`${'a'.repeat(18)}👩‍👩‍👧b`)).toEqual(['a'.repeat(18), '👩‍👩‍👧b']);
});

test('words around a text move its formatting along', () => {
  expect(fill(`Aysel:\n${SLOT}\n№ 7`, parseMarkdown('**hi**'))).toEqual({
    text: 'Aysel:\nhi\n№ 7',
    entities: [{ type: 'bold', offset: 7, length: 2 }],
  });
});
