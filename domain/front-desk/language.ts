import type { Language } from './dialogue.types.ts';

/** The languages served, each with its own name, in the order in which they are offered. */
export const OFFERED_LANGUAGES: readonly { readonly code: Language; readonly name: string }[] = [
  { code: 'az', name: 'Azərbaycanca' },
  { code: 'ru', name: 'Русский' },
  { code: 'en', name: 'English' },
  { code: 'tr', name: 'Türkçe' },
];

/** Whether this is the code of a language that every text exists in. */
export function isLanguage(code: string): code is Language {
  return OFFERED_LANGUAGES.some((language) => language.code === code);
}
