import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { numberOf, untilSeen } from '../../app/demo/people.ts';
import { Conversation, ErrorBody, Ticket, TicketMessage } from '../../contract/index.ts';
import { type Agent, type TestDesk, testDesk } from '../support/desk.ts';

let t: TestDesk;
let agent: Agent;
beforeAll(async () => {
  t = await testDesk();
  agent = await t.agent();
});
afterAll(() => t?.[Symbol.asyncDispose]());

let keys = 0;
const key = () => `request-${String(++keys).padStart(8, '0')}`;

async function openTicket() {
  const customer = await t.customer();
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: 'A dark theme, please.' });
  return { customer, number: await untilSeen(customer, numberOf) };
}

const talk = async (number: number) =>
  Conversation.parse((await agent.call(`/api/tickets/${number}/conversation`)).body);
const texts = async (number: number) => (await talk(number)).messages.map(({ text }) => text);
const read = async (number: number) => Ticket.parse((await agent.call(`/api/tickets/${number}`)).body);
const refused = (answer: { status: number; body: unknown }) => {
  const { error } = ErrorBody.parse(answer.body);
  return { status: answer.status, code: error.code };
};
const arrived = (customer: { messages(): Promise<{ text?: string }[]> }, words: RegExp) =>
  vi.waitFor(
    async () => {
      const seen = (await customer.messages()).filter(({ text }) => words.test(text ?? ''));
      expect(seen.length).toBeGreaterThan(0);
      return seen;
    },
    { timeout: 30_000, interval: 50 },
  );

test('the same request again, one after another and ten at once, is one message', async () => {
  const { customer, number } = await openTicket();
  const body = { text: 'Once only.', request_key: key() };
  const path = `/api/tickets/${number}/replies`;
  const first = TicketMessage.parse((await agent.call(path, body)).body);
  expect(TicketMessage.parse((await agent.call(path, body)).body).id).toBe(first.id);
  const many = { text: 'Ten at once.', request_key: key() };
  const answers = await Promise.all(Array.from({ length: 10 }, () => agent.call(path, many)));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(new Set(answers.map(({ body: made }) => TicketMessage.parse(made).id)).size).toBe(1);
  expect(await texts(number)).toEqual(['A dark theme, please.', 'Once only.', 'Ten at once.']);
  await arrived(customer, /Ten at once/);
  const seen = (await customer.messages()).filter(({ text }) => /Once only|Ten at once/.test(text ?? ''));
  expect(seen).toHaveLength(2);
});

test('a key that was used for another ticket is refused in words', async () => {
  const [one, two] = [await openTicket(), await openTicket()];
  const body = { text: 'To the first one.', request_key: key() };
  expect((await agent.call(`/api/tickets/${one.number}/replies`, body)).status).toBe(200);
  expect(refused(await agent.call(`/api/tickets/${two.number}/replies`, body))).toEqual({
    status: 409,
    code: 'request_repeated',
  });
  expect(await texts(two.number)).toEqual(['A dark theme, please.']);
  expect((await read(two.number)).status).toBe('accepted');
});

