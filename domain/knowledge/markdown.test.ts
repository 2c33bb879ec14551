import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Rich, split } from '../../base/text/index.ts';
import { chatTextOf, pageOf } from './index.ts';
import { linksIn, wordsOf } from './markdown.ts';

const inCabinet = (slug: string) => `/cabinet/help/${slug}`;
const nowhere = () => undefined;

const SOURCE = `Check **online payments** first.

1. Open the *settings*.
2. See [how](article:payment-declined) or [the bank](https://bank.example/help).
   - a limit
   - a block
3. Try again.

> Never write card details.

## Still stuck?

\`\`\`
/new
\`\`\``;

test('a page has the elements of an article and no others', () => {
  expect(pageOf(SOURCE, inCabinet)).toBe(
    '<p>Check <strong>online payments</strong> first.</p>' +
      '<ol><li>Open the <em>settings</em>.</li>' +
      '<li>See <a href="/cabinet/help/payment-declined" data-article="payment-declined">how</a> or ' +
      '<a href="https://bank.example/help" target="_blank" rel="noopener noreferrer nofollow">the bank</a>.' +
      '<ul><li>a limit</li><li>a block</li></ul></li><li>Try again.</li></ol>' +
      '<blockquote><p>Never write card details.</p></blockquote><h3>Still stuck?</h3><pre><code>/new\n</code></pre>',
  );
});

const shown = ({ text, entities }: Rich) =>
  entities.map(({ type, offset, length, url }) => [type, text.slice(offset, offset + length), url ?? '']);

test('a chat gets the same words, with how they look beside them', () => {
  const chat = chatTextOf(SOURCE, (slug) => `https://t.me/bot?start=a_${slug}`);
  expect(chat.text).toBe(
    'Check online payments first.\n\n1. Open the settings.\n2. See how or the bank.\n   • a limit\n   • a block\n3. Try again.\n\n' +
      'Never write card details.\n\nStill stuck?\n\n/new',
  );
  expect(shown(chat)).toEqual([
    ['bold', 'online payments', ''],
    ['italic', 'settings', ''],
    ['text_link', 'how', 'https://t.me/bot?start=a_payment-declined'],
    ['text_link', 'the bank', 'https://bank.example/help'],
    ['blockquote', 'Never write card details.', ''],
    ['bold', 'Still stuck?', ''],
    ['pre', '/new', ''],
  ]);
});

test('a link that is not safe stays words, on a page and in a chat', () => {
  for (const to of [
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    'article:Nope',
  ]) {
    const source = `[words](${to})`;
    expect(pageOf(source, inCabinet)).toBe('<p>words</p>');
    expect(chatTextOf(source, inCabinet)).toEqual({ text: 'words', entities: [] });
    expect(linksIn(source)).toEqual([{ to, safe: false }]);
  }
  expect(pageOf('[words](article:gone)', nowhere)).toBe('<p>words</p>');
});

test('the search reads words without marks', () => {
  expect(wordsOf(SOURCE).split('\n').slice(0, 3)).toEqual([
    'Check online payments first.',
    'Open the settings.',
    'See how or the bank.',
  ]);
});

const mark = fc.constantFrom(
  ...[
    '**',
    '*',
    '_',
    '`',
    '```\n',
    '~~',
    '# ',
    '> ',
    '- ',
    '1. ',
    '\n',
    '\n\n',
    '[',
    '](',
    ')',
    '<',
    '>',
    '"',
    "'",
    '&',
    '\\',
  ],
  ...[
    '<script>',
    '</script>',
    '<img src=x onerror=alert(1)>',
    'javascript:',
    'article:a',
    'https://a.example/"onload="x',
    '😀',
    'ə',
  ],
);
const source = fc
  .array(fc.oneof(mark, fc.string({ maxLength: 8, unit: 'grapheme' })), { maxLength: 60 })
  .map((parts) => parts.join(''));

const ALLOWED =
  /^<(?:\/?(?:p|h[2-6]|ul|ol|li|blockquote|pre|code|strong|em|s)|br|hr|ol start="\d+"|\/a|a href="[^"<>]*" (?:data-article="[a-z0-9-]+"|target="_blank" rel="noopener noreferrer nofollow"))>$/;

test('whatever is written, a page holds only what an article may hold', () => {
  fc.assert(
    fc.property(source, (text) => {
      const html = pageOf(text, inCabinet);
      for (const [tag] of html.matchAll(/<[^>]*>?/g)) expect(tag).toMatch(ALLOWED);
      for (const [, address] of html.matchAll(/href="([^"]*)"/g))
        expect(address).toMatch(/^(?:https?:\/\/|mailto:|tel:|tg:\/\/|\/cabinet\/help\/)/i);
    }),
    { numRuns: 400 },
  );
});

test('whatever is written, its looks are within the words, whole characters, and nested or apart', () => {
  fc.assert(
    fc.property(source, fc.integer({ min: 20, max: 200 }), (text, limit) => {
      const whole = chatTextOf(text, inCabinet);
      const parts = split(whole, limit);
      for (const part of [whole, ...parts]) {
        expect(part.text).toBe(part.text.trim());
        for (const { offset, length } of part.entities) {
          expect(length).toBeGreaterThan(0);
          expect(offset + length).toBeLessThanOrEqual(part.text.length);
        }
        for (const a of part.entities)
          for (const b of part.entities) {
            const apart = a.offset + a.length <= b.offset || b.offset + b.length <= a.offset;
            const within = (x: typeof a, y: typeof a) =>
              x.offset >= y.offset && x.offset + x.length <= y.offset + y.length;
            expect(apart || within(a, b) || within(b, a)).toBe(true);
          }
      }
      for (const part of parts) {
        expect(part.text.length).toBeLessThanOrEqual(limit);
        expect(part.text.length).toBeGreaterThan(0);
        expect(part.text.isWellFormed()).toBe(whole.text.isWellFormed());
      }
      expect(
        parts
          .map((part) => part.text)
          .join('')
          .replace(/\s/g, ''),
      ).toBe(whole.text.replace(/\s/g, ''));
    }),
    { numRuns: 400 },
  );
});
