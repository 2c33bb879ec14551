import type { Update, WebhookInfo } from '@grammyjs/types';
import { expect, test } from 'vitest';
import { botId, openHook, openSandbox, token, until } from './kit.ts';

test('long polling waits, numbers updates in sequence, and forgets what is confirmed', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  const waiting = desk.ok<Update[]>('getUpdates', { timeout: 10 });
  await desk.people(`users/${id}/send`, { chat: botId, text: 'a' });
  const [first] = await waiting;
  expect(first?.message?.text).toBe('a');
  for (const text of ['b', 'c', 'd']) await desk.people(`users/${id}/send`, { chat: botId, text });
  const start = first?.update_id ?? 0;
  const page = await desk.ok<Update[]>('getUpdates', { offset: start + 1, limit: 2 });
  expect(page.map((u) => [u.update_id, u.message?.text])).toEqual([
    [start + 1, 'b'],
    [start + 2, 'c'],
  ]);
  expect((await desk.ok<Update[]>('getUpdates', { offset: -1 })).map((u) => u.message?.text)).toEqual(['d']);
  expect((await desk.updates()).map((u) => u.message?.text)).toEqual(['d']);
});

test('a second poller ends the first with a conflict', async () => {
  await using desk = await openSandbox();
  const first = desk.call('getUpdates', { timeout: 10 });
  const second = until(
    () => desk.call('getUpdates', { timeout: 1 }),
    (answer) => answer.ok,
  );
  expect(await first).toMatchObject({
    error_code: 409,
    description: expect.stringContaining('other getUpdates'),
  });
  expect((await second).ok).toBe(true);
});

test('updates are kept for 24 hours', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  await desk.people(`users/${id}/send`, { chat: botId, text: 'a' });
  await desk.people('clock', { advance_seconds: 23 * 3600 });
  await desk.people(`users/${id}/send`, { chat: botId, text: 'b' });
  expect(await desk.updates()).toHaveLength(2);
  await desk.people('clock', { advance_seconds: 3600 });
  expect((await desk.updates()).map((u) => u.message?.text)).toEqual(['b']);
});

test('only wanted kinds of updates are kept; member changes need asking', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  const group = await desk.chat({ type: 'supergroup', creator: id });
  await desk.people(`chats/${group.id}/members`, { user: botId, status: 'administrator' });
  const other = await desk.person('Other');
  const join = () => desk.people(`users/${other.id}/join`, { chat: group.id });
  await join();
  const kinds = (list: Update[]) => list.map((u) => Object.keys(u)[1]);
  expect(kinds(await desk.updates())).not.toContain('chat_member');
  await desk.ok('getUpdates', { offset: -1, allowed_updates: ['chat_member'] });
  await desk.people(`users/${other.id}/leave`, { chat: group.id });
  await join();
  expect(kinds((await desk.updates()).slice(1))).toEqual(['chat_member', 'chat_member']);
});

test('a webhook gets updates with its secret, and getUpdates is refused meanwhile', async () => {
  await using desk = await openSandbox();
  await using hook = await openHook();
  const { id } = await desk.person();
  const set = await desk.call('setWebhook', { url: hook.url, secret_token: 'top_secret' });
  expect(set).toMatchObject({ ok: true, result: true, description: 'Webhook was set' });
  await desk.people(`users/${id}/send`, { chat: botId, text: 'a' });
  await hook.seen(1);
  expect(hook.taken[0]?.headers['x-telegram-bot-api-secret-token']).toBe('top_secret');
  expect(hook.taken[0]?.update.message?.text).toBe('a');
  expect(await desk.call('getUpdates')).toMatchObject({ error_code: 409 });
  await desk.ok('deleteWebhook');
  expect((await desk.call('getUpdates')).ok).toBe(true);
});

test('a bad webhook is refused', async () => {
  await using desk = await openSandbox();
  const tell = async (params: object) => (await desk.call('setWebhook', params)).description;
  expect(await tell({ url: 'http://example.com/' })).toMatch(/bad webhook: An HTTPS URL must be provided/);
  expect(await tell({ url: 'https://example.com/' })).toMatch(/bad webhook: Failed to resolve host/);
  expect(await tell({ url: 'http://127.0.0.1:1/', secret_token: 'a b' })).toMatch(/unallowed characters/);
});

test('a failing webhook is tried again, and says so in getWebhookInfo', async () => {
  await using desk = await openSandbox();
  await using hook = await openHook();
  const { id } = await desk.person();
  hook.respond = async (_update, nth) => ({ status: nth <= 1 ? 500 : 200 });
  await desk.ok('setWebhook', { url: hook.url });
  await desk.people(`users/${id}/send`, { chat: botId, text: 'a' });
  const info = () => desk.ok<WebhookInfo>('getWebhookInfo');
  const failed = await until(info, (i) => i.last_error_date !== undefined);
  expect(failed.last_error_message).toBe('Wrong response from the webhook: 500 Internal Server Error');
  expect(failed.pending_update_count).toBe(1);
  await hook.seen(2);
  await until(info, (i) => i.pending_update_count === 0);
  expect(hook.taken.map((t) => t.update.update_id)).toEqual(Array(2).fill(hook.taken[0]?.update.update_id));
});

