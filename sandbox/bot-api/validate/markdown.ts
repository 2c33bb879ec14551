/** The old Markdown style of formatting: no nesting, no escapes inside entities. */
import { type Entity, sortEntities } from './entity.ts';
import { checkLink, linkedUser } from './link.ts';
import { byteOffset, refuse } from './refusal.ts';

type Place = { offset: number; length: number };

/** A link or a mention over the given place; nothing when the address is not one. */
export const linkEntity = (url: string, place: Place): Entity | undefined => {
  const id = linkedUser(url);
  if (id !== undefined)
    return { type: 'text_mention', ...place, user: { id, is_bot: false, first_name: '' } };
  const link = checkLink(url);
  return 'url' in link ? { type: 'text_link', ...place, url: link.url } : undefined;
};

/** The language after the three backticks and where the code begins: one line break belongs to the fence. */
export const readFence = (source: string, at: number): { language: string; at: number } => {
  let end = at;
  while (end < source.length && !/[\s`]/.test(source[end] ?? '')) end += 1;
  const hasLanguage = end > at && end < source.length && source[end] !== '`';
  const language = hasLanguage ? source.slice(at, end) : '';
  const from = hasLanguage ? end : at;
  const first = source[from];
  if (first !== '\n' && first !== '\r') return { language, at: from };
  const second = source[from + 1];
  const isPair = (second === '\n' || second === '\r') && second !== first;
  return { language, at: from + (isPair ? 2 : 1) };
};

type State = { source: string; at: number; out: string; entities: Entity[] };

const readUrl = (state: State, text: string): string => {
  const { source } = state;
  if (source[state.at] !== '(') return text;
  const close = source.indexOf(')', state.at);
  const end = close < 0 ? source.length : close;
  const url = source.slice(state.at + 1, end);
  state.at = end + 1;
  return url;
};

const readEntity = (state: State): void => {
  const { source } = state;
  const begin = state.at;
  const mark = source[begin] ?? '';
  const isPre = source.startsWith('```', begin);
  const fence = isPre ? readFence(source, begin + 3) : { language: '', at: begin + 1 };
  const endMark = isPre ? '```' : mark === '[' ? ']' : mark;
  const end = source.indexOf(endMark, fence.at);
  if (end < 0) {
    const offset = byteOffset(source, begin);
    refuse(`can't parse entities: Can't find end of the entity starting at byte offset ${offset}`);
  }
  const text = source.slice(fence.at, end);
  const place = { offset: state.out.length, length: text.length };
  state.out += text;
  state.at = end + endMark.length;
  const url = mark === '[' ? readUrl(state, text) : '';
  if (text === '') return;
  if (mark === '_') state.entities.push({ type: 'italic', ...place });
  else if (mark === '*') state.entities.push({ type: 'bold', ...place });
  else if (mark === '[') {
    const entity = linkEntity(url, place);
    if (entity !== undefined) state.entities.push(entity);
  } else if (isPre) {
    state.entities.push({
      type: 'pre',
      ...place,
      ...(fence.language === '' ? {} : { language: fence.language }),
    });
  } else state.entities.push({ type: 'code', ...place });
};

/** Parses legacy Markdown into a text and its entities; throws the official 400 with a byte offset. */
export const parseMarkdown = (source: string): { text: string; entities: Entity[] } => {
  const state: State = { source, at: 0, out: '', entities: [] };
  const stop = /[_*`[\\]/g;
  while (state.at < source.length) {
    stop.lastIndex = state.at;
    const next = stop.exec(source)?.index ?? source.length;
    state.out += source.slice(state.at, next);
    state.at = next;
    if (next === source.length) break;
    if (source[next] !== '\\') {
      readEntity(state);
      continue;
    }
    const following = source[next + 1] ?? '';
    const isEscape = following !== '' && '_*`['.includes(following);
    state.out += isEscape ? following : '\\';
    state.at += isEscape ? 2 : 1;
  }
  return { text: state.out, entities: sortEntities(state.entities) };
};
