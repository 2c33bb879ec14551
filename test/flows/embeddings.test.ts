import { afterAll, beforeAll, expect, test } from 'vitest';
import { numberOf, untilSeen } from '../../app/demo/people.ts';
import { AskFirst } from '../../base/db/index.ts';
import { ArticleHistory, SuggestedArticle } from '../../contract/index.ts';
import { embedArticles } from '../../domain/knowledge/index.ts';
import type { Agent, TestDesk } from '../support/desk.ts';
import { type EmbedderStandIn, embedderStandIn } from '../support/embedder.ts';
import {
  found,
  knowledgeDesk,
  place,
  type Reader,
  readerOf,
  soon,
  text,
} from '../support/knowledge-world.ts';

// To this endpoint these mean the same; letter by letter they have little in common.
const MEANING = { nocturnal: 'moon', glowing: 'lamp', orb: 'lamp', ignite: 'light', sphere: 'lamp' };
const QUESTION = 'ignite nocturnal orb';

let endpoint: EmbedderStandIn;
let t: TestDesk;
let editor: Agent;
let reader: Reader;
let lamp: { id: number; version: number };
beforeAll(async () => {
  endpoint = await embedderStandIn(MEANING);
  t = await knowledgeDesk({ env: { AI_URL: endpoint.url, AI_KEY: 'the-key', AI_EMBEDDING_MODEL: 'small' } });
  editor = await t.agent('editor');
  reader = await readerOf(t);
});
afterAll(async () => {
  await t?.[Symbol.asyncDispose]();
  await endpoint?.close();
});

const api = '/api/knowledge/articles';
const body = 'Hold the moon lamp and press light.';
const publish = ({ id, version }: typeof lamp) => editor.call(`${api}/${id}/publish`, { version });
const directions = async () => (await t.runtime.desk.library()).directions;
/** Waits until the process knows an article in this version, and the directions of all published texts. */
const untilKnown = async ({ id, version } = { id: 0, version: 0 }) => {
  const there = async () => (await t.runtime.desk.library()).articles.get(id)?.version === version;
  if (id > 0) await soon(there).toBe(true);
  await soon(missing).toBe(0);
};
const missing = async () => {
  const { articles } = await t.runtime.desk.library();
  const texts = [...articles.values()].reduce((sum, { texts: own }) => sum + Object.keys(own).length, 0);
  const { by } = await directions();
  return texts - [...by.values()].reduce((sum, own) => sum + own.size, 0);
};
const counted = async (line: string) => {
  const metrics = await (await fetch(`${t.url}/metrics`)).text();
  return Number(metrics.match(new RegExp(`nightdesk_embeddings_total\\{${line}\\} (\\d+)`))?.[1] ?? 0);
};

test('published articles are embedded in batches, and what means the same is found without a word in common', async () => {
  await untilKnown();
  expect(endpoint.asked[0]).toMatchObject({ path: '/v1/embeddings', authorization: 'Bearer the-key' });
  expect(Object.keys(JSON.parse(endpoint.asked[0]?.body ?? ''))).toEqual(['model', 'input']);
  const sent = endpoint.taken();
  expect(Math.max(...sent.map(({ length }) => length))).toBe(32);
  expect(new Set(sent.flat()).size).toBe(sent.flat().length);
  const texts = { en: text('Moon lamp', body) };
  const made = await editor.call(api, { place: place('moon-lamp'), texts });
  lamp = ArticleHistory.parse(made.body);
  expect(endpoint.taken()).toEqual([]);
  await publish(lamp);
  await untilKnown(lamp);
  expect(endpoint.taken()).toEqual([[expect.stringMatching(/^Moon lamp\n.*light\.$/s)]]);
  await soon(() => found(reader, QUESTION)).toContain('moon-lamp');
  expect((await found(reader, QUESTION))[0]).toBe('moon-lamp');
  // Asked once: it is remembered. A single word, and what needs a person at once, is not asked for at all.
  expect(endpoint.taken()).toEqual([[QUESTION]]);
  await found(reader, 'lamp');
  await found(reader, 'my card is blocked, who stole the money');
  expect(endpoint.taken()).toEqual([]);
});

test('a new version is embedded anew, and a text that was embedded is never asked for again', async () => {
  const texts = { en: text('Moon lamp', `${body} Twice.`), tr: text('Ay lambası', 'Basın.') };
  const change = { base: 1, texts };
  lamp = ArticleHistory.parse((await editor.call(`${api}/${lamp.id}`, change, 'PUT')).body);
  await publish(lamp);
  await untilKnown(lamp);
  expect(endpoint.taken().flat()).toHaveLength(2);
  const same = await editor.call(api, { place: place('same-lamp'), texts });
  const before = (await directions()).by.get('en')?.size;
  const twin = ArticleHistory.parse(same.body);
  const inEnglish = async () => (await directions()).by.get('en')?.size;
  await publish(twin);
  await soon(inEnglish).toBe((before ?? 0) + 1);
  expect(endpoint.taken()).toEqual([]);
  await editor.call(`${api}/${twin.id}/archive`, { version: twin.version });
  await soon(inEnglish).toBe(before);
});

