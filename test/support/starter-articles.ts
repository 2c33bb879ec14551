import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { LANGUAGES, type Language } from '../../base/i18n/index.ts';
import { checkTone } from '../../domain/replies/index.ts';

const Index = z.strictObject({
  sections: z.array(
    z.strictObject({
      slug: z.string().regex(/^[a-z]+$/),
      emoji: z.string().min(1),
      title: z.strictObject({ az: z.string(), en: z.string(), ru: z.string(), tr: z.string() }),
      articles: z.array(
        z.strictObject({
          slug: z.string().regex(/^[a-z][a-z-]+$/),
          topics: z.array(z.string()).min(1),
          popular: z.boolean(),
          macros: z.array(z.string()),
        }),
      ),
    }),
  ),
});

/** The list of the starter articles, by section. */
export type Index = z.infer<typeof Index>;

type Article = { title: string; summary: string; keywords: string[]; body: string };

const FRONT = /^---\ntitle: (.+)\nsummary: (.+)\nkeywords: (.+)\n---\n\n([\s\S]+)$/;
const LINK = /\[([^\]]+)\]\(article:([a-z-]+)\)/g;
const FEWEST_WORDS = 80;
const MOST_WORDS = 200;
const MOST_STEPS = 5;

/** Letters that a text of a language is written in; names of things (Telegram, PDF, /new) are left out before. */
const LETTERS: Readonly<Record<Language, RegExp>> = {
  az: /^[a-pr-vx-zəğıöüçşiq]*$/u,
  en: /^[a-z]*$/u,
  ru: /^[а-яё]*$/u,
  tr: /^[a-pr-vyzğıöüçşâî]*$/u,
};
const NAMES = /\/[a-z]+|\b(?:Telegram|SMS|Wi-Fi|JPG|PNG|PDF)/gu;
/** Letters that each longer text of a language has: what lacks them was written with another keyboard. */
const TELLING: Readonly<Record<Language, RegExp>> = { az: /ə/, en: /th/, ru: /[ыэ]/, tr: /ı/ };

/** Reads the list. */
export const readIndex = (folder: string): Index =>
  Index.parse(JSON.parse(readFileSync(join(folder, 'articles.json'), 'utf8')));

/** What is wrong with the starter articles of a folder, in sentences; empty: nothing. */
export function articleProblems(folder: string, known: { topics: string[]; macros: string[] }): string[] {
  const { sections } = readIndex(folder);
  const all = sections.flatMap(({ slug: section, articles }) =>
    articles.map((article) => ({ ...article, section })),
  );
  const slugs = all.map(({ slug }) => slug);
  const expected = all.flatMap(({ section, slug }) => LANGUAGES.map((to) => `${section}/${slug}.${to}.md`));
  const files = filesUnder(join(folder, 'articles'));
  return [
    ...twice(slugs).map((slug) => `${slug} stands twice`),
    ...expected.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
    ...files.filter((file) => !expected.includes(file)).map((file) => `${file} is in no section`),
    ...all.flatMap(({ slug, topics, macros }) => [
      ...topics.filter((topic) => !known.topics.includes(topic)).map((topic) => `${slug}: topic ${topic}?`),
      ...macros.filter((macro) => !known.macros.includes(macro)).map((macro) => `${slug}: macro ${macro}?`),
    ]),
    ...expected
      .filter((file) => files.includes(file))
      .flatMap((file) =>
        textProblems(readFileSync(join(folder, 'articles', file), 'utf8'), {
          language: file.slice(-5, -3) as Language,
          slugs: slugs.filter((slug) => !file.includes(`/${slug}.`)),
        }).map((problem) => `${file}: ${problem}`),
      ),
    ...(expected.every((file) => files.includes(file))
      ? LANGUAGES.flatMap((language) => sameLinks(folder, all, language))
      : []),
  ];
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

const twice = (list: string[]): string[] => [...new Set(list.filter((item, at) => list.indexOf(item) < at))];

function parse(source: string): Article | undefined {
  const [, title, summary, keywords, body] = FRONT.exec(source) ?? [];
  if (!title || !summary || !keywords || !body) return undefined;
  return { title, summary, keywords: keywords.split(',').map((word) => word.trim()), body };
}

/** What is wrong with one article's text. `slugs`: where its links may lead. */
function textProblems(source: string, { language, slugs }: { language: Language; slugs: string[] }) {
  const article = parse(source);
  if (!article) return ['its front matter is not title, summary and keywords'];
  const { title, summary, keywords, body } = article;
  const words = [title, summary, body.replace(LINK, '$1')].join('\n');
  const count = words.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  return [
    ...(count < FEWEST_WORDS || count > MOST_WORDS ? [`it has ${count} words`] : []),
    ...(title.length > 75 ? ['its title is long'] : []),
    ...(/[.!?]$/.test(summary) && summary.length <= 120 ? [] : ['its summary is no short sentence']),
    ...(keywords.length >= 6 && twice(keywords).length === 0 && !keywords.includes('')
      ? []
      : ['its keywords are few, empty or repeated']),
    ...[...words.matchAll(/[{}[\]<>]|\.{3}|…|_{2}|\bXXX?\b/g)].map(([hole]) => `there is a hole: ${hole}`),
    ...[...body.matchAll(LINK)]
      .filter(([, , to]) => !slugs.includes(to ?? ''))
      .map(([, , to]) => `link ${to}?`),
    ...structureProblems(body),
    ...letterProblems(words, language),
    ...toneProblems(words, language),
  ];
}

function structureProblems(body: string): string[] {
  const steps = [...body.matchAll(/^(\d)\. /gm)].map(([, number]) => Number(number));
  const counted = steps.every((step, at) => step === at + 1);
  const bold = (body.match(/\*\*/g)?.length ?? 0) % 2 === 0;
  return [
    ...(counted && steps.length <= MOST_STEPS ? [] : ['its steps are not 1 to 5']),
    ...(bold ? [] : ['bold is left open']),
    ...(/\n{3}|[ \t]$|^#/m.test(body) ? ['it has gaps or headings'] : []),
  ];
}

function letterProblems(words: string, language: Language): string[] {
  const lower = words.replace(NAMES, ' ').toLocaleLowerCase(language).normalize('NFC');
  const strange = (lower.match(/\p{L}+/gu) ?? []).filter((word) => !LETTERS[language].test(word));
  return [
    ...strange.map((word) => `${word} is no ${language}`),
    ...(TELLING[language].test(lower) ? [] : [`it does not look like ${language}`]),
  ];
}

/** Long sentences and our own words; what comes next is the whole article's matter. */
function toneProblems(words: string, language: Language): string[] {
  return words
    .split('\n')
    .map((line) => line.replace(/^(?:\d\.|-) |\*\*/g, ''))
    .flatMap((line) => checkTone(line, language))
    .filter(({ code }) => ['long_sentence', 'jargon', 'glossary', 'exclamation'].includes(code))
    .map(({ code, words: place }) => `${code}: ${place ?? ''}`);
}

/** Every language leads to the same places. */
function sameLinks(folder: string, all: { section: string; slug: string }[], language: Language): string[] {
  return all.flatMap(({ section, slug }) => {
    const links = (to: Language) => {
      const source = readFileSync(join(folder, 'articles', section, `${slug}.${to}.md`), 'utf8');
      return [...source.matchAll(LINK)]
        .map(([, , target]) => target ?? '')
        .sort((a, b) => (a < b ? -1 : 1))
        .join(' ');
    };
    return links(language) === links('en') ? [] : [`${slug}.${language} leads elsewhere than in en`];
  });
}
