import { expect, test } from 'vitest';
import { Ticket } from '../../contract/index.ts';
import { BOT, testDesk } from '../support/desk.ts';
import { askedInGroup, toldTo, until } from '../support/forum-world.ts';

// zammad#2379: with two bots, what was meant for one ended in the ticket of the other.
test('a command for another bot of the same group does nothing to a ticket and says nothing to its customer', async () => {
  await using t = await testDesk();
  const { admin, aysel, leyla, id, thread } = await askedInGroup(t);
  await aysel.say({ thread, text: '/resolve@another_bot It is done elsewhere' });
  await aysel.say({ thread, text: `/note@${BOT.username} ours` });
  await aysel.say({ thread, text: 'We are on it' });
  await until(async () => expect((await toldTo(leyla)).join('\n')).toMatch(/We are on it/));
  expect(Ticket.parse((await admin.call(`/api/tickets/${id}`)).body).status).toBe('in_progress');
  expect((await toldTo(leyla)).join('\n')).not.toMatch(/elsewhere|ours/);
});
