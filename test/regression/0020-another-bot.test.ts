import { expect, test } from 'vitest';
import { becomeBot } from '../../domain/chats/index.ts';
import { testIntake } from '../support/intake.ts';
import { stranger } from '../support/webhook.ts';

// Another bot counts its messages from one again; they were taken for ones that are stored, and dropped.
test('what a customer writes to another bot is not taken for what they wrote to the one before', async () => {
  await using t = await testIntake();
  const { transact, db } = t.runtime;
  const person = stranger();
  const first = person.says('My parcel never came.');
  expect(await transact((tx) => becomeBot(tx, 1))).toBe(false);
  await t.take(first);
  expect(await transact((tx) => becomeBot(tx, 2))).toBe(true);
  const again = { ...first, update_id: first.update_id + 100_000 };
  await t.take(again);
  const { count } = await db
    .selectFrom('messages')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  expect(Number(count)).toBe(2);
  expect(await transact((tx) => becomeBot(tx, 2))).toBe(false);
});