test('Retry-After of a webhook is honoured, and passes with the clock', async () => {
  await using desk = await openSandbox();
  await using hook = await openHook();
  const { id } = await desk.person();
  hook.respond = async (_update, nth) =>
    nth === 1 ? { status: 503, headers: { 'retry-after': '600' } } : { status: 200 };
  await desk.ok('setWebhook', { url: hook.url });
  await desk.people(`users/${id}/send`, { chat: botId, text: 'a' });
  await hook.seen(1);
  await until(
    () => desk.ok<WebhookInfo>('getWebhookInfo'),
    (i) => i.last_error_date !== undefined,
  );
  await desk.people('clock', { advance_seconds: 590 });
  expect(hook.taken).toHaveLength(1);
  await desk.people('clock', { advance_seconds: 20 });
  await hook.seen(2);
});

test('messages of a chat keep their order; other chats and taps do not wait for a slow one', async () => {
  await using desk = await openSandbox();
  await using hook = await openHook();
  const slow = await desk.person('Slow');
  const fast = await desk.person('Fast');
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  hook.respond = async (update) => {
    if (update.message?.text === 'hold') await held;
    return { status: 200 };
  };
  const reply_markup = { inline_keyboard: [[{ text: 'A', callback_data: 'a' }]] };
  const { message_id } = await desk.ok('sendMessage', { chat_id: slow.id, text: 'x', reply_markup });
  await desk.ok('setWebhook', { url: hook.url, max_connections: 10 });
  await desk.people(`users/${slow.id}/send`, { chat: botId, text: 'hold' });
  await desk.people(`users/${slow.id}/send`, { chat: botId, text: 'after' });
  await desk.people(`users/${fast.id}/send`, { chat: botId, text: 'free' });
  const pressed = desk.people(`users/${slow.id}/press`, { chat: botId, message_id, data: 'a' });
  const said = () => hook.taken.map((t) => t.update.message?.text ?? t.update.callback_query?.data);
  await until(
    async () => said(),
    (all) => all.includes('free') && all.includes('a'),
  );
  expect(said()).not.toContain('after');
  release();
  await until(
    async () => said(),
    (all) => all.includes('after'),
  );
  const query = hook.taken.find((t) => t.update.callback_query)?.update.callback_query;
  await desk.ok('answerCallbackQuery', { callback_query_id: query?.id });
  await pressed;
});

test('a webhook may answer with a method call', async () => {
  await using desk = await openSandbox();
  await using hook = await openHook();
  const { id } = await desk.person();
  hook.respond = async () => ({
    status: 200,
    body: JSON.stringify({ method: 'sendMessage', chat_id: id, text: 'by reply' }),
  });
  await desk.ok('setWebhook', { url: hook.url });
  await desk.people(`users/${id}/send`, { chat: botId, text: 'a' });
  const path = `users/${id}/chats/${botId}/messages`;
  const seen = await until(
    () => desk.people<{ text?: string }[]>(path),
    (list) => list.length === 3,
  );
  expect(seen.at(-1)?.text).toBe('by reply');
});

test('duplicate faults deliver updates twice, reorder faults swap them, both without loss', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  for (const text of ['a', 'b', 'c']) await desk.people(`users/${id}/send`, { chat: botId, text });
  await desk.people('faults', { updates: { duplicate: 1, reorder: 0 } });
  const texts = async () => (await desk.updates()).map((u) => u.message?.text).join('');
  expect(await texts()).toBe('aabbcc');
  await desk.people('faults', { updates: { duplicate: 0, reorder: 1 } });
  expect(await texts()).toBe('bca');
  await using hook = await openHook();
  await desk.people('faults', { updates: { duplicate: 1, reorder: 0 } });
  await desk.ok('setWebhook', { url: hook.url });
  await hook.seen(6);
  expect(hook.taken.map((t) => t.update.message?.text).join('')).toBe('aabbcc');
});

test('two bots have inboxes of their own', async () => {
  await using desk = await openSandbox();
  const second = await desk.people<{ token: string; user: { id: number } }>('bots', {
    username: 'second_bot',
    first_name: 'Second',
  });
  const { id } = await desk.person();
  await desk.people(`users/${id}/start`, { chat: '@second_bot' });
  expect(await desk.updates()).toHaveLength(0);
  expect(await desk.updates(second.token)).toHaveLength(1);
  const bots = await desk.people<{ token: string }[]>('bots');
  expect(bots.map((b) => b.token)).toEqual([token, second.token]);
});
