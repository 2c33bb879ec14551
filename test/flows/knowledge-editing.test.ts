import { afterAll, beforeAll, expect, test } from 'vitest';
import { untilSeen } from '../../app/demo/people.ts';
import { DAY, plus } from '../../base/kernel/index.ts';
import {
  ArticleHistory,
  ArticlePreview,
  AuditPage,
  ErrorBody,
  Knowledge,
  KnowledgeSettings,
  ListedArticle,
  ListedArticles,
  ReadArticle,
  SearchCounts,
  Sections,
} from '../../contract/index.ts';
import { forgetStaleFiles } from '../../edges/jobs/index.ts';
import type { Agent, TestDesk } from '../support/desk.ts';
import { PNG, upload } from '../support/files.ts';
import {
  found,
  knowledgeDesk,
  place,
  type Reader,
  readerOf,
  soon,
  text,
} from '../support/knowledge-world.ts';

type Sent = Record<'photo' | 'document', { file_id: string } | { file_id: string }[] | undefined> & {
  message_id: number;
  caption?: string;
};

let t: TestDesk;
let editor: Agent;
let compliance: Agent;
let reader: Reader;
beforeAll(async () => {
  t = await knowledgeDesk();
  editor = await t.agent('editor');
  compliance = await t.agent('compliance');
  reader = await readerOf(t);
});
afterAll(() => t?.[Symbol.asyncDispose]());

const refusal = ({ status, body }: { status: number; body: unknown }) => [
  status,
  ErrorBody.parse(body).error.code,
];
const api = '/api/knowledge/articles';
const made = async (slug: string, texts: object, section = 'features') =>
  ArticleHistory.parse((await editor.call(api, { place: place(slug, { section }), texts })).body);
const does = (who: Agent, what: `${number}/${string}`, body: object) => who.call(`${api}/${what}`, body);

test('a draft is seen by nobody; once published it is found at once, and by its old name too', async () => {
  const { id, state } = await made('dark-theme', { en: text('A dark theme') });
  expect(state).toBe('draft');
  expect(await found(reader, 'dark theme')).not.toContain('dark-theme');
  expect(ArticleHistory.parse((await does(editor, `${id}/publish`, { version: 1 })).body).state).toBe(
    'published',
  );
  await soon(() => found(reader, 'dark theme')).toContain('dark-theme');
  await editor.call(
    `${api}/${id}/place`,
    place('night-theme', { owner: editor.member.id, review_on: '2027-01-31' }),
    'PUT',
  );
  await soon(async () => (await reader.call('/knowledge/articles/dark-theme')).body).toMatchObject({
    slug: 'night-theme',
  });
  const [listed] = ListedArticle.array()
    .parse((await editor.call(api)).body)
    .filter((article) => article.id === id);
  expect(listed).toMatchObject({
    ...{ slug: 'night-theme', owner: { id: editor.member.id }, review_on: '2027-01-31', state: 'published' },
    ...{ titles: { en: 'A dark theme' }, reads: 1 },
  });
  expect(
    refusal(await editor.call(api, { place: place('dark-theme'), texts: { en: text('Again') } })),
  ).toEqual([...[409, 'article_slug_taken']]);
});

test('the next version waits beside the published one; a save that missed another is refused', async () => {
  const { id } = await made('quick-answers', { en: text('Quick answers') });
  await does(editor, `${id}/publish`, { version: 1 });
  const second = { base: 1, texts: { en: text('Quick answers, rewritten'), az: text('Cəld cavablar') } };
  const saved = ArticleHistory.parse((await editor.call(`${api}/${id}`, second, 'PUT')).body);
  expect(saved).toMatchObject({ version: 2, published_version: 1, state: 'draft' });
  expect(saved.versions.map(({ version, author }) => [version, author])).toEqual([
    [2, editor.member.name],
    [1, editor.member.name],
  ]);
  await soon(
    async () => ReadArticle.parse((await reader.call('/knowledge/articles/quick-answers')).body).title,
  ).toBe('Quick answers');
  expect(refusal(await editor.call(`${api}/${id}`, second, 'PUT'))).toEqual([409, 'article_changed']);
  expect(refusal(await does(editor, `${id}/publish`, { version: 1 }))).toEqual([409, 'article_changed']);
  await does(editor, `${id}/publish`, { version: 2 });
  await soon(
    async () => ReadArticle.parse((await reader.call('/knowledge/articles/quick-answers')).body).title,
  ).toBe('Quick answers, rewritten');
  await does(editor, `${id}/archive`, { version: 2 });
  await soon(async () => (await reader.call('/knowledge/articles/quick-answers')).status).toBe(404);
  const back = ArticleHistory.parse((await does(editor, `${id}/restore`, { version: 2 })).body);
  expect(back.state).toBe('published');
});

