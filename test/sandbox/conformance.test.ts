import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { botApi, type Field } from '../../sandbox/bot-api/description/index.ts';
import { startTelegram, type Telegram } from './telegram.ts';

let telegram: Telegram;
/** Numbers that mean something in this world: chats of every kind, a person, the bot. */
const known: number[] = [];
/** A file that this bot can send again. */
let fileId = '';

beforeAll(async () => {
  telegram = await startTelegram({ enabled: false });
  const person = await telegram.person('Aysel');
  const [bot] = await telegram.people<{ user: { id: number } }[]>('/people/bots');
  const member = await telegram.person('Rauf');
  await person.start();
  known.push(person.user.id, bot?.user.id ?? 0);
  await person.send({ photo: true });
  const { body } = await telegram.call('getUpdates');
  const updates = body.result as { message?: { photo?: { file_id: string }[] } }[];
  fileId = updates.at(-1)?.message?.photo?.at(-1)?.file_id ?? '';
  for (const kind of [
    { type: 'group' },
    { type: 'supergroup', is_forum: true },
    { type: 'supergroup' },
    { type: 'channel' },
  ]) {
    const chat = await telegram.people<{ id: number }>('/people/chats', {
      title: 'Place',
      creator: person.user.id,
      ...kind,
    });
    await telegram.people(`/people/chats/${chat.id}/members`, {
      user: bot?.user.id,
      status: 'administrator',
    });
    await telegram.people(`/people/users/${member.user.id}/join`, { chat: chat.id });
    known.push(chat.id);
  }
  known.push(member.user.id);
});

afterAll(() => telegram.close());

const PREFIXES: Record<number, RegExp> = {
  400: /^Bad Request: \S/,
  403: /^Forbidden: \S/,
  404: /^Not Found/,
  409: /^Conflict: \S/,
  413: /^Request Entity Too Large/,
  429: /^Too Many Requests: retry after \d+$/,
};

/** Calls and checks that the answer has the official shape; says what is wrong with it, and with `refuse` also acceptance. */
const faultOf = async (method: string, params: object, refuse = false): Promise<string | undefined> => {
  const { status, body } = await telegram.call(method, params);
  const words = `${method} ${JSON.stringify(params)} → ${status} ${JSON.stringify(body)}`;
  if (body.ok) return status === 200 && body.result !== undefined && !refuse ? undefined : words;
  const isShaped = body.error_code === status && PREFIXES[status]?.test(body.description ?? '');
  return isShaped ? undefined : words;
};

const methods = Object.entries(botApi().methods);

/** A value that no parameter of the type can have; undefined where the official server takes anything. */
const wrongFor = (field: Field): unknown => {
  if (field.type === 'Integer|String' || field.type.includes('InputFile')) return { a: 1 };
  if (field.type === 'String') return { a: 1 };
  if (['Integer', 'Float', 'Boolean', 'True'].includes(field.type)) return 'junk';
  return field.type.includes('[]') ? '{"a":1}' : '[1]';
};

describe.each(methods)('%s', (name, method) => {
  test('without parameters is answered in the official shape', async () => {
    expect(await faultOf(name, { timeout: 0 })).toBeUndefined();
  });

  test('with one parameter of a wrong type is refused in the official shape', async () => {
    const wrong = Object.entries(method.fields).filter(([field]) => !field.endsWith('entities'));
    const faults = await Promise.all(
      wrong.map(([field, described]) => faultOf(name, { [field]: wrongFor(described) }, true)),
    );
    expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
  });
});

const words = fc.constantFrom(
  'hello',
  '<b>x',
  '*',
  '0',
  'x'.repeat(5000),
  '👍',
  'https://e.com/a',
  '@helper_bot',
  '',
);
const numbers = fc.oneof(
  fc.constantFrom(0, 1, -1, 2, 5, 100, 2 ** 40),
  fc.nat({ max: 5 }).map((i) => known[i] ?? 1),
);

const valueFor = (type: string, depth: number): fc.Arbitrary<unknown> => {
  const parts = type.split('|');
  if (parts.length > 1) return fc.oneof(...parts.map((part) => valueFor(part, depth)));
  if (type.endsWith('[]')) return fc.array(valueFor(type.slice(0, -2), depth), { maxLength: 3 });
  if (type === 'Integer') return numbers;
  if (type === 'Float') return fc.constantFrom(0, 1.5, -90, 200);
  if (type === 'Boolean' || type === 'True') return fc.boolean();
  if (type === 'InputFile') return fc.constant(null).map(() => fileId);
  if (type === 'String') return words;
  const entry = botApi().types[type];
  if (entry === undefined || depth > 3) return fc.constant({});
  if ('union' in entry) return fc.oneof(...entry.union.map((part) => valueFor(part, depth + 1)));
  return fieldsFor(entry.fields, depth + 1);
};

