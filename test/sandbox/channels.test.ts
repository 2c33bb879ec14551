import type { Message, Update } from '@grammyjs/types';
import { expect, test } from 'vitest';
import { botId, type Kit, openSandbox } from './kit.ts';

interface Row {
  chat: { id: number; is_direct_messages?: boolean };
  direct_messages_chat?: number;
  topics?: { message_thread_id: number }[];
}

async function withChannel(desk: Kit, more: object = {}) {
  const owner = await desk.person('Owner');
  const channel = await desk.chat({ type: 'channel', creator: owner.id, username: 'shop_news', ...more });
  await desk.people(`chats/${channel.id}/members`, { user: botId, status: 'administrator' });
  await desk.updates().then((all) => desk.ok('getUpdates', { offset: (all.at(-1)?.update_id ?? 0) + 1 }));
  return { owner, channel };
}

test('people write to a channel, each in a topic of their own, and the bot answers as the channel', async () => {
  await using desk = await openSandbox();
  const { owner, channel } = await withChannel(desk, { direct_messages: true });
  const [row] = await desk.people<Row[]>(`users/${owner.id}/chats`);
  const direct = row?.direct_messages_chat ?? 0;
  const [anna, boris] = [await desk.person('Anna'), await desk.person('Boris')];
  await desk.people(`users/${anna.id}/send`, { chat: direct, text: 'Where are you?' });
  await desk.people(`users/${boris.id}/send`, { chat: direct, text: 'Open on Sunday?' });
  const [first] = await desk.updates();
  expect(first?.message).toMatchObject({
    text: 'Where are you?',
    chat: { id: direct, type: 'supergroup', is_direct_messages: true },
    direct_messages_topic: { topic_id: anna.id, user: { id: anna.id } },
    from: { id: anna.id },
  });
  const send = (more: object) => desk.call('sendMessage', { chat_id: direct, text: 'Nizami 1', ...more });
  expect((await send({})).description).toMatch('topic must be specified');
  expect((await send({ direct_messages_topic_id: owner.id })).description).toBe(
    'Bad Request: TOPIC_ID_INVALID',
  );
  const { result } = await send({ direct_messages_topic_id: anna.id });
  expect(result).toMatchObject({
    direct_messages_topic: { topic_id: anna.id },
    sender_chat: { id: channel.id },
  });
  const seenBy = async (id: number) =>
    (await desk.people<Message[]>(`users/${id}/chats/${direct}/messages`)).map((m) => m.text);
  expect(await seenBy(anna.id)).toEqual(['Where are you?', 'Nizami 1']);
  expect(await seenBy(boris.id)).toEqual(['Open on Sunday?']);
  expect(await seenBy(owner.id)).toHaveLength(3);
  await desk.people(`users/${owner.id}/send`, { chat: direct, thread: boris.id, text: 'Yes' });
  expect(await seenBy(boris.id)).toEqual(['Open on Sunday?', 'Yes']);
  expect(await desk.ok('getChat', { chat_id: direct })).toMatchObject({ parent_chat: { id: channel.id } });
  const rows = await desk.people<Row[]>(`users/${owner.id}/chats`);
  expect(rows.find((one) => one.chat.is_direct_messages)?.topics?.slice(1)).toMatchObject([
    { message_thread_id: anna.id },
    { message_thread_id: boris.id },
  ]);
});

test("a channel's posts come into its discussion group, where comments hang together", async () => {
  await using desk = await openSandbox();
  const { owner, channel } = await withChannel(desk);
  const group = await desk.chat({ type: 'supergroup', creator: owner.id });
  await desk.people(`chats/${group.id}/members`, { user: botId, status: 'administrator' });
  await desk.people(`chats/${group.id}/link`, { channel: channel.id });
  const post = await desk.people(`users/${owner.id}/send`, { chat: channel.id, text: 'New hours' });
  const reader = await desk.person('Reader');
  await desk.ok('getUpdates', { offset: -1 });
  const comment = await desk.people(`users/${reader.id}/send`, {
    chat: channel.id,
    comment_on: post.message_id,
    text: 'And on Sunday?',
  });
  const root = comment.reply_to_message;
  expect(root).toMatchObject({
    is_automatic_forward: true,
    sender_chat: { id: channel.id },
    from: { id: 777000 },
    forward_origin: { type: 'channel', message_id: post.message_id },
  });
  expect(comment).toMatchObject({ chat: { id: group.id }, message_thread_id: root?.message_id });
  const answer = await desk.ok('sendMessage', {
    chat_id: group.id,
    text: 'Closed',
    reply_parameters: { message_id: comment.message_id },
  });
  expect(answer.message_thread_id).toBe(root?.message_id);
  expect(answer.is_topic_message).toBeUndefined();
  expect(await desk.ok('getChat', { chat_id: channel.id })).toMatchObject({ linked_chat_id: group.id });
  await desk.people(`users/${owner.id}/edit`, {
    chat: channel.id,
    message_id: post.message_id,
    text: 'Hours',
  });
  const copies = await desk.people<Message[]>(`users/${owner.id}/chats/${group.id}/messages`);
  expect(copies.find((m) => m.message_id === root?.message_id)?.text).toBe('Hours');
  const counts: Update[] = [];
  await desk.ok('getUpdates', { allowed_updates: ['message_reaction_count'] });
  await desk.people(`users/${owner.id}/react`, {
    chat: channel.id,
    message_id: post.message_id,
    emoji: '👍',
  });
  counts.push(...(await desk.updates()));
  expect(counts.at(-1)?.message_reaction_count).toMatchObject({
    chat: { id: channel.id },
    reactions: [{ type: { emoji: '👍' }, total_count: 1 }],
  });
});
