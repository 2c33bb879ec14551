import { z } from 'zod';
import { Language, Moment } from './common.ts';
import { MOST_FILES } from './content.ts';
import { ArticleFile } from './knowledge.ts';
import { MacroPreview } from './macros.ts';

const slug = z.string().min(1).max(80);

/** An article in one language; the body is Markdown, in which `article:SLUG` leads to another article. */
export const ArticleText = z.strictObject({
  title: z.string().max(150),
  summary: z.string().max(300),
  keywords: z.array(z.string().max(80)).max(40),
  body: z.string().max(50_000),
});
/** See the schema of the same name. */
export type ArticleText = z.infer<typeof ArticleText>;

/** An article by language, at least one. */
export const ArticleTexts = z.partialRecord(Language, ArticleText);
/** See the schema of the same name. */
export type ArticleTexts = z.infer<typeof ArticleTexts>;

/** Where an article stands and to what it belongs; changes at once, without a version. `owner`: who keeps it right; `review_on`: the day to look at it again. */
export const ArticlePlace = z.strictObject({
  slug,
  section: z.string().max(40),
  topics: z.array(z.string().max(64)).max(20),
  macros: z.array(z.string().max(64)).max(20),
  popular: z.boolean(),
  owner: z.int().positive().nullable(),
  review_on: z.iso.date().nullable(),
});
/** See the schema of the same name. */
export type ArticlePlace = z.infer<typeof ArticlePlace>;

/** What is seen on a file, by language, for whoever cannot see it. */
const FileWords = z.partialRecord(Language, z.string().trim().max(300));
/** The files of an article in their order: uploads, and those that it has or had. With `descriptions` they are described anew; a bare id leaves the words as they
 * were. */
const ArticleFiles = z
  .array(z.union([z.int().positive(), z.strictObject({ id: z.int().positive(), descriptions: FileWords })]))
  .max(MOST_FILES);
/** A file of an article as its editor sees it. */
export const EditedFile = ArticleFile.omit({ description: true }).extend({ descriptions: FileWords });
/** See the schema of the same name. */
export type EditedFile = z.infer<typeof EditedFile>;

/** A new article (`POST /api/knowledge/articles`): a draft. `files`: uploads (`POST /api/knowledge/uploads`). */
export const ArticleDraft = z.object({
  place: ArticlePlace,
  texts: ArticleTexts,
  files: ArticleFiles.default([]),
});
/** The next version of an article's texts and files; `base` is the version that was edited. Without `files` they stay as they are. */
export const ArticleChange = z.object({
  base: z.int().positive(),
  texts: ArticleTexts,
  files: ArticleFiles.optional(),
});
/** Names the newest version of what is handed in, published, archived or restored. */
export const ArticleVersionNamed = z.object({ version: z.int().positive() });
/** Sends the newest version back to its author. */
export const ArticleReturn = z.object({
  version: z.int().positive(),
  why: z.string().trim().min(1).max(500),
});

/** Where the newest version stands. `published_version`: what readers see; null: nothing yet. */
const Standing = ArticlePlace.extend({
  id: z.int(),
  owner: z.object({ id: z.int(), name: z.string() }).nullable(),
  version: z.int(),
  published_version: z.int().nullable(),
  published_at: Moment.nullable(),
  state: z.enum(['draft', 'review', 'returned', 'published', 'archived']),
  returned: z.object({ by: z.string().nullable(), why: z.string() }).nullable(),
  changed_at: Moment,
});

/** An article as the list shows it (`GET /api/knowledge/articles`). `reads`: in the last 30 days; `helpful`, `unhelpful`: what readers said. */
export const ListedArticle = Standing.extend({
  titles: z.partialRecord(Language, z.string()),
  reads: z.int(),
  helpful: z.int(),
  unhelpful: z.int(),
});
/** See the schema of the same name. */
export type ListedArticle = z.infer<typeof ListedArticle>;
/** All articles, by section and place. */
export const ListedArticles = z.array(ListedArticle);

const Version = z.object({
  version: z.int(),
  texts: ArticleTexts,
  /** Null: it came with Nightdesk. */
  author: z.string().nullable(),
  created_at: Moment,
});

/** An article in its newest version, with all versions, newest first. */
export const ArticleHistory = Standing.extend(Version.omit({ version: true }).shape).extend({
  versions: z.array(Version),
  files: z.array(EditedFile),
});
/** See the schema of the same name. */
export type ArticleHistory = z.infer<typeof ArticleHistory>;

/** A stretch of a chat's message that looks different; places in UTF-16 units. */
const Stretch = z.object({ type: z.string(), offset: z.int(), length: z.int(), url: z.string().optional() });
/** A message in a chat. */
export const ChatText = z.object({ text: z.string(), entities: z.array(Stretch) });
/** See the schema of the same name. */
export type ChatText = z.infer<typeof ChatText>;

