import markdownIt, { type Token } from 'markdown-it';

/** Where `article:slug` leads in a place; undefined: nowhere, then its words alone are shown. */
export type LinkOf = (slug: string) => string | undefined;

const ARTICLE = /^article:([a-z0-9][a-z0-9-]{0,79})$/;
const SAFE = /^(?:https?:\/\/[^\s/]|mailto:[^\s]+@|tel:\+?\d|tg:\/\/)/i;
/** What nests deeper is no article, and costs more than it says. */
const DEEPEST = 20;

const reader = markdownIt('default', { html: false, breaks: true, maxNesting: DEEPEST }).disable([
  'image',
  'table',
  'html_block',
  'html_inline',
]);
// Which links are safe is decided here, where they are shown; this keeps the others readable for that.
reader.validateLink = () => true;
reader.normalizeLink = (url) => url.trim();

/** Reads Markdown into its tokens: blocks, with their inline tokens as children. Raw HTML is words like any other. */
export function readMarkdown(source: string): Token[] {
  return reader.parse(source, {});
}

/** Whether a link's address may be shown, and the article that it leads to, if it is one. */
function targetOf(address: string): { safe: boolean; article?: string } {
  const article = ARTICLE.exec(address)?.[1];
  return article === undefined ? { safe: SAFE.test(address) } : { safe: true, article };
}

/** Where a link's token leads, as it was written. */
export const hrefOf = (link: Token): string => String(link.attrGet('href') ?? '');

/** The address under which a link is shown; undefined: only its words are. */
export function addressOf(link: Token, linkOf: LinkOf): string | undefined {
  const address = hrefOf(link);
  const { safe, article } = targetOf(address);
  if (article !== undefined) return linkOf(article);
  return safe ? address : undefined;
}

/** The links of a text, in order, each with whether it may be shown. */
export function linksIn(source: string): { to: string; safe: boolean; article?: string }[] {
  return readMarkdown(source)
    .flatMap(({ children }) => children ?? [])
    .filter(({ type }) => type === 'link_open')
    .map((token) => {
      const to = hrefOf(token);
      return { to, ...targetOf(to) };
    });
}

/** The words of a text without its marks, as the search reads them. */
export function wordsOf(source: string): string {
  return readMarkdown(source)
    .flatMap(({ type, content, children }) => {
      if (type !== 'inline') return content;
      return (children ?? []).map((child) => (child.type.endsWith('break') ? '\n' : child.content)).join('');
    })
    .filter((line) => line !== '')
    .join('\n');
}
