import type { BusinessConnection, Message, Update, User } from '@grammyjs/types';
import { expect, test } from 'vitest';
import { botId, type Kit, openSandbox } from './kit.ts';

/** A VIP's chat with Rauf, whose account the bot is connected to. */
async function connected(desk: Kit, rights?: string[]) {
  await desk.people('bots/settings', { bot: botId, can_connect_to_business: true });
  const rauf = await desk.person('Rauf');
  const vip = await desk.people<User>('users', { first_name: 'Leyla' });
  const { connection } = await desk.people<{ connection: BusinessConnection }>(`users/${rauf.id}/business`, {
    bot: botId,
    ...(rights === undefined ? {} : { rights }),
  });
  await drain(desk);
  const from = (user: User, to: User) => (body: object) =>
    desk.people(`users/${user.id}/send`, { chat: to.id, ...body });
  return { rauf, vip, connection, says: from(vip, rauf), answers: from(rauf, vip) };
}

async function drain(desk: Kit): Promise<Update[]> {
  const updates = await desk.updates();
  await desk.ok('getUpdates', { offset: (updates.at(-1)?.update_id ?? 0) + 1 });
  return updates;
}

const seenBy = (desk: Kit, user: User, other: User): Promise<Message[]> =>
  desk.people<Message[]>(`users/${user.id}/chats/${other.id}/messages`);

test('a person connects a bot, changes what it may do, and disconnects it', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  const business = (body: object) => desk.people(`users/${id}/business`, { bot: botId, ...body });
  await expect(business({})).rejects.toThrow('can_connect_to_business');
  await desk.people('bots/settings', { bot: botId, can_connect_to_business: true });
  await business({ rights: ['can_reply'] });
  await business({ rights: ['can_reply', 'can_read_messages'] });
  await business({ connected: false });
  await business({});
  const seen = (await drain(desk)).map((update) => update.business_connection);
  expect(seen.map((one) => [one?.is_enabled, Object.keys(one?.rights ?? {}).length])).toEqual([
    [true, 1],
    [true, 2],
    [false, 2],
    [true, 14],
  ]);
  expect(seen[0]).toMatchObject({ user: { id }, user_chat_id: id, rights: { can_reply: true } });
  expect(seen[1]?.id).toBe(seen[0]?.id);
  expect(seen[3]?.id).not.toBe(seen[0]?.id);
  expect(await desk.ok('getBusinessConnection', { business_connection_id: seen[0]?.id })).toEqual(seen[2]);
  expect((await desk.call('getBusinessConnection', { business_connection_id: 'x' })).description).toBe(
    'Bad Request: business connection not found',
  );
});

test("both sides' messages, edits and deletions of a connected account reach the bot", async () => {
  await using desk = await openSandbox();
  const { rauf, vip, connection, says, answers } = await connected(desk);
  const question = await says({ text: 'Where is my order?' });
  const answer = await answers({ text: 'I look', reply_to: question.message_id });
  await desk.people(`users/${vip.id}/edit`, {
    chat: rauf.id,
    message_id: question.message_id,
    text: 'Where are my orders?',
  });
  await desk.people(`users/${rauf.id}/delete`, { chat: vip.id, message_id: answer.message_id });
  const [asked, told, edited, deleted] = await drain(desk);
  const frame = { business_connection_id: connection.id, chat: { id: vip.id, type: 'private' } };
  expect(asked?.business_message).toMatchObject({
    ...frame,
    from: { id: vip.id },
    text: 'Where is my order?',
  });
  expect(told?.business_message).toMatchObject({
    ...frame,
    from: { id: rauf.id },
    reply_to_message: { message_id: question.message_id, chat: { id: vip.id } },
  });
  expect(edited?.edited_business_message).toMatchObject({ ...frame, text: 'Where are my orders?' });
  expect(deleted?.deleted_business_messages).toEqual({
    ...frame,
    chat: expect.objectContaining(frame.chat),
    message_ids: [answer.message_id],
  });
  expect((await seenBy(desk, rauf, vip))[0]?.chat).toMatchObject({ first_name: 'Leyla' });
});

