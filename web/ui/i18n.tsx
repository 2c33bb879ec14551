import { FluentBundle, FluentResource } from '@fluent/bundle';
import { LocalizationProvider, ReactLocalization, useLocalization } from '@fluent/react';
import { type ReactNode, useCallback, useMemo } from 'react';
import type { Language } from '../../contract/index.ts';

/** The languages that every text exists in, each by its own name. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  az: 'Azərbaycanca',
  en: 'English',
  ru: 'Русский',
  tr: 'Türkçe',
};

/** The languages in the order in which people choose them. */
export const LANGUAGES = Object.keys(LANGUAGE_NAMES) as Language[];

/** The source of Fluent texts, by language: as many as are loaded. */
export type Sources = Readonly<Partial<Record<Language, string>>>;

/** Turns a key into words in the language in force. */
export type Text = (key: string, vars?: Readonly<Record<string, string | number>>) => string;

const bundleOf = (language: Language, source: string): FluentBundle => {
  const bundle = new FluentBundle(language, { useIsolating: false });
  bundle.addResource(new FluentResource(source));
  return bundle;
};

/** The language served that is nearest to what the browser asks for; English where none is. */
export const browserLanguage = (asked: readonly string[] = navigator.languages): Language => {
  for (const tag of asked) {
    const primary = tag.toLowerCase().split('-')[0];
    const found = LANGUAGES.find((language) => language === primary);
    if (found) return found;
  }
  return 'en';
};

/** Everything below reads in `language`; a text that is missing there reads in English. */
export function LanguageProvider(props: { language: Language; sources: Sources; children: ReactNode }) {
  const { language, sources } = props;
  const localization = useMemo(() => {
    const order: Language[] = language === 'en' ? ['en'] : [language, 'en'];
    return new ReactLocalization(
      order.flatMap((one) => (sources[one] === undefined ? [] : [bundleOf(one, sources[one])])),
    );
  }, [language, sources]);
  return <LocalizationProvider l10n={localization}>{props.children}</LocalizationProvider>;
}

/** The words of the language in force. */
export function useText(): Text {
  const { l10n } = useLocalization();
  return useCallback<Text>((key, vars) => l10n.getString(key, vars ?? null), [l10n]);
}
