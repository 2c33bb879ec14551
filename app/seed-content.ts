import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { LANGUAGES, type Language } from '../base/i18n/index.ts';
import { type ArticleText, addStarterArticles, type StarterArticle } from '../domain/knowledge/index.ts';
import { ROOT, type Runtime } from './runtime.ts';

const FOLDER = join(ROOT, 'content');

const Contents = z.object({
  sections: z.array(
    z.object({
      slug: z.string(),
      emoji: z.string(),
      title: z.record(z.enum(LANGUAGES), z.string()),
      articles: z.array(
        z.object({
          slug: z.string(),
          topics: z.array(z.string()),
          macros: z.array(z.string()),
          popular: z.boolean(),
        }),
      ),
    }),
  ),
});

/** Gives a desk the articles of the starter library that it never had, published; what it changed, renamed or archived stays as it is. Returns
 * how many were added (T5). */
export async function seedContent({ transact, clock }: Pick<Runtime, 'transact' | 'clock'>): Promise<number> {
  const { sections } = Contents.parse(JSON.parse(await readFile(join(FOLDER, 'articles.json'), 'utf8')));
  const articles = await Promise.all(
    sections.flatMap(({ slug: section, articles: list }) =>
      list.map(async (article): Promise<StarterArticle> => {
        const texts = await readTexts(section, article.slug);
        return { ...article, section, texts };
      }),
    ),
  );
  const starter = {
    sections: sections.map(({ slug, emoji, title: titles }) => ({ slug, emoji, titles })),
    articles,
  };
  return transact((tx) => addStarterArticles(tx, starter, clock.now()));
}

async function readTexts(section: string, slug: string): Promise<Partial<Record<Language, ArticleText>>> {
  const entries = await Promise.all(
    LANGUAGES.map(async (language) => {
      const path = join(FOLDER, 'articles', section, `${slug}.${language}.md`);
      return [language, textOf(await readFile(path, 'utf8'), path)] as const;
    }),
  );
  return Object.fromEntries(entries);
}

const FRONT = /^---\ntitle: (.+)\nsummary: (.+)\nkeywords: (.+)\n---\n\n([\s\S]+)$/;

function textOf(source: string, path: string): ArticleText {
  const [, title, summary, keywords, body] = FRONT.exec(source) ?? [];
  if (!title || !summary || !keywords || !body)
    throw new Error(`${path}: its front matter is not title, summary and keywords`);
  return { title, summary, keywords: keywords.split(',').map((word) => word.trim()), body: body.trim() };
}
