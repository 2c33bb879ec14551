import { afterAll, beforeAll, expect, test } from 'vitest';
import { Ticket } from '../../contract/index.ts';
import { type TestDesk, testDesk } from '../support/desk.ts';
import { ask } from '../support/queue-world.ts';

let t: TestDesk;
beforeAll(async () => {
  t = await testDesk();
});
afterAll(() => t?.[Symbol.asyncDispose]());

/** A console's open stream; `ended` when the desk closes it. */
async function stream(cookie: string) {
  const stopping = new AbortController();
  const response = await fetch(`${t.url}/api/events`, { headers: { cookie }, signal: stopping.signal });
  const reader = response.body?.getReader();
  await reader?.read();
  const read = async (): Promise<'ended' | 'cut'> => {
    for (;;) if ((await reader?.read())?.done !== false) return 'ended';
  };
  return { ended: read().catch(() => 'cut' as const), stop: () => stopping.abort() };
}

test('the open tickets of somebody who is let go wait in their queues again, what they solved stays theirs', async () => {
  const admin = await t.agent('admin');
  const agent = await t.agent('l1');
  const [open, solved] = [await ask(t), await ask(t)];
  const write = (id: number, what: string, words: object) =>
    agent.call(`/api/tickets/${id}/${what}`, { ...words, request_key: `left-${id}-${what}` });
  await write(open.id, 'replies', { text: 'I am looking into it.' });
  await open.customer.say({ text: 'Thank you, I wait for your answer then.' });
  await write(solved.id, 'resolve', { summary: 'It is done.' });
  await admin.call(`/api/staff/${agent.member.id}`, { active: false }, 'PATCH');
  const read = async (id: number) => Ticket.parse((await admin.call(`/api/tickets/${id}`)).body);
  expect((await read(open.id)).assignee).toBeNull();
  expect((await read(solved.id)).assignee?.id).toBe(agent.member.id);
});

test('the live stream of somebody who is let go, or may not read tickets any more, ends; those of others go on', async () => {
  const admin = await t.agent('admin');
  const agent = await t.agent('l1');
  await admin.call('/api/roles/guard', { permissions: ['tickets.read'] }, 'PUT');
  const guard = await t.agent('guard');
  const [first, second, other] = [
    await stream(agent.cookie),
    await stream(guard.cookie),
    await stream(admin.cookie),
  ];
  await admin.call(`/api/staff/${agent.member.id}`, { active: false }, 'PATCH');
  expect(await first.ended).toBe('ended');
  await admin.call('/api/roles/guard', { permissions: [] }, 'PUT');
  expect(await second.ended).toBe('ended');
  expect(await Promise.race([other.ended, Promise.resolve('open')])).toBe('open');
  other.stop();
  expect(await other.ended).toBe('cut');
});