/** A text as it is being written (`POST /api/knowledge/preview`). */
export const ArticlePreviewRequest = ArticleText.pick({ title: true, summary: true, body: true });
/** How it would look: `html` for a page (safe as it is), `answer` as the bot's short answer, `messages` as the whole article in a chat;
 * `links`: those that lead nowhere. */
export const ArticlePreview = z.object({
  html: z.string(),
  answer: ChatText,
  messages: z.array(ChatText),
  links: z.array(z.string()),
});
/** See the schema of the same name. */
export type ArticlePreview = z.infer<typeof ArticlePreview>;

/** A section of the knowledge base. */
export const Section = z.object({
  slug: z.string().max(40),
  emoji: z.string().max(16),
  titles: z.partialRecord(Language, z.string().max(80)),
});
/** See the schema of the same name. */
export type Section = z.infer<typeof Section>;
/** All sections, in their order (`PUT /api/knowledge/sections` replaces them; one that has articles stays). */
export const Sections = z.array(Section);

/** Sections with the ids of their articles, in the order in which readers see them (`PUT /api/knowledge/order`). What a section has besides
 * stands behind them; an article that is named in another section moves there. */
export const ArticleOrder = z
  .array(z.object({ section: z.string().max(40), articles: z.array(z.int().positive()).max(2000) }))
  .min(1)
  .max(60);
/** See the schema of the same name. */
export type ArticleOrder = z.infer<typeof ArticleOrder>;

/** How the desk uses its knowledge base. `bot_confidence`: from which probability on the bot answers from an article before a ticket is made (B4). */
export const KnowledgeSettings = z.object({
  approval_required: z.boolean(),
  bot_answers: z.boolean(),
  bot_confidence: z.number().min(0.5).max(0.99),
  bot_topics: z.boolean(),
});
/** See the schema of the same name. */
export type KnowledgeSettings = z.infer<typeof KnowledgeSettings>;

/** Groups of words that mean the same to this desk (`PUT /api/knowledge/synonyms` replaces all of them). */
export const Synonyms = z.array(z.array(z.string().trim().min(1).max(60)).min(2).max(20)).max(500);

const SearchCount = z.object({ words: z.string(), language: Language, times: z.int(), answered: z.int() });
/** What was looked for in the last `days`: most asked, and most asked without a sure answer. */
export const SearchCounts = z.object({ popular: z.array(SearchCount), unanswered: z.array(SearchCount) });
/** See the schema of the same name. */
export type SearchCounts = z.infer<typeof SearchCounts>;
/** For how many days searches are counted. */
export const SearchCountsQuery = z.object({ days: z.coerce.number().int().min(1).max(365).default(30) });

/** The days of which deflection is counted, in UTC; `until` is not among them. Without them: the last 30. */
export const DeflectionQuery = z.object({ from: z.iso.date().optional(), until: z.iso.date().optional() });

/** What became of the answers that customers were shown, by place. Each is counted once: `solved`: its reader said that it helped, and did not come
 * back with the same topic within 72 hours; `solved_and_back`: they did come back; `quiet`: nothing was said, and no contact on the same topic followed for 72 hours;
 * `contacted`: nothing was said and one followed; `not_solved`, `person`: what its reader said; `pending`: nothing was said, and 72 hours are not over. A contact is a
 * ticket of the same customer that did not solve itself, on a topic of the article's or on none. */
export const Deflection = z.object({
  from: Moment,
  until: Moment,
  places: z.array(
    z.object({
      place: z.enum(['bot', 'cabinet']),
      shown: z.int(),
      solved: z.int(),
      solved_and_back: z.int(),
      quiet: z.int(),
      contacted: z.int(),
      not_solved: z.int(),
      person: z.int(),
      pending: z.int(),
    }),
  ),
});
/** See the schema of the same name. */
export type Deflection = z.infer<typeof Deflection>;

/** An article that may answer a ticket (`GET /api/tickets/:id/articles`), best first, three at most: `reply` is its text as an answer, `macros`
 * belong to it (none for whoever may not use them). `confident`: it surely answers. */
export const SuggestedArticle = z.object({
  id: z.int(),
  slug: z.string(),
  language: Language,
  title: z.string(),
  summary: z.string(),
  reply: z.string(),
  macros: z.array(MacroPreview),
  confident: z.boolean(),
});
/** See the schema of the same name. */
export type SuggestedArticle = z.infer<typeof SuggestedArticle>;

/** An answer drafted from articles (`POST /api/tickets/:id/draft`, where the desk has an endpoint for it): words for the reply box and the
 * articles that they rest on, or why there are none. Nothing is sent. */
export const AnswerDraft = z.union([
  z.object({
    draft: z.string(),
    citations: z.array(z.object({ article: z.int(), title: z.string() })),
  }),
  z.object({
    draft: z.null(),
    reason: z.enum(['no_words', 'no_articles', 'not_answered', 'unfounded', 'timeout', 'unreachable']),
  }),
]);
/** See the schema of the same name. */
export type AnswerDraft = z.infer<typeof AnswerDraft>;
