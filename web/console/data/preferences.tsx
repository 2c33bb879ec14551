import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { Language } from '../../../contract/index.ts';
import { replace } from '../../ui/api.ts';
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
/** What was chosen here and is not in the account yet: before somebody signed in, or without a network. */
const CHOSEN_KEY = 'language';
/** What this browser spoke last, for when nobody is signed in. */
const LAST_KEY = 'last-language';

interface Preferences {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly format: Format;
}

const Context = createContext<Preferences | null>(null);

const keptLanguage = (key: string): Language | null =>
  LANGUAGES.find((language) => language === kept.get(key)) ?? null;

/** The language that was chosen here, until the colleague's account has it: then it is theirs in every browser, and the bot's. */
function useChosen(signedIn: boolean) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState(() => keptLanguage(CHOSEN_KEY));
  const { mutate } = useMutation({
    mutationFn: (language: Language) => replace('Session', '/api/session/language', { language }),
    onSuccess: async (session) => {
      kept.set(LAST_KEY, session.staff.language);
      kept.remove(CHOSEN_KEY);
      client.setQueryData(sessionQuery.queryKey, session);
      setChosen((now) => (now === session.staff.language ? null : now));
      // What the desk words itself.
      await client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0],
      });
    },
  });
  useEffect(() => {
    if (signedIn && chosen !== null) mutate(chosen);
  }, [signedIn, chosen, mutate]);
  const choose = useCallback((language: Language): void => {
    kept.set(CHOSEN_KEY, language);
    setChosen(language);
  }, []);
  return { chosen, choose };
}

/** The language (chosen here, else the colleague's own, else what was spoken here last, else the browser's) and the way moments are written. */
export function PreferencesProvider(props: { children: ReactNode }) {
  const session = useQuery({ ...sessionQuery, enabled: false }).data;
  const { chosen, choose } = useChosen(session !== undefined && session !== null);
  const language = chosen ?? session?.staff.language ?? keptLanguage(LAST_KEY) ?? browserLanguage();
  const timeZone = session?.desk.time_zone ?? 'UTC';
  const preferences = useMemo<Preferences>(() => {
    document.documentElement.lang = language;
    return {
      language,
      setLanguage: choose,
      format: formatFor(language, timeZone),
    };
  }, [language, timeZone, choose]);
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
