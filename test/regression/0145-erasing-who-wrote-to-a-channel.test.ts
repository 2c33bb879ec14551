import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { lockChat, saveDialogue } from '../../domain/chats/index.ts';
import { recognise } from '../../domain/customers/index.ts';
import { eraseCustomer } from '../../domain/privacy/index.ts';
import { testDatabase } from '../support/database.ts';

test('whoever wrote to a channel directly can be erased, and is not known by that chat any more', async () => {
  await using database = await testDatabase();
  const now = new Date('2026-11-28T08:00:00Z');
  const left = await database.db.transaction().execute(async (tx) => {
    const { id } = await recognise(tx, { telegramId: 77, firstName: 'Leyla' }, { now, fallback: 'en' });
    const chat = await lockChat(tx, { telegramChatId: -100_123, kind: 'supergroup', direct: 77 }, now);
    await saveDialogue(tx, { id: chat.id, customerId: id }, { dialogue: null, now, acted: true });
    await eraseCustomer(tx, { customerId: id, requestId: 0, now });
    const { rows } =
      await sql`select direct_chat_id, direct_topic_id from chats where id = ${chat.id}`.execute(tx);
    return rows;
  });
  expect(left).toEqual([{ direct_chat_id: null, direct_topic_id: null }]);
});
