/** The HTML style of formatting, with the official server's rules and errors. */
import { type Entity, type EntityType, sortEntities } from './entity.ts';
import { checkLink, linkedUser } from './link.ts';
import { byteOffset, refuse } from './refusal.ts';

type Open = { tag: string; argument: string; format: string; offset: number };
type State = { source: string; at: number; out: string; open: Open[]; entities: Entity[] };

const TYPES: Record<string, EntityType> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  a: 'text_link',
  'tg-emoji': 'custom_emoji',
  'tg-time': 'date_time',
  pre: 'pre',
  code: 'code',
  blockquote: 'blockquote',
};

const NAMED = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
]);
const REFERENCE = /&(?:#(?:x([0-9a-f]*)|(\d*))|([a-z]*));?/iy;

/** The character that a reference at `index` stands for and where it ends; undefined when it is plain text. */
const readReference = (source: string, index: number): { text: string; end: number } | undefined => {
  REFERENCE.lastIndex = index;
  const match = REFERENCE.exec(source);
  if (match === null) return undefined;
  const [all, hex, decimal, name] = match;
  const end = index + all.length;
  if (name !== undefined) {
    const text = NAMED.get(name);
    return text === undefined ? undefined : { text, end };
  }
  const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16);
  const digits = all.endsWith(';') ? all.length - 1 : all.length;
  if (!(code > 0 && code < 0x10ffff) || digits >= 10) return undefined;
  return { text: String.fromCodePoint(code), end };
};

const decode = (source: string): string => {
  let out = '';
  for (let i = 0; i < source.length; ) {
    const reference = source[i] === '&' ? readReference(source, i) : undefined;
    out += reference?.text ?? source[i];
    i = reference?.end ?? i + 1;
  }
  return out;
};

const skipSpace = (state: State): void => {
  while (/\s/.test(state.source[state.at] ?? '')) state.at += 1;
};

const readValue = (state: State, begin: number): string => {
  const { source } = state;
  const quote = source[state.at];
  if (quote === '"' || quote === "'") {
    const close = source.indexOf(quote, state.at + 1);
    if (close < 0)
      return refuse(`can't parse entities: Unclosed start tag at byte offset ${byteOffset(source, begin)}`);
    const value = decode(source.slice(state.at + 1, close));
    state.at = close + 1;
    return value;
  }
  const from = state.at;
  while (/[A-Za-z0-9.-]/.test(source[state.at] ?? '')) state.at += 1;
  if (!/[\s>]/.test(source[state.at] ?? ' ')) {
    refuse(`can't parse entities: Unexpected end of name token at byte offset ${byteOffset(source, from)}`);
  }
  return source.slice(from, state.at).toLowerCase();
};

const keepAttribute = (open: Open, name: string, value: string): void => {
  if (open.tag === 'a' && name === 'href') open.argument = value;
  else if (open.tag === 'code' && name === 'class' && value.startsWith('language-'))
    open.argument = value.slice(9);
  else if (open.tag === 'span' && name === 'class' && value.startsWith('tg-')) open.argument = value.slice(3);
  else if (open.tag === 'tg-emoji' && name === 'emoji-id') open.argument = value;
  else if (open.tag === 'tg-time' && name === 'unix') open.argument = value;
  else if (open.tag === 'tg-time' && name === 'format') open.format = value;
  else if (open.tag === 'blockquote' && name === 'expandable') open.argument = '1';
};

