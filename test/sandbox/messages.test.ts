import type { Message } from '@grammyjs/types';
import { expect, test } from 'vitest';
import { botId, openSandbox } from './kit.ts';

test('a token, a method and a chat that are unknown are refused as the official server does', async () => {
  await using desk = await openSandbox();
  expect(await desk.call('getMe', {}, '1:nobody')).toMatchObject({
    error_code: 401,
    description: 'Unauthorized',
  });
  expect(await desk.call('getNothing')).toMatchObject({ error_code: 404 });
  const lost = await desk.call('sendMessage', { chat_id: 42, text: 'x' });
  expect(lost).toMatchObject({ error_code: 400, description: 'Bad Request: chat not found' });
  const notSimulated = await desk.call('getStarTransactions');
  expect(notSimulated.description).toBe(
    'Bad Request: method is not simulated by the sandbox: getStarTransactions',
  );
});

test('a bot cannot write first, nor after it was blocked', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.people<{ id: number }>('users', { first_name: 'Shy' });
  const send = () => desk.call('sendMessage', { chat_id: id, text: 'hello' });
  expect(await send()).toMatchObject({
    error_code: 403,
    description: "Forbidden: bot can't initiate conversation with a user",
  });
  await desk.people(`users/${id}/start`, { chat: '@desk_bot' });
  expect((await send()).ok).toBe(true);
  await desk.people(`users/${id}/block`, { bot: botId });
  expect(await send()).toMatchObject({
    error_code: 403,
    description: 'Forbidden: bot was blocked by the user',
  });
  await desk.people(`users/${id}/unblock`, { bot: botId });
  expect((await send()).ok).toBe(true);
  const ranks = (await desk.updates()).flatMap((u) => u.my_chat_member?.new_chat_member.status ?? []);
  expect(ranks).toEqual(['kicked', 'member']);
});

test('a deep link starts the bot with its payload', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.people<{ id: number }>('users', { first_name: 'Anna' });
  await desk.people(`users/${id}/start`, { chat: '@desk_bot', payload: 'order-17' });
  const [update] = await desk.updates();
  expect(update?.message).toMatchObject({
    text: '/start order-17',
    chat: { id, type: 'private' },
    entities: [{ type: 'bot_command', offset: 0, length: 6 }],
  });
});

test('text is parsed, keyboards are kept, and both sides see the same message', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  const reply_markup = { inline_keyboard: [[{ text: 'Yes', callback_data: 'y' }]] };
  const sent = await desk.ok('sendMessage', {
    chat_id: id,
    text: '<b>Hi</b>',
    parse_mode: 'HTML',
    reply_markup,
  });
  expect(sent).toMatchObject({
    text: 'Hi',
    entities: [{ type: 'bold', offset: 0, length: 2 }],
    reply_markup,
  });
  const seen = await desk.people<Message[]>(
    `users/${id}/chats/${botId}/messages?after=${sent.message_id - 1}`,
  );
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({
    message_id: sent.message_id,
    text: 'Hi',
    chat: { id: botId },
    reply_markup,
  });
});

test('a reply names its message, and a missing one is refused unless told otherwise', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  const first = await desk.ok('sendMessage', { chat_id: id, text: 'one' });
  const reply = await desk.ok('sendMessage', {
    chat_id: id,
    text: 'two',
    reply_parameters: { message_id: first.message_id },
  });
  expect(reply.reply_to_message?.text).toBe('one');
  const gone = { chat_id: id, text: 'three', reply_parameters: { message_id: 999 } };
  expect((await desk.call('sendMessage', gone)).description).toBe(
    'Bad Request: message to be replied not found',
  );
  const lenient = { ...gone, reply_parameters: { message_id: 999, allow_sending_without_reply: true } };
  expect((await desk.call('sendMessage', lenient)).ok).toBe(true);
});

test('edits change what the person sees; an edit that changes nothing is refused', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  const reply_markup = { inline_keyboard: [[{ text: 'A', callback_data: 'a' }]] };
  const { message_id } = await desk.ok('sendMessage', { chat_id: id, text: 'old', reply_markup });
  const same = await desk.call('editMessageText', { chat_id: id, message_id, text: 'old', reply_markup });
  expect(same.description).toMatch(/^Bad Request: message is not modified: specified new message content/);
  await desk.ok('editMessageText', { chat_id: id, message_id, text: 'new' });
  const [seen] = await desk.people<Message[]>(`users/${id}/chats/${botId}/messages?after=${message_id - 1}`);
  expect(seen).toMatchObject({ text: 'new' });
  expect(seen?.reply_markup).toBeUndefined();
  await desk.ok('editMessageReplyMarkup', { chat_id: id, message_id, reply_markup });
  const missing = await desk.call('editMessageText', { chat_id: id, message_id: 999, text: 'x' });
  expect(missing.description).toBe('Bad Request: message to edit not found');
  const theirs = await desk.people(`users/${id}/send`, { chat: botId, text: 'mine' });
  const foreign = await desk.call('editMessageText', {
    chat_id: id,
    message_id: theirs.message_id,
    text: 'x',
  });
  expect(foreign.description).toBe("Bad Request: message can't be edited");
});

test('messages are deleted for everyone within 48 hours only', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  const ids: number[] = [];
  for (const text of ['a', 'b', 'c'])
    ids.push((await desk.ok('sendMessage', { chat_id: id, text })).message_id);
  await desk.ok('deleteMessage', { chat_id: id, message_id: ids[0] });
  await desk.ok('deleteMessages', { chat_id: id, message_ids: [ids[0], ids[1]] });
  const left = await desk.people<Message[]>(`users/${id}/chats/${botId}/messages`);
  expect(left.map((m) => m.text)).toEqual(['/start', 'c']);
  await desk.people('clock', { advance_seconds: 49 * 3600 });
  const late = await desk.call('deleteMessage', { chat_id: id, message_id: ids[2] });
  expect(late.description).toBe("Bad Request: message can't be deleted for everyone");
  const again = await desk.call('deleteMessage', { chat_id: id, message_id: ids[0] });
  expect(again.description).toBe('Bad Request: message to delete not found');
});

test('copies lose their origin, forwards keep it, albums stay together', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  const other = await desk.person('Other');
  const photos = await desk.people<Message[]>(`users/${id}/send`, {
    chat: botId,
    media_group: [{ photo: true, caption: 'one' }, { photo: true }],
  });
  const message_ids = photos.map((m) => m.message_id);
  const copied = await desk.ok<{ message_id: number }[]>('copyMessages', {
    chat_id: other.id,
    from_chat_id: id,
    message_ids,
  });
  const seen = await desk.people<Message[]>(
    `users/${other.id}/chats/${botId}/messages?after=${(copied[0]?.message_id ?? 0) - 1}`,
  );
  expect(seen.map((m) => m.caption)).toEqual(['one', undefined]);
  expect(new Set(seen.map((m) => m.media_group_id)).size).toBe(1);
  expect(seen[0]?.media_group_id).not.toBe(photos[0]?.media_group_id);
  expect(seen[0]?.forward_origin).toBeUndefined();
  const forwarded = await desk.ok('forwardMessage', {
    chat_id: other.id,
    from_chat_id: id,
    message_id: message_ids[0],
  });
  expect(forwarded.forward_origin).toMatchObject({ type: 'user', sender_user: { id } });
});
