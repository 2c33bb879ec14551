import { expect, test } from 'vitest';
import { Conversation, ErrorBody } from '../../contract/index.ts';
import { testDesk } from '../support/desk.ts';
import { ask } from '../support/queue-world.ts';

test('a refusal names a status in the reader’s words, and a history names the queue that a ticket moved to', async () => {
  await using t = await testDesk();
  const agent = await t.agent('l1');
  const { id, customer } = await ask(t);
  await customer.say({ text: 'And now my card is blocked, please help' });
  const events = async () =>
    Conversation.parse((await agent.call(`/api/tickets/${id}/conversation`)).body).events;
  await expect
    .poll(async () => (await events()).find(({ kind }) => kind === 'raised')?.data, { timeout: 30_000 })
    .toMatchObject({ queue_name: 'Security & Payments', reason: 'card_blocked' });
  await agent.call(`/api/tickets/${id}/resolve`, { summary: 'It is done.', request_key: 'solved-1' });
  const refusal = async (language: string) => {
    const answer = await fetch(`${t.url}/api/tickets/${id}/clarifications`, {
      method: 'POST',
      headers: {
        ...{ cookie: agent.cookie, 'x-nightdesk': '1', 'content-type': 'application/json' },
        'accept-language': language,
      },
      body: JSON.stringify({ question: 'Which card is it?', request_key: `asked-${language}` }),
    });
    return ErrorBody.parse(await answer.json()).error.message;
  };
  expect(await refusal('en')).toBe('This ticket is solved; that cannot be done to it. Read it again.');
  expect(await refusal('az')).toContain('(həll olunub)');
  expect(await refusal('ru')).toContain('(решено)');
  expect(await refusal('tr')).toContain('(çözüldü)');
});
