import type { Token } from 'markdown-it';
import type { Rich } from '../../base/text/index.ts';
import type { ArticleText } from './article.ts';
import { chatTextOf } from './chat-text.ts';
import { type LinkOf, readMarkdown } from './markdown.ts';

/** A short answer: the words, and whether the article says more. */
export type ShortAnswer = Rich & { readonly more: boolean };

/** An answer has no more steps than this (B4). */
const MOST_STEPS = 3;

/**
 * The article's answer in short (B4): its title, what it says first (else its summary), and its first steps, three at most.
 */
export function shortAnswer(
  { title, summary, body }: Pick<ArticleText, 'title' | 'summary' | 'body'>,
  linkOf: LinkOf,
): ShortAnswer {
  const lines = body.split('\n');
  const blocks = blocksOf(body);
  const opening = blocks[0]?.type === 'paragraph_open' ? blocks[0] : undefined;
  const list = blocks.find(({ type }) => type === 'ordered_list_open' || type === 'bullet_list_open');
  const steps = list ? stepsOf(body, list) : [];
  const words = (token: Token | undefined) => lines.slice(...(token?.map ?? [0, 0])).join('\n');
  const shown = steps.slice(0, MOST_STEPS);
  const first = opening ? words(opening) : summary;
  const escaped = title.replace(/([\\`*_[\]<>#~])/g, '\\$1');
  const source = [`**${escaped}**`, first, shown.map((step) => words(step)).join('\n')].join('\n\n');
  const said = (opening ? 1 : 0) + (list ? 1 : 0);
  return { ...chatTextOf(source, linkOf), more: blocks.length > said || steps.length > shown.length };
}

/** The outermost blocks. */
function blocksOf(source: string): Token[] {
  return readMarkdown(source).filter(({ level, nesting }) => level === 0 && nesting >= 0);
}

function stepsOf(source: string, list: Token): Token[] {
  const [from = 0, to = 0] = list.map ?? [];
  return readMarkdown(source).filter(
    ({ type, level, map }) =>
      type === 'list_item_open' && level === 1 && (map?.[0] ?? -1) >= from && (map?.[1] ?? 0) <= to,
  );
}
