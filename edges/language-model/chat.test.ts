import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../../base/log.ts';
import { type WriterStandIn, writerStandIn } from '../../test/support/writer.ts';
import { chatWriter } from './index.ts';

let there: WriterStandIn;
beforeAll(async () => {
  there = await writerStandIn();
});
afterAll(() => there?.close());

const log = createLog({ level: 'silent' });
const asking = { rules: 'the rules', material: 'the "material"' };
const write = (patienceMs?: number) =>
  chatWriter({ url: there.url, model: 'small', key: 'the-key' }, log, patienceMs)(asking);

test('one call carries the key, the model, the rules and the material, and nothing else', async () => {
  there.will({ words: 'Words' });
  expect(await write()).toEqual({ said: 'Words' });
  const [call] = there.asked.splice(0);
  expect(call).toMatchObject({ path: '/v1/chat/completions', authorization: 'Bearer the-key' });
  expect(JSON.parse(call?.body ?? '')).toEqual({
    model: 'small',
    messages: [
      { role: 'system', content: 'the rules' },
      { role: 'user', content: 'the "material"' },
    ],
  });
});

test('silence ends after the patience, and is not asked again', async () => {
  there.will('silence');
  expect(await write(50)).toEqual({ failed: 'timeout' });
  expect(there.asked.splice(0)).toHaveLength(1);
});

test.each([
  ['an error of the endpoint', { status: 500 }],
  ['a wrong key', { status: 401 }],
  ['a redirect, which would carry words elsewhere', { status: 307 }],
  ['what is no JSON', { bytes: '<html>' }],
  ['an answer of another shape', { bytes: '{"choices":[]}' }],
  ['an answer without words', { bytes: '{"choices":[{"message":{"content":null}}]}' }],
  ['an answer without end', { words: 'x'.repeat(300_000) }],
])('%s is a failure, asked for once', async (_what, saying) => {
  there.will(saying);
  expect(await write()).toEqual({ failed: 'unreachable' });
  expect(there.asked.splice(0)).toHaveLength(1);
});

test('nobody at the address is a failure', async () => {
  const gone = await writerStandIn();
  await gone.close();
  expect(await chatWriter({ url: gone.url, model: 'small' }, log)(asking)).toEqual({ failed: 'unreachable' });
});
