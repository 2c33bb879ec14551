import fc from 'fast-check';
import { expect, test } from 'vitest';
import { marksOf, withMarks } from './marks.ts';

test('a key puts marks around what is chosen; the same key takes them off, and the same words stay chosen', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 30 }),
      fc.tuple(fc.nat(30), fc.nat(30)),
      fc.constantFrom('**', '_', '`'),
      (text, [a, b], marks) => {
        const [from, to] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        fc.pre(
          !(text.slice(from - marks.length, from) === marks && text.slice(to, to + marks.length) === marks),
        );
        const put = withMarks({ text, from, to }, marks);
        expect(put.text.slice(put.from, put.to)).toBe(text.slice(from, to));
        expect(put.text).toHaveLength(text.length + 2 * marks.length);
        expect(withMarks(put, marks)).toEqual({ text, from, to });
      },
    ),
  );
  expect(marksOf({ code: 'KeyB', shiftKey: false })).toBe('**');
  expect(marksOf({ code: 'KeyB', shiftKey: true })).toBeUndefined();
});
