import type { Token } from 'markdown-it';
import { addressOf, type LinkOf, readMarkdown } from './markdown.ts';

/** A stretch of a text that looks different, or leads somewhere. Places are counted in UTF-16 units, as messengers and JavaScript do. */
export type Stretch = {
  readonly type: 'bold' | 'italic' | 'strikethrough' | 'code' | 'pre' | 'blockquote' | 'text_link';
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
};

/** Words for a chat, with how they look. */
export type ChatText = { readonly text: string; readonly entities: readonly Stretch[] };

/** The longest message, in UTF-16 units. */
export const LONGEST_MESSAGE = 4096;
/** A messenger takes no more in one message. */
const MOST_STRETCHES = 100;

const LOOKS: Readonly<Record<string, Stretch['type']>> = {
  strong: 'bold',
  em: 'italic',
  s: 'strikethrough',
  heading: 'bold',
  blockquote: 'blockquote',
};

type Writing = {
  text: string;
  readonly stretches: Stretch[];
  readonly open: { type: Stretch['type'] | undefined; from: number; url?: string }[];
  /** The lists that are open: the number of the next item, or none for bullets. */
  readonly lists: (number | undefined)[];
  /** The place of what follows is made already: behind an item's mark, or where a heading begins. */
  placed: boolean;
  /** A list that just began stands apart from what is above it. */
  apart: boolean;
  readonly linkOf: LinkOf;
};

/** Markdown as words for a chat (B4): lists as lines with their marks, headings in bold. */
export function chatTextOf(source: string, linkOf: LinkOf): ChatText {
  const writing: Writing = {
    text: '',
    stretches: [],
    open: [],
    lists: [],
    placed: false,
    apart: false,
    linkOf,
  };
  for (const token of readMarkdown(source)) block(writing, token);
  return tidy(writing);
}

function block(writing: Writing, token: Token): void {
  const [, name = '', side] = /^(.+)_(open|close)$/.exec(token.type) ?? [];
  switch (token.type) {
    case 'inline':
      begin(writing);
      for (const child of token.children ?? []) inline(writing, child);
      return;
    case 'fence':
    case 'code_block':
      begin(writing);
      return piece(writing, token.content.replace(/\n$/, ''), 'pre');
    case 'hr':
      begin(writing);
      writing.text += '———';
      return;
    case 'bullet_list_open':
    case 'ordered_list_open': {
      const from = token.type === 'bullet_list_open' ? undefined : Number(token.attrGet('start') ?? 1);
      writing.apart = writing.lists.length === 0;
      writing.lists.push(from);
      return;
    }
    case 'bullet_list_close':
    case 'ordered_list_close':
      writing.lists.pop();
      return;
    case 'list_item_open':
      return item(writing);
    case 'heading_open':
    case 'blockquote_open':
      begin(writing);
      writing.placed = true;
      return open(writing, LOOKS[name]);
    default:
      if (side === 'close' && (name === 'heading' || name === 'blockquote')) close(writing);
  }
}

/** Begins a block: where its place is made already, on a line of its own within a list, else after an empty line. */
function begin(writing: Writing): void {
  if (!writing.placed && writing.text !== '') writing.text += writing.lists.length > 0 ? '\n' : '\n\n';
  writing.placed = false;
}

function item(writing: Writing): void {
  const depth = writing.lists.length - 1;
  if (!writing.placed && writing.text !== '') writing.text += writing.apart ? '\n\n' : '\n';
  const number = writing.lists[depth];
  writing.text += `${'   '.repeat(depth)}${number === undefined ? '•' : `${number}.`} `;
  if (number !== undefined) writing.lists[depth] = number + 1;
  writing.apart = false;
  writing.placed = true;
}

function inline(writing: Writing, token: Token): void {
  const [, name = '', side] = /^(.+)_(open|close)$/.exec(token.type) ?? [];
  switch (token.type) {
    case 'text':
      writing.text += token.content;
      return;
    case 'softbreak':
    case 'hardbreak':
      writing.text += '\n';
      return;
    case 'code_inline':
      return piece(writing, token.content, 'code');
    case 'link_open': {
      const url = addressOf(token, writing.linkOf);
      return open(writing, url === undefined ? undefined : 'text_link', url);
    }
    default:
      if (side === 'open') open(writing, LOOKS[name]);
      else if (side === 'close') close(writing);
  }
}

function piece(writing: Writing, text: string, type: 'code' | 'pre'): void {
  open(writing, type);
  writing.text += text;
  close(writing);
}

function open(writing: Writing, type: Stretch['type'] | undefined, url?: string): void {
  writing.open.push({ type, from: writing.text.length, ...(url === undefined ? {} : { url }) });
}

function close(writing: Writing): void {
  const begun = writing.open.pop();
  if (begun?.type === undefined) return;
  const { type, from: offset, url } = begun;
  const length = writing.text.length - offset;
  if (length > 0) writing.stretches.push({ type, offset, length, ...(url === undefined ? {} : { url }) });
}

/** Without white space around it; stretches that have nothing left are dropped, and so are those that no message could hold. */
function tidy({ text, stretches }: Pick<Writing, 'text' | 'stretches'>): ChatText {
  return cutOut({ text, entities: stretches }, { from: 0, to: text.length });
}

/** A part of a text with the stretches that reach into it, without white space around it. */
function cutOut({ text, entities }: ChatText, part: { from: number; to: number }): ChatText {
  const words = text.slice(part.from, part.to);
  const from = part.from + (words.length - words.trimStart().length);
  const to = from + words.trim().length;
  return {
    text: text.slice(from, to),
    entities: entities
      .flatMap((stretch) => {
        const begins = Math.max(stretch.offset, from);
        const ends = Math.min(stretch.offset + stretch.length, to);
        return ends > begins ? [{ ...stretch, offset: begins - from, length: ends - begins }] : [];
      })
      .sort((a, b) => a.offset - b.offset || b.length - a.length)
      .slice(0, MOST_STRETCHES),
  };
}

/** A text in messages of at most `limit` UTF-16 units: cut between paragraphs, else lines, else sentences, else words; never within a character. */
export function splitChatText(whole: ChatText, limit = LONGEST_MESSAGE): ChatText[] {
  const parts: ChatText[] = [];
  let from = 0;
  while (from < whole.text.length) {
    const to = cutBefore(whole.text, from, from + limit);
    const part = cutOut(whole, { from, to });
    if (part.text !== '') parts.push(part);
    from = to;
  }
  return parts;
}

/** The good places to cut, the best first. */
const PLACES = [['\n\n'], ['\n'], ['. ', '! ', '? ', '… '], [' ']];

/** Where the next message begins: the last good place to cut in the second half, else the end, but never between halves of a character. */
function cutBefore(text: string, from: number, to: number): number {
  if (to >= text.length) return text.length;
  const piece = text.slice(from, to);
  for (const signs of PLACES) {
    const at = Math.max(...signs.map((sign) => piece.lastIndexOf(sign)));
    if (at > piece.length / 2) return from + at + 1;
  }
  const halved = /[\uD800-\uDBFF]$/.test(piece) && to - 1 > from;
  return halved ? to - 1 : to;
}
