import type { Message, Update } from '@grammyjs/types';
import { expect, test } from 'vitest';
import type { Kit } from './kit.ts';
import { botId, openSandbox } from './kit.ts';

async function nextUpdate(desk: Kit): Promise<Update> {
  const [update] = await desk.ok<Update[]>('getUpdates', { timeout: 5 });
  if (update === undefined) throw new Error('no update came');
  await desk.ok('getUpdates', { offset: update.update_id + 1 });
  return update;
}

test('a pressed button reaches the bot, and the answer reaches the person', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  const reply_markup = {
    inline_keyboard: [
      [{ text: 'Rate', callback_data: 'rate:5' }],
      [{ text: 'Site', url: 'https://example.com/' }],
    ],
  };
  const { message_id } = await desk.ok('sendMessage', { chat_id: id, text: 'How was it?', reply_markup });
  const pressing = desk.people<{ answer?: object }>(`users/${id}/press`, {
    chat: botId,
    message_id,
    text: 'Rate',
  });
  const { callback_query } = await nextUpdate(desk);
  expect(callback_query).toMatchObject({ data: 'rate:5', from: { id }, message: { message_id } });
  await desk.ok('answerCallbackQuery', {
    callback_query_id: callback_query?.id,
    text: 'Thank you',
    show_alert: true,
  });
  expect(await pressing).toEqual({ answer: { text: 'Thank you', show_alert: true } });
  const opened = await desk.people(`users/${id}/press`, { chat: botId, message_id, row: 1, col: 0 });
  expect(opened).toEqual({ open: { url: 'https://example.com/' } });
  await expect(desk.people(`users/${id}/press`, { chat: botId, message_id, text: 'No' })).rejects.toThrow(
    '"Rate"',
  );
});

test('a callback query dies after 150 seconds, in the queue and for its answer', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  const reply_markup = { inline_keyboard: [[{ text: 'A', callback_data: 'a' }]] };
  const { message_id } = await desk.ok('sendMessage', { chat_id: id, text: 'x', reply_markup });
  const first = desk.people(`users/${id}/press`, { chat: botId, message_id, data: 'a' });
  const { callback_query } = await nextUpdate(desk);
  const second = desk.people(`users/${id}/press`, { chat: botId, message_id, data: 'a' });
  await desk.ok('getUpdates', { timeout: 5 });
  await desk.people('clock', { advance_seconds: 149 });
  expect(await desk.updates()).toHaveLength(1);
  await desk.people('clock', { advance_seconds: 2 });
  expect(await desk.updates()).toHaveLength(0);
  const late = await desk.call('answerCallbackQuery', { callback_query_id: callback_query?.id });
  expect(late.description).toBe(
    'Bad Request: query is too old and response timeout expired or query ID is invalid',
  );
  expect(await Promise.all([first, second])).toEqual([{}, {}]);
});

test('a reply keyboard sends its text, and shows under the input until removed', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  const keyboard = [[{ text: 'Billing' }], [{ text: 'My phone', request_contact: true }]];
  const { message_id } = await desk.ok('sendMessage', {
    chat_id: id,
    text: 'Topic?',
    reply_markup: { keyboard },
  });
  await desk.people(`users/${id}/press`, { chat: botId, message_id, text: 'Billing' });
  await desk.people(`users/${id}/press`, { chat: botId, text: 'My phone' });
  const [said, contact] = (await desk.updates()).map((u) => u.message);
  expect(said?.text).toBe('Billing');
  expect(contact?.contact?.user_id).toBe(id);
  const under = () => desk.people<{ reply_keyboard?: object }>(`users/${id}/chats/${botId}/commands`);
  expect((await under()).reply_keyboard).toMatchObject({ keyboard });
  await desk.ok('sendMessage', { chat_id: id, text: 'ok', reply_markup: { remove_keyboard: true } });
  expect((await under()).reply_keyboard).toBeUndefined();
});

test('commands are offered by the narrowest scope, in the language of the person', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.people<{ id: number }>('users', { first_name: 'Aygün', language_code: 'az' });
  const help = (description: string) => [{ command: 'help', description }];
  await desk.ok('setMyCommands', { commands: help('Help') });
  await desk.ok('setMyCommands', { commands: help('Kömək'), language_code: 'az' });
  const offered = async (): Promise<string | undefined> => {
    const path = `users/${id}/chats/${botId}/commands`;
    return (await desk.people<{ commands: { description: string }[] }>(path)).commands[0]?.description;
  };
  expect(await offered()).toBe('Kömək');
  await desk.ok('setMyCommands', { commands: help('Yours'), scope: { type: 'chat', chat_id: id } });
  expect(await offered()).toBe('Yours');
});

test('the edits, deletions and unread messages of a person', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  const sent = await desk.people(`users/${id}/send`, { chat: botId, text: 'helo' });
  await desk.people(`users/${id}/edit`, { chat: botId, message_id: sent.message_id, text: 'hello' });
  const updates = await desk.updates();
  expect(updates.map((u) => u.message?.text ?? u.edited_message?.text)).toEqual(['helo', 'hello']);
  await desk.ok('sendMessage', { chat_id: id, text: 'one' });
  const row = async () =>
    (await desk.people<{ unread: number; last_message: Message }[]>(`users/${id}/chats`))[0];
  expect(await row()).toMatchObject({ unread: 1, last_message: { text: 'one' } });
  await desk.people(`users/${id}/read`, { chat: botId });
  expect(await row()).toMatchObject({ unread: 0 });
  await desk.people(`users/${id}/delete`, { chat: botId, message_id: sent.message_id });
  const left = await desk.people<Message[]>(`users/${id}/chats/${botId}/messages`);
  expect(left.map((m) => m.text)).toEqual(['/start', 'one']);
});

