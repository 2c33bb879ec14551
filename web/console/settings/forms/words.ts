import type { FormField, Language } from '../../../../contract/index.ts';

/** What a field, or a choice, is called in a language, or at all. */
export const labelOf = ({ label, id }: Pick<FormField, 'id' | 'label'>, language: Language): string =>
  label[language] ?? Object.values(label)[0] ?? id;

/** Words in a language; none: that language has none of its own. */
export function inLanguage(words: FormField['label'], language: Language, said: string): FormField['label'] {
  const { [language]: _old, ...others } = words;
  return said === '' ? others : { ...others, [language]: said };
}
