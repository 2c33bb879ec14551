import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, hex, luminance, parseColour, type Rgb, readable } from './contrast.ts';
import { type Palette, paletteOf } from './palette.ts';

const colour = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)).map((rgb) => hex(rgb as Rgb));
const theme = fc.record(
  Object.fromEntries(
    [
      'bg_color',
      'secondary_bg_color',
      'section_bg_color',
      'text_color',
      'hint_color',
      'link_color',
      'accent_text_color',
      'button_color',
      'button_text_color',
      'destructive_text_color',
    ].map((name) => [name, colour]),
  ),
  { requiredKeys: [] },
);

const WRITTEN: [keyof Palette, (keyof Palette)[]][] = [
  ...(['text', 'hint', 'link', 'danger', 'ok', 'warn'] as const).map(
    (name): [keyof Palette, (keyof Palette)[]] => [name, ['card', 'page', 'pressed']],
  ),
  ['onButton', ['button']],
  ['onOwn', ['own']],
  ['ownHint', ['own']],
];

/** What cannot be read in a palette, and what cannot be seen. */
function faults(palette: Palette): string[] {
  const low = (text: keyof Palette, on: keyof Palette, least: number): string[] => {
    const found = contrast(palette[text], palette[on]);
    return found < least ? [`${text} on ${on}: ${found.toFixed(2)}`] : [];
  };
  return [
    ...WRITTEN.flatMap(([text, surfaces]) => surfaces.flatMap((surface) => low(text, surface, 4.5))),
    ...(['card', 'page'] as const).flatMap((surface) => [
      ...low('button', surface, 3),
      ...low('edge', surface, 3),
    ]),
  ];
}

test('whatever the theme, every text can be read and every control seen', () => {
  fc.assert(
    fc.property(theme, fc.boolean(), (params, dark) => {
      expect(faults(paletteOf(params, dark))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test('the looks of a plain browser, and Telegram’s own, need no correction of their text', () => {
  for (const dark of [false, true]) expect(faults(paletteOf({}, dark))).toEqual([]);
  const night = {
    bg_color: '#18222d',
    secondary_bg_color: '#131415',
    text_color: '#ffffff',
    button_color: '#2ea6ff',
  };
  expect(hex(paletteOf(night, false).text)).toBe('#ffffff');
  expect(hex(paletteOf(night, false).page)).toBe('#131415');
  // White words on Telegram's blue are hard to read: the blue gives way, as the words belong to the look.
  expect(hex(paletteOf({ ...night, button_text_color: '#ffffff' }, false).onButton)).toBe('#ffffff');
});

test('a colour that can be read stays as it is; one that cannot moves no further than it must', () => {
  fc.assert(
    fc.property(colour, colour, (wanted, surface) => {
      const [text, on] = [parseColour(wanted), parseColour(surface)];
      if (!text || !on) throw new Error('no colour');
      const found = readable(text, [on]);
      expect(contrast(found, on)).toBeGreaterThanOrEqual(4.5);
      if (contrast(text, on) >= 4.5) expect(found).toEqual(text);
    }),
  );
});

test('colours are read as Telegram and people write them, and nothing else is', () => {
  expect(parseColour('#0aF')).toEqual([0, 170, 255]);
  expect(parseColour('#00AAff')).toEqual([0, 170, 255]);
  expect(luminance([255, 255, 255])).toBeCloseTo(1);
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
  for (const nonsense of [undefined, '', 'red', '#12', '#gggggg', 'url(x)'])
    expect(parseColour(nonsense)).toBeUndefined();
});