test('two agents who answer at once are both heard, in the order of the conversation', async () => {
  const { customer, number } = await openTicket();
  const other = await t.agent('l2');
  const send = (who: Agent, text: string) =>
    who.call(`/api/tickets/${number}/replies`, { text, request_key: key() });
  const answers = await Promise.all([send(agent, 'From the one'), send(other, 'From the other')]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  await arrived(customer, /From the one/);
  await arrived(customer, /From the other/);
  const seen = (await customer.messages()).flatMap(
    ({ text }) => /From the (one|other)$/.exec(text ?? '')?.[0] ?? [],
  );
  expect(seen).toEqual((await texts(number)).slice(1));
  const taken = (await talk(number)).events.filter(({ kind }) => kind === 'assigned');
  expect(taken).toHaveLength(1);
});

test('what cannot be done any more is refused in words, and changes nothing', async () => {
  const { customer, number } = await openTicket();
  const at = `/api/tickets/${number}`;
  expect((await agent.call(`${at}/resolve`, { summary: 'Done.', request_key: key() })).status).toBe(200);
  expect(refused(await agent.call(`${at}/resolve`, { summary: 'Done again.', request_key: key() }))).toEqual({
    status: 409,
    code: 'status_not_possible',
  });
  expect(refused(await agent.call(`${at}/clarifications`, { question: 'And?', request_key: key() }))).toEqual(
    {
      status: 409,
      code: 'status_not_possible',
    },
  );
  // A last word after the end is possible, and opens nothing.
  expect((await agent.call(`${at}/replies`, { text: 'One more thing.', request_key: key() })).status).toBe(
    200,
  );
  expect(await read(number)).toMatchObject({ status: 'resolved', waiting_since: null });
  await arrived(customer, /One more thing/);
  expect(await texts(number)).toEqual(['A dark theme, please.', 'Done.', 'One more thing.']);
  expect((await agent.call(`${at}/reopen`, undefined, 'POST')).status).toBe(200);
  expect((await agent.call(`${at}/reopen`, undefined, 'POST')).status).toBe(200);
  const { events } = await talk(number);
  expect(events.filter(({ data }) => data.to === 'reopened')).toHaveLength(1);
});

test('a ticket is only given to those who work here', async () => {
  const { number } = await openTicket();
  const at = `/api/tickets/${number}/assignee`;
  const gone = await t.agent();
  await t.runtime.db.updateTable('staff').set({ active: false }).where('id', '=', gone.member.id).execute();
  for (const assignee_id of [999_999, -1, Number.MAX_SAFE_INTEGER, gone.member.id]) {
    expect(refused(await agent.call(at, { assignee_id }))).toEqual({ status: 400, code: 'assignee_unknown' });
  }
  for (const assignee_id of ['1', 1.5, 1e300, undefined]) {
    expect(refused(await agent.call(at, { assignee_id }))).toEqual({ status: 400, code: 'request_invalid' });
  }
  expect((await agent.call(at, { assignee_id: agent.member.id })).status).toBe(200);
  expect((await agent.call(at, { assignee_id: null })).status).toBe(200);
  expect((await read(number)).assignee).toBeNull();
});

const NUMBERS = ['0', '-1', '1.5', 'abc', '99999999999999999999', '1e99', 'NaN', '%00'];

test.each([
  ...NUMBERS.map((number) => ['GET', `/api/tickets/${number}`, undefined, 400] as const),
  ['GET', '/api/tickets/999999', undefined, 404],
  ['GET', '/api/tickets/999999/conversation', undefined, 404],
  ['GET', '/api/attachments/999999', undefined, 404],
  ['GET', '/api/attachments/..%2f..%2fetc%2fpasswd', undefined, 400],
  ['GET', '/api/tickets/%zz', undefined, 400],
  ['GET', '/api/nothing', undefined, 404],
  ['PUT', '/api/tickets/1001', {}, 404],
  ['GET', '/api/inbox?view=secret', undefined, 400],
  ['GET', '/api/inbox?limit=0', undefined, 400],
  ['GET', '/api/inbox?cursor=%00', undefined, 400],
  ['GET', `/api/inbox?cursor=${Buffer.from('2026-01-01 (x)|5').toString('base64url')}`, undefined, 400],
  [
    'GET',
    `/api/inbox?cursor=${Buffer.from('+275760-09-13T00:00:00.000Z|5').toString('base64url')}`,
    undefined,
    400,
  ],
  ['GET', `/api/inbox?q=${'x'.repeat(201)}`, undefined, 400],
  ['POST', '/api/tickets/1001/replies', { text: '', request_key: 'request-0' }, 400],
  ['POST', '/api/tickets/1001/replies', { text: '  \n ', request_key: 'request-0' }, 400],
  ['POST', '/api/tickets/1001/replies', { text: '\0\0', request_key: 'request-0' }, 400],
  ['POST', '/api/tickets/1001/replies', { text: 'x'.repeat(16_001), request_key: 'request-0' }, 400],
  ['POST', '/api/tickets/1001/replies', { text: 'x', request_key: 'short' }, 400],
  ['POST', '/api/tickets/999999/replies', { text: 'x', request_key: 'with a nul \0' }, 404],
  ['GET', `/api/tickets/${'1'.repeat(200)}`, undefined, 414],
  ['POST', '/api/tickets/1001/replies', { text: 'x' }, 400],
  ['POST', '/api/tickets/1001/replies', 'words', 400],
  ['POST', '/api/tickets/1001/replies', null, 400],
  ['POST', '/api/tickets/999999/replies', { text: 'x', request_key: 'request-1' }, 404],
  ['POST', '/api/tickets/1001/messages/999999/resend', undefined, 404],
  ['POST', '/api/tickets/1001/resolve', { summary: 'x'.repeat(1001), request_key: 'request-2' }, 400],
] as const)('%s %s %j is refused with %i and a sentence', async (...[method, path, body, status]) => {
  const answer = await agent.call(path, body, method);
  expect(answer.status).toBe(status);
  const { error } = ErrorBody.parse(answer.body);
  expect(error.message).toMatch(/^\S.*[.]$/s);
});

test.each([
  ['NUL', '%00'],
  ['half a pair', '%ed%a0%80'],
  ['wildcards', '%25%5c_'],
  ['a number beyond all', '999999999999999'],
  ['a quote', "'%3b--"],
])('a search for %s finds nothing and breaks nothing', async (_what, q) => {
  expect((await agent.call(`/api/inbox?view=all&q=${q}`)).status).toBe(200);
});

test.each([
  ['ru', /[а-я]/],
  ['az', /[əıö]/],
  ['tr', /yok/],
  ['de-DE,de;q=0.9,ru;q=0.8,en;q=0.5', /[а-я]/],
  ['en;q=0.5, az;q=0.9', /[əıö]/],
  ['fr, *', /There is no ticket/],
  ['', /There is no ticket/],
  [';;;,,q=', /There is no ticket/],
])('a refusal speaks the language that is accepted: %s', async (accepted, words) => {
  const answer = await fetch(`${t.url}/api/tickets/999999`, {
    headers: { cookie: agent.cookie, 'accept-language': accepted },
  });
  expect(ErrorBody.parse(await answer.json()).error.message).toMatch(words);
});

test('broken JSON, another media type and a huge body are refused in words', async () => {
  const send = async (body: string, type = 'application/json') => {
    const answer = await fetch(`${t.url}/api/tickets/1001/replies`, {
      method: 'POST',
      headers: { cookie: agent.cookie, 'x-nightdesk': '1', 'content-type': type },
      body,
    });
    return { status: answer.status, code: ErrorBody.parse(await answer.json()).error.code };
  };
  expect(await send('{"text":')).toEqual({ status: 400, code: 'request_unreadable' });
  expect(await send('text=hello', 'application/x-www-form-urlencoded')).toEqual({
    status: 415,
    code: 'request_unreadable',
  });
  expect(await send(JSON.stringify({ text: 'x'.repeat(1_100_000) }))).toEqual({
    status: 413,
    code: 'request_too_large',
  });
});

/** Every route under /api, as the API describes itself. */
async function routes() {
  const described = (await (await fetch(`${t.url}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, unknown>>;
  };
  return Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({
      method: method.toUpperCase(),
      path: path.replaceAll(/\{\w+\}/g, '999999'),
    })),
  );
}

const PUBLIC = [
  ...['GET /api/sign-in', 'POST /api/session/link', 'POST /api/session/demo'],
  'POST /api/cabinet/session',
];

test('no route but signing in answers anybody, and none that changes something answers without the header', async () => {
  const all = await routes();
  expect(all.length).toBeGreaterThan(12);
  for (const { method, path } of all) {
    const name = `${method} ${path}`;
    if (!PUBLIC.includes(name)) {
      const answer = await fetch(t.url + path, { method, headers: { 'x-nightdesk': '1' } });
      expect({ name, ...refused({ status: answer.status, body: await answer.json() }) }).toEqual({
        name,
        status: 401,
        code: path.startsWith('/api/cabinet/') ? 'cabinet_session_ended' : 'session_ended',
      });
    }
    if (method !== 'GET') {
      const answer = await fetch(t.url + path, { method, headers: { cookie: agent.cookie } });
      expect({ name, ...refused({ status: answer.status, body: await answer.json() }) }).toEqual({
        name,
        status: 403,
        code: 'csrf_header_missing',
      });
    }
  }
});
