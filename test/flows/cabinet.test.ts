import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { numberOf, type Player, type Seen, untilSeen } from '../../app/demo/people.ts';
import { OpenedCabinet, OwnConversation, OwnSettings, OwnTicket, OwnTickets } from '../../contract/index.ts';
import { makeCustomerLink, recognise } from '../../domain/customers/index.ts';
import { type Agent, type TestDesk, testDesk } from '../support/desk.ts';
import { PNG, upload } from '../support/files.ts';
import { launchOf } from '../support/launch.ts';

let t: TestDesk;
let agent: Agent;
beforeAll(async () => {
  t = await testDesk();
  agent = await t.agent();
});
afterAll(() => t?.[Symbol.asyncDispose]());

let made = 0;
const key = () => `cabinet-${String(++made).padStart(6, '0')}`;

/** What Telegram hands a Mini App that this person opens. */
const initData = (
  person: { id: number; first_name: string },
  how: { token?: string; at?: Date } = {},
): string => launchOf(person, { at: t.runtime.clock.now(), ...how });

async function call(path: string, session?: string, how: { method?: string; body?: unknown } = {}) {
  const { body, method = body === undefined ? 'GET' : 'POST' } = how;
  const response = await fetch(`${t.url}/api/cabinet${path}`, {
    method,
    headers: {
      'x-nightdesk': '1',
      ...(session === undefined ? {} : { authorization: `Bearer ${session}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : undefined };
}

const codeOf = (answer: { status: number; body: { error?: { code: string } } }) => [
  answer.status,
  answer.body.error?.code,
];

/** A customer who has opened the cabinet. */
async function visitor(name = 'Leyla') {
  const player = await t.customer(name);
  const opened = await call('/session', undefined, {
    body: { init_data: initData({ id: player.id, first_name: name }) },
  });
  return { player, session: OpenedCabinet.parse(opened.body).session };
}

async function ticketOf(player: Player, words = 'A dark theme, please.'): Promise<number> {
  await player.say({ text: '/start t_idea' });
  await player.say({ text: words });
  return untilSeen(player, numberOf);
}

test('only what Telegram signed for this bot, lately and for the first time, opens a cabinet', async () => {
  const person = { id: 5_999_001, first_name: 'Rena' };
  const open = async (data: string) =>
    codeOf(await call('/session', undefined, { body: { init_data: data } }));
  const good = initData(person);
  expect(await open(good)).toEqual([200, undefined]);
  expect(await open(good)).toEqual([401, 'launch_spent']);
  expect(await open(initData(person, { token: '1000001:another-token-000000000000000000000000' }))).toEqual([
    401,
    'launch_forged',
  ]);
  const changed = new URLSearchParams(initData(person));
  changed.set('user', JSON.stringify({ ...person, id: 5_999_002 }));
  expect(await open(changed.toString())).toEqual([401, 'launch_forged']);
  const hour = 3_600_000;
  const now = t.runtime.clock.now().getTime();
  expect(await open(initData(person, { at: new Date(now - hour - 5000) }))).toEqual([401, 'launch_old']);
  expect(await open(initData(person, { at: new Date(now + hour) }))).toEqual([401, 'launch_old']);
  for (const nonsense of ['x', 'hash=zz', 'hash=&user=', '%'])
    expect(await open(nonsense)).toEqual([401, 'launch_forged']);
  expect(codeOf(await call('/session', undefined, { body: {} }))).toEqual([400, 'request_invalid']);
  expect(codeOf(await call('/tickets'))).toEqual([401, 'cabinet_session_ended']);
  expect(codeOf(await call('/tickets', 'made-up'))).toEqual([401, 'cabinet_session_ended']);
});

test('a link opens the cabinet in a browser once, within ten minutes', async () => {
  const { transact, clock } = t.runtime;
  const person = { telegramId: 5_999_003, firstName: 'Aygun' };
  const link = (at: Date) =>
    transact(async (tx) =>
      makeCustomerLink(tx, (await recognise(tx, person, { now: at, fallback: 'en' })).id, at),
    );
  const open = async (secret: string) =>
    codeOf(await call('/session', undefined, { body: { link: secret } }));
  const good = await link(clock.now());
  expect(await open(good)).toEqual([200, undefined]);
  expect(await open(good)).toEqual([401, 'cabinet_link_spent']);
  expect(await open(await link(new Date(clock.now().getTime() - 601_000)))).toEqual([
    401,
    'cabinet_link_spent',
  ]);
});

test('a customer opens a ticket, reads the answer, writes back, closes, rates and reopens', async () => {
  const { player, session } = await visitor();
  await player.say({ text: '/start' });
  const body = { topic: 'idea', text: 'Gift cards would be lovely', request_key: key() };
  const opened = OwnTicket.parse((await call('/tickets', session, { body })).body);
  expect(opened).toMatchObject({ status: 'accepted', topic: { slug: 'idea' }, unread: 0, may_reopen: false });
  // The same request once more opens nothing, and the card stands in the chat.
  expect((await call('/tickets', session, { body })).body.id).toBe(opened.id);
  expect(await untilSeen(player, numberOf)).toBe(opened.id);

  const reply = await agent.call(`/api/tickets/${opened.id}/replies`, {
    text: 'Coming in May.',
    request_key: key(),
  });
  expect(reply.status).toBe(200);
  await agent.call(`/api/tickets/${opened.id}/notes`, { text: 'Only for us', request_key: key() });
  const listed = OwnTickets.parse((await call('/tickets?filter=open', session)).body).tickets;
  expect(listed).toMatchObject([{ id: opened.id, unread: 1, assignee_name: agent.member.name }]);
  const talk = OwnConversation.parse((await call(`/tickets/${opened.id}/conversation`, session)).body);
  expect(talk.messages.map(({ author_kind, text }) => [author_kind, text])).toEqual([
    ['customer', 'Gift cards would be lovely'],
    ['staff', 'Coming in May.'],
  ]);
  expect((await call(`/tickets/${opened.id}`, session)).body.unread).toBe(0);

  const words = { text: 'Thank you!', request_key: key() };
  await call(`/tickets/${opened.id}/messages`, session, { body: words });
  await call(`/tickets/${opened.id}/messages`, session, { body: words });
  const { messages } = OwnConversation.parse(
    (await call(`/tickets/${opened.id}/conversation`, session)).body,
  );
  expect(messages.filter(({ text }) => text === 'Thank you!')).toHaveLength(1);

  await agent.call(`/api/tickets/${opened.id}/resolve`, { summary: 'Planned for May', request_key: key() });
  await vi.waitFor(
    async () => expect((await call(`/tickets/${opened.id}`, session)).body.may_rate).toBe(true),
    {
      timeout: 30_000,
    },
  );
  const rated = await call(`/tickets/${opened.id}/rating`, session, { body: { score: 5 } });
  expect(rated.body).toMatchObject({
    status: 'resolved',
    rating: 5,
    summary: 'Planned for May',
    may_reopen: true,
  });
  expect(
    codeOf(
      await call(`/tickets/${opened.id}/messages`, session, { body: { text: 'Hm', request_key: key() } }),
    ),
  ).toEqual([409, 'ticket_ended']);
  expect((await call(`/tickets/${opened.id}/reopen`, session, { method: 'POST' })).body.status).toBe(
    'reopened',
  );
  expect((await call(`/tickets/${opened.id}/close`, session, { method: 'POST' })).body.status).toBe('closed');
});

test('what an agent took back says so, without its words and files; what nobody has seen is not spoken of', async () => {
  const { player, session } = await visitor('Aysel');
  const id = await ticketOf(player);
  const picture = await upload(t.url, agent, { name: 'a.png', data: PNG });
  const words = { text: 'Wrong window', files: [picture.id], request_key: key() };
  const seen = (await agent.call(`/api/tickets/${id}/replies`, words)).body as { id: number };
  const own = `/api/tickets/${id}/messages/${seen.id}`;
  await vi.waitFor(async () => expect((await agent.call(own, undefined, 'DELETE')).status).toBe(200), {
    timeout: 30_000,
  });
  // One that was taken back before it left: as it is kept, because here everything leaves at once.
  await sql`
    insert into messages (chat_id, ticket_id, author_kind, author_id, visibility, kind, text, deleted_at, created_at)
    select chat_id, ticket_id, author_kind, author_id, visibility, 'text', 'Too early', now(), now()
    from messages where id = ${seen.id}`.execute(t.runtime.db);
  const talk = OwnConversation.parse((await call(`/tickets/${id}/conversation`, session)).body);
  expect(talk.messages.map(({ text, files, taken_back }) => [text, files.length, taken_back])).toEqual([
    ['A dark theme, please.', 0, false],
    ['', 0, true],
  ]);
  const listed = OwnTickets.parse((await call('/tickets', session)).body).tickets;
  expect(listed[0]).toMatchObject({ unread: 0, last_message: { own: true } });
});

test('urgent words reach a person at once, and words that waited in the chat come along', async () => {
  const { player, session } = await visitor('Murad');
  await player.say({ text: 'My parcel is lost somewhere' });
  await vi.waitFor(async () => expect((await player.messages()).length).toBeGreaterThan(1));
  const body = { topic: 'payment', text: 'My card was stolen and someone pays with it', request_key: key() };
  const { id } = OwnTicket.parse((await call('/tickets', session, { body })).body);
  const ticket = (await agent.call(`/api/tickets/${id}`)).body;
  expect(ticket).toMatchObject({ priority: 'critical' });
  const { messages } = OwnConversation.parse((await call(`/tickets/${id}/conversation`, session)).body);
  expect(messages.map(({ text }) => text)).toEqual(['My parcel is lost somewhere', body.text]);
});

test("somebody else's ticket is as good as none at every door", async () => {
  const { player } = await visitor('Nigar');
  const id = await ticketOf(player);
  const { session } = await visitor('Stranger');
  const doors: [string, string, unknown?][] = [
    ['GET', ''],
    ['GET', '/conversation'],
    ['POST', '/messages', { text: 'Mine now', request_key: key() }],
    ['POST', '/close'],
    ['POST', '/reopen'],
    ['POST', '/rating', { score: 1 }],
    ['PUT', '/notify', { on: true }],
  ];
  for (const [method, door, body] of doors) {
    const answer = await call(`/tickets/${id}${door}`, session, { method, body });
    expect([door, ...codeOf(answer)]).toEqual([door, 404, 'ticket_unknown']);
  }
  expect((await call('/tickets', session)).body.tickets).toEqual([]);
  expect((await agent.call(`/api/tickets/${id}`)).body).toMatchObject({ status: 'accepted' });
});

test('many tickets come in pages, and settings are kept', async () => {
  const { session } = await visitor('Kamran');
  for (const text of ['One idea', 'Two ideas', 'Three ideas'])
    await call('/tickets', session, { body: { topic: 'idea', text, request_key: key() } });
  const first = OwnTickets.parse((await call('/tickets?limit=2', session)).body);
  const rest = OwnTickets.parse((await call(`/tickets?limit=2&before=${first.next_before}`, session)).body);
  expect([...first.tickets, ...rest.tickets].map(({ subject }) => subject)).toEqual([
    'Three ideas',
    'Two ideas',
    'One idea',
  ]);
  expect(rest.next_before).toBeNull();

  const change = (body: unknown) => call('/settings', session, { method: 'PATCH', body });
  expect(codeOf(await change({ time_zone: 'Mars/Olympus' }))).toEqual([400, 'time_zone_unknown']);
  const night = { from: '23:30', until: '09:00' };
  expect((await change({ quiet_hours: { from: '08:00', until: '08:00' } })).status).toBe(400);
  expect((await change({ quiet_hours: night })).body).toMatchObject({ quiet_hours: night });
  expect((await change({ quiet_hours: 'off' })).body).toMatchObject({ quiet_hours: 'off' });
  expect((await change({ quiet_hours: null })).body).toMatchObject({
    quiet_hours: null,
    desk_quiet_hours: null,
  });
  expect(OwnSettings.parse((await call('/settings', session)).body).notices).toBe('series');
  expect((await change({ notices: 'none' })).status).toBe(400);
  expect((await change({ notices: 'short' })).body).toMatchObject({ notices: 'short', quiet_hours: null });
  const changed = OwnSettings.parse((await change({ language: 'ru', time_zone: 'Asia/Tokyo' })).body);
  expect(changed).toMatchObject({
    language: 'ru',
    time_zone: 'Asia/Tokyo',
    consents: [{ purpose: 'support' }],
  });
  expect((await call('/session', session)).body.customer).toMatchObject({
    language: 'ru',
    time_zone: 'Asia/Tokyo',
  });
  const withdrawn = OwnSettings.parse((await call('/consent', session, { method: 'DELETE' })).body);
  expect(withdrawn.consents[0]?.withdrawn_at).not.toBeNull();

  expect((await call('/session', session, { method: 'DELETE' })).status).toBe(204);
  expect(codeOf(await call('/settings', session))).toEqual([401, 'cabinet_session_ended']);
});

test('at an address of https the cabinet opens inside Telegram, from the command and from every card; elsewhere by a link', async () => {
  const buttonsOf = (message: Seen) =>
    (message.reply_markup?.inline_keyboard?.flat() ?? []) as {
      text: string;
      url?: string;
      web_app?: unknown;
    }[];
  await using safe = await testDesk({ env: { PUBLIC_URL: 'https://desk.example.com' } });
  const inside = await safe.customer();
  await inside.say({ text: '/start t_idea' });
  await inside.say({ text: 'A dark theme, please.' });
  const card = await untilSeen(inside, (message) => (numberOf(message) ? message : undefined));
  expect(buttonsOf(card)).toContainEqual({
    text: 'Open',
    web_app: { url: `https://desk.example.com/cabinet/tickets/${numberOf(card)}` },
  });
  await inside.say({ text: '/cabinet' });
  const way = (message: Seen) => (/in one place/.test(message.text ?? '') ? message : undefined);
  expect(buttonsOf(await untilSeen(inside, way))).toEqual([
    { text: 'Open my cabinet', web_app: { url: 'https://desk.example.com/cabinet/' } },
  ]);

  const outside = await t.customer();
  await ticketOf(outside);
  await outside.say({ text: '/cabinet' });
  const [link] = buttonsOf(await untilSeen(outside, way));
  expect(link?.url).toMatch(/\/cabinet\/\?link=[\w-]{20,}$/);
  const shown = (await outside.messages()).flatMap(buttonsOf).map(({ text }) => text);
  expect(shown).not.toContain('Open');
});

test('only Telegram’s pages, and beside a sandbox its phone, may show the cabinet in a frame', async () => {
  const policyOf = async (path: string) => {
    const { headers } = await fetch(`${t.url}${path}`);
    return {
      frames: /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1],
      old: headers.get('x-frame-options'),
    };
  };
  const { port } = new URL(t.sandboxUrl);
  for (const path of ['/cabinet/', '/cabinet/tickets/1001'])
    expect(await policyOf(path)).toEqual({
      frames: `'self' https://web.telegram.org https://*.telegram.org http://localhost:${port} http://127.0.0.1:${port}`,
      old: null,
    });
  expect(await policyOf('/console/')).toEqual({ frames: "'self'", old: 'SAMEORIGIN' });
});
