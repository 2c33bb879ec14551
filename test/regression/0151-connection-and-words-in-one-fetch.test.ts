import type { Update } from 'grammy/types';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { addStaff } from '../../domain/staff/index.ts';
import { receiveBatch } from '../../edges/telegram-in/index.ts';
import { testIntake } from '../support/intake.ts';

const NIGAR = { id: 710_001, is_bot: false, first_name: 'Nigar' };
const LEYLA = { id: 710_002, is_bot: false, first_name: 'Leyla' };
const connection = 'connection-of-nigar';
const date = 1_790_000_000;

const connected = {
  update_id: 1,
  business_connection: {
    ...{ id: connection, user: NIGAR, user_chat_id: NIGAR.id, date, is_enabled: true },
    rights: { can_reply: true },
  },
} as Update;
const said = {
  update_id: 2,
  business_message: {
    ...{ business_connection_id: connection, message_id: 1, date, from: LEYLA, text: 'My card is blocked' },
    chat: { id: LEYLA.id, type: 'private', first_name: 'Leyla' },
  },
} as Update;

// After an outage both came in one fetch. The words of another chat were handled beside the connection: before it, and so were nobody's.
test('what is said in a chat of an account is heard, though the connection is told of in the same fetch', async () => {
  await using t = await testIntake();
  const { db, transact, clock } = t.runtime;
  const now = clock.now();
  await transact((tx) => addStaff(tx, { name: 'Nigar', role: 'vip', telegramId: NIGAR.id, now }));
  await db
    .insertInto('customers')
    .values({ telegram_id: LEYLA.id, first_name: 'Leyla', language: 'en', is_vip: true, created_at: now })
    .execute();
  const { handle } = t.intake;
  const slow: typeof t.intake = {
    ...t.intake,
    async handle(tx, arrival) {
      const isConnection = 'business' in arrival && arrival.what.kind === 'connection';
      // Long enough for anything else to overtake it.
      for (let n = 0; isConnection && n < 50; n += 1) await sql`select 1`.execute(tx);
      await handle(tx, arrival);
    },
  };
  await receiveBatch(slow, [connected, said], 8);
  expect(await db.selectFrom('messages').select('text').execute()).toEqual([{ text: 'My card is blocked' }]);
});