const readAttributes = (state: State, open: Open, begin: number): void => {
  const { source } = state;
  const where = () => `the tag "${open.tag}" at byte offset ${byteOffset(source, begin)}`;
  const unclosed = () =>
    refuse(
      `can't parse entities: Unclosed start tag "${open.tag}" at byte offset ${byteOffset(source, begin)}`,
    );
  for (;;) {
    skipSpace(state);
    if (source[state.at] === '>') return;
    if (state.at >= source.length) unclosed();
    const from = state.at;
    while (state.at < source.length && !/[\s=>/"']/.test(source[state.at] ?? '')) state.at += 1;
    const name = source.slice(from, state.at);
    if (name === '') refuse(`can't parse entities: Empty attribute name in ${where()}`);
    skipSpace(state);
    if (state.at >= source.length) unclosed();
    if (source[state.at] !== '=') {
      keepAttribute(open, name, '');
      continue;
    }
    state.at += 1;
    skipSpace(state);
    if (state.at >= source.length) unclosed();
    keepAttribute(open, name, readValue(state, begin));
    if (state.at >= source.length) {
      refuse(`can't parse entities: Unclosed start tag at byte offset ${byteOffset(source, begin)}`);
    }
  }
};

const openTag = (state: State): void => {
  const { source } = state;
  const begin = state.at;
  state.at += 1;
  while (state.at < source.length && !/[\s>]/.test(source[state.at] ?? '')) state.at += 1;
  const offset = () => byteOffset(source, begin);
  if (state.at >= source.length)
    refuse(`can't parse entities: Unclosed start tag at byte offset ${offset()}`);
  const tag = source.slice(begin + 1, state.at).toLowerCase();
  if (!Object.hasOwn(TYPES, tag))
    refuse(`can't parse entities: Unsupported start tag "${tag}" at byte offset ${offset()}`);
  const open: Open = { tag, argument: '', format: '', offset: state.out.length };
  readAttributes(state, open, begin);
  if (tag === 'span' && open.argument !== 'spoiler') {
    refuse(`can't parse entities: Tag "span" must have class "tg-spoiler" at byte offset ${offset()}`);
  }
  state.open.push(open);
  state.at += 1;
};

const addLink = (state: State, open: Open, place: { offset: number; length: number }): void => {
  const url = open.argument === '' ? state.out.slice(open.offset) : open.argument;
  const id = linkedUser(url);
  if (id !== undefined) {
    state.entities.push({ type: 'text_mention', ...place, user: { id, is_bot: false, first_name: '' } });
    return;
  }
  const link = checkLink(url);
  if ('url' in link) state.entities.push({ type: 'text_link', ...place, url: link.url });
};

/** `<pre><code class="language-…">` is one entity when both hold the same text, whichever is outside. */
const addCode = (state: State, open: Open, place: { offset: number; length: number }): void => {
  const last = state.entities.at(-1);
  const isSame = last !== undefined && last.offset === place.offset && last.length === place.length;
  if (isSame && open.tag === 'pre' && last.type === 'code' && last.language !== undefined) last.type = 'pre';
  else if (isSame && open.tag === 'code' && last.type === 'pre' && open.argument !== '')
    last.language = open.argument;
  else if (open.tag === 'pre') state.entities.push({ type: 'pre', ...place });
  else
    state.entities.push({
      type: 'code',
      ...place,
      ...(open.argument === '' ? {} : { language: open.argument }),
    });
};

const addEntity = (state: State, open: Open): void => {
  const place = { offset: open.offset, length: state.out.length - open.offset };
  if (place.length === 0) return;
  const type = TYPES[open.tag] ?? 'bold';
  if (type === 'text_link') return addLink(state, open, place);
  if (type === 'pre' || type === 'code') return addCode(state, open, place);
  if (type === 'custom_emoji') {
    if (!isEmojiId(open.argument)) refuse("can't parse entities: Invalid custom emoji identifier specified");
    state.entities.push({ type, ...place, custom_emoji_id: open.argument });
  } else if (type === 'date_time') {
    if (!/^\d{1,12}$/.test(open.argument)) refuse("can't parse entities: Invalid Unix time specified");
    const format = open.format === '' ? {} : { date_time_format: open.format };
    state.entities.push({ type, ...place, unix_time: Number(open.argument), ...format });
  } else if (type === 'blockquote' && open.argument !== '') {
    state.entities.push({ type: 'expandable_blockquote', ...place });
  } else state.entities.push({ type, ...place });
};

const closeTag = (state: State): void => {
  const { source } = state;
  const begin = state.at;
  const offset = () => byteOffset(source, begin);
  const open = state.open.pop();
  if (open === undefined)
    return refuse(`can't parse entities: Unexpected end tag at byte offset ${offset()}`);
  state.at += 2;
  while (state.at < source.length && !/[\s>]/.test(source[state.at] ?? '')) state.at += 1;
  const tag = source.slice(begin + 2, state.at).toLowerCase();
  skipSpace(state);
  if (source[state.at] !== '>') refuse(`can't parse entities: Unclosed end tag at byte offset ${offset()}`);
  if (tag !== '' && tag !== open.tag) {
    const words = `expected "</${open.tag}>", found "</${tag}>"`;
    refuse(`can't parse entities: Unmatched end tag at byte offset ${offset()}, ${words}`);
  }
  addEntity(state, open);
  state.at += 1;
};

const MAX_INT64 = 9_223_372_036_854_775_807n;

/** Custom emoji are known by a positive 64-bit number, written as a string. */
export const isEmojiId = (id: string): boolean =>
  /^\d{1,19}$/.test(id) && BigInt(id) > 0n && BigInt(id) <= MAX_INT64;

/** Parses HTML into a text and its entities; throws the official 400 with a byte offset. */
export const parseHtml = (source: string): { text: string; entities: Entity[] } => {
  const state: State = { source, at: 0, out: '', open: [], entities: [] };
  const stop = /[<&]/g;
  while (state.at < source.length) {
    stop.lastIndex = state.at;
    const next = stop.exec(source)?.index ?? source.length;
    state.out += source.slice(state.at, next);
    state.at = next;
    if (next === source.length) break;
    if (source[next] === '<') {
      if (source[next + 1] === '/') closeTag(state);
      else openTag(state);
      continue;
    }
    const reference = readReference(source, next);
    state.out += reference?.text ?? '&';
    state.at = reference?.end ?? next + 1;
  }
  const last = state.open.at(-1);
  if (last !== undefined)
    refuse(`can't parse entities: Can't find end tag corresponding to start tag "${last.tag}"`);
  if (!state.out.isWellFormed()) {
    refuse(
      "can't parse entities: Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units",
    );
  }
  for (const entity of state.entities) if (entity.type === 'code') delete entity.language;
  return { text: state.out, entities: sortEntities(state.entities) };
};
