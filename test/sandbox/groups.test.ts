import type { ChatMember, ForumTopic, Message, Update } from '@grammyjs/types';
import { expect, test } from 'vitest';
import type { Kit } from './kit.ts';
import { botId, openSandbox } from './kit.ts';

async function groupWithBot(
  desk: Kit,
  wish: { type?: string; is_forum?: boolean; rank?: string } = {},
): Promise<{ chat: number; owner: number }> {
  const owner = (await desk.person('Owner')).id;
  const { type = 'supergroup', is_forum = false, rank = 'administrator' } = wish;
  const chat = await desk.chat({ type, creator: owner, is_forum });
  await desk.people(`chats/${chat.id}/members`, { user: botId, status: rank });
  return { chat: chat.id, owner };
}

function texts(updates: Update[]): string[] {
  return updates.flatMap((u) => u.message?.text ?? u.channel_post?.text ?? []);
}

test('adding a bot tells it, and privacy mode hides ordinary talk', async () => {
  await using desk = await openSandbox();
  const { chat, owner } = await groupWithBot(desk, { rank: 'member' });
  const [added, joined] = await desk.updates();
  expect(added?.my_chat_member?.new_chat_member).toMatchObject({ status: 'member', user: { id: botId } });
  expect(joined?.message?.new_chat_members?.[0]?.id).toBe(botId);
  const say = (text: string, reply_to?: number) =>
    desk.people(`users/${owner}/send`, { chat, text, reply_to });
  const bots = await desk.ok('sendMessage', { chat_id: chat, text: 'I am here' });
  await say('just talk');
  await say('/help');
  await say('/help@desk_bot');
  await say('/help@other_bot');
  await say('ask @desk_bot please');
  await say('to you', bots.message_id);
  const seen = ['/help', '/help@desk_bot', 'ask @desk_bot please', 'to you'];
  expect(texts(await desk.updates())).toEqual(seen);
  await desk.people(`chats/${chat}/members`, { user: botId, status: 'administrator' });
  await say('now heard');
  expect(texts(await desk.updates())).toEqual([...seen, 'now heard']);
});

test('a bot that was removed is told why it cannot write', async () => {
  await using desk = await openSandbox();
  const { chat } = await groupWithBot(desk, { type: 'group' });
  await desk.people(`chats/${chat}/members`, { user: botId, status: 'kicked' });
  const send = await desk.call('sendMessage', { chat_id: chat, text: 'x' });
  expect(send).toMatchObject({
    error_code: 403,
    description: 'Forbidden: bot was kicked from the group chat',
  });
});

test('members are counted, shown, restricted, banned and promoted', async () => {
  await using desk = await openSandbox();
  const { chat, owner } = await groupWithBot(desk);
  const { id } = await desk.person('Member');
  await desk.people(`users/${id}/join`, { chat });
  expect(await desk.ok<number>('getChatMemberCount', { chat_id: chat })).toBe(3);
  const rank = async () =>
    (await desk.ok<ChatMember>('getChatMember', { chat_id: chat, user_id: id })).status;
  expect(await rank()).toBe('member');
  await desk.ok('restrictChatMember', {
    chat_id: chat,
    user_id: id,
    permissions: { can_send_messages: false },
  });
  expect(await rank()).toBe('restricted');
  await expect(desk.people(`users/${id}/send`, { chat, text: 'x' })).rejects.toThrow('may not write');
  await desk.ok('banChatMember', { chat_id: chat, user_id: id });
  expect(await rank()).toBe('kicked');
  await expect(desk.people(`users/${id}/join`, { chat })).rejects.toThrow('banned');
  await desk.ok('unbanChatMember', { chat_id: chat, user_id: id, only_if_banned: true });
  await desk.people(`users/${id}/join`, { chat });
  await desk.ok('promoteChatMember', { chat_id: chat, user_id: id, can_pin_messages: true });
  const admins = await desk.ok<ChatMember[]>('getChatAdministrators', { chat_id: chat });
  expect(admins.map((a) => [a.user.id, a.status])).toEqual([
    [owner, 'creator'],
    [botId, 'administrator'],
    [id, 'administrator'],
  ]);
  const ban = await desk.call('banChatMember', { chat_id: chat, user_id: owner });
  expect(ban.description).toBe("Bad Request: can't remove chat owner");
});

test('a restriction ends when its time has come', async () => {
  await using desk = await openSandbox();
  const { chat } = await groupWithBot(desk);
  const { id } = await desk.person('Member');
  await desk.people(`users/${id}/join`, { chat });
  const { now } = await desk.people<{ now: string }>('clock');
  const until_date = Math.floor(Date.parse(now) / 1000) + 3600;
  const permissions = { can_send_messages: false };
  await desk.ok('restrictChatMember', { chat_id: chat, user_id: id, permissions, until_date });
  const say = () => desk.people(`users/${id}/send`, { chat, text: '/hi' });
  await expect(say()).rejects.toThrow('may not write');
  await desk.people('clock', { advance_seconds: 3601 });
  expect((await say()).text).toBe('/hi');
  const member = await desk.ok<ChatMember>('getChatMember', { chat_id: chat, user_id: id });
  expect(member.status).toBe('member');
});

test('a bot without rights is refused', async () => {
  await using desk = await openSandbox();
  const { chat, owner } = await groupWithBot(desk, { rank: 'member' });
  const tell = async (method: string, params: object) =>
    (await desk.call(method, { chat_id: chat, ...params })).description;
  expect(await tell('banChatMember', { user_id: owner })).toMatch(/not enough rights/);
  const { message_id } = await desk.people(`users/${owner}/send`, { chat, text: '/hi' });
  expect(await tell('pinChatMessage', { message_id })).toMatch(/not enough rights to manage pinned messages/);
  expect(await tell('deleteMessage', { message_id })).toBe(
    "Bad Request: message can't be deleted for everyone",
  );
  expect(await tell('createForumTopic', { name: 'x' })).toBe('Bad Request: the chat is not a forum');
});

