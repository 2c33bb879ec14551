import type { Update } from 'grammy/types';
import { expect, test } from 'vitest';
import { becomeBot, noteBotTopics } from '../../domain/chats/index.ts';
import { testIntake } from '../support/intake.ts';

// Telegram had made the topic, and its number was not known here yet: what its customer wrote in it became a question of its own.
test('what a customer writes in their ticket’s topic belongs to it, also while the topic’s number is not known yet', async () => {
  await using t = await testIntake();
  const { db, transact } = t.runtime;
  await transact(async (tx) => {
    await becomeBot(tx, t.intake.botId);
    await noteBotTopics(tx, true);
  });
  const chat = { id: 5, type: 'private', first_name: 'Leyla' };
  const from = { id: 5, is_bot: false, first_name: 'Leyla', language_code: 'en' };
  const take = (id: number, message: object) =>
    t.take({ update_id: id, message: { message_id: id, date: 0, chat, from, ...message } } as Update);
  const entities = [{ type: 'bot_command', offset: 0, length: 6 }];
  await take(1, { text: '/start t_idea', entities });
  await take(2, { text: 'A dark theme, please' });
  // It has left, and Telegram's answer is on its way.
  await db
    .updateTable('outbox')
    .set({ state: 'sending', attempts: 1 })
    .where('key', 'like', 'topic:%')
    .execute();
  const topics = () => db.selectFrom('ticket_topics').select(['ticket_id', 'thread']).execute();
  const [topic] = await topics();
  expect(topic?.thread).toBe(null);
  await take(3, { text: 'And a larger font', is_topic_message: true, message_thread_id: 70 });
  const said = await db.selectFrom('messages').select(['text', 'ticket_id']).orderBy('id').execute();
  expect(said).toEqual([
    { text: 'A dark theme, please', ticket_id: topic?.ticket_id },
    { text: 'And a larger font', ticket_id: topic?.ticket_id },
  ]);
  expect(await topics()).toEqual([topic]);
});
