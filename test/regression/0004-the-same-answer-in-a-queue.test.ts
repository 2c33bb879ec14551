import { expect, test } from 'vitest';
import { testIntake } from '../support/intake.ts';
import { stranger } from '../support/webhook.ts';

// Every /help was answered, one a second: whoever sent it a hundred times waited minutes for an agent's reply.
test('the same answer is not queued again while it waits', async () => {
  await using t = await testIntake();
  const person = stranger();
  await t.take(...Array.from({ length: 5 }, () => person.says('/help')));
  expect(await t.runtime.db.selectFrom('outbox').select('id').execute()).toHaveLength(1);
  await t.take(person.says('/nonsense'));
  expect(await t.runtime.db.selectFrom('outbox').select('id').execute()).toHaveLength(2);
});
