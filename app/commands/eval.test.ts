import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { embedderStandIn } from '../../test/support/embedder.ts';
import { readConfig } from '../config.ts';
import { evalCommand } from './eval.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eval-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, rows: readonly unknown[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'));
  return path;
}

const run = (name: string, values: Record<string, string | boolean>, env: Record<string, string> = {}) =>
  evalCommand.run({ config: readConfig(env), args: [name], values, json: true, tell: () => {} });

test('measures knowledge over the product’s own search', async () => {
  const articles = await file('a.jsonl', [
    { id: 'refund', lang: 'en', title: 'Refund', text: 'How money is returned to a card.' },
    { id: 7, title: 'Password', text: 'How to choose a new password.' },
  ]);
  const queries = await file('q.jsonl', [
    { id: 1, lang: 'en', query: 'return my money', answer_ids: ['refund'] },
    { query: 'password', answer_ids: [7] },
    { query: 'password', answer_ids: ['another'] },
  ]);
  const { json } = await run('knowledge', { articles, queries });
  expect(json).toMatchObject({ n: 3, recall_at_1: 0.6667, recall_at_3: 0.6667, mrr: 0.6667 });
  expect(json).toMatchObject({
    by_lang: { en: { n: 1, recall_at_1: 1 }, unknown: { n: 2, recall_at_1: 0.5 } },
  });
});

test('measures what an endpoint for embeddings adds, where one is named', async () => {
  const endpoint = await embedderStandIn({ orb: 'lamp' });
  const articles = await file('m.jsonl', [
    { id: 'lamp', lang: 'en', title: 'Lamp', text: 'It is red.' },
    { id: 'door', lang: 'en', title: 'Door', text: 'It is blue.' },
  ]);
  const queries = await file('n.jsonl', [{ lang: 'en', query: 'orb', answer_ids: ['lamp'] }]);
  const values = { articles, queries, embeddings: true };
  const env = { AI_URL: endpoint.url, AI_EMBEDDING_MODEL: 'small' };
  expect((await run('knowledge', { ...values, embeddings: false }, env)).json).toMatchObject({
    recall_at_1: 0,
  });
  expect(endpoint.taken()).toEqual([]);
  expect((await run('knowledge', values, env)).json).toMatchObject({ recall_at_1: 1, embeddings: 'small' });
  expect(endpoint.taken()).toEqual([['Lamp\nIt is red.', 'Door\nIt is blue.'], ['orb']]);
  await expect(run('knowledge', values)).rejects.toThrow('needs AI_URL and AI_EMBEDDING_MODEL');
  await endpoint.close();
});

test('measures topics, and what is out of scope apart', async () => {
  const rows = ['pay', 'log'].flatMap((label) =>
    Array.from({ length: 10 }, (_, at) => ({ label, text: `${label} ${label}ing my ${at}` })),
  );
  const train = await file('t.jsonl', rows);
  const outside = await file('u.jsonl', [...rows, { label: 'oos', text: 'weather' }]);
  const { json } = await run('topics', { train, test: outside });
  expect(json).toMatchObject({ n: 21, n_in_scope: 20, accuracy: 1, macro_f1: 1, oos_auroc: 1 });
});

test('measures languages with and without diacritics', async () => {
  const path = await file('f.jsonl', [
    { text: 'Ödəniş niyə keçmədi?', lang: 'az' },
    { text: 'Why did it fail?', lang: 'en' },
  ]);
  const { json } = await run('language', { file: path });
  expect(json).toMatchObject({
    n: 2,
    accuracy: 1,
    by_lang: { az: 1, en: 1 },
    without_diacritics: { accuracy: 1 },
  });
});

test('says which file and line cannot be read', async () => {
  const broken = await file('broken.jsonl', [{ text: 'a', lang: 'en' }, '', '{"text":']);
  const strange = await file('strange.jsonl', [{ text: 5, lang: 'en' }]);
  const nothing = await file('nothing.jsonl', []);
  await expect(run('language', { file: broken })).rejects.toThrow(`${broken}:3: this is no JSON object`);
  await expect(run('language', { file: strange })).rejects.toThrow(`${strange}:1: text:`);
  await expect(run('language', { file: nothing })).rejects.toThrow('is empty');
  await expect(run('language', { file: join(folder, 'none') })).rejects.toThrow('cannot be read');
  await expect(run('topics', { train: broken })).rejects.toThrow('needs --test');
  await expect(run('wonders', {})).rejects.toThrow('Usage');
});
