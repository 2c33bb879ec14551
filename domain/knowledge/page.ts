import type { Token } from 'markdown-it';
import { addressOf, hrefOf, type LinkOf, readMarkdown } from './markdown.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/** Which element a pair of tokens becomes. What is not here is left out, so nothing can become an element by accident. */
const ELEMENTS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  bullet_list: 'ul',
  list_item: 'li',
  blockquote: 'blockquote',
  strong: 'strong',
  em: 'em',
  s: 's',
};
const LOWEST_HEADING = 6;

/**
 * Markdown as HTML for pages (M3): only p, h2–h6, ul, ol, li, blockquote, pre, code, strong, em, s, br, hr and a. Links to articles carry their slug
 * in `data-article`; others open elsewhere. Nothing that an author writes becomes script, style or an attribute of their own.
 */
export function pageOf(source: string, linkOf: LinkOf): string {
  return html(readMarkdown(source), linkOf);
}

function html(tokens: readonly Token[], linkOf: LinkOf): string {
  const open: string[] = [];
  return tokens
    .map((token) => {
      if (token.type === 'inline') return html(token.children ?? [], linkOf);
      if (token.type === 'link_open') return openLink(token, { linkOf, open });
      if (token.type === 'link_close') return open.pop() ?? '';
      return element(token);
    })
    .join('');
}

function openLink(token: Token, { linkOf, open }: { linkOf: LinkOf; open: string[] }): string {
  const address = addressOf(token, linkOf);
  open.push(address === undefined ? '' : '</a>');
  if (address === undefined) return '';
  const own = /^article:(.+)$/.exec(hrefOf(token))?.[1];
  return own === undefined
    ? `<a href="${escaped(address)}" target="_blank" rel="noopener noreferrer nofollow">`
    : `<a href="${escaped(address)}" data-article="${escaped(own)}">`;
}

function element(token: Token): string {
  const { type, content, hidden } = token;
  const [, name = '', side] = /^(.+)_(open|close)$/.exec(type) ?? [];
  switch (type) {
    case 'text':
      return escaped(content);
    case 'softbreak':
    case 'hardbreak':
      return '<br>';
    case 'hr':
      return '<hr>';
    case 'code_inline':
      return `<code>${escaped(content)}</code>`;
    case 'fence':
    case 'code_block':
      return `<pre><code>${escaped(content)}</code></pre>`;
    case 'ordered_list_open': {
      const start = Number(token.attrGet('start') ?? 1);
      return start === 1 ? '<ol>' : `<ol start="${Math.trunc(start)}">`;
    }
    case 'ordered_list_close':
      return '</ol>';
    case 'heading_open':
    case 'heading_close': {
      const level = Math.min(LOWEST_HEADING, Number(token.tag.slice(1)) + 1);
      return side === 'open' ? `<h${level}>` : `</h${level}>`;
    }
    default: {
      const tag = ELEMENTS[name];
      if (tag === undefined) return '';
      // The paragraphs of a tight list are not shown as such, but end a line before what follows.
      if (hidden) return '';
      return side === 'open' ? `<${tag}>` : `</${tag}>`;
    }
  }
}