/** Names of fields that would otherwise hardly ever hit something that exists. */
const likely: Record<string, fc.Arbitrary<unknown>> = {
  chat_id: fc.nat({ max: 5 }).map((i) => known[i] ?? 1),
  from_chat_id: fc.nat({ max: 5 }).map((i) => known[i] ?? 1),
  user_id: fc.constantFrom(0, 1, 6).map((i) => known[i] ?? 1),
  message_id: fc.integer({ min: 1, max: 12 }),
  message_ids: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
  file_id: fc.constant(null).map(() => fileId),
};

const fieldsFor = (fields: Record<string, Field>, depth: number): fc.Arbitrary<object> => {
  const entries = Object.entries(fields).map(([name, field]): [string, fc.Arbitrary<unknown>] => {
    const any = field.enum ? fc.constantFrom<unknown>(...field.enum) : valueFor(field.type, depth);
    const hit = likely[name];
    const value =
      hit === undefined ? any : fc.oneof({ arbitrary: hit, weight: 9 }, { arbitrary: any, weight: 1 });
    const isHit = field.required === true || (name.endsWith('message_id') && hit !== undefined);
    return [
      name,
      isHit
        ? value
        : fc.oneof({ arbitrary: fc.constant(undefined), weight: 8 }, { arbitrary: value, weight: 1 }),
    ];
  });
  return fc.record(Object.fromEntries(entries));
};

/** Long polls, changes of the way in, and leaving the places that the others need, have tests of their own. */
const apart = new Set(['getUpdates', 'setWebhook', 'leaveChat']);

test.each(methods.filter(([name]) => !apart.has(name)))(
  '%s with parameters of the right types never breaks the server',
  async (name, method) => {
    await fc.assert(
      fc.asyncProperty(fieldsFor(method.fields, 0), async (params) => {
        expect(await faultOf(name, params)).toBeUndefined();
      }),
      { numRuns: 6 },
    );
  },
);

test('tokens and paths that do not exist are answered as by the official server', async () => {
  const get = async (path: string) => (await fetch(telegram.url + path)).json();
  expect(await get('/bot1:nobody/getMe')).toEqual({
    ok: false,
    error_code: 401,
    description: 'Unauthorized',
  });
  expect(await get(`/bot${telegram.token}/noSuchMethod`)).toEqual({
    ok: false,
    error_code: 404,
    description: 'Not Found: method not found',
  });
  expect(await get('/nonsense')).toEqual({ ok: false, error_code: 404, description: 'Not Found' });
});

test('parameters come by query, form and JSON alike, and method names in any case', async () => {
  const base = `${telegram.url}/bot${telegram.token}`;
  const params = { chat_id: String(known[0]), text: 'one & two', disable_notification: 'true' };
  const query = new URLSearchParams(params);
  const form = new FormData();
  for (const [name, value] of Object.entries(params)) form.append(name, value);
  const json = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  };
  const answers = await Promise.all([
    fetch(`${base}/sendmessage?${query.toString()}`),
    fetch(`${base}/SendMessage`, { method: 'POST', body: query }),
    fetch(`${base}/SENDMESSAGE`, { method: 'POST', body: form }),
    fetch(`${base}/sendMessage`, json),
  ]);
  for (const answer of answers)
    expect(await answer.json()).toMatchObject({ ok: true, result: { text: 'one & two' } });
});

test("bodies that are no bodies are the caller's fault", async () => {
  const post = async (type: string, body: string) => {
    const headers = { 'content-type': type };
    const response = await fetch(`${telegram.url}/bot${telegram.token}/sendRichMessage`, {
      method: 'POST',
      headers,
      body,
    });
    return (await response.json()) as object;
  };
  const deep = `{"chat_id":1,"rich_message":{"blocks":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`;
  const refusals = await Promise.all([
    post('application/json', '{bad'),
    post('application/json', deep),
    post('multipart/form-data', 'garbage'),
    post('multipart/form-data; boundary=x', 'garbage'),
  ]);
  expect(refusals).toEqual([
    { ok: false, error_code: 400, description: "Bad Request: can't parse JSON object" },
    { ok: false, error_code: 400, description: "Bad Request: can't parse rich_message JSON object" },
    {
      ok: false,
      error_code: 400,
      description: expect.stringMatching(/^Bad Request: can't parse multipart body/),
    },
    {
      ok: false,
      error_code: 400,
      description: expect.stringMatching(/^Bad Request: can't parse multipart body/),
    },
  ]);
});

test('a parameter given twice counts the first time', async () => {
  const base = `${telegram.url}/bot${telegram.token}/sendMessage`;
  const twice = `chat_id=${known[0]}&text=first&text=second`;
  const form = {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: twice,
  };
  const answers = await Promise.all([fetch(`${base}?${twice}`), fetch(base, form)]);
  for (const answer of answers)
    expect(await answer.json()).toMatchObject({ ok: true, result: { text: 'first' } });
});