test('events tell phones what happened, and the clock moves message dates', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  const stream = await fetch(`${desk.url}/people/events`);
  const reader = (stream.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const readUntil = async (mark: string): Promise<void> => {
    while (!text.includes(mark)) text += (await reader.read()).value ?? '';
  };
  await readUntil('event: hello');
  const before = await desk.ok('sendMessage', { chat_id: id, text: 'now' });
  await readUntil('event: message');
  await desk.people('clock', { advance_seconds: 3600 });
  await readUntil('event: clock');
  const after = await desk.ok('sendMessage', { chat_id: id, text: 'later' });
  expect(after.date - before.date).toBeGreaterThanOrEqual(3600);
  await desk.ok('sendChatAction', { chat_id: id, action: 'typing' });
  await readUntil('event: typing');
  await reader.cancel();
  expect(text).toContain(`"user_ids":[${id}]`);
});

test('wrong input is answered with a code and a sentence', async () => {
  await using desk = await openSandbox();
  const post = async (path: string, body: object): Promise<[number, unknown]> => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    const answer = await fetch(`${desk.url}/people/${path}`, init);
    return [answer.status, await answer.json()];
  };
  expect(await post('users', {})).toMatchObject([400, { error: { code: 'invalid' } }]);
  expect(await post('users/7/send', { chat: botId, text: 'x' })).toMatchObject([
    404,
    { error: { code: 'no_such_person' } },
  ]);
  const { id } = await desk.person();
  expect(await post(`users/${id}/send`, { chat: botId })).toMatchObject([400, { error: { code: 'empty' } }]);
  expect(await post(`users/${id}/send`, { chat: '@nobody', text: 'x' })).toMatchObject([
    404,
    { error: { code: 'no_such_chat' } },
  ]);
});

test('the description covers every route, each with a line on what it does', async () => {
  await using desk = await openSandbox();
  type Route = { summary?: string };
  const answer = await fetch(`${desk.url}/openapi.json`);
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, Route>> };
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, route]) => ({ name: `${method} ${path}`, summary: route.summary })),
  );
  expect(routes.map((route) => route.name)).toContain('post /people/users/{id}/send');
  expect(routes.filter((route) => route.summary === undefined)).toEqual([]);
  expect(routes).toHaveLength(46);
});

test('reactions are counted on the message, and a bot in charge hears of them when it asks', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  const { message_id } = await desk.ok('sendMessage', { chat_id: id, text: 'fine?' });
  await desk.people(`users/${id}/react`, { chat: botId, message_id, emoji: '👍' });
  const reaction = [{ type: 'emoji', emoji: '👍' }];
  await desk.ok('setMessageReaction', { chat_id: id, message_id, reaction });
  const path = `users/${id}/chats/${botId}/messages?after=${message_id - 1}`;
  const [seen] = await desk.people<(Message & { reactions: object[] })[]>(path);
  expect(seen?.reactions).toEqual([{ type: reaction[0], total_count: 2, chosen: true }]);
});

test('an administrating bot hears of reactions in a group, if it asked for them', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  const chat = await desk.chat({ type: 'supergroup', creator: id });
  await desk.people(`chats/${chat.id}/members`, { user: botId, status: 'administrator' });
  const { message_id } = await desk.ok('sendMessage', { chat_id: chat.id, text: 'fine?' });
  const react = (emoji?: string) => desk.people(`users/${id}/react`, { chat: chat.id, message_id, emoji });
  await react('👍');
  await desk.ok('getUpdates', { allowed_updates: ['message_reaction'] });
  await react('🔥');
  await react();
  const seen = (await desk.updates()).flatMap((update) => update.message_reaction ?? []);
  expect(seen.map((one) => [one.old_reaction.length, one.new_reaction.length])).toEqual([
    [1, 1],
    [1, 0],
  ]);
  expect(seen[0]).toMatchObject({ chat: { id: chat.id }, message_id, user: { id } });
});

test('data of a Mini App opened from a keyboard comes as a message', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  await desk.people(`users/${id}/web_app_data`, { chat: botId, button_text: 'Form', data: '{"a":1}' });
  const [update] = await desk.updates();
  expect(update?.message?.web_app_data).toEqual({ button_text: 'Form', data: '{"a":1}' });
});

test('without privacy mode a bot hears everything in a group', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  const chat = await desk.chat({ type: 'group', creator: id });
  await desk.people(`chats/${chat.id}/members`, { user: botId, status: 'member' });
  await desk.people('bots/settings', { bot: '@desk_bot', can_read_all_group_messages: true });
  await desk.people(`users/${id}/send`, { chat: chat.id, text: 'just talk' });
  expect((await desk.updates()).at(-1)?.message?.text).toBe('just talk');
});
