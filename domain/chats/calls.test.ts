import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inCalls, messagesOf, type OutFile } from './index.ts';

const files = (...kinds: string[]): OutFile[] =>
  kinds.map((kind, index) => ({ attachment: index + 1, kind }));
const kindsOf = (call: { files?: readonly OutFile[] }) =>
  (call.files ?? []).map(({ kind }) => kind).join('+');
const buttons = [[{ label: 'Open', data: 'x' }]];

test('words alone are one call; long ones are several, and buttons come under the last', () => {
  expect(inCalls({ text: 'Hi', buttons })).toEqual([{ text: 'Hi', buttons }]);
  const calls = inCalls({ text: 'A sentence of words. '.repeat(500), buttons });
  expect(calls.map(({ text }) => text.length <= 4096 && text.endsWith('.'))).toEqual([true, true, true]);
  expect(calls.map((call) => call.buttons)).toEqual([undefined, undefined, buttons]);
});

test('files that fit together go as albums of ten, the words under the first', () => {
  const calls = inCalls({
    text: 'Look',
    files: files('photo', 'video', 'document', 'document', 'voice', 'photo'),
  });
  expect(calls.map((call) => [call.text, kindsOf(call)])).toEqual([
    ['Look', 'photo+video'],
    ['', 'document+document'],
    ['', 'voice'],
    ['', 'photo'],
  ]);
  const many = inCalls({ text: '', files: files(...Array.from({ length: 12 }, () => 'photo')) });
  expect(many.map((call) => call.files?.length)).toEqual([10, 2]);
});

test('a caption that is too long goes on in a message after', () => {
  const [photo, rest, ...none] = inCalls({ text: 'Words of a caption. '.repeat(60), files: files('photo') });
  expect(photo?.text.length).toBeGreaterThan(512);
  expect(photo?.text.length).toBeLessThanOrEqual(1024);
  expect(rest?.text).toMatch(/^Words of/);
  expect(none).toEqual([]);
});

test('a round video has no words under it: who sends it is said before; an album has no buttons', () => {
  expect(inCalls({ text: 'Hi', files: files('video_note') }).map((call) => call.text)).toEqual(['Hi', '']);
  const calls = inCalls({ text: 'Hi', files: files('photo', 'photo'), buttons });
  expect(calls.map((call) => [call.text, call.buttons])).toEqual([
    ['', undefined],
    ['Hi', buttons],
  ]);
});

test('whatever is said, nothing is lost and nothing is too long', () => {
  const kind = fc.constantFrom('photo', 'video', 'document', 'audio', 'voice', 'video_note', 'animation');
  fc.assert(
    fc.property(
      fc.array(kind, { maxLength: 25 }),
      fc.nat({ max: 3000 }),
      fc.boolean(),
      (kinds, words, pressed) => {
        const text = 'Ağ söz. '.repeat(words).trim();
        const calls = inCalls({ text, files: files(...kinds), ...(pressed ? { buttons } : {}) });
        expect(calls.flatMap((call) => call.files ?? [])).toEqual(files(...kinds));
        expect(
          calls
            .map((call) => call.text)
            .filter(Boolean)
            .join(' '),
        ).toBe(text);
        for (const call of calls) {
          expect(call.text.length).toBeLessThanOrEqual(call.files ? 1024 : 4096);
          expect(messagesOf(call)).toHaveLength(Math.max(1, call.files?.length ?? 0));
        }
      },
    ),
    { numRuns: 200 },
  );
});
