import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseText, validateCall } from '../../sandbox/bot-api/validate/index.ts';

type Shown = { text: string; entities: { type: string; offset: number; length: number }[] };

const parse = (text: string, parseMode: string, entities?: unknown) =>
  parseText(text, { parseMode, entities, max: 30_000, what: 'caption' });

const shown = (text: string, parseMode: string, entities?: unknown): Shown => {
  const result = parse(text, parseMode, entities);
  if (!result.ok) throw new Error(result.description);
  return result;
};

/** Texts full of what formatting is made of. */
const marks = fc.constantFrom(...('<>&*_~`|[](){}#+-=.!>\\ \n"\'/@$:;ab1ə👍'.match(/./gsu) ?? []));
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(marks, { maxLength: 60 }).map((parts) => parts.join('')),
);

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const escapeV2 = (text: string) => text.replaceAll(/[_*[\]()~`>#+\-=|{}.!\\]/g, '\\$&');

const isNested = (entities: Shown['entities']): boolean =>
  entities.every((a, i) =>
    entities
      .slice(i + 1)
      .every((b) => b.offset >= a.offset + a.length || b.offset + b.length <= a.offset + a.length),
  );

const isSound = ({ text, entities }: Shown): boolean => {
  const inside = entities.every((e) => e.length > 0 && e.offset >= 0 && e.offset + e.length <= text.length);
  const sorted = entities.every((e, i) => i === 0 || (entities[i - 1]?.offset ?? 0) <= e.offset);
  return inside && sorted && isNested(entities);
};

test('escaped HTML comes back as the plain text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(shown(escapeHtml(text), 'HTML')).toEqual(shown(text, ''));
    }),
  );
});

test('escaped MarkdownV2 comes back as the plain text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(shown(escapeV2(text), 'MarkdownV2')).toEqual(shown(text, ''));
    }),
  );
});

test('whatever is accepted in any mode is sound, and parsing it again as plain text changes nothing', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('', 'HTML', 'MarkdownV2', 'Markdown'), (text, mode) => {
      const result = parse(text, mode);
      if (!result.ok) {
        expect(result.description).toMatch(/^Bad Request: /);
        return;
      }
      expect(isSound(result)).toBe(true);
      expect(shown(result.text, '', result.entities)).toEqual(result);
    }),
    { numRuns: 500 },
  );
});

const types = ['bold', 'italic', 'underline', 'strikethrough', 'spoiler', 'code', 'pre', 'blockquote'];
const entity = fc.record({
  type: fc.constantFrom(...types),
  offset: fc.nat({ max: 20 }),
  length: fc.nat({ max: 10 }),
});

test('any entities over plain letters become sorted and nested, and stay so when sent again', () => {
  fc.assert(
    fc.property(fc.array(entity, { maxLength: 8 }), (entities) => {
      const result = shown('abcdefghij klmnopqrst uvwxyz abcdefgh', '', entities);
      expect(isSound(result)).toBe(true);
      expect(shown(result.text, '', result.entities)).toEqual(result);
    }),
    { numRuns: 300 },
  );
});

const tags = ['b', 'i', 'u', 's', 'tg-spoiler', 'code', 'pre', 'blockquote'];
const { html } = fc.letrec<{ html: string }>((tie) => ({
  html: fc.oneof(
    { maxDepth: 4 },
    anyText.map(escapeHtml),
    fc.tuple(fc.constantFrom(...tags), tie('html')).map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
    fc.tuple(tie('html'), tie('html')).map((parts) => parts.join('')),
  ),
}));

test('well-formed HTML is always accepted and sound', () => {
  fc.assert(
    fc.property(html, (source) => {
      expect(isSound(shown(source, 'HTML'))).toBe(true);
    }),
  );
});

test('no JSON in any parameter of sendMessage does more than get refused', () => {
  const fields = [
    'chat_id',
    'text',
    'reply_markup',
    'reply_parameters',
    'entities',
    'link_preview_options',
    'parse_mode',
  ];
  const keys = fc.constantFrom(
    'inline_keyboard',
    'keyboard',
    'text',
    'url',
    'message_id',
    'callback_data',
    'x',
  );
  const value = fc.oneof(fc.jsonValue(), fc.dictionary(keys, fc.jsonValue()), fc.json());
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...fields), value), (params) => {
      const result = validateCall('sendMessage', params);
      if (!result.ok) expect(result.code).toBe(400);
    }),
  );
});
