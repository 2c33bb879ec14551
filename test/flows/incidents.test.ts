import { expect, test, vi } from 'vitest';
import { numberOf, type Player, type Seen, untilSeen } from '../../app/demo/people.ts';
import { Conversation, IncidentDetails, IncidentPreview, StatusPlace, Ticket } from '../../contract/index.ts';
import { type Agent, BOT, type TestDesk, testDesk } from '../support/desk.ts';

const until = <T>(holds: () => Promise<T>) => vi.waitFor(holds, { timeout: 30_000, interval: 100 });

const seen = (customer: Player, words: RegExp): Promise<Seen> =>
  untilSeen(customer, (message) => (words.test(message.text ?? '') ? message : undefined));

const count = async (customer: Player, words: RegExp) =>
  (await customer.messages()).filter(({ from, text }) => from?.is_bot && words.test(text ?? '')).length;

async function press(customer: Player, message: Seen, label: RegExp): Promise<void> {
  const button = message.reply_markup?.inline_keyboard?.flat().find(({ text }) => label.test(text));
  await customer.press(message.message_id, button?.callback_data ?? '');
}

/** A customer asks about an idea, in words of theirs; answers their ticket. */
async function ask(customer: Player, text: string): Promise<number> {
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text });
  return untilSeen(customer, numberOf);
}

const ticketOf = async (agent: Agent, id: number) =>
  Ticket.parse((await agent.call(`/api/tickets/${id}`)).body);

/** A forum with a topic for statuses, of which the bot is an administrator; what stands in the topic. */
async function forum(t: TestDesk) {
  const ask = (path: string, body?: unknown) => t.people(path, body) as Promise<Record<string, unknown>>;
  const { id: owner } = (await ask('/users', { first_name: 'Owner' })) as { id: number };
  const { id: chat } = (await ask('/chats', {
    ...{ type: 'supergroup', title: 'Community', creator: owner, is_forum: true },
  })) as { id: number };
  await ask(`/chats/${chat}/members`, { user: Number(BOT.token.split(':')[0]), status: 'administrator' });
  const topic = (await ask(`/chats/${chat}/topics`, { name: 'Statuses' })) as { message_thread_id: number };
  const thread = topic.message_thread_id;
  const posts = async () =>
    ((await t.people(`/users/${owner}/chats/${chat}/messages?thread=${thread}`)) as Seen[])
      .filter(({ from }) => from?.is_bot)
      .map(({ text }) => text ?? '');
  return { chat, thread, posts };
}

const EXPORT = {
  title: { en: 'Export does not work', az: 'İxrac işləmir' },
  rule: { topics: ['idea'], words: ['export', 'ixrac'] },
  texts: { en: 'We found it at 10:00 and are on it.', az: 'Saat 10:00-da bildik, üzərində işləyirik.' },
  request_key: 'declare-export',
};

