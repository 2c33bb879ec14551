const DROPPED = /[\p{M}\p{Cf}'’ʼ`´]/gu;
const ASCII = /^[\u0020-\u0026\u0028-\u0040\u005b-\u005f\u0061-\u007f]*$/;

/**
 * A text made comparable: lower case, without diacritics, apostrophes and invisible characters, compatible forms as the plain ones,
 * with the Azerbaijani and Turkish letters that have no decomposition as their nearest Latin ones. Doing it twice changes nothing more.
 */
export function plain(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  // What a compatible form stands for may be a capital letter again.
  return lower
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(DROPPED, '')
    .replace(/ə/g, 'e')
    .replace(/ı/g, 'i');
}

/** The words and numbers of a text as `plain` writes them. */
export function plainWords(text: string): string[] {
  return plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
