import { expect, test } from 'vitest';
import { receiveBatch } from '../../edges/telegram-in/index.ts';
import { testIntake } from '../support/intake.ts';
import { stranger } from '../support/webhook.ts';

// Elsewhere the first message of somebody new was lost when the store was slow, and Telegram's retries made second copies.
test('the first message of everybody new is kept, once, however many come at once and come again', async () => {
  await using t = await testIntake();
  const updates = Array.from({ length: 45 }, (_, index) => stranger().says(`My first words, ${index}`));
  await Promise.all([receiveBatch(t.intake, updates, 16), receiveBatch(t.intake, updates, 16)]);
  await receiveBatch(t.intake, updates, 1);
  const rows = await t.runtime.db
    .selectFrom('messages')
    .select('text')
    .where('author_kind', '=', 'customer')
    .execute();
  expect(rows.map(({ text }) => text).sort()).toEqual(
    updates.map(({ message }) => message?.text ?? '').sort(),
  );
});
