import { type ReactNode, useEffect, useState } from 'react';
import type { Language } from '../../../contract/index.ts';
import { browserLanguage, LANGUAGES, LanguageProvider, type Sources } from '../../ui/i18n.tsx';
import { kept } from './kept.ts';

/** A file for each language; only the one in force is loaded. */
const FILES = import.meta.glob<string>('../../../content/locales/*/cabinet-page.ftl', {
  query: '?raw',
  import: 'default',
});
const KEY = 'language';

/** Words that are there. */
export interface Words {
  readonly language: Language;
  readonly sources: Sources;
}

/** Fetches the words of a language. */
export async function loadWords(language: Language): Promise<Words> {
  const load = FILES[`../../../content/locales/${language}/cabinet-page.ftl`];
  return { language, sources: { [language]: (await load?.()) ?? '' } };
}

/** The language to begin with, before the desk has said which one the customer chose. */
export const likelyLanguage = (telegram: string | undefined): Language =>
  LANGUAGES.find((language) => language === kept.get(KEY)) ??
  browserLanguage(telegram === undefined ? navigator.languages : [telegram, ...navigator.languages]);

/** Everything below reads in `language`; until its words are there, in the one before. */
export function WordsProvider(props: { language: Language; first: Words; children: ReactNode }) {
  const { language, first } = props;
  const [words, setWords] = useState(first);
  useEffect(() => {
    if (words.language === language) return;
    let wanted = true;
    const load = async (): Promise<void> => {
      const next = await loadWords(language);
      if (wanted) setWords(next);
    };
    void load();
    return () => {
      wanted = false;
    };
  }, [language, words]);
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
