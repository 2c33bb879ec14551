import type { Update } from 'grammy/types';
import { expect, test } from 'vitest';
import { handleForumSync } from '../../domain/staff-forum/index.ts';
import { keptInGroup } from '../support/forum-world.ts';
import { testIntake } from '../support/intake.ts';

type Row = { data?: string; label: string };

// The card of a new topic was pressed before its number was known here: the list of macros took its place.
test('a list that is asked for at a card whose number is not known yet is a message of its own', async () => {
  await using t = await testIntake();
  const { db, transact, desk } = t.runtime;
  const own = { id: 5, type: 'private', first_name: 'Leyla' };
  const leyla = { id: 5, is_bot: false, first_name: 'Leyla', language_code: 'en' };
  const says = (id: number, text: string, entities: object[] = []) =>
    ({
      update_id: id,
      message: { message_id: id, date: 0, chat: own, from: leyla, text, entities },
    }) as Update;
  await t.take(says(1, '/start t_idea', [{ type: 'bot_command', offset: 0, length: 6 }]));
  await t.take(says(2, 'A dark theme, please'));
  const { id } = await db.selectFrom('tickets').select('id').executeTakeFirstOrThrow();
  const chat = await keptInGroup(t.runtime, id);
  await transact((tx) => handleForumSync(tx, desk, id));

  const sent = () =>
    db
      .selectFrom('outbox')
      .select(['kind', 'key', 'payload'])
      .where('lane', '=', `chat:${chat}`)
      .orderBy('id')
      .execute();
  // It has left, and Telegram's answer is on its way.
  await db
    .updateTable('outbox')
    .set({ state: 'sending', attempts: 1 })
    .where('key', 'like', 'staff-card:%')
    .execute();
  const card = (await sent()).find(({ key }) => key?.startsWith('staff-card:'));
  const { buttons = [] } = (card?.payload ?? {}) as { buttons?: Row[][] };
  const macros = buttons.flat().find(({ label }) => /Macros/.test(label));
  const forum = { id: -1001, type: 'supergroup', title: 'Staff', is_forum: true };
  const message = { message_id: 999, date: 0, chat: forum, is_topic_message: true, message_thread_id: 70 };
  const from = { id: 7, is_bot: false, first_name: 'Aysel' };
  const press = { id: 'press', from, message, chat_instance: '1', data: macros?.data };
  await t.take({ update_id: 3, callback_query: press } as Update);
  const kinds = (await sent()).map(({ kind }) => kind);
  expect(kinds).not.toContain('change');
  expect(JSON.stringify((await sent()).at(-1)?.payload)).toMatch(/Which macro\?/);
});
