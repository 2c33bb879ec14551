/** The MarkdownV2 style of formatting, with the official server's rules and errors. */
import { type Entity, type EntityType, sortEntities } from './entity.ts';
import { isEmojiId } from './html.ts';
import { linkEntity, readFence } from './markdown.ts';
import { byteOffset, refuse } from './refusal.ts';

type Open = { type: EntityType; language: string; offset: number; from: number };
type State = {
  source: string;
  at: number;
  out: string;
  open: Open[];
  entities: Entity[];
  inQuote: boolean;
  /** Whether a `>` here begins a quotation: at the start of a line. */
  atLineStart: boolean;
};

/** As the official server names them in its errors. */
const NAMES: Partial<Record<EntityType, string>> = {
  bold: 'Bold',
  italic: 'Italic',
  underline: 'Underline',
  strikethrough: 'Strikethrough',
  spoiler: 'Spoiler',
  code: 'Code',
  pre: 'Pre',
  text_link: 'TextUrl',
  custom_emoji: 'CustomEmoji',
  blockquote: 'BlockQuote',
};

const RESERVED = new Set('_*[]()~`>#+-=|{}.!\n');
const MARKS: Partial<Record<EntityType, string>> = {
  bold: '*',
  italic: '_',
  underline: '__',
  strikethrough: '~',
  spoiler: '||',
  code: '`',
  pre: '```',
  text_link: ']',
  custom_emoji: ']',
};

const isInCode = (state: State): boolean => {
  const type = state.open.at(-1)?.type;
  return type === 'code' || type === 'pre';
};

const refuseUnclosed = (state: State, open: Open): never => {
  const name = open.type === 'pre' && open.language !== '' ? 'PreCode' : NAMES[open.type];
  const offset = byteOffset(state.source, open.from);
  return refuse(`can't parse entities: Can't find end of ${name} entity at byte offset ${offset}`);
};

const refuseReserved = (character: string): never =>
  refuse(
    `can't parse entities: Character '${character}' is reserved and must be escaped with the preceding '\\'`,
  );

const pushText = (state: State, text: string): void => {
  state.out += text;
  if (text !== '\r') state.atLineStart = text === '\n';
};

const readEscape = (state: State): boolean => {
  const next = state.source.charCodeAt(state.at + 1);
  if (state.source[state.at] !== '\\' || !(next > 0 && next <= 126)) return false;
  pushText(state, state.source[state.at + 1] ?? '');
  state.at += 2;
  return true;
};

const isEnd = (state: State, open: Open): boolean => {
  const { source, at } = state;
  if (state.inQuote && source[at] === '\n' && source[at + 1] !== '>') return true;
  const mark = MARKS[open.type];
  if (mark === undefined || !source.startsWith(mark, at)) return false;
  return open.type !== 'italic' || source[at + 1] !== '_';
};

/** The address in parentheses after a link's text or an emoji; the cursor moves behind it. */
const readAddress = (state: State, name: string): string => {
  const { source } = state;
  const from = state.at + 1;
  let url = '';
  let i = from;
  while (i < source.length && source[i] !== ')') {
    const next = source.charCodeAt(i + 1);
    const isEscape = source[i] === '\\' && next > 0 && next <= 126;
    url += isEscape ? source[i + 1] : source[i];
    i += isEscape ? 2 : 1;
  }
  if (i >= source.length)
    refuse(`can't parse entities: Can't find end of a ${name} at byte offset ${byteOffset(source, from)}`);
  state.at = i + 1;
  return url;
};

const specialEntity = (url: string, place: { offset: number; length: number }): Entity => {
  const match = /^tg:(?:\/\/)?(emoji|time)\/?\?(.*)$/i.exec(url);
  const query = new URLSearchParams(match?.[2] ?? '');
  if (match?.[1]?.toLowerCase() === 'time' && /^\d{1,12}$/.test(query.get('unix') ?? '')) {
    const format = query.get('format');
    const date = { unix_time: Number(query.get('unix')), ...(format ? { date_time_format: format } : {}) };
    return { type: 'date_time', ...place, ...date };
  }
  if (match === null) refuse("can't parse entities: Custom emoji URL must have scheme tg");
  const id = query.get('id') ?? '';
  if (!isEmojiId(id)) refuse("can't parse entities: Invalid custom emoji identifier specified");
  return { type: 'custom_emoji', ...place, custom_emoji_id: id };
};