test('where the desk demands it, whoever writes does not publish; what is sent back says why', async () => {
  const settings = KnowledgeSettings.parse(
    (await compliance.call('/api/knowledge/settings', { approval_required: true }, 'PUT')).body,
  );
  expect(settings).toMatchObject({ approval_required: true, bot_answers: true });
  const { id } = await made('daily-limits', { en: text('Limits') });
  expect(refusal(await does(editor, `${id}/publish`, { version: 1 }))).toEqual([403, 'permission_missing']);
  expect(ArticleHistory.parse((await does(editor, `${id}/submit`, { version: 1 })).body).state).toBe(
    'review',
  );
  const sent = await does(compliance, `${id}/return`, { version: 1, why: 'Name the limit.' });
  expect(ArticleHistory.parse(sent.body)).toMatchObject({
    ...{ state: 'returned', returned: { by: compliance.member.name, why: 'Name the limit.' } },
  });
  await editor.call(`${api}/${id}`, { base: 1, texts: { en: text('Limits of a day') } }, 'PUT');
  expect(ArticleHistory.parse((await does(compliance, `${id}/publish`, { version: 2 })).body).state).toBe(
    'published',
  );
  await compliance.call('/api/knowledge/settings', { approval_required: false }, 'PUT');
  const { entries } = AuditPage.parse((await (await t.agent('admin')).call('/api/audit?limit=50')).body);
  const actions = entries.filter(({ object }) => object.kind === 'article' && object.id === String(id));
  expect(actions.map(({ action }) => action).reverse()).toEqual([
    ...['article.save', 'article.submit', 'article.return', 'article.save', 'article.publish'],
  ]);
});

test('whoever only reads changes nothing', async () => {
  const agent = await t.agent('l1');
  const { id } = await made('only-read', { en: text('Only read') });
  expect((await agent.call(api)).status).toBe(200);
  const tries = [
    agent.call(api, { place: place('mine'), texts: { en: text('Mine') } }),
    agent.call(`${api}/${id}`, { base: 1, texts: { en: text('Mine') } }, 'PUT'),
    agent.call(`${api}/${id}/place`, place('mine'), 'PUT'),
    ...['submit', 'publish', 'archive', 'restore'].map((what) =>
      does(agent, `${id}/${what}`, { version: 1 }),
    ),
    does(agent, `${id}/return`, { version: 1, why: 'no' }),
    agent.call('/api/knowledge/synonyms', [['a', 'b']], 'PUT'),
    editor.call('/api/knowledge/settings', { bot_answers: false }, 'PUT'),
  ];
  for (const tried of tries) expect(refusal(await tried)).toEqual([403, 'permission_missing']);
  expect(ArticleHistory.parse((await editor.call(`${api}/${id}`)).body)).toMatchObject({
    ...{ version: 1, state: 'draft', slug: 'only-read' },
  });
});

test('a bad draft is refused with what to do, and nothing of it stays', async () => {
  const write = (slug: string, texts: object, more: object = {}) =>
    editor.call(api, { place: place(slug, more), texts });
  const bad = [
    [await write('no-text', {}), 'request_invalid'],
    [await write('Bad Slug!', { en: text('Bad') }), 'request_invalid'],
    [await write('script', { en: text('Bad', '[x](javascript:alert(1))') }), 'article_link'],
    [await write('nowhere', { en: text('Bad') }, { section: 'nowhere' }), 'section_unknown'],
    [await write('nobody', { en: text('Bad') }, { owner: 999_999 }), 'staff_unknown'],
    [await write('long', { en: text('Bad', 'x'.repeat(50_001)) }), 'request_invalid'],
  ] as const;
  for (const [answer, code] of bad) expect(refusal(answer)).toEqual([400, code]);
  const slugs = ListedArticle.array()
    .parse((await editor.call(api)).body)
    .map(({ slug }) => slug);
  for (const slug of ['no-text', 'script', 'nowhere', 'nobody', 'long']) expect(slugs).not.toContain(slug);
});