test('processes that begin at once ask for each text once', async () => {
  const { db, transact, desk } = t.runtime;
  const { embedder, clock } = desk;
  if (!embedder) throw new Error('the desk has no endpoint');
  await db.deleteFrom('article_embeddings').execute();
  await Promise.all([1, 2, 3].map(() => embedArticles({ db, transact, embedder, clock })));
  const sent = endpoint.taken().flat();
  expect(new Set(sent).size).toBe(sent.length);
  const { hashed } = await directions();
  expect(sent).toHaveLength(hashed.size);
});

test('an agent and the bot’s customer are helped by it; names and numbers stay here', async () => {
  const player = await t.customer('Rustam');
  await player.say({ text: `Rustam, +994 50 123 45 67: ${QUESTION}` });
  // The words alone are not sure of anything here: then the bot asks for a topic.
  await untilSeen(player, ({ text: said }) => (said?.startsWith('Moon lamp') ? true : undefined));
  expect(endpoint.taken()).toEqual([[`[name], [number]: ${QUESTION}`]]);
  await player.say({ text: '/human' });
  const ticket = await untilSeen(player, numberOf);
  const agent = await t.agent('l1');
  const suggested = (await agent.call(`/api/tickets/${ticket}/articles`)).body;
  expect(SuggestedArticle.array().parse(suggested)[0]?.slug).toBe('moon-lamp');
  expect(await counted('what="question",result="done"')).toBeGreaterThan(0);
});

test('a transaction that needs something from outside is given up first, and writes once', async () => {
  const { transact, db } = t.runtime;
  const rows = async () => (await db.selectFrom('knowledge_synonyms').select('id').execute()).length;
  let has = false;
  let seen: number | undefined;
  await transact(async (tx) => {
    await tx
      .insertInto('knowledge_synonyms')
      .values({ words: ['one', 'two'] })
      .execute();
    if (has) return;
    throw new AskFirst(async () => {
      seen = await rows();
      has = true;
    });
  });
  expect([seen, await rows()]).toEqual([0, 1]);
});

test('work that had to wait for others twice may still ask, and one that asks without end is ended', async () => {
  const { transact } = t.runtime;
  const deadlock = () => Object.assign(new Error('deadlock detected'), { code: '40P01' });
  const ways = [deadlock(), deadlock(), new AskFirst(async () => {})];
  const done = await transact(async () => {
    const way = ways.shift();
    if (way) throw way;
    return 'done';
  });
  expect(done).toBe('done');
  let asked = 0;
  const asking = transact(async () => {
    throw new AskFirst(async () => {
      asked += 1;
    });
  });
  await expect(asking).rejects.toThrow(AskFirst);
  expect(asked).toBe(2);
});

test('another size, an error or silence: the words alone find, and an endpoint that fails again and again is left alone', async () => {
  const alone = async (words: string) => {
    const slugs = await found(reader, words);
    expect(slugs).toContain('charged-twice');
  };
  endpoint.well(7);
  await alone('I was charged twice today');
  endpoint.will({ status: 500 });
  await alone('why was I charged twice');
  endpoint.will('silence');
  await alone('somebody charged me twice');
  expect(endpoint.asked).toHaveLength(3);
  for (const result of ['wrong_size', 'unreachable', 'timeout'])
    expect(await counted(`what="question",result="${result}"`)).toBe(1);
  // Well again, but at rest.
  endpoint.well();
  await alone('was I charged twice or not');
  expect(endpoint.asked).toHaveLength(3);
  expect(await counted('what="question",result="resting"')).toBe(1);
  expect(await (await fetch(`${t.url}/metrics`)).text()).not.toContain('the-key');
});

test('a model of another name has everything embedded anew, and another size under the same name is refused', async () => {
  const { db, transact, desk } = t.runtime;
  const { embedder, clock } = desk;
  if (!embedder) throw new Error('the desk has no endpoint');
  endpoint.taken();
  await db
    .deleteFrom('article_embeddings')
    .where('numbers', 'is not', null)
    .where('hash', 'in', (from) => from.selectFrom('article_embeddings').select('hash').limit(1))
    .execute();
  endpoint.well(7);
  await expect(embedArticles({ db, transact, embedder, clock })).rejects.toThrow('another size');
  expect(endpoint.taken().flat()).toHaveLength(1);
  endpoint.well();
  await embedArticles({ db, transact, embedder, clock });
  expect(endpoint.taken().flat()).toHaveLength(1);
  await embedArticles({ db, transact, embedder: { ...embedder, model: 'other' }, clock });
  const { hashed } = await directions();
  expect(endpoint.taken().flat()).toHaveLength(hashed.size);
});
