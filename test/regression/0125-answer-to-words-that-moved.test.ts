import { expect, test } from 'vitest';
import { numberOf, untilSeen } from '../../app/demo/people.ts';
import { Conversation } from '../../contract/index.ts';
import { testDesk } from '../support/desk.ts';
import { until } from '../support/forum-world.ts';

test('an answer to words that were moved goes where they are now, with all that is written after a ticket was emptied', async () => {
  await using t = await testDesk();
  const agent = await t.agent('l1');
  const leyla = await t.customer('Leyla');
  for (const text of ['/start t_idea', 'The first idea']) await leyla.say({ text });
  const first = await untilSeen(leyla, numberOf);
  for (const text of ['/new', '/start t_idea', 'The second idea']) await leyla.say({ text });
  const second = first + 1;
  const said = async (ticket: number) =>
    Conversation.parse((await agent.call(`/api/tickets/${ticket}/conversation`)).body).messages;
  const texts = async (ticket: number) => (await said(ticket)).map(({ text }) => text);
  await until(async () => expect(await texts(second)).toEqual(['The second idea']));

  // All that stands in the second one belongs to the first: the two become one.
  const messages = (await said(second)).map(({ id }) => id);
  const moved = await agent.call(`/api/tickets/${second}/messages/move`, { messages, to: first });
  expect(moved.status).toBe(200);
  const own = (await leyla.messages()).find(({ text }) => text === 'The second idea');
  await leyla.say({ text: 'More about the second', reply_to: own?.message_id });
  await until(async () =>
    expect(await texts(first)).toEqual(['The first idea', 'The second idea', 'More about the second']),
  );
  expect(await texts(second)).toEqual([]);
});
