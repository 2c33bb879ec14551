import type { Language } from '../../../../contract/index.ts';
import { LANGUAGES } from '../../../ui/i18n.tsx';
import type { Words } from './data.ts';

/** Words in a language, else in English, else in any. */
export function wordsIn(words: Words, language: Language): string {
  const order: readonly Language[] = [language, 'en', ...LANGUAGES];
  return order.map((one) => words[one]).find((one) => one !== undefined && one !== '') ?? '';
}

/** Words without the languages in which there are none. */
export const filled = (words: Words): Words =>
  Object.fromEntries(Object.entries(words).filter(([, one]) => one.trim() !== ''));
