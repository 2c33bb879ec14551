import { z } from 'zod';
import {
  detectLanguage,
  type LanguageModel,
  TOLD_APART,
  withoutDiacritics,
} from '../../domain/knowledge/index.ts';
import { share, timed } from './figures.ts';
import { readLines } from './lines.ts';

const Sentence = z.object({ text: z.string(), lang: z.string().min(1) });

/** Measures the detection of languages, of each text as it is and as it is typed without diacritics. */
export async function evalLanguage(model: LanguageModel, file: string) {
  const rows = await readLines(file, Sentence);
  const { results, micros } = timed(rows, ({ text }) => detectLanguage(model, text)?.language);
  const bare = rows.map(({ text }) => detectLanguage(model, withoutDiacritics(text))?.language);
  const accuracy = (said: readonly (string | undefined)[], lang?: string) => {
    const own = rows
      .map((row, at) => ({ row, said: said[at] }))
      .filter(({ row }) => !lang || row.lang === lang);
    return share(own.filter(({ row, said: language }) => row.lang === language).length, own.length);
  };
  const languages = [...new Set(rows.map(({ lang }) => lang))].sort();
  const byLanguage = (said: readonly (string | undefined)[]) =>
    Object.fromEntries(languages.map((lang) => [lang, accuracy(said, lang)]));
  return {
    n: rows.length,
    accuracy: accuracy(results),
    by_lang: byLanguage(results),
    without_diacritics: { accuracy: accuracy(bare), by_lang: byLanguage(bare) },
    languages: TOLD_APART,
    micros_per_text: micros,
  };
}
