import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import type { Language } from '../../../contract/index.ts';
import { browserLanguage, LANGUAGES, LanguageProvider, type Sources } from '../../ui/i18n.tsx';
import { found, heardFrom } from './connection.ts';
import { kept } from './kept.ts';

/** Two files for each language: what the first screen says, and what the others say. Only the language in force is loaded. */
const FILES = import.meta.glob<string>('../../../content/locales/*/cabinet-{page,more}.ftl', {
  query: '?raw',
  import: 'default',
});
const KEY = 'language';

/** Words that are there. */
export interface Words {
  readonly language: Language;
  readonly sources: Sources;
  /** Whether they are all there, or those of the first screen alone. */
  readonly all: boolean;
}

/** Fetches the words of a language; those of the first screen alone, unless `all` are wanted. */
export async function loadWords(language: Language, all = false): Promise<Words> {
  const load = async (name: string): Promise<string> =>
    (await FILES[`../../../content/locales/${language}/${name}.ftl`]?.()) ?? '';
  const names = all ? ['cabinet-page', 'cabinet-more'] : ['cabinet-page'];
  const sources = { [language]: (await Promise.all(names.map(load))).join('\n') };
  return { language, sources, all };
}

const wanting = new Set<() => void>();
const having = new Set<() => void>();
let wanted = false;
let there = false;

/** Fetches the words of the other screens too; ends when they can be read. */
export function wantAllWords(): Promise<void> {
  if (there) return Promise.resolve();
  wanted = true;
  return new Promise((resolve) => {
    having.add(resolve);
    for (const tell of wanting) tell();
  });
}

const subscribe = (tell: () => void): (() => void) => {
  wanting.add(tell);
  return () => wanting.delete(tell);
};

function noteThere(): void {
  there = true;
  for (const resolve of having) resolve();
  having.clear();
}

/** The language to begin with, before the desk has said which one the customer chose. */
export const likelyLanguage = (telegram: string | undefined): Language =>
  LANGUAGES.find((language) => language === kept.get(KEY)) ??
  browserLanguage(telegram === undefined ? navigator.languages : [telegram, ...navigator.languages]);

/** Everything below reads in `language`; until its words are there, in the one before. */
export function WordsProvider(props: { language: Language; first: Words; children: ReactNode }) {
  const { language, first } = props;
  const [words, setWords] = useState(first);
  const all = useSyncExternalStore(subscribe, () => wanted);
  useEffect(() => {
    if (words.language === language && words.all === all) return;
    let current = true;
    const load = async (): Promise<void> => {
      try {
        const next = await loadWords(language, all);
        if (current) setWords(next);
      } catch {
        heardFrom(false);
        await found();
        if (current) await load();
      }
    };
    void load();
    return () => {
      current = false;
    };
  }, [language, all, words]);
  useEffect(() => {
    if (words.all) noteThere();
  }, [words]);
  useEffect(() => {
    document.documentElement.lang = words.language;
    kept.set(KEY, words.language);
  }, [words]);
  return (
    <LanguageProvider language={words.language} sources={words.sources}>
      {props.children}
    </LanguageProvider>
  );
}
