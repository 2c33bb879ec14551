import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Sample, TOLD_APART, type Tongue } from '../../domain/knowledge/index.ts';
import { ROOT } from '../runtime.ts';
import { readLines } from './lines.ts';

/** Where the model of languages that ships is kept. */
export const LANGUAGE_MODEL = join(ROOT, 'content', 'models', 'language.bin');

const Sentence = z.object({
  text: z.string(),
  lang: z.enum(TOLD_APART),
  /** What the text means in English, which is one more English text. */
  en: z.string().optional(),
});

/** What the shipped model learns from: a file of sentences, and this repository's own words. */
export async function languageSamples(file: string): Promise<Sample[]> {
  const sentences = await readLines(file, Sentence);
  const own = await Promise.all(TOLD_APART.map(ownSamples));
  return [
    ...sentences.map(({ text, lang }) => ({ text, lang })),
    ...sentences.flatMap(({ en }) => (en === undefined ? [] : [{ text: en, lang: 'en' as const }])),
    ...own.flat(),
  ];
}

async function ownSamples(lang: Tongue): Promise<Sample[]> {
  const texts = [...(await words(lang)), ...(lang === 'uk' ? [] : await messages(lang))];
  return texts.map((text) => ({ text, lang }));
}

/** Each word of the list, and five of them at a time: a text may be one word. */
async function words(lang: Tongue): Promise<string[]> {
  const list = await readFile(join(ROOT, 'content', 'languages', `${lang}.txt`), 'utf8');
  return list
    .trim()
    .split('\n')
    .flatMap((line) => {
      const own = line.split(' ');
      const runs = own.flatMap((_, at) => (at % 5 === 0 ? [own.slice(at, at + 5).join(' ')] : []));
      return [...runs, ...own.filter(({ length }) => length > 2)];
    });
}

/** What the desk says to people, without the places for values. */
async function messages(lang: Tongue): Promise<string[]> {
  const folder = join(ROOT, 'content', 'locales', lang);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ftl')).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  return texts
    .flatMap((text) => text.split('\n'))
    .map((line) => line.match(/^[a-z0-9-]+ = (.{12,})$/)?.[1] ?? '')
    .filter((text) => text !== '' && !text.includes('->'))
    .map((text) => text.replace(/\{[^}]*\}/g, ' '));
}
