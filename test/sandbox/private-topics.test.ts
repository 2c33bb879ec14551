import type { ForumTopic, Message, Update } from '@grammyjs/types';
import { expect, test } from 'vitest';
import { botId, openSandbox } from './kit.ts';

interface Row {
  topics?: { message_thread_id: number; name: string; unread: number }[];
  may_add_topics?: boolean;
}

test('a bot divides its private chats into topics, and words go both ways in each', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  const refused = await desk.call('createForumTopic', { chat_id: id, name: 'N-1' });
  expect(refused.description).toBe('Bad Request: the chat is not a forum');
  await desk.people('bots/settings', { bot: botId, has_topics_enabled: true });
  expect(await desk.ok('getMe')).toMatchObject({
    has_topics_enabled: true,
    allows_users_to_create_topics: false,
  });
  const topic = await desk.ok<ForumTopic>('createForumTopic', { chat_id: id, name: 'N-1' });
  const place = { chat_id: id, message_thread_id: topic.message_thread_id };
  const told = await desk.ok('sendMessage', { ...place, text: 'Your ticket' });
  expect(told).toMatchObject({ message_thread_id: topic.message_thread_id, is_topic_message: true });
  await desk.people(`users/${id}/send`, { chat: botId, thread: topic.message_thread_id, text: 'Thanks' });
  const said = (await desk.updates()).at(-1)?.message;
  expect(said).toMatchObject({ text: 'Thanks', message_thread_id: topic.message_thread_id, chat: { id } });
  await desk.ok('editForumTopic', { ...place, name: 'N-1 solved' });
  const [row] = await desk.people<Row[]>(`users/${id}/chats`);
  expect(row?.topics?.at(-1)).toMatchObject({ name: 'N-1 solved', unread: 1 });
  const closing = await desk.call('closeForumTopic', place);
  expect(closing.description).toBe('Bad Request: the chat is not a forum');
  const path = `users/${id}/chats/${botId}/messages?thread=${topic.message_thread_id}`;
  expect((await desk.people<Message[]>(path)).map((m) => m.text ?? 'service')).toEqual([
    'service',
    'Your ticket',
    'Thanks',
    'service',
  ]);
  await desk.ok('deleteForumTopic', place);
  expect(await desk.people<Message[]>(path)).toEqual([]);
  expect((await desk.call('sendMessage', { ...place, text: 'x' })).description).toBe(
    'Bad Request: message thread not found',
  );
  expect((await desk.call('copyMessage', { ...place, from_chat_id: id, message_id: 1 })).description).toMatch(
    /not found|TOPIC_DELETED/,
  );
});

test('people open, rename and delete topics only where the bot allows it', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  await desk.people('bots/settings', { bot: botId, has_topics_enabled: true });
  const add = (body: object) => desk.people<ForumTopic>(`users/${id}/topics`, { chat: botId, ...body });
  await expect(add({})).rejects.toThrow('does not let people');
  await desk.people('bots/settings', { bot: botId, allows_users_to_create_topics: true });
  const topic = await add({});
  await desk.people(`users/${id}/topics/${topic.message_thread_id}`, { chat: botId, name: 'Delivery' });
  await add({ name: 'Refund' });
  const seen = (await desk.ok<Update[]>('getUpdates')).map((u) => u.message);
  expect(seen.map((m) => m?.forum_topic_created ?? m?.forum_topic_edited)).toMatchObject([
    { is_name_implicit: true },
    { name: 'Delivery' },
    { name: 'Refund' },
  ]);
  const [row] = await desk.people<Row[]>(`users/${id}/chats`);
  expect(row?.may_add_topics).toBe(true);
  await desk.people(`users/${id}/topics/${topic.message_thread_id}`, { chat: botId, deleted: true });
  const gone = { chat_id: id, message_thread_id: topic.message_thread_id, name: 'x' };
  expect((await desk.call('editForumTopic', gone)).description).toBe('Bad Request: TOPIC_DELETED');
});
