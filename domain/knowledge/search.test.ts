import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Article, addArticle, buildIndex, CONFIDENT, removeArticle, search } from './index.ts';

const article = (id: string, lang: string, [text = '', title = '']: string[]): Article => ({
  ...{ id, lang, title, text },
});
const ARTICLES: Article[] = [
  article('refund', 'en', [
    'Open the order and press Refund. Money returns in three days.',
    'Get money back',
  ]),
  article('password', 'en', [
    'Press Forgot on the sign-in page. A letter with a link comes.',
    'Reset a password',
  ]),
  article('delivery', 'en', [
    'A courier calls before the visit. You choose the hour.',
    'When a parcel comes',
  ]),
  article('refund', 'ru', [
    'Откройте заказ и нажмите «Возврат». Деньги вернутся за три дня.',
    'Как вернуть деньги',
  ]),
  article('password', 'ru', ['Нажмите «Забыли пароль» на странице входа. Придёт письмо.', 'Новый пароль']),
  article('refund', 'az', ['Sifarişi açın və «Geri qaytar» düyməsini basın.', 'Ödənişi geri qaytarmaq']),
  article('password', 'az', ['Giriş səhifəsində «Şifrəni unutmusunuz» basın.', 'Şifrəni dəyişmək']),
];
const index = buildIndex(ARTICLES, [['cash', 'money']]);
const first = (query: string, lang?: string) => search(index, { query, lang }).found[0];

test('finds by other forms, typing errors, missing diacritics and Latin letters', () => {
  expect(first('how do I get my monney back?', 'en')?.id).toBe('refund');
  expect(first('забыла пароли', 'ru')).toMatchObject({ id: 'password', lang: 'ru' });
  expect(first('sifreni unutmusam', 'az')).toMatchObject({ id: 'password', lang: 'az' });
  expect(first('shifreni deyishmek', 'az')?.id).toBe('password');
  expect(first('kak vernut dengi', 'ru')).toMatchObject({ id: 'refund', lang: 'ru' });
});

test('finds by a synonym', () => expect(first('cash', 'en')?.id).toBe('refund'));

test('answers in another language only where its own has nothing; an unknown language searches all', () => {
  expect(first('parcel courier', 'az')).toMatchObject({ id: 'delivery', lang: 'en' });
  expect(first('пароль')).toMatchObject({ id: 'password', lang: 'ru' });
  expect(first('password', 'tr')).toMatchObject({ id: 'password', lang: 'en' });
});

test('is sure of a good answer and not of a bad one', () => {
  expect(search(index, { query: 'how do I reset a password', lang: 'en' }).confidence).toBeGreaterThan(
    CONFIDENT,
  );
  expect(search(index, { query: 'weather tomorrow', lang: 'en' }).confidence).toBeLessThan(CONFIDENT);
  expect(search(index, { query: '👍 !!', lang: 'en' })).toEqual({ found: [], confidence: 0 });
  expect(search(buildIndex([]), { query: 'x' })).toEqual({ found: [], confidence: 0 });
});

const some = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  lang: fc.constantFrom('', 'en', 'ru'),
  title: fc.constantFrom('', 'money back', 'пароль'),
  text: fc.lorem({ maxCount: 6 }),
});

test('adding, replacing and taking out leave what a new index of the rest would be', () => {
  fc.assert(
    fc.property(fc.array(some, { maxLength: 8 }), fc.array(some, { maxLength: 4 }), (kept, gone) => {
      const changed = buildIndex([...gone, ...kept]);
      for (const { id, lang } of gone) removeArticle(changed, { id, lang });
      for (const one of kept) addArticle(changed, one);
      const fresh = buildIndex(kept);
      for (const query of ['lorem ipsum dolor', 'money', 'парол'])
        for (const lang of ['en', undefined]) {
          const [was, is] = [search(changed, { query, lang }), search(fresh, { query, lang })];
          expect(was.found.map(({ id }) => id).toSorted()).toEqual(is.found.map(({ id }) => id).toSorted());
          expect(was.confidence).toBeCloseTo(is.confidence, 6);
        }
    }),
    { numRuns: 40 },
  );
});

/** Words that are made of syllables, like the words of a language. */
const word = fc
  .array(fc.constantFrom('ka', 'lim', 'sor', 'te', 'van', 'da'), { minLength: 2, maxLength: 4 })
  .map((s) => s.join(''));
const phrase = fc.array(word, { minLength: 3, maxLength: 6 }).map((words) => words.join(' '));

test('among many, an article is found by its own words, one of them mistyped, wherever it was put', () => {
  const many = fc.uniqueArray(phrase, { minLength: 200, maxLength: 200 });
  fc.assert(
    fc.property(many, fc.nat(149), (phrases, at) => {
      const full = buildIndex(phrases.slice(0, 150).map((text, n) => article(String(n), 'en', [text])));
      // What is taken out leaves its slot to what comes next.
      for (let n = 0; n < 150; n += 3) removeArticle(full, { id: String(n), lang: 'en' });
      phrases.slice(150).forEach((text, n) => addArticle(full, article(String(3 * n), 'en', [text])));
      const own = at % 3 === 0 ? phrases[150 + at / 3]! : phrases[at]!;
      const { found } = search(full, { query: `${own.slice(0, 3)}x${own.slice(3)}`, lang: 'en' }, 3);
      expect(found.map(({ id }) => id)).toContain(String(at));
    }),
    { numRuns: 15 },
  );
});

test('300 kB of text, an empty one and the same one twice are articles too', () => {
  const long = buildIndex([article('long', 'en', ['word '.repeat(60_000)]), article('none', 'en', [])]);
  addArticle(long, article('long', 'en', ['refund']));
  expect(search(long, { query: 'refund '.repeat(40_000), lang: 'en' }).found[0]?.id).toBe('long');
});