test('topics are made, written to, renamed, closed, reopened and deleted', async () => {
  await using desk = await openSandbox();
  const { chat, owner } = await groupWithBot(desk, { is_forum: true });
  const topic = await desk.ok<ForumTopic>('createForumTopic', { chat_id: chat, name: 'T-1' });
  const place = { chat_id: chat, message_thread_id: topic.message_thread_id };
  const sent = await desk.ok('sendMessage', { ...place, text: 'in it' });
  expect(sent).toMatchObject({ message_thread_id: topic.message_thread_id, is_topic_message: true });
  expect(sent.reply_to_message?.forum_topic_created?.name).toBe('T-1');
  await desk.people(`users/${owner}/send`, { chat, text: 'answer', thread: topic.message_thread_id });
  await desk.people(`users/${owner}/send`, { chat, text: 'general' });
  const inTopic = await desk.people<Message[]>(
    `users/${owner}/chats/${chat}/messages?thread=${topic.message_thread_id}`,
  );
  expect(inTopic.map((m) => m.text ?? 'service')).toEqual(['service', 'in it', 'answer']);
  await desk.ok('editForumTopic', { ...place, name: 'T-1 solved' });
  await desk.ok('closeForumTopic', place);
  expect((await desk.call('closeForumTopic', place)).description).toBe('Bad Request: TOPIC_NOT_MODIFIED');
  await desk.ok('reopenForumTopic', place);
  const [row] = await desk.people<{ topics: { name: string }[] }[]>(`users/${owner}/chats`);
  expect(row?.topics.map((t) => t.name)).toEqual(['General', 'T-1 solved']);
  await desk.ok('deleteForumTopic', place);
  const gone = await desk.call('sendMessage', { ...place, text: 'x' });
  expect(gone.description).toBe('Bad Request: message thread not found');
  const edit = await desk.call('editForumTopic', { ...place, name: 'y' });
  expect(edit.description).toBe('Bad Request: TOPIC_DELETED');
});

test('General is written to without a thread, and refused by number', async () => {
  await using desk = await openSandbox();
  const { chat } = await groupWithBot(desk, { is_forum: true });
  const general = await desk.ok('sendMessage', { chat_id: chat, text: 'x' });
  expect(general.message_thread_id).toBeUndefined();
  const byNumber = await desk.call('sendMessage', { chat_id: chat, message_thread_id: 1, text: 'x' });
  expect(byNumber.description).toBe('Bad Request: message thread not found');
});

test('a closed topic is shut to bots that are not administrators', async () => {
  await using desk = await openSandbox();
  const { chat } = await groupWithBot(desk, { is_forum: true, rank: 'member' });
  const topic = await desk.people<{ message_thread_id: number }>(`chats/${chat}/topics`, { name: 'Quiet' });
  const send = () => desk.call('sendMessage', { chat_id: chat, ...topic, text: 'x' });
  expect((await send()).ok).toBe(true);
  await desk.people(`chats/${chat}/topics/${topic.message_thread_id}`, { closed: true });
  expect((await send()).description).toBe('Bad Request: TOPIC_CLOSED');
});

test('a group becomes a supergroup, and the old id says where it went', async () => {
  await using desk = await openSandbox();
  const { chat, owner } = await groupWithBot(desk, { type: 'group' });
  const { id } = await desk.people<{ id: number }>(`chats/${chat}/migrate`, {});
  const refused = await desk.call('sendMessage', { chat_id: chat, text: 'x' });
  expect(refused).toMatchObject({
    error_code: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: id },
  });
  expect((await desk.call('sendMessage', { chat_id: id, text: 'moved' })).ok).toBe(true);
  const migrated = (await desk.updates()).map((u) => u.message);
  expect(migrated.find((m) => m?.chat.id === chat && m.migrate_to_chat_id === id)).toBeDefined();
  expect(migrated.find((m) => m?.chat.id === id && m.migrate_from_chat_id === chat)).toBeDefined();
  const [row] = await desk.people<{ chat: { id: number; type: string } }[]>(`users/${owner}/chats`);
  expect(row?.chat).toMatchObject({ id, type: 'supergroup' });
});

test('channels carry posts; pins stand in getChat', async () => {
  await using desk = await openSandbox();
  const { chat, owner } = await groupWithBot(desk, { type: 'channel' });
  await desk.people(`users/${owner}/send`, { chat, text: 'news' });
  expect(texts(await desk.updates())).toEqual(['news']);
  const post = await desk.ok('sendMessage', { chat_id: chat, text: 'by bot' });
  expect(post).toMatchObject({ sender_chat: { id: chat }, chat: { type: 'channel' } });
  await desk.ok('pinChatMessage', { chat_id: chat, message_id: post.message_id });
  const info = await desk.ok<{ pinned_message?: Message }>('getChat', { chat_id: chat });
  expect(info.pinned_message?.text).toBe('by bot');
  await desk.ok('unpinAllChatMessages', { chat_id: chat });
  const webApp = { inline_keyboard: [[{ text: 'Open', web_app: { url: 'https://example.com/' } }]] };
  const refused = await desk.call('sendMessage', { chat_id: chat, text: 'x', reply_markup: webApp });
  expect(refused.description).toBe('Bad Request: BUTTON_TYPE_INVALID');
});
