import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedContent } from '../../app/seed-content.ts';
import { LANGUAGES } from '../../base/i18n/index.ts';
import { ErrorBody, Knowledge, KnowledgeFound, ReadArticle } from '../../contract/index.ts';
import { CONFIDENT, findArticles } from '../../domain/knowledge/index.ts';
import questions from '../content/questions.json' with { type: 'json' };
import type { TestDesk } from '../support/desk.ts';
import { found, knowledgeDesk, readerOf, soon } from '../support/knowledge-world.ts';

let t: TestDesk;
beforeAll(async () => {
  t = await knowledgeDesk();
});
afterAll(() => t?.[Symbol.asyncDispose]());

test('a customer sees the sections and the popular articles in their language', async () => {
  const reader = await readerOf(t, 'Ləman', 'az');
  const knowledge = Knowledge.parse((await reader.call('/knowledge')).body);
  expect(knowledge.sections[0]).toMatchObject({ slug: 'payments', emoji: '💳', title: 'Ödəniş və pul' });
  const all = knowledge.sections.flatMap(({ articles }) => articles);
  expect(all.length).toBeGreaterThanOrEqual(50);
  expect(new Set(all.map(({ language }) => language))).toEqual(new Set(['az']));
  expect(knowledge.popular.map(({ slug }) => slug)).toContain('payment-not-arrived');
});

test('an article is read with its links, in another language if asked for, and says whether it helped', async () => {
  const reader = await readerOf(t, 'Rustam', 'ru');
  const path = '/knowledge/articles/ask-for-refund';
  const article = ReadArticle.parse((await reader.call(path)).body);
  expect(article).toMatchObject({ language: 'ru', section: 'payments', helpful: null });
  expect(article.html).toContain('<a href="/cabinet/help/open-ticket" data-article="open-ticket">');
  expect(article.related.map(({ section }) => section)).toEqual(Array(5).fill('payments'));
  expect(ReadArticle.parse((await reader.call(`${path}?language=en`)).body).language).toBe('en');
  await reader.call(`${path}/vote`, { helpful: true }, 'PUT');
  const voted = await reader.call(`${path}/vote`, { helpful: false }, 'PUT');
  expect(ReadArticle.parse(voted.body).helpful).toBe(false);
  expect(await t.runtime.db.selectFrom('article_votes').select(['language', 'helpful']).execute()).toEqual([
    { language: 'ru', helpful: false },
  ]);
  // Opened four times within an hour: once in each language that it was shown in would be too much, it is one reading.
  expect(await t.runtime.db.selectFrom('article_reads').select('place').execute()).toEqual([
    { place: 'cabinet' },
  ]);
});

test('words find their article while they are typed, with errors, without diacritics, in Latin letters', async () => {
  const az = await readerOf(t, 'Ləman', 'az');
  expect((await found(az, 'kodum gelmir'))[0]).toBe('code-not-coming');
  const ru = await readerOf(t, 'Oleg', 'ru');
  expect((await found(ru, 'ne prihodit kod'))[0]).toBe('code-not-coming');
  const en = await readerOf(t, 'Ann', 'en');
  expect((await found(en, 'chargd twise'))[0]).toBe('charged-twice');
  const { confident } = KnowledgeFound.parse(
    (await en.call('/knowledge/search?q=I%20was%20charged%20twice')).body,
  );
  expect(confident).toBe(true);
});

test('what is typed letter by letter is one search, and numbers that may be somebody’s are not kept', async () => {
  const reader = await readerOf(t, 'Tamar', 'en');
  for (const words of ['car', 'card 4169 7388 1234 5678', 'card 4169 7388 1234 5678 of me@mail.example exp'])
    await found(reader, words);
  const rows = await t.runtime.db
    .selectFrom('knowledge_searches')
    .select('words')
    .where('words', 'like', 'card%')
    .execute();
  expect(rows).toEqual([{ words: 'card … of … exp' }]);
});

test('what is not there, or is not published, is refused alike; what came with the desk comes once', async () => {
  const reader = await readerOf(t);
  const draft = await t.runtime.db
    .updateTable('articles')
    .set({ published_version: null, changed_at: t.runtime.clock.now() })
    .where('slug', '=', 'get-receipt')
    .returning('id')
    .executeTakeFirstOrThrow();
  await t.runtime.transact(async (tx) =>
    (await import('../../base/db/index.ts')).announce(tx, { knowledge: true }),
  );
  await soon(async () => (await t.runtime.desk.library()).articles.has(draft.id)).toBe(false);
  for (const slug of ['get-receipt', 'nothing-here', '..%2f..', '<script>']) {
    const { status, body } = await reader.call(`/knowledge/articles/${encodeURIComponent(slug)}`);
    expect([status, ErrorBody.parse(body).error.code]).toEqual([404, 'article_unknown']);
  }
  expect(await seedContent(t.runtime)).toBe(0);
});

// Written by hand for this, in other words than the articles' own; null: no article answers it.
test('of questions in people’s own words most are answered, and a wrong answer is far rarer than a right one', async () => {
  const library = await t.runtime.desk.library();
  const told = LANGUAGES.flatMap((language) =>
    questions[language].map(([query, slug]) => {
      const { hits, confidence } = findArticles(library, { query: String(query), language, desk: 'en' }, 1);
      return { slug, said: confidence >= CONFIDENT ? hits[0]?.article.slug : undefined };
    }),
  );
  const answered = told.filter(({ said }) => said !== undefined);
  const right = answered.filter(({ said, slug }) => said === slug);
  expect(told.length).toBe(160);
  expect(right.length).toBeGreaterThanOrEqual(78);
  expect(answered.length - right.length).toBeLessThanOrEqual(4);
});
