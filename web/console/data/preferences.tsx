import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Language } from '../../../contract/index.ts';
import { type Format, formatFor } from '../../ui/format.ts';
import { browserLanguage, LANGUAGES, LanguageProvider, type Sources } from '../../ui/i18n.tsx';
import { kept } from './kept.ts';
import { sessionQuery } from './queries.ts';

function wordsOf(files: Readonly<Record<string, unknown>>): Sources {
  const of = (language: Language): string =>
    Object.entries(files)
      .flatMap(([path, words]) => (path.includes(`/${language}/`) ? [String(words)] : []))
      .join('\n');
  return { az: of('az'), en: of('en'), ru: of('ru'), tr: of('tr') };
}

/** The console's words: one file a feature. */
const SOURCES = wordsOf(
  import.meta.glob('../../../content/locales/*/console*.ftl', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);
const LANGUAGE_KEY = 'language';

interface Preferences {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly format: Format;
}

const Context = createContext<Preferences | null>(null);

const chosenLanguage = (): Language | null =>
  LANGUAGES.find((language) => language === kept.get(LANGUAGE_KEY)) ?? null;

/** The language (chosen here, else the colleague's own, else the browser's) and the way moments are written. */
export function PreferencesProvider(props: { children: ReactNode }) {
  const [chosen, setChosen] = useState(chosenLanguage);
  const session = useQuery({ ...sessionQuery, enabled: false }).data;
  const language = chosen ?? session?.staff.language ?? browserLanguage();
  const timeZone = session?.desk.time_zone ?? 'UTC';
  const preferences = useMemo<Preferences>(() => {
    document.documentElement.lang = language;
    return {
      language,
      setLanguage: (next) => {
        kept.set(LANGUAGE_KEY, next);
        setChosen(next);
      },
      format: formatFor(language, timeZone),
    };
  }, [language, timeZone]);
  return (
    <Context value={preferences}>
      <LanguageProvider language={language} sources={SOURCES}>
        {props.children}
      </LanguageProvider>
    </Context>
  );
}

/** The preferences in force. Only below PreferencesProvider. */
export function usePreferences(): Preferences {
  const preferences = useContext(Context);
  if (!preferences) throw new Error('usePreferences needs PreferencesProvider above it');
  return preferences;
}
