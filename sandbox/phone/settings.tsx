import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type Language, languages, type Say, speak } from './words.ts';

/** Light, dark, or whatever the system says. */
export type Theme = 'system' | 'light' | 'dark';

/** The colour of the phones. */
export type Accent = 'blue' | 'green' | 'rose';

interface Settings {
  language: Language;
  setLanguage: (language: Language) => void;
  theme: Theme;
  setTheme: (theme: Theme) => void;
  accent: Accent;
  setAccent: (accent: Accent) => void;
  say: Say;
}

const SettingsContext = createContext<Settings | undefined>(undefined);

const browserLanguage = (): Language =>
  navigator.languages
    .map((tag) => tag.slice(0, 2))
    .find((tag): tag is Language => languages.some((language) => language === tag)) ?? 'en';

/** A value that outlives a reload, in this browser only. */
export const useStored = <T extends string>(key: string, initial: () => T) => {
  const [value, setValue] = useState<T>(() => (localStorage.getItem(key) as T | null) ?? initial());
  useEffect(() => localStorage.setItem(key, value), [key, value]);
  return [value, setValue] as const;
};

/** Gives language and appearance to everything below, and remembers them. */
export function SettingsProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useStored<Language>('phone.language', browserLanguage);
  const [theme, setTheme] = useStored<Theme>('phone.theme', () => 'system');
  const [accent, setAccent] = useStored<Accent>('phone.accent', () => 'blue');
  useEffect(() => {
    document.documentElement.dataset['accent'] = accent;
  }, [accent]);
  useEffect(() => {
    document.documentElement.lang = language;
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [language, theme]);
  const settings = useMemo(
    () => ({ language, setLanguage, theme, setTheme, accent, setAccent, say: speak(language) }),
    [language, setLanguage, theme, setTheme, accent, setAccent],
  );
  return <SettingsContext value={settings}>{children}</SettingsContext>;
}

/** Language and appearance. */
export const useSettings = (): Settings => {
  const settings = useContext(SettingsContext);
  if (settings === undefined) throw new Error('useSettings stands outside of SettingsProvider');
  return settings;
};

/** The words of the page's language. */
export const useWords = (): Say => useSettings().say;
