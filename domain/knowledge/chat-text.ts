import type { Token } from 'markdown-it';
import { type Entity, inOrder, type Rich, split, trimmed } from '../../base/text/index.ts';
import { addressOf, type LinkOf, readMarkdown } from './markdown.ts';

type Stretch = Entity & {
  readonly type: 'bold' | 'italic' | 'strikethrough' | 'code' | 'pre' | 'blockquote' | 'text_link';
};

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
export function chatTextOf(source: string, linkOf: LinkOf): Rich {
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
  const { text, entities } = trimmed({ text: writing.text, entities: inOrder(writing.stretches) });
  return { text, entities: entities.slice(0, MOST_STRETCHES) };
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

/** The longest message, in UTF-16 units. */
const LONGEST_MESSAGE = 4096;

/** Markdown as the messages of a chat: as many as it takes (B4). */
export function chatMessagesOf(source: string, linkOf: LinkOf): Rich[] {
  return split(chatTextOf(source, linkOf), LONGEST_MESSAGE);
}
