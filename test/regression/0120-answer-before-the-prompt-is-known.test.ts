import type { Update } from 'grammy/types';
import { expect, test } from 'vitest';
import { readConversation } from '../../domain/back-office/index.ts';
import { keptInGroup } from '../support/forum-world.ts';
import { testIntake } from '../support/intake.ts';

test('words that answer a prompt for a note stay inside, also while the prompt’s number is not known yet', async () => {
  await using t = await testIntake();
  const { db } = t.runtime;
  let updates = 0;
  const take = (from: number, chat: object, content: object): Promise<void> => {
    updates += 1;
    const sender = { id: from, is_bot: false, first_name: 'Somebody', language_code: 'en' };
    const message = { message_id: 100 + updates, date: 0, chat, from: sender, ...content };
    return t.take({ update_id: updates, message } as unknown as Update);
  };
  const command = (text: string, length: number) => ({
    ...{ text, entities: [{ type: 'bot_command', offset: 0, length }] },
  });
  const own = { id: 5, type: 'private', first_name: 'Leyla' };
  await take(5, own, command('/start t_idea', 6));
  await take(5, own, { text: 'A dark theme, please' });
  const { id } = await db.selectFrom('tickets').select('id').executeTakeFirstOrThrow();
  await keptInGroup(t.runtime, id);

  const forum = { id: -1001, type: 'supergroup', title: 'Staff', is_forum: true };
  const inTopic = { is_topic_message: true, message_thread_id: 70 };
  await take(7, forum, { ...inTopic, ...command('/note', 5) });
  // It has left, and Telegram's answer is on its way.
  await db
    .updateTable('outbox')
    .set({ state: 'sending', attempts: 1 })
    .where('key', 'like', 'staff-prompt:%')
    .execute();
  const prompt = { message_id: 9999, date: 0, chat: forum };
  await take(7, forum, { ...inTopic, text: 'She is angry with Murad', reply_to_message: prompt });
  const { messages } = await readConversation(db, id, { limit: 10 });
  expect(messages.map(({ visibility, text }) => [visibility, text])).toEqual([
    ['public', 'A dark theme, please'],
    ['internal', 'She is angry with Murad'],
  ]);
});
