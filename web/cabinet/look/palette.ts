import {
  agree,
  BLACK,
  contrast,
  hex,
  luminance,
  mix,
  parseColour,
  type Rgb,
  readable,
  WHITE,
} from './contrast.ts';

/** Colours by the names that Telegram gives them, each "#rrggbb". */
export type ThemeParams = Readonly<Record<string, string | undefined>>;

const LIGHT: ThemeParams = {
  bg_color: '#ffffff',
  secondary_bg_color: '#f0f0f5',
  text_color: '#101014',
  hint_color: '#707579',
  link_color: '#0a66c8',
  button_color: '#1f74d8',
  button_text_color: '#ffffff',
  destructive_text_color: '#c9302c',
};
const DARK: ThemeParams = {
  bg_color: '#1c1c1e',
  secondary_bg_color: '#0e0e10',
  text_color: '#f4f4f6',
  hint_color: '#98989f',
  link_color: '#6ab3ff',
  button_color: '#2f82e4',
  button_text_color: '#ffffff',
  destructive_text_color: '#ff6961',
};

/** Where colours lie: what may be written on which surface. */
export type Palette = Readonly<
  Record<
    | 'page'
    | 'card'
    | 'text'
    | 'hint'
    | 'link'
    | 'danger'
    | 'ok'
    | 'warn'
    | 'line'
    | 'edge'
    | 'pressed'
    | 'button'
    | 'onButton'
    | 'own'
    | 'onOwn'
    | 'ownHint',
    Rgb
  >
>;

const READABLE = 4.5;
const VISIBLE = 3;
/** What Telegram counts as dark. */
const DARK_BELOW = 0.18;

/** Colours to draw with, from what Telegram's theme says; what it leaves out is ours. Any theme can be read, a hostile one too: each text
 * has a contrast of 4.5 on every surface that it stands on, each control one of 3. */
export function paletteOf(theme: ThemeParams, prefersDark: boolean): Palette {
  const background = parseColour(theme['bg_color']);
  const dark = background ? luminance(background) < DARK_BELOW : prefersDark;
  const ours = dark ? DARK : LIGHT;
  const colour = (...names: string[]): Rgb =>
    [...names.map((name) => parseColour(theme[name])), ...names.map((name) => parseColour(ours[name]))].find(
      (found) => found !== undefined,
    ) ?? [0, 0, 0];

  const card = colour('section_bg_color', 'bg_color');
  const asked = colour('secondary_bg_color');
  // Something pressed lies between the two; where one text cannot stand on all of them, there is one surface.
  const page = agree([card, asked], READABLE + 0.5) ? asked : card;
  const text = readable(colour('text_color'), [card, page], READABLE + 0.5);
  const pressed = within(mix(card, text, 0.08), text, card);
  const surfaces = [card, page, pressed];
  const on = (wanted: Rgb, ratio = READABLE): Rgb => readable(wanted, surfaces, ratio);
  const button = buttonFor(colour('button_color'), colour('button_text_color'), [card, page]);
  const own = within(mix(card, button, dark ? 0.3 : 0.14), text, card);
  return {
    ...{ page, card, pressed, button, own },
    text: on(text),
    hint: on(colour('hint_color', 'subtitle_text_color')),
    link: on(colour('accent_text_color', 'link_color')),
    danger: on(colour('destructive_text_color')),
    ok: on(dark ? [98, 200, 140] : [23, 112, 60]),
    warn: on(dark ? [240, 178, 88] : [148, 80, 0]),
    line: mix(card, text, 0.13),
    edge: on(mix(card, text, 0.45), VISIBLE),
    onButton: readable(colour('button_text_color'), [button]),
    onOwn: readable(text, [own]),
    ownHint: readable(colour('hint_color', 'subtitle_text_color'), [own]),
  };
}

const STEPS = 20;

/** A button that can be seen on the page and keeps the colour of its words, if a shade of it does; else one that can be seen. */
function buttonFor(wanted: Rgb, words: Rgb, surfaces: readonly Rgb[]): Rgb {
  for (let step = 0; step <= STEPS / 2; step += 1) {
    for (const extreme of [BLACK, WHITE]) {
      const shade = mix(wanted, extreme, step / STEPS);
      const seen = surfaces.every((surface) => contrast(shade, surface) >= VISIBLE);
      if (seen && contrast(words, shade) >= READABLE) return shade;
    }
  }
  return readable(wanted, surfaces, VISIBLE);
}

/** A shade that text can stand on; where it cannot, the surface itself. */
const within = (shade: Rgb, text: Rgb, surface: Rgb): Rgb =>
  contrast(text, shade) >= READABLE ? shade : surface;

/** Gives the page these colours. */
export function wear(palette: Palette, root: HTMLElement): void {
  for (const [name, colour] of Object.entries(palette)) root.style.setProperty(`--${name}`, hex(colour));
  root.style.colorScheme = luminance(palette.card) < DARK_BELOW ? 'dark' : 'light';
}