test('the bot answers, edits, marks read and deletes on behalf of the account, and hears nothing of itself', async () => {
  await using desk = await openSandbox();
  const { rauf, vip, connection, says, answers } = await connected(desk);
  const business_connection_id = connection.id;
  const place = { business_connection_id, chat_id: vip.id };
  const question = await says({ text: 'Hello' });
  const keyboard = { inline_keyboard: [[{ text: 'Thanks', callback_data: 'thanks' }]] };
  const sent = await desk.ok('sendMessage', { ...place, text: 'One', reply_markup: keyboard });
  expect(sent).toMatchObject({
    business_connection_id,
    from: { id: rauf.id },
    sender_business_bot: { id: botId },
    chat: { id: vip.id },
  });
  await drain(desk);
  await desk.ok('editMessageText', {
    ...place,
    message_id: sent.message_id,
    text: 'Two',
    reply_markup: keyboard,
  });
  const album = await desk.ok<Message[]>('sendMediaGroup', {
    ...place,
    media: (await Promise.all([1, 2].map(() => photoId(desk)))).map((media) => ({ type: 'photo', media })),
  });
  await desk.ok('sendChatAction', { ...place, action: 'typing' });
  await desk.ok('readBusinessMessage', { ...place, message_id: question.message_id });
  await desk.ok('deleteBusinessMessages', {
    business_connection_id,
    message_ids: album.map((m) => m.message_id),
  });
  expect((await drain(desk)).filter((update) => update.message === undefined)).toEqual([]);
  expect((await seenBy(desk, vip, rauf)).map((m) => m.text)).toEqual(['Hello', 'Two']);
  const rows = await desk.people<{ unread: number; chat: { id: number } }[]>(`users/${rauf.id}/chats`);
  expect(rows.find((row) => row.chat.id === vip.id)?.unread).toBe(0);
  void desk.people(`users/${vip.id}/press`, { chat: rauf.id, message_id: sent.message_id, data: 'thanks' });
  const [pressed] = await desk.ok<Update[]>('getUpdates', { timeout: 5 });
  expect(pressed?.callback_query).toMatchObject({
    from: { id: vip.id },
    message: { business_connection_id, message_id: sent.message_id },
  });
  await desk.ok('answerCallbackQuery', { callback_query_id: pressed?.callback_query?.id });
  const own = await answers({ text: 'By hand' });
  await desk.ok('editMessageText', { ...place, message_id: own.message_id, text: 'By hand, mended' });
  await desk.people('clock', { advance_seconds: 47 * 3600 });
  await says({ text: 'Still here' });
  await desk.people('clock', { advance_seconds: 3601 });
  const late = await desk.call('editMessageText', { ...place, message_id: own.message_id, text: 'x' });
  expect(late.description).toBe("Bad Request: message can't be edited");
});

async function photoId(desk: Kit): Promise<string> {
  const sender = await desk.person('Sender');
  const sent = await desk.people(`users/${sender.id}/send`, { chat: botId, photo: true });
  return sent.photo?.at(-1)?.file_id ?? '';
}

test('rights, the window of 24 hours and the end of a connection bound what the bot may do', async () => {
  await using desk = await openSandbox();
  const { rauf, vip, connection, says, answers } = await connected(desk, ['can_delete_sent_messages']);
  const business_connection_id = connection.id;
  const place = { business_connection_id, chat_id: vip.id };
  const send = async (more: object = {}) =>
    (await desk.call('sendMessage', { ...place, text: 'x', ...more })).description;
  const { message_id } = await says({ text: 'Hello' });
  expect(await send()).toBe('Bad Request: BOT_ACCESS_FORBIDDEN');
  const read = await desk.call('readBusinessMessage', { ...place, message_id });
  expect(read.description).toBe('Bad Request: BOT_ACCESS_FORBIDDEN');
  const erase = () =>
    desk.call('deleteBusinessMessages', { business_connection_id, message_ids: [message_id] });
  expect((await erase()).description).toBe('Bad Request: MESSAGE_DELETE_FORBIDDEN');
  await desk.people(`users/${rauf.id}/business`, { bot: botId });
  const reply_markup = { inline_keyboard: [[{ text: 'App', web_app: { url: 'https://example.com/' } }]] };
  expect(await send({ reply_markup })).toBe('Bad Request: BUTTON_TYPE_INVALID');
  expect(await send({ reply_markup: { keyboard: [['A']] } })).toBe('Bad Request: inline keyboard expected');
  expect(await send({ chat_id: rauf.id })).toBe('Bad Request: messages must not be sent to self');
  expect(await send({ chat_id: 12 })).toBe('Bad Request: chat not found');
  expect(await send()).toBeUndefined();
  await desk.people('clock', { advance_seconds: 24 * 3600 });
  await answers({ text: 'Only I spoke since' });
  expect(await send()).toBe('Bad Request: BUSINESS_PEER_USAGE_MISSING');
  await says({ text: 'Again' });
  expect(await send()).toBeUndefined();
  expect((await erase()).ok).toBe(true);
  await desk.people(`users/${rauf.id}/business`, { bot: botId, connected: false });
  expect(await send()).toBe('Bad Request: BUSINESS_CONNECTION_INVALID');
  await drain(desk);
  await says({ text: 'Nobody hears' });
  expect(await drain(desk)).toEqual([]);
});
