/** A stretch of a text that is shown in a special way. Offsets and lengths count UTF-16 units, as JavaScript and Telegram do. */
export type Entity = {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly language?: string;
  /** A person whom it names, and an emoji that it stands for, by their numbers elsewhere. */
  readonly user?: number;
  readonly emoji?: string;
};

/** A text and how its stretches are shown: `entities` are in order, outer ones before inner ones. */
export type Rich = { readonly text: string; readonly entities: readonly Entity[] };

/** A text without any formatting. */
export const bare = (text: string): Rich => ({ text, entities: [] });

const TYPES = [
  'blockquote',
  'pre',
  'code',
  'text_link',
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
];

/** Outer before inner, always the same order for the same stretches. */
export function inOrder(entities: readonly Entity[]): Entity[] {
  return [...entities].sort(
    (a, b) => a.offset - b.offset || b.length - a.length || TYPES.indexOf(a.type) - TYPES.indexOf(b.type),
  );
}

/** The part of a text between two places, with what is left of its formatting. */
export function slice({ text, entities }: Rich, from: number, to = text.length): Rich {
  const kept = entities.flatMap((entity) => {
    const start = Math.max(entity.offset, from);
    const end = Math.min(entity.offset + entity.length, to);
    return end > start ? [{ ...entity, offset: start - from, length: end - start }] : [];
  });
  return { text: text.slice(from, to), entities: kept };
}

/** Texts one after another. */
export function joined(parts: readonly Rich[]): Rich {
  let text = '';
  const entities: Entity[] = [];
  for (const part of parts) {
    for (const entity of part.entities) entities.push({ ...entity, offset: entity.offset + text.length });
    text += part.text;
  }
  return { text, entities };
}

/** Texts one below another; empty ones leave no line. */
export function joinTexts(parts: readonly Rich[]): Rich {
  const said = parts.filter(({ text }) => text !== '');
  return joined(said.flatMap((part, index) => (index === 0 ? [part] : [bare('\n'), part])));
}

/** Without white space at its ends. */
export function trimmed(rich: Rich): Rich {
  const start = rich.text.length - rich.text.trimStart().length;
  return slice(rich, start, Math.max(start, rich.text.trimEnd().length));
}

/** Stands for a text with formatting in the words around it; no keyboard writes it. */
export const SLOT = '\u{f0000}';

/** Puts a text with its formatting into the place of `SLOT` in the words around it. */
export function fill(frame: string, rich: Rich): Rich {
  const at = frame.indexOf(SLOT);
  if (at < 0) return bare(frame);
  return joined([bare(frame.slice(0, at)), rich, bare(frame.slice(at + SLOT.length))]);
}

/** More stretches than this in one piece are not shown. */
const MOST_ENTITIES = 100;

/** Cuts a text into pieces of at most `limit` units, `first` for the first one, and 100 stretches: at the end of a paragraph, a line, a
 * sentence or a word, never inside a letter. Formatting goes on in the next piece; white space at the cuts is dropped. */
export function split(rich: Rich, limit: number, first = limit): Rich[] {
  const pieces: Rich[] = [];
  const room = ({ entities }: Rich): number => {
    const next = entities[MOST_ENTITIES]?.offset || limit;
    return Math.min(next, pieces.length === 0 ? first : limit);
  };
  let rest = trimmed(rich);
  while (rest.text.length > room(rest)) {
    const cut = cutIn(rest.text, room(rest));
    pieces.push(trimmed(slice(rest, 0, cut)));
    rest = trimmed(slice(rest, cut));
  }
  if (rest.text !== '') pieces.push(rest);
  return pieces.filter(({ text }) => text !== '');
}

const ENDS = [/\n\s*\n/g, /\n/g, /[.!?…։।。！？]["'»”’)\]]*\s/g, /\s/g];

function cutIn(text: string, limit: number): number {
  // One more: what follows the piece may be the white space that ends a sentence.
  const window = text.slice(0, limit + 1);
  for (const end of ENDS) {
    const last = [...window.matchAll(end)].at(-1);
    const cut = last ? last.index + last[0].trimEnd().length : 0;
    if (cut > limit / 2 && cut <= limit) return cut;
  }
  return wholeLetters(text, limit);
}

/** Marks, variation selectors, joiners and tones of skin belong to the letter before them. */
const JOINS = /^(?:\p{M}|\u200d|\p{Emoji_Modifier})/u;
const LONGEST_LETTER = 40;

/** The last place up to `limit` that is not inside a letter or an emoji. */
function wholeLetters(text: string, limit: number): number {
  for (let cut = limit; cut > Math.max(0, limit - LONGEST_LETTER); cut -= 1) {
    const inside = isLow(text, cut) || JOINS.test(text.slice(cut, cut + 2)) || text[cut - 1] === '\u200d';
    if (!inside) return cut;
  }
  return isLow(text, limit) ? limit - 1 : limit;
}

const isLow = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
};
