import { z } from 'zod';
import { Language, Moment } from './common.ts';

/** An article as a list shows it. `language`: the one it is shown in, which is another than the reader's where it has no such text. */
export const ArticleItem = z.object({
  slug: z.string(),
  section: z.string(),
  language: Language,
  title: z.string(),
  summary: z.string(),
});
/** See the schema of the same name. */
export type ArticleItem = z.infer<typeof ArticleItem>;

/** The knowledge base in the reader's language (`GET /api/cabinet/knowledge`): its sections in their order, and the most read articles (M3). Sections
 * without articles are left out. */
export const Knowledge = z.object({
  sections: z.array(
    z.object({
      slug: z.string(),
      emoji: z.string(),
      title: z.string(),
      articles: z.array(ArticleItem),
    }),
  ),
  popular: z.array(ArticleItem),
});
/** See the schema of the same name. */
export type Knowledge = z.infer<typeof Knowledge>;

/** A file of an article, for every language; `description`: what is seen on it, in the article's language if somebody wrote that. Readers get it
 * (`GET /api/cabinet/knowledge/files/:id`) while a version that has it is published, editors always (`GET /api/knowledge/files/:id`). */
export const ArticleFile = z.object({
  id: z.int(),
  kind: z.string(),
  file_name: z.string(),
  mime_type: z.string(),
  size_bytes: z.int(),
  description: z.string().nullable(),
});
/** See the schema of the same name. */
export type ArticleFile = z.infer<typeof ArticleFile>;

/** An article for its reader (`GET /api/cabinet/knowledge/articles/:slug`; names that it had before lead to it too: `slug` is today's). `html` is safe to be put into a
 * page as it is: only p, h2–h6, ul, ol, li, blockquote, pre, code, strong, em, s, br, hr and a. A link to another article has its slug in `data-article`, and the
 * address `/cabinet/help/SLUG`. `helpful`: what this reader said of it. */
export const ReadArticle = ArticleItem.extend({
  html: z.string(),
  section_title: z.string(),
  published_at: Moment,
  files: z.array(ArticleFile),
  helpful: z.boolean().nullable(),
  /** Other articles of the section. */
  related: z.array(ArticleItem),
});
/** See the schema of the same name. */
export type ReadArticle = z.infer<typeof ReadArticle>;

/** In which language an article is wanted; without it: in the reader's own. */
export const ReadArticleQuery = z.object({ language: Language.optional() });

/** Words that are looked for (`GET /api/cabinet/knowledge/search`), also while they are being typed. */
export const KnowledgeQuery = z.object({
  q: z.string().trim().min(1).max(500),
  limit: z.coerce.number().int().min(1).max(20).default(8),
});

/** What was found, best first. `confident`: the first one surely answers. */
export const KnowledgeFound = z.object({ found: z.array(ArticleItem), confident: z.boolean() });
/** See the schema of the same name. */
export type KnowledgeFound = z.infer<typeof KnowledgeFound>;

/** Whether an article helped (`PUT /api/cabinet/knowledge/articles/:slug/vote`); the last word counts. Answers the article. */
export const ArticleVote = z.object({ helpful: z.boolean() });
/** See the schema of the same name. */
export type ArticleVote = z.infer<typeof ArticleVote>;
