import { expect, test } from 'vitest';
import { acceptedLanguage } from '../../base/i18n/index.ts';

// Only the first language that a browser named was looked at, whatever its weight.
test.each([
  ['de-DE,de;q=0.9,ru;q=0.8,en;q=0.5', 'ru'],
  ['en;q=0.5, az;q=0.9', 'az'],
  ['tr-TR', 'tr'],
  ['ru;q=0', 'en'],
  ['fr, *', 'en'],
  [undefined, 'en'],
] as const)('%s is answered in %s', (header, language) => {
  expect(acceptedLanguage(header, 'en')).toBe(language);
});
