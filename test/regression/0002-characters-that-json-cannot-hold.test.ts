import { expect, test } from 'vitest';
import { testIntake } from '../support/intake.ts';
import { stranger } from '../support/webhook.ts';

// A NUL or half a surrogate pair outside the text (a name, a file's name, an unknown kind of content) failed in the database, and the
// note that it failed did too: the update came again for ever and held up all others.
test('an update with NUL and half a surrogate pair in a name is taken, and the next one too', async () => {
  await using t = await testIntake();
  const person = stranger({ first_name: 'A\0\ud83d' });
  await t.take(person.says('one'), person.says({ story: { id: 1, title: '\0\udc00' } }), person.says('two'));
  const stored = await t.runtime.db.selectFrom('messages').select(['text', 'kind']).orderBy('id').execute();
  expect(stored.map(({ kind }) => kind)).toEqual(['text', 'unsupported', 'text']);
});

test('an update that cannot be understood is set aside, whatever it holds', async () => {
  await using t = await testIntake();
  const person = stranger();
  const broken = person.does((_chat, from) => ({
    message: { from, text: 'no chat \0 \ud83d and the words \\u0000' },
  }));
  await t.take(broken, person.says('and on'));
  const [parked] = await t.runtime.db.selectFrom('failed_updates').select('payload').execute();
  expect(JSON.stringify(parked?.payload)).toContain('and the words');
  expect(await t.runtime.db.selectFrom('messages').select('text').execute()).toEqual([{ text: 'and on' }]);
});
