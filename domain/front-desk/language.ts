import type { Language } from './dialogue.types.ts';

/** The languages served, each with its own name, in the order in which they are offered. */
export const LANGUAGES: readonly { readonly code: Language; readonly name: string }[] = [
  { code: 'az', name: 'Azərbaycanca' },
  { code: 'ru', name: 'Русский' },
  { code: 'en', name: 'English' },
  { code: 'tr', name: 'Türkçe' },
];

/** Whether this is the code of a language that every text exists in. */
export function isLanguage(code: string): code is Language {
  return LANGUAGES.some((language) => language.code === code);
}

/** The language for a code like `ru` or `az-Latn-AZ`; the desk's own when the code is missing or not served. */
export function languageFor(code: string | undefined, deskDefault: Language): Language {
  const primary = (code ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
  return isLanguage(primary) ? primary : deskDefault;
}
