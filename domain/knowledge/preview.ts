import type { Rich } from '../../base/text/index.ts';
import { shortAnswer } from './answer.ts';
import type { ArticleText } from './article.ts';
import { chatMessagesOf } from './chat-text.ts';
import { articleNamed, type Library } from './library.ts';
import { linksIn } from './markdown.ts';
import { pageOf } from './page.ts';

/** A text as it would look on a page, as the bot's short answer, and as the whole article in a chat; `links`: those that lead nowhere. */
export function previewArticle(
  library: Library,
  text: Pick<ArticleText, 'title' | 'summary' | 'body'>,
): { html: string; answer: Rich; messages: Rich[]; links: string[] } {
  const page = (slug: string) => (articleNamed(library, slug) ? `/cabinet/help/${slug}` : undefined);
  const { text: words, entities } = shortAnswer(text, page);
  return {
    html: pageOf(text.body, page),
    answer: { text: words, entities },
    messages: chatMessagesOf(text.body, page),
    links: linksIn(text.body)
      .filter(({ safe, article }) => !safe || (article !== undefined && !articleNamed(library, article)))
      .map(({ to }) => to),
  };
}
