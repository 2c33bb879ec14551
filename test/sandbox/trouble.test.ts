import { expect, test } from 'vitest';
import { botId, openSandbox, until } from './kit.ts';

interface Stats {
  methods: Record<string, { ok: number; errors: number }>;
  flood: Record<string, number>;
}

test('a private chat takes a burst of three and then one message a second', async () => {
  await using desk = await openSandbox({ enabled: true });
  const { id } = await desk.person();
  const send = () => desk.call('sendMessage', { chat_id: id, text: 'x' });
  for (let i = 0; i < 3; i++) expect((await send()).ok).toBe(true);
  expect(await send()).toEqual({
    ok: false,
    error_code: 429,
    description: 'Too Many Requests: retry after 1',
    parameters: { retry_after: 1 },
  });
  await desk.people('clock', { advance_seconds: 1 });
  expect((await send()).ok).toBe(true);
  expect((await send()).ok).toBe(false);
  const { flood } = await desk.people<Stats>('stats');
  expect(flood).toMatchObject({ violations_per_chat_second: 2, max_per_chat_second: 3 });
});

test('a group takes 20 sends and edits in a minute', async () => {
  await using desk = await openSandbox({ enabled: true });
  const { id } = await desk.person();
  const group = await desk.chat({ type: 'supergroup', creator: id });
  await desk.people(`chats/${group.id}/members`, { user: botId, status: 'member' });
  const { message_id } = await desk.ok('sendMessage', { chat_id: group.id, text: '0' });
  for (let i = 1; i < 20; i++) {
    const method = i % 2 === 0 ? 'sendMessage' : 'editMessageText';
    await desk.ok(method, { chat_id: group.id, message_id, text: String(i) });
  }
  const refused = await desk.call('sendMessage', { chat_id: group.id, text: 'x' });
  expect(refused.error_code).toBe(429);
  expect(refused.parameters?.retry_after).toBeGreaterThan(50);
  await desk.people('clock', { advance_seconds: refused.parameters?.retry_after ?? 0 });
  expect((await desk.call('sendMessage', { chat_id: group.id, text: 'x' })).ok).toBe(true);
  expect((await desk.people<Stats>('stats')).flood).toMatchObject({
    violations_group_minute: 1,
    max_group_minute: 20,
  });
});

test('a bot sends 30 messages a second over all chats, unless the limits are lifted', async () => {
  await using desk = await openSandbox({ enabled: true });
  const people = await Promise.all(Array.from({ length: 40 }, (_, i) => desk.person(`P${i}`)));
  const sendAll = () =>
    Promise.all(people.map(({ id }) => desk.call('sendMessage', { chat_id: id, text: 'x' })));
  const refused = (await sendAll()).filter((answer) => !answer.ok);
  expect(refused.length).toBeGreaterThan(0);
  expect((await desk.people<Stats>('stats')).flood.max_bot_second).toBe(30);
  await desk.people('limits', { enabled: false });
  expect((await sendAll()).every((answer) => answer.ok)).toBe(true);
});

test('faults strike by method, chat and number, and can be taken away', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  const other = await desk.person('Other');
  await desk.people('faults', {
    next: [{ kind: '502' }],
    rules: [{ method: 'sendMessage', chat: id, times: 2, kind: '429', retry_after: 7 }],
  });
  const send = (chat_id: number) => desk.call('sendMessage', { chat_id, text: 'x' });
  expect(await desk.call('getMe')).toMatchObject({ error_code: 502, description: 'Bad Gateway' });
  expect((await send(other.id)).ok).toBe(true);
  expect(await send(id)).toMatchObject({ error_code: 429, parameters: { retry_after: 7 } });
  expect((await send(id)).ok).toBe(false);
  expect((await send(id)).ok).toBe(true);
  await desk.people('faults', { rules: [{ kind: '500' }] });
  expect((await send(id)).error_code).toBe(500);
  await fetch(`${desk.url}/people/faults`, { method: 'DELETE' });
  expect((await send(id)).ok).toBe(true);
});

