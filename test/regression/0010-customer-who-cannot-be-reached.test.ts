import { expect, test, vi } from 'vitest';
import { testIntake } from '../support/intake.ts';
import { stranger } from '../support/webhook.ts';

// That a customer blocked the bot, came back or has another name was told to no screen.
test('screens are told when a customer of a ticket cannot be reached, can be again, or has another name', async () => {
  await using t = await testIntake();
  const person = stranger();
  await t.take(person.says('/start t_idea'), person.says('My idea'));
  const [ticket] = await t.runtime.db.selectFrom('tickets').select('id').execute();
  const told: number[] = [];
  t.runtime.onNote(({ tickets = [] }) => told.push(...tickets));
  const becomes = (status: string) =>
    person.does((chat, from) => ({
      my_chat_member: { chat, from, date: 0, new_chat_member: { status, user: from } },
    }));
  for (const update of [becomes('kicked'), becomes('member')]) {
    told.splice(0);
    await t.take(update);
    await vi.waitFor(() => expect(told).toContain(ticket?.id));
  }
});
