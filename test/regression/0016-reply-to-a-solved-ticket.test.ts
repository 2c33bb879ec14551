import { expect, test } from 'vitest';
import { testIntake } from '../support/intake.ts';
import { stranger } from '../support/webhook.ts';

// A reply to a message of a solved ticket went into whatever other ticket was open.
test('a reply to a solved ticket asks about that one while another one is open', async () => {
  await using t = await testIntake();
  const { db } = t.runtime;
  const person = stranger();
  const first = person.says('The first idea');
  const press = (data: string) =>
    person.does((chat, from) => ({
      callback_query: { id: '1', from, chat_instance: '1', data, message: { message_id: 99, chat, date: 0 } },
    }));
  await t.take(person.says('/start t_idea'), first);
  const solved = await db.selectFrom('tickets').select('id').executeTakeFirstOrThrow();
  await t.take(press(`d1:close:${solved.id}`), person.says('/new'), person.says('/start t_idea'));
  await t.take(person.says('The second idea'));
  await t.take(person.says({ text: 'It is back', reply_to_message: first.message }));
  await t.take(press(`d1:reopen:${solved.id}`));
  const messages = await db
    .selectFrom('messages')
    .select(['text', 'ticket_id'])
    .where('text', '=', 'It is back')
    .execute();
  expect(messages).toEqual([{ text: 'It is back', ticket_id: solved.id }]);
});
