import { z } from 'zod';
import { LANGUAGES, type Language } from '../../base/i18n/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { linksIn } from './markdown.ts';

const slug = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'use small letters, digits and -, 80 at most');
const name = z.string().min(1).max(64);

/** An article's longest text in one language, in characters. */
const LONGEST = 50_000;

/** An article in one language. The body is Markdown; `article:slug` as a link's address leads to another article. */
const ArticleText = z.strictObject({
  title: z.string().trim().min(1).max(150),
  summary: z.string().trim().max(300).default(''),
  /** Other ways in which people say it; only the search reads them. */
  keywords: z.array(z.string().trim().min(1).max(80)).max(40).default([]),
  body: z.string().trim().min(1).max(LONGEST),
});
/** See the schema of the same name. */
export type ArticleText = z.infer<typeof ArticleText>;

const ArticleTexts = z
  .partialRecord(z.enum(LANGUAGES), ArticleText)
  .refine((texts) => Object.keys(texts).length > 0, { error: 'write it in at least one language' });
/** An article by language (M3). */
export type ArticleTexts = z.infer<typeof ArticleTexts>;

/** Where an article stands and to what it belongs: not part of its versions. `owner` is an id of the staff, `review_on` a day. */
const ArticlePlace = z.strictObject({
  slug,
  section: name,
  topics: z.array(name).max(20).default([]),
  macros: z.array(name).max(20).default([]),
  popular: z.boolean().default(false),
  owner: z.int().positive().nullable().default(null),
  review_on: z.iso.date().nullable().default(null),
});
/** See the schema of the same name. */
export type ArticlePlace = z.infer<typeof ArticlePlace>;

/** Reads an article's texts. Refuses (`invalid`) what is none, and links that lead nowhere safe; the details name the language. */
export function readTexts(input: unknown): ArticleTexts {
  const texts = parsed(ArticleTexts, input);
  for (const language of LANGUAGES) {
    const wrong = linksIn(texts[language]?.body ?? '').find(({ safe }) => !safe);
    if (wrong) throw new DomainError('invalid', 'article_link', { language, link: wrong.to.slice(0, 100) });
  }
  return texts;
}

/** Reads where an article stands. Refuses (`invalid`) what is none. */
export function readPlace(input: unknown): ArticlePlace {
  return parsed(ArticlePlace, input);
}

function parsed<T>(shape: z.ZodType<T>, input: unknown): T {
  const result = shape.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const details = { field: issue?.path.join('.') || 'body', problem: issue?.message ?? '' };
  throw new DomainError('invalid', 'request_invalid', details);
}

/** Which of an article's languages a reader gets: their own, else the desk's, else English, else any. */
export function languageOf(
  texts: ArticleTexts,
  wishes: { reader: Language; desk: Language },
): Language | undefined {
  const order = [wishes.reader, wishes.desk, 'en', ...LANGUAGES] as const;
  return order.find((language) => texts[language] !== undefined);
}
