import { expect, test } from 'vitest';
import { testIntake } from '../support/intake.ts';
import { stranger } from '../support/webhook.ts';

// Whoever held a chat's lock asked for the topics over the pool, whose connections all waited for that lock: the desk stood still.
test('many messages of one chat at once do not stop a desk with few connections', async () => {
  await using t = await testIntake({ DATABASE_CONNECTIONS: '2' });
  const person = stranger();
  const updates = Array.from({ length: 6 }, (_, index) => person.says(`words ${index}`));
  await Promise.all(updates.map((update) => t.take(update)));
  const { length } = await t.runtime.db.selectFrom('messages').select('id').execute();
  expect(length).toBe(updates.length);
});
