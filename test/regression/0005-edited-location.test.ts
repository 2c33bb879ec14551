import { expect, test } from 'vitest';
import { testIntake } from '../support/intake.ts';
import { stranger } from '../support/webhook.ts';

// A live location that moved arrived as an edit without a text, and emptied the message.
test('a location that moves keeps its words and its earlier places', async () => {
  await using t = await testIntake();
  const person = stranger();
  const at = (latitude: number) => ({ location: { latitude, longitude: 49.8 } });
  const first = person.says(at(40.4));
  await t.take(
    first,
    person.does(() => ({ edited_message: { ...first.message, ...at(40.5), edit_date: 1 } })),
  );
  const { db } = t.runtime;
  expect(await db.selectFrom('messages').select('text').execute()).toEqual([{ text: '40.5, 49.8' }]);
  expect(await db.selectFrom('message_versions').select('text').execute()).toEqual([{ text: '40.4, 49.8' }]);
});