test('a text is shown as it would look, with the links that lead nowhere', async () => {
  const body = 'See [how](article:open-ticket) and [this](article:not-there).\n\n1. a\n2. b\n3. c\n4. d';
  const { body: answer } = await editor.call('/api/knowledge/preview', {
    ...text('Looks'),
    keywords: undefined,
    body,
  });
  const preview = ArticlePreview.parse(answer);
  expect(preview.html).toContain('data-article="open-ticket"');
  expect(preview.answer.text).toBe('Looks\n\nSee how and this.\n\n1. a\n2. b\n3. c');
  expect(preview.answer.entities[0]).toEqual({ type: 'bold', offset: 0, length: 5 });
  expect(preview.links).toEqual(['article:not-there']);
});

test('words that the desk says mean the same find each other; what nothing answers is listed', async () => {
  expect((await found(reader, 'zefir'))[0]).not.toBe('get-receipt');
  expect((await editor.call('/api/knowledge/synonyms', [['Zefir', 'receipt', 'zefir']], 'PUT')).body).toEqual(
    [['zefir', 'receipt']],
  );
  await soon(async () => (await found(reader, 'zefir'))[0]).toBe('get-receipt');
  await found(await readerOf(t, 'Ann'), 'where is the flying carpet');
  await found(await readerOf(t, 'Bob'), 'Where is the flying carpet?');
  const { unanswered } = SearchCounts.parse((await editor.call('/api/knowledge/searches')).body);
  expect(unanswered).toContainEqual(
    expect.objectContaining({
      language: 'en',
      times: 2,
      answered: 0,
      words: expect.stringMatching(/flying carpet/),
    }),
  );
});

const sections = '/api/knowledge/sections';
const named = async () => Sections.parse((await editor.call(sections)).body);
const idOf = async (slug: string) =>
  ListedArticles.parse((await editor.call(api)).body).find((article) => article.slug === slug)?.id ?? 0;

test('sections change in name and order; one with articles cannot go', async () => {
  const before = await named();
  const fresh = { slug: 'events', emoji: '🎉', titles: { en: 'Events' } };
  const after = (await editor.call(sections, [fresh, ...before], 'PUT')).body;
  expect(after).toEqual([fresh, ...before]);
  expect(refusal(await editor.call(sections, [fresh], 'PUT'))).toEqual([409, 'section_used']);
  expect((await editor.call(sections, before, 'PUT')).body).toEqual(before);
  const { entries } = AuditPage.parse((await (await t.agent('admin')).call('/api/audit?limit=50')).body);
  const kept = entries.find(({ action }) => action === 'knowledge.sections');
  expect(kept).toMatchObject({ before: { 'section events': { titles: fresh.titles } } });
});

test('articles are put in order and into other sections; what came meanwhile stands behind, and readers see it so', async () => {
  const before = await named();
  await editor.call(sections, [...before, { slug: 'moon', emoji: '🌙', titles: { en: 'Moon' } }], 'PUT');
  const [one, two, three] = await Promise.all(
    ['moon-one', 'moon-two', 'moon-three'].map((slug) => made(slug, { en: text(slug) }, 'moon')),
  ).then((articles) => articles.map(({ id }) => id));
  for (const id of [one, two, three]) await does(editor, `${Number(id)}/publish`, { version: 1 });
  const receipt = await idOf('get-receipt');
  const order = [{ section: 'moon', articles: [receipt, three] }];
  expect(refusal(await (await t.agent('l1')).call('/api/knowledge/order', order, 'PUT'))).toEqual([
    ...[403, 'permission_missing'],
  ]);
  const listed = ListedArticles.parse((await editor.call('/api/knowledge/order', order, 'PUT')).body);
  const inside = listed.filter(({ section }) => section === 'moon').map(({ id }) => id);
  expect(inside.slice(0, 2)).toEqual([receipt, three]);
  expect(new Set(inside)).toEqual(new Set([receipt, three, one, two]));
  await soon(async () =>
    Knowledge.parse((await reader.call('/knowledge')).body)
      .sections.find(({ slug }) => slug === 'moon')
      ?.articles.slice(0, 2)
      .map(({ slug }) => slug),
  ).toEqual(['get-receipt', 'moon-three']);
  const bad = [
    [[{ section: 'nowhere', articles: [] }], 400, 'section_unknown'],
    [[...order, ...order], 400, 'section_unknown'],
    [[{ section: 'moon', articles: [999_999] }], 404, 'article_unknown'],
  ] as const;
  for (const [body, status, code] of bad)
    expect(refusal(await editor.call('/api/knowledge/order', body, 'PUT'))).toEqual([status, code]);
  // Empty once its articles went elsewhere: then it can go.
  const away = [{ section: 'features', articles: inside }];
  expect((await editor.call('/api/knowledge/order', away, 'PUT')).status).toBe(200);
  expect((await editor.call(sections, before, 'PUT')).body).toEqual(before);
});