test('a connection is cut before or after the method acts', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  await desk.people('faults', { next: [{ kind: 'drop_before' }, { kind: 'drop_after' }] });
  const send = (text: string) => desk.call('sendMessage', { chat_id: id, text });
  await expect(send('lost')).rejects.toThrow('fetch failed');
  await expect(send('arrived')).rejects.toThrow('fetch failed');
  const seen = await desk.people<{ text?: string }[]>(`users/${id}/chats/${botId}/messages`);
  expect(seen.map((m) => m.text)).toEqual(['/start', 'arrived']);
  expect((await desk.people<Stats>('stats')).methods.sendMessage).toEqual({ ok: 1, errors: 0 });
});

test('updates of connected accounts, inline mode and the door come doubled and swapped like any other', async () => {
  await using desk = await openSandbox();
  const settings = { can_connect_to_business: true, supports_inline_queries: true };
  await desk.people('bots/settings', { bot: botId, ...settings });
  const [owner, vip] = [await desk.person('Owner'), await desk.person('Vip')];
  await desk.people(`users/${owner.id}/business`, { bot: botId });
  const chat = await desk.chat({
    type: 'supergroup',
    creator: owner.id,
    username: 'the_door',
    join_by_request: true,
  });
  await desk.people(`chats/${chat.id}/members`, { user: botId, status: 'administrator' });
  await desk.ok('getUpdates', { offset: -1 });
  await desk.people('faults', { updates: { duplicate: 1, reorder: 0 } });
  await desk.people(`users/${vip.id}/send`, { chat: owner.id, text: 'Hello' });
  await desk.people(`users/${vip.id}/join`, { chat: chat.id });
  void desk.people(`users/${vip.id}/inline_query`, { chat: botId, bot: botId, query: 'q' });
  const kindsOf = async () =>
    (await desk.updates()).map((update) => Object.keys(update).find((key) => key !== 'update_id'));
  await until(kindsOf, (kinds) => kinds.includes('inline_query'));
  const doubled = ['business_message', 'chat_join_request', 'inline_query'].flatMap((kind) => [kind, kind]);
  expect((await kindsOf()).slice(-6)).toEqual(doubled);
  await desk.people('faults', { updates: { duplicate: 0, reorder: 1 } });
  expect((await kindsOf()).at(-1)).not.toBe('inline_query');
  await desk.people('clock', { advance_seconds: 31 });
});

test('messages in the name of an account are counted by chat and can be spoiled', async () => {
  await using desk = await openSandbox({ enabled: true });
  await desk.people('bots/settings', { bot: botId, can_connect_to_business: true });
  const [owner, vip] = [await desk.person('Owner'), await desk.person('Vip')];
  const { connection } = await desk.people<{ connection: { id: string } }>(`users/${owner.id}/business`, {
    bot: botId,
  });
  await desk.people(`users/${vip.id}/send`, { chat: owner.id, text: 'Hello' });
  const send = () =>
    desk.call('sendMessage', { business_connection_id: connection.id, chat_id: vip.id, text: 'x' });
  for (let i = 0; i < 3; i++) expect((await send()).ok).toBe(true);
  expect(await send()).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
  await desk.people('clock', { advance_seconds: 5 });
  await desk.people('faults', { next: [{ kind: 'drop_after', chat: vip.id }] });
  await expect(send()).rejects.toThrow('fetch failed');
  expect(await desk.people<object[]>(`users/${vip.id}/chats/${owner.id}/messages`)).toHaveLength(5);
});

test('a slow fault delays the answer', async () => {
  await using desk = await openSandbox();
  await desk.people('faults', { next: [{ kind: 'slow', delay_ms: 120 }] });
  const begun = performance.now();
  await desk.ok('getMe');
  expect(performance.now() - begun).toBeGreaterThan(110);
});
