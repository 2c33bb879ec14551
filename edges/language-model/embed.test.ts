import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../../base/log.ts';
import { type EmbedderStandIn, embedderStandIn } from '../../test/support/embedder.ts';
import { embedder } from './index.ts';

let there: EmbedderStandIn;
beforeAll(async () => {
  there = await embedderStandIn({});
});
afterAll(() => there?.close());

const open = (patience: { questionMs?: number; restMs?: number } = {}) => {
  const results: string[] = [];
  const endpoint = { url: there.url, model: 'small' };
  const options = {
    log: createLog({ level: 'silent' }),
    count: (_: string, result: string) => results.push(result),
  };
  return { results, ...embedder(endpoint, { ...options, ...patience }) };
};

test('directions come in the order of the texts, of length 1', async () => {
  const [one, other] = await open().embed(['a moon', 'a lamp and a lamp']);
  const length = (numbers: Float32Array | undefined) => Math.hypot(...(numbers ?? []));
  expect([length(one), length(other)]).toEqual([expect.closeTo(1, 5), expect.closeTo(1, 5)]);
  expect(one?.filter((number) => number > 0)).toHaveLength(2);
  expect(other?.filter((number) => number > 0)).toHaveLength(3);
});

test.each([
  ['an error', { status: 500 }],
  ['a redirect', { status: 307 }],
  ['no JSON', { bytes: '<html>' }],
  ['nothing', { bytes: '{"data":[]}' }],
  ['one for two', { bytes: '{"data":[{"index":0,"embedding":[1]}]}' }],
  ['no direction', { bytes: '{"data":[{"index":0,"embedding":[0]},{"index":1,"embedding":[0]}]}' }],
])('%s is no answer', async (_what, saying) => {
  there.will(saying);
  await expect(open().embed(['one', 'two'])).rejects.toThrow(/\S/);
  const { ask, results } = open();
  expect(await ask('a moon', 256)).toBeUndefined();
  expect(results).toEqual([expect.stringMatching(/unreachable|wrong_size/)]);
  there.well();
});

test('a question is asked once, whoever asks it again meanwhile or later', async () => {
  const { ask, asked } = open();
  there.taken();
  expect(asked('a moon', 256)).toBeUndefined();
  const [one, other] = await Promise.all([ask('a moon', 256), ask('a moon', 256)]);
  expect(one).toBe(other);
  expect(asked('a moon', 256)).toBe(one);
  expect(asked('a moon', 7)).toBeNull();
  expect(there.taken()).toEqual([['a moon']]);
});

test('after failures in a row it is left alone, and asked again once it has rested', async () => {
  const { ask, asked, results } = open({ questionMs: 2000, restMs: 300 });
  there.taken();
  there.will({ status: 503 });
  for (const words of ['one', 'two', 'three', 'four']) expect(await ask(words, 256)).toBeUndefined();
  expect(asked('five', 256)).toBeNull();
  expect(there.taken()).toHaveLength(3);
  expect(results).toEqual(['unreachable', 'unreachable', 'unreachable', 'resting', 'resting']);
  there.well();
  await expect.poll(() => ask('six', 256), { timeout: 30_000 }).toHaveLength(256);
  expect(asked('six', 256)).toHaveLength(256);
});
