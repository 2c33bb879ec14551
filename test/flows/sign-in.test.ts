import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Seen, untilSeen } from '../../app/demo/people.ts';
import { ErrorBody, Session, SignInOptions } from '../../contract/index.ts';
import { addStaff } from '../../domain/staff/index.ts';
import { type TestDesk, testDesk } from '../support/desk.ts';

let t: TestDesk;
beforeAll(async () => {
  t = await testDesk({ demo: false, env: { PUBLIC_URL: 'https://desk.example.com' } });
});
afterAll(() => t?.[Symbol.asyncDispose]());

const post = (path: string, body: unknown, headers: Record<string, string> = { 'x-nightdesk': '1' }) =>
  fetch(`${t.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const codeOf = async (response: Response) => ({
  status: response.status,
  code: ErrorBody.parse(await response.json()).error.code,
});

const SPENT = { status: 401, code: 'link_spent' };
const linkIn = (message: Seen) => {
  const button = message.reply_markup?.inline_keyboard?.flat()[0] as { url?: string } | undefined;
  return button?.url?.includes('sign-in') ? new URL(button.url) : undefined;
};

/** Somebody of the staff who asks the bot for a link. */
async function colleague(name: string) {
  const person = await t.customer(name);
  const { transact, clock } = t.runtime;
  const member = await transact((tx) =>
    addStaff(tx, { name, role: 'l1', telegramId: person.id, now: clock.now() }),
  );
  const ask = async () => {
    const before = (await person.messages()).length;
    await person.say({ text: '/console' });
    const link = await untilSeen(person, (message) =>
      message.message_id > before ? linkIn(message) : undefined,
    );
    return link.searchParams.get('token') ?? '';
  };
  return { person, member, ask };
}

test('the link from the bot signs in once, in a cookie that no script reads', async () => {
  const { ask, member } = await colleague('Aysel');
  const token = await ask();
  const response = await post('/api/session/link', { token });
  expect(Session.parse(await response.json()).staff).toMatchObject({ id: member.id, name: 'Aysel' });
  const cookie = response.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Lax/);
  expect(cookie).toMatch(/Secure/);
  expect(await codeOf(await post('/api/session/link', { token }))).toEqual(SPENT);
  const mine = { cookie: cookie.split(';')[0] ?? '', 'x-nightdesk': '1' };
  expect((await fetch(`${t.url}/api/session`, { headers: mine })).status).toBe(200);
  expect((await fetch(`${t.url}/api/session`, { method: 'DELETE', headers: mine })).status).toBe(204);
  expect((await fetch(`${t.url}/api/session`, { headers: mine })).status).toBe(401);
});

test('two browsers with one link: one of them is signed in', async () => {
  const { ask } = await colleague('Rauf');
  const token = await ask();
  const statuses = await Promise.all(Array.from({ length: 5 }, () => post('/api/session/link', { token })));
  expect(statuses.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(statuses.filter(({ status }) => status === 401)).toHaveLength(4);
});

test('a wrong token is refused', async () => {
  expect(await codeOf(await post('/api/session/link', { token: 'x'.repeat(43) }))).toEqual(SPENT);
  expect((await post('/api/session/link', { token: 'short' })).status).toBe(400);
  expect((await post('/api/session/link', { token: `${'\0'.repeat(30)}` })).status).toBe(400);
});

test('signing in needs the header that a foreign page cannot set', async () => {
  const refused = { status: 403, code: 'csrf_header_missing' };
  expect(await codeOf(await post('/api/session/link', { token: 'x'.repeat(43) }, {}))).toEqual(refused);
  expect(await codeOf(await post('/api/session/demo', { staff_id: 1 }, {}))).toEqual(refused);
});

test('where nothing is a demo, nobody signs in as somebody, and nobody learns who works here', async () => {
  const { member } = await colleague('Nigar');
  expect(await codeOf(await post('/api/session/demo', { staff_id: member.id }))).toEqual({
    status: 403,
    code: 'demo_only',
  });
  const options = SignInOptions.parse(await (await fetch(`${t.url}/api/sign-in`)).json());
  expect(options.demo_staff).toBeNull();
});

test('a customer who asks for the console is told that there is no such command', async () => {
  const customer = await t.customer();
  await customer.say({ text: '/console' });
  await untilSeen(customer, (message) =>
    /don't know this command/.test(message.text ?? '') ? true : undefined,
  );
  expect((await customer.messages()).some((message) => linkIn(message))).toBe(false);
});

test('whoever no longer works here is signed out at once, and their link signs nobody in', async () => {
  const { ask, member } = await colleague('Elvin');
  const agent = await t.agent();
  const token = await ask();
  expect((await agent.call('/api/session')).status).toBe(200);
  await t.runtime.db
    .updateTable('staff')
    .set({ active: false })
    .where('id', 'in', [agent.member.id, member.id])
    .execute();
  expect((await agent.call('/api/session')).status).toBe(401);
  expect((await agent.call('/api/inbox')).status).toBe(401);
  expect((await agent.call('/api/events')).status).toBe(401);
  expect(await codeOf(await post('/api/session/link', { token }))).toEqual(SPENT);
});

// Time only goes on: these come last.
test('a link is too old after ten minutes, a session after fourteen days', async () => {
  const { ask } = await colleague('Samir');
  const agent = await t.agent();
  const token = await ask();
  const move = async (seconds: number) => {
    const { now } = (await t.people('/clock', { advance_seconds: seconds })) as { now: string };
    const wanted = Date.parse(now);
    await expect.poll(() => t.runtime.clock.now().getTime()).toBeGreaterThanOrEqual(wanted);
  };
  await move(601);
  expect(await codeOf(await post('/api/session/link', { token }))).toEqual(SPENT);
  expect((await agent.call('/api/session')).status).toBe(200);
  await move(14 * 24 * 3600);
  expect((await agent.call('/api/session')).status).toBe(401);
});
