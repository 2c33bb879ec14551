import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { seedContent } from '../../app/seed-content.ts';
import { Places } from '../../contract/index.ts';
import { type InGroup, manager, until, venue } from '../support/community-world.ts';
import { BOT, testDesk } from '../support/desk.ts';

const words = (list: InGroup[]) => list.flatMap(({ from, text }) => (from?.is_bot && text ? [text] : []));

test('words, accounts, topics and the FAQ follow the console; every change has its author', async () => {
  await using t = await testDesk();
  await seedContent(t.runtime);
  t.runtime.announcer.publish({ resync: true });
  const nigar = await manager(t);
  const admin = await t.agent('admin');
  const editor = await t.agent('editor');
  const l1 = await t.agent('l1');
  expect((await l1.call('/api/places')).status).toBe(403);
  const read = async () => Places.parse((await editor.call('/api/places')).body);
  const put = async (path: string, body: unknown) =>
    Places.parse((await editor.call(`/api/places${path}`, body, 'PUT')).body);

  const group = await venue(t, { type: 'supergroup', title: 'Shop talk', is_forum: true, owner: nigar.id });
  const channel = await venue(t, { type: 'channel', title: 'Shop news', owner: nigar.id });
  // Where the bot is no administrator, nothing can be chosen.
  expect((await admin.call('/api/places/channel', { chat: 77 }, 'PUT')).status).toBe(404);
  await t.people(`/chats/${group.id}/members`, {
    ...{ user: Number(BOT.token.split(':')[0]), status: 'administrator', by: nigar.id },
  });
  const offered = await until(async () => {
    const [candidate] = (await read()).candidates;
    expect(candidate).toMatchObject({ title: 'Shop talk', kind: 'group' });
    return candidate;
  });
  expect((await editor.call('/api/places/channel', { chat: offered?.chat }, 'PUT')).status).toBe(404);
  await put('/community', { chat: offered?.chat });
  const ready = await until(async () => {
    const page = await read();
    expect(page.topics.map(({ state }) => state)).toEqual(['there', 'there', 'there']);
    expect(page.missing.filter(({ place, what }) => place === 'community' && what !== 'stale')).toEqual([]);
    return page;
  });
  expect(ready.texts.every(({ fresh }) => !fresh)).toBe(true);

  // New words stand in the same message.
  const before = (await group.messages(1)).find(({ text }) => text?.startsWith('Need help'));
  await put('/texts/help', { text: 'Ask us anything, day and night.' });
  await until(async () => {
    const now = (await group.messages(1)).find(({ message_id: id }) => id === before?.message_id);
    expect(now?.text).toBe('Ask us anything, day and night.');
  });
  await admin.call('/api/places/texts/accounts/confirm', undefined, 'POST');
  expect((await read()).texts.map(({ fresh, confirmed_by: by }) => [fresh, by])).toEqual([
    [true, editor.member.name],
    [true, admin.member.name],
  ]);
  const accounts = [{ username: '@aysel_support', label: 'Aysel' }];
  await put('/accounts', { accounts });
  await until(async () => expect(words(await group.messages(1)).join()).toContain('• Aysel: @aysel_support'));
  const twice = { accounts: [...accounts, { username: 'Aysel_support', label: 'Again' }] };
  expect((await editor.call('/api/places/accounts', twice, 'PUT')).status).toBe(400);

  // The FAQ topic shows what is chosen, and only that.
  const faq = ready.topics.find(({ slug }) => slug === 'faq')?.thread_id ?? 0;
  const [first, second] = ready.articles;
  await put('/faq', { articles: [first?.id, second?.id] });
  await until(async () => expect(words(await group.messages(faq))).toHaveLength(2));
  expect(words(await group.messages(faq))[0]).toMatch(new RegExp(`^${first?.title.replace(/[?()]/g, '.')}`));
  const question = (await group.messages(faq)).find(({ text }) => text?.startsWith(first?.title ?? '?'));
  expect(JSON.stringify(question)).toContain(`{"type":"bold","offset":0,"length":${first?.title.length}}`);
  await put('/faq', { articles: [second?.id] });
  await until(async () => {
    const texts = words(await group.messages(faq));
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain(second?.title);
  });
  expect((await editor.call('/api/places/faq', { articles: [999_999] }, 'PUT')).status).toBe(400);

  // A name of its own; a group given up keeps nothing of the desk's.
  await put('/topics/questions', { name: 'Ask here' });
  await until(async () => {
    const chats = (await t.people(`/users/${nigar.id}/chats`)) as {
      chat: { id: number };
      topics?: { name: string }[];
    }[];
    const names = chats.find(({ chat }) => chat.id === group.id)?.topics?.map(({ name }) => name);
    expect(names).toContain('Ask here');
  });
  await put('/community', { chat: null });
  await until(async () =>
    expect(words(await group.messages(1)).filter((text) => /Ask us|Who speaks/.test(text))).toEqual([]),
  );
  expect(await channel.messages()).toEqual([]);
  const { rows } = await sql<{ action: string }>`
    select distinct action from audit_entries where action like 'place.%' order by action`.execute(
    t.runtime.db,
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'place.accounts',
    'place.confirm',
    'place.faq',
    'place.leave',
    'place.set',
    'place.text',
    'place.topic',
  ]);
});