test('an incident collects its tickets, answers new ones at once, is posted, and everybody hears its end once', async () => {
  await using t = await testDesk();
  const admin = await t.agent('admin');
  const agent = await t.agent('l1');
  const community = await forum(t);
  await admin.call('/api/incidents/place', { place: { chat_id: -1001999999999 } }, 'PUT');
  await until(async () =>
    expect(StatusPlace.parse((await admin.call('/api/incidents/place')).body).place).toMatchObject({
      ...{ state: 'refused', problem: expect.stringContaining('chat not found') },
    }),
  );
  const place = { place: { chat_id: community.chat, thread_id: community.thread } };
  await admin.call('/api/incidents/place', place, 'PUT');
  await until(async () =>
    expect(StatusPlace.parse((await admin.call('/api/incidents/place')).body).place?.state).toBe('works'),
  );

  // Somebody asked before anybody knew, in Azerbaijani.
  const early = await t.customer('Kamran', 'az');
  const first = await ask(early, 'İxracım açılmır, çox lazımdır');
  const other = await t.customer('Aysel', 'az');
  await ask(other, 'Qaranlıq rejim olsun');
  const since = new Date(Date.now() - 3_600_000).toISOString();
  const preview = await admin.call('/api/incidents/preview', { rule: EXPORT.rule, since });
  expect(IncidentPreview.parse(preview.body)).toMatchObject({
    count: 1,
    more: false,
    tickets: [{ id: first }],
  });

  const declared = await admin.call('/api/incidents', { ...EXPORT, since });
  const { id: incident } = IncidentDetails.parse(declared.body);
  expect(IncidentDetails.parse((await admin.call('/api/incidents', { ...EXPORT, since })).body).id).toBe(
    incident,
  );
  await seen(early, /Bu problemdən xəbərimiz var: İxrac işləmir/);
  await until(async () =>
    expect((await ticketOf(agent, first)).incident).toMatchObject({ id: incident, held: true }),
  );
  await until(async () =>
    expect((await community.posts())[1]).toMatch(/^🔴 Export does not work\nWe found it/),
  );

  // New ones hear it at once, with their number and card, and are nobody's work.
  const leyla = await t.customer('Leyla', 'en');
  const second = await ask(leyla, 'The exports of mine are empty');
  const known = await seen(leyla, /^We know about this: Export does not work\nWe found it at 10:00/);
  await seen(leyla, new RegExp(`^№ ${second} · accepted\nA known problem: Export does not work`));
  expect(await ticketOf(agent, second)).toMatchObject({
    ...{ incident: { id: incident, held: true }, waiting_since: null, eta_at: null, queue_position: null },
  });
  const marat = await t.customer('Marat', 'ru');
  const third = await ask(marat, 'Export не открывается, и ещё вопрос про цвет');
  const russian = await seen(marat, /^Мы знаем об этом/);

  // What is something else goes the ordinary way: of all these it is the only one that an agent gets, besides the one about the dark theme.
  await press(marat, russian, /другое/);
  await until(async () => expect((await ticketOf(agent, third)).incident).toBeNull());
  const freed = await ticketOf(agent, third);
  expect(freed.waiting_since).not.toBeNull();
  expect(freed.sla).toMatchObject({ metric: 'first_reply', state: 'running' });
  await seen(marat, new RegExp(`^№ ${third} · принято\nСотрудник ответит`));
  const work = [
    await agent.call('/api/next', undefined, 'POST'),
    await agent.call('/api/next', undefined, 'POST'),
  ];
  expect(work.map(({ body }) => Ticket.parse(body).id)).toContain(third);
  expect((await agent.call('/api/next', undefined, 'POST')).status).toBe(204);

  // News for who asked, an edit for the topic.
  await press(leyla, known, /Say when/);
  await until(async () => {
    const rows = await t.runtime.db.selectFrom('tickets').select(['id', 'notify']).execute();
    expect(rows.find(({ id }) => id === second)?.notify).toBe(true);
  });
  const next = new Date(Date.now() + 3_600_000).toISOString();
  const news = {
    status: 'identified',
    texts: { en: 'A server is full.' },
    next_news_at: next,
    request_key: 'news-one',
  };
  await admin.call(`/api/incidents/${incident}/updates`, news);
  await seen(leyla, new RegExp(`^№ ${second} · Export does not work\nA server is full.\nNext news`));
  await until(async () => {
    const details = IncidentDetails.parse((await agent.call(`/api/incidents/${incident}`)).body);
    expect(details.counts).toEqual({ tickets: 2, held: 2, left: 1, untold: 0 });
    expect(details.updates.map(({ status }) => status)).toEqual(['identified', 'investigating']);
  });
  expect(await count(early, /A server is full/)).toBe(0);
  await until(async () =>
    expect((await community.posts())[1]).toMatch(/^🟠 Export .*\nA server is full.\nThe cause/),
  );

  // Its end: everybody once, tickets solved with a way back, the post closed.
  const end = { texts: { en: 'There is room again.', az: 'Yer açıldı.' }, request_key: 'the-end-1' };
  expect((await admin.call(`/api/incidents/${incident}/resolve`, end)).status).toBe(200);
  expect((await admin.call(`/api/incidents/${incident}/resolve`, end)).status).toBe(200);
  const over = await seen(
    leyla,
    new RegExp(`^№ ${second} · fixed: Export does not work\nThere is room again`),
  );
  await seen(early, new RegExp(`^№ ${first} · aradan qaldırıldı: İxrac işləmir\nYer açıldı`));
  await until(async () => expect((await ticketOf(agent, second)).status).toBe('resolved'));
  await seen(leyla, new RegExp(`^№ ${second} · solved`));
  await until(async () => {
    const posts = await community.posts();
    expect(posts).toHaveLength(2);
    expect(posts[1]).toMatch(/^🟢 Export does not work\nThere is room again.\nFixed ·/);
  });
  expect([
    await count(leyla, /· fixed:/),
    await count(early, /aradan qaldırıldı/),
    await count(marat, /исправлено/),
  ]).toEqual([1, 1, 0]);
  expect(
    (await admin.call(`/api/incidents/${incident}/updates`, { ...news, request_key: 'too-late' })).status,
  ).toBe(409);
  await press(leyla, over, /still there/);
  await until(async () => expect((await ticketOf(agent, second)).status).toBe('reopened'));
  const talk = Conversation.parse((await agent.call(`/api/tickets/${second}/conversation`)).body);
  expect(talk.events.map(({ kind }) => kind).filter((kind) => kind.startsWith('incident'))).toEqual([
    ...['incident_joined', 'incident_news', 'incident_news'],
  ]);
});
