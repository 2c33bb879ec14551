import { expect, test } from 'vitest';
import { testIntake } from '../support/intake.ts';
import { stranger } from '../support/webhook.ts';

// The subject was made of the first message that was not empty: of an emoji, or of characters that nobody sees.
test('a ticket is called by the first words that can be read', async () => {
  await using t = await testIntake();
  const person = stranger();
  const said = ['/start t_idea', '\u200b', '😡', 'The app closes by itself.'];
  await t.take(...said.map((words) => person.says(words)));
  expect(await t.runtime.db.selectFrom('tickets').select('subject').execute()).toEqual([
    { subject: 'The app closes by itself.' },
  ]);
});