test('an editor puts an article’s files into an order and says what is seen on them; readers have both once that is published', async () => {
  const put = (name: string) => upload(t.url, editor, { name, data: PNG, path: '/api/knowledge/uploads' });
  const [one, two] = [await put('tower.png'), await put('harbour.png')];
  const texts = {
    en: text('Where is the balloon?', 'It is above the harbour.'),
    tr: text('Balon nerede?', 'Limanın üstünde.'),
  };
  const seen = { en: ' A red tower ', tr: 'Kırmızı bir kule', ru: '  ' };
  const files = [{ id: one.id, descriptions: seen }, two.id];
  const made = await editor.call(api, { place: place('balloon'), texts, files });
  const { id, files: kept } = ArticleHistory.parse(made.body);
  const descriptions = { en: 'A red tower', tr: 'Kırmızı bir kule' };
  expect(kept.map((file) => [file.id, file.descriptions])).toEqual([
    [one.id, descriptions],
    [two.id, {}],
  ]);
  await does(editor, `${id}/publish`, { version: 1 });
  const read = async (language: string) =>
    ReadArticle.parse((await reader.call(`/knowledge/articles/balloon?language=${language}`)).body).files.map(
      ({ file_name, description }) => [file_name, description],
    );
  await soon(() => read('tr')).toEqual([
    ['tower.png', 'Kırmızı bir kule'],
    ['harbour.png', null],
  ]);
  expect((await read('en'))[0]).toEqual(['tower.png', 'A red tower']);
  // In another order; what is not described anew stays described. A draft shows readers neither.
  const turned = { base: 1, texts, files: [{ id: two.id, descriptions: { tr: 'Bir liman' } }, one.id] };
  const { files: next } = ArticleHistory.parse((await editor.call(`${api}/${id}`, turned, 'PUT')).body);
  expect(next.map((file) => [file.id, file.descriptions])).toEqual([
    [two.id, { tr: 'Bir liman' }],
    [one.id, descriptions],
  ]);
  expect((await read('en'))[0]).toEqual(['tower.png', 'A red tower']);
  // Without a word about files they keep both.
  expect((await editor.call(`${api}/${id}`, { base: 2, texts }, 'PUT')).status).toBe(200);
  await does(editor, `${id}/publish`, { version: 3 });
  await soon(() => read('en')).toEqual([
    ['harbour.png', 'Bir liman'],
    ['tower.png', 'A red tower'],
  ]);
  const long = { ...turned, base: 3, files: [{ id: one.id, descriptions: { en: 'x'.repeat(301) } }] };
  expect(refusal(await editor.call(`${api}/${id}`, long, 'PUT'))).toEqual([400, 'request_invalid']);
});