/** The end of a quotation is the end of its last line; `||` right before it makes it expandable. */
const endQuote = (state: State): void => {
  let open = state.open.pop();
  let type: EntityType = 'blockquote';
  if (open !== undefined && open.type !== 'blockquote') {
    const before = state.source[state.at - 1] === '\r' ? state.at - 3 : state.at - 2;
    if (open.type !== 'spoiler' || open.from !== before) refuseUnclosed(state, open);
    type = 'expandable_blockquote';
    open = state.open.pop();
    if (open !== undefined && open.type !== 'blockquote') refuseUnclosed(state, open);
  }
  if (open === undefined) return;
  state.inQuote = false;
  if (state.at < state.source.length) {
    state.out += '\n';
    state.at += 1;
    state.atLineStart = true;
  }
  const length = state.out.length - open.offset;
  if (length > 0) state.entities.push({ type, offset: open.offset, length });
};

const endEntity = (state: State, open: Open): void => {
  if (state.inQuote && state.source[state.at] === '\n') return endQuote(state);
  state.open.pop();
  state.at += MARKS[open.type]?.length ?? 1;
  const place = { offset: open.offset, length: state.out.length - open.offset };
  const hasAddress = state.source[state.at] === '(';
  if (open.type === 'text_link') {
    const url = hasAddress ? readAddress(state, 'URL') : state.out.slice(open.offset);
    const entity = linkEntity(url, place);
    if (entity !== undefined && place.length > 0) state.entities.push(entity);
  } else if (open.type === 'custom_emoji') {
    if (!hasAddress) refuse("can't parse entities: Custom emoji entity must contain a tg://emoji URL");
    const entity = specialEntity(readAddress(state, 'custom emoji URL'), place);
    if (place.length > 0) state.entities.push(entity);
  } else if (place.length > 0) {
    state.entities.push({
      type: open.type,
      ...place,
      ...(open.language === '' ? {} : { language: open.language }),
    });
  }
};

const openerAt = (state: State): EntityType | undefined => {
  const { source, at } = state;
  const pair = source[at + 1] === source[at];
  switch (source[at]) {
    case '_':
      return pair ? 'underline' : 'italic';
    case '*':
      return 'bold';
    case '~':
      return 'strikethrough';
    case '|':
      return pair ? 'spoiler' : undefined;
    case '[':
      return 'text_link';
    case '`':
      return source.startsWith('```', at) ? 'pre' : 'code';
    case '!':
      return source[at + 1] === '[' ? 'custom_emoji' : undefined;
    default:
      return undefined;
  }
};

const beginEntity = (state: State): void => {
  const { source, at } = state;
  const character = source[at] ?? '';
  if (character === '\n') {
    pushText(state, '\n');
    state.at += 1;
    return;
  }
  if (character === '>' && state.atLineStart) {
    if (!state.inQuote)
      state.open.push({ type: 'blockquote', language: '', offset: state.out.length, from: at });
    state.inQuote = true;
    state.at += 1;
    return;
  }
  const type = openerAt(state);
  if (type === undefined) return refuseReserved(character);
  const fence = type === 'pre' ? readFence(source, at + 3) : undefined;
  const width = type === 'custom_emoji' ? 2 : (MARKS[type]?.length ?? 1);
  state.open.push({ type, language: fence?.language ?? '', offset: state.out.length, from: at });
  state.at = fence?.at ?? at + width;
};

const PLAIN = /[^\\_*[\]()~`>#+\-=|{}.!\r\n]+/y;

const step = (state: State): void => {
  PLAIN.lastIndex = state.at;
  const plain = PLAIN.exec(state.source)?.[0];
  if (plain !== undefined) {
    state.out += plain;
    state.at += plain.length;
    state.atLineStart = false;
    return;
  }
  if (readEscape(state)) return;
  const character = state.source[state.at] ?? '';
  const isReserved = isInCode(state) ? character === '`' : RESERVED.has(character);
  const open = state.open.at(-1);
  if (!isReserved) {
    pushText(state, character);
    state.at += 1;
  } else if (open !== undefined && isEnd(state, open)) endEntity(state, open);
  else beginEntity(state);
};

/** Parses MarkdownV2 into a text and its entities; throws the official 400 with a byte offset. */
export const parseMarkdownV2 = (source: string): { text: string; entities: Entity[] } => {
  const state: State = { source, at: 0, out: '', open: [], entities: [], inQuote: false, atLineStart: true };
  while (state.at < source.length) step(state);
  if (state.inQuote) endQuote(state);
  const last = state.open.at(-1);
  if (last !== undefined) refuseUnclosed(state, last);
  return { text: state.out, entities: sortEntities(state.entities) };
};
