import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FluentBundle, FluentResource } from '@fluent/bundle';

/** The languages that every text exists in. */
export const LANGUAGES = ['az', 'en', 'ru', 'tr'] as const;
/** One of the languages served. */
export type Language = (typeof LANGUAGES)[number];

/** Values for the placeholders of a message. Times come in already formatted. */
export type Vars = Readonly<Record<string, string | number>>;

/** Turns a key into words. */
export type Translate = (language: Language, key: string, vars?: Vars) => string;

/** The nearest language served to a tag such as "ru-RU"; `fallback` where there is none. */
export function nearestLanguage(tag: string | undefined | null, fallback: Language): Language {
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary) ?? fallback;
}

/** The language served that a reader likes best, by the header Accept-Language; `fallback` where there is none. */
export function acceptedLanguage(header: string | undefined, fallback: Language): Language {
  const wishes = (header ?? '').split(',').flatMap((part) => {
    const [tag = '', quality = 'q=1'] = part.split(';').map((piece) => piece.trim());
    const language = LANGUAGES.find((known) => known === tag.toLowerCase().split('-')[0]);
    const weight = Number(quality.replace(/^q=/, ''));
    return language && weight > 0 ? [{ language, weight }] : [];
  });
  return wishes.sort((a, b) => b.weight - a.weight)[0]?.language ?? fallback;
}

/** Reads every Fluent file below `folder` (one folder a language). Throws when a file has an error: words that cannot be shown are
 * found at the start, not by a customer. The returned function throws on an unknown key or a missing value. */
export async function loadTranslations(folder: string): Promise<Translate> {
  const bundles = new Map<Language, FluentBundle>();
  for (const language of LANGUAGES) bundles.set(language, await loadBundle(folder, language));
  return (language, key, vars) => {
    const bundle = bundles.get(language);
    const message = bundle?.getMessage(key);
    if (!bundle || !message?.value) throw new Error(`no text for ${language}/${key}`);
    const errors: Error[] = [];
    const text = bundle.formatPattern(message.value, vars ?? null, errors);
    if (errors[0]) throw new Error(`the text ${language}/${key} lacks a value`, { cause: errors[0] });
    return text;
  };
}

async function loadBundle(folder: string, language: Language): Promise<FluentBundle> {
  const bundle = new FluentBundle(language, { useIsolating: false });
  const names = (await readdir(join(folder, language))).filter((name) => name.endsWith('.ftl')).sort();
  for (const name of names) {
    const resource = new FluentResource(await readFile(join(folder, language, name), 'utf8'));
    const errors = bundle.addResource(resource);
    if (errors[0]) throw new Error(`${language}/${name}: ${errors[0].message}`);
  }
  return bundle;
}