test('the files of an article belong to its versions: readers and the bot’s customers get those of the published one, and no others', async () => {
  const put = (name: string, data: Buffer) =>
    upload(t.url, editor, { name, data, path: '/api/knowledge/uploads' });
  const [picture, chart] = [await put('where.png', PNG), await put('chart.png', PNG)];
  const paper = await put('terms.txt', Buffer.from('the terms'));
  const read = async (id: number) => {
    const headers = { authorization: `Bearer ${reader.session}`, 'x-nightdesk': '1' };
    const answer = await fetch(`${t.url}/api/cabinet/knowledge/files/${id}`, { headers });
    return [answer.status, answer.status === 200 ? Buffer.from(await answer.arrayBuffer()) : null] as const;
  };
  const behind = (id: number, who: Agent) =>
    fetch(`${t.url}/api/knowledge/files/${id}`, { headers: { cookie: who.cookie } });
  const texts = { en: text('Where is the zeppelin dock?', 'It is behind the harbour, at the red tower.') };
  const files = [picture.id, chart.id, paper.id];
  const words = [{ en: 'A red tower', ru: 'Красная башня' }, { en: 'The way there' }, { tr: 'Kurallar' }];
  const described = files.map((file, at) => ({ id: file, descriptions: words[at] }));
  const draft = { place: place('zeppelin-dock'), texts, files: [picture.id] };
  const { id, files: first } = ArticleHistory.parse((await editor.call(api, draft)).body);
  expect(first).toMatchObject([{ id: picture.id, kind: 'photo', file_name: 'where.png' }]);
  expect((await behind(picture.id, await t.agent('l1'))).status).toBe(200);
  expect((await behind(paper.id, editor)).status).toBe(404);
  expect((await read(picture.id))[0]).toBe(404);
  await does(editor, `${id}/publish`, { version: 1 });
  expect(await read(picture.id)).toEqual([200, PNG]);
  const second = { base: 1, texts, files: described };
  expect((await editor.call(`${api}/${id}`, second, 'PUT')).status).toBe(200);
  // A draft's file is not there for readers yet.
  expect((await read(paper.id))[0]).toBe(404);
  await does(editor, `${id}/publish`, { version: 2 });
  await soon(async () =>
    ReadArticle.parse((await reader.call('/knowledge/articles/zeppelin-dock')).body).files.map(
      ({ file_name }) => file_name,
    ),
  ).toEqual(['where.png', 'chart.png', 'terms.txt']);
  expect(await read(paper.id)).toEqual([200, Buffer.from('the terms')]);

  // The bot sends them before its answer, and from then on by what Telegram calls them.
  const known = async () =>
    (
      await t.runtime.db
        .selectFrom('files')
        .select('telegram_file_id')
        .where('id', 'in', files)
        .orderBy('id')
        .execute()
    ).map(({ telegram_file_id }) => telegram_file_id);
  const asks = async (name: string) => {
    const player = await t.customer(name);
    await player.say({ text: 'where is the zeppelin dock' });
    const answer = await untilSeen(player, (seen) =>
      seen.text?.startsWith('Where is the z') ? seen : undefined,
    );
    const seen = (await player.messages()) as Sent[];
    const before = seen.filter(({ message_id }) => message_id < answer.message_id);
    return before.flatMap(({ photo, document, caption = '' }) => {
      const file = [photo ?? document ?? []].flat().at(-1);
      return file ? [{ id: file.file_id, caption }] : [];
    });
  };
  const sent = await asks('Zoe');
  // Each with what is seen on it, in the language of the answer alone.
  expect(sent.map(({ caption }) => caption)).toEqual(['A red tower', 'The way there', '']);
  await soon(known).toEqual(sent.map(({ id }) => id));
  expect(await asks('Zed')).toEqual(sent);

  // Their age does not take them. A file that is taken out is gone for readers, and the older version still has it.
  const { db, transact, desk, storage } = t.runtime;
  const later = { ...desk, clock: { now: () => plus(desk.clock.now(), 30 * DAY) } };
  await forgetStaleFiles({ db, transact, desk: later, storage, filesKeptDays: 1 });
  expect((await read(paper.id))[0]).toBe(200);
  await editor.call(`${api}/${id}`, { base: 2, texts, files: [paper.id] }, 'PUT');
  await does(editor, `${id}/publish`, { version: 3 });
  expect((await read(picture.id))[0]).toBe(404);
  // Without a word about files they stay as they were; what was the article's may come back.
  await editor.call(`${api}/${id}`, { base: 3, texts }, 'PUT');
  const back = await editor.call(`${api}/${id}`, { base: 4, texts, files }, 'PUT');
  expect(ArticleHistory.parse(back.body).files.map((file) => file.id)).toEqual(files);
  await does(editor, `${id}/archive`, { version: 5 });
  expect((await read(paper.id))[0]).toBe(404);

  // Nobody else's upload, and none that is another article's.
  const theirs = await upload(t.url, await t.agent('admin'), { name: 'x.png', data: PNG });
  for (const foreign of [theirs.id, picture.id, 999_999]) {
    const tried = await editor.call(api, { place: place('thief'), texts, files: [foreign] });
    expect(refusal(tried)).toEqual([400, 'upload_unknown']);
  }
  const refused = await fetch(`${t.url}/api/knowledge/uploads?name=x`, {
    method: 'POST',
    headers: {
      cookie: (await t.agent('l1')).cookie,
      'x-nightdesk': '1',
      'content-type': 'application/octet-stream',
    },
    body: new Uint8Array(PNG),
  });
  expect(refused.status).toBe(403);
});
