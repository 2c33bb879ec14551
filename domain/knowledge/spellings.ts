const CYRILLIC: readonly (readonly [latin: string, cyrillic: string])[] = [
  ['shch', 'щ'],
  ['sch', 'щ'],
  ['sh', 'ш'],
  ['ch', 'ч'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['ya', 'я'],
  ['ja', 'я'],
  ['yu', 'ю'],
  ['ju', 'ю'],
  ['yo', 'е'],
  ['jo', 'е'],
  ['ye', 'е'],
  ...[...'abvgdeziklmnoprstufhcxwqyj'].map(
    (latin, at) => [latin, [...'абвгдезиклмнопрстуфхцхшкый'][at]!] as const,
  ),
];
const TO_CYRILLIC = new Map(CYRILLIC);
const LATIN = new RegExp(CYRILLIC.map(([latin]) => latin).join('|'), 'g');

/** Russian that was typed in Latin letters, about as it would be in Cyrillic. */
export function inCyrillic(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("'", 'ь')
    .replace(LATIN, (latin) => TO_CYRILLIC.get(latin) ?? latin);
}

/** Azerbaijani or Turkish typed with pairs of letters for ş, ç and ğ, as it would be without their diacritics. */
function withoutPairs(text: string): string {
  return text.toLowerCase().replace(/sh|w/g, 's').replace(/ch/g, 'c').replace(/gh/g, 'g');
}

/** The ways in which a question may be spelt in the language of the articles that are searched, as it was typed first. */
export function spellings(query: string, lang: string): string[] {
  if (/[Ѐ-ӿ]/.test(query)) return [query];
  if (lang === 'ru' || lang === 'uk') return [query, inCyrillic(query)];
  if ((lang === 'az' || lang === 'tr') && /sh|ch|gh|w/i.test(query)) return [query, withoutPairs(query)];
  return [query];
}
