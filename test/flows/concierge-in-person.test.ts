import { expect, test, vi } from 'vitest';
import { numberOf, untilSeen } from '../../app/demo/people.ts';
import { Conversation, Greeting, Ticket } from '../../contract/index.ts';
import { testDesk } from '../support/desk.ts';

test('an agent takes a matter over in the bot’s chat: the customer is greeted by name with a photo, and the card says who looks after it', async () => {
  await using t = await testDesk();
  const agent = await t.agent('l2');
  const face = (await t.people('/users', { first_name: 'Nigar', photo: true })) as { id: number };
  await t.runtime.db
    .updateTable('staff')
    .set({ name: 'Nigar', telegram_id: face.id })
    .where('id', '=', agent.member.id)
    .execute();
  const leyla = await t.customer('Leyla');
  await leyla.say({ text: '/start t_idea' });
  await leyla.say({ text: 'A dark theme, please.' });
  const id = await untilSeen(leyla, numberOf);
  const { text } = Greeting.parse((await agent.call(`/api/tickets/${id}/greeting`)).body);
  expect(text).toMatch(/Hello Leyla! I'm Nigar\./);
  const words = { text: `${text} I use it myself.`, request_key: 'in-person-0001' };
  expect((await agent.call(`/api/tickets/${id}/take-over`, { ...words, text: '' })).status).toBe(400);
  expect((await agent.call(`/api/tickets/${id}/take-over`, words)).status).toBe(200);
  expect((await agent.call(`/api/tickets/${id}/take-over`, words)).status).toBe(200);
  await vi.waitFor(
    async () => {
      const seen = (await leyla.messages()) as { text?: string; caption?: string; photo?: unknown[] }[];
      const greeted = seen.filter((one) => (one.caption ?? one.text)?.includes('I use it myself.'));
      expect(greeted).toHaveLength(1);
      expect(greeted[0]?.photo).toBeDefined();
      const card = seen.find((one) => one.text?.startsWith(`№ ${id}`));
      expect(card?.text).toMatch(/Nigar.* looks after this personally/);
    },
    { timeout: 30_000, interval: 50 },
  );
  const ticket = Ticket.parse((await agent.call(`/api/tickets/${id}`)).body);
  expect(ticket).toMatchObject({
    status: 'in_progress',
    assignee: { name: 'Nigar' },
    concierge: { name: 'Nigar', own_chat: false },
  });
  const { events } = Conversation.parse((await agent.call(`/api/tickets/${id}/conversation`)).body);
  expect(events.map(({ kind }) => kind)).toContain('taken_over');
  // Under a photo stand fewer letters; what fits is changed where it stands.
  const said = async () =>
    Conversation.parse((await agent.call(`/api/tickets/${id}/conversation`)).body).messages.find(
      ({ author_kind }) => author_kind === 'staff',
    );
  await vi.waitFor(async () => expect((await said())?.delivery).toBe('sent'), { timeout: 30_000 });
  const own = `/api/tickets/${id}/messages/${(await said())?.id ?? 0}`;
  const refused = await agent.call(own, { text: 'I am Nigar. '.repeat(100) }, 'PATCH');
  expect(refused).toMatchObject({ status: 409, body: { error: { code: 'edit_longer' } } });
  expect((await agent.call(own, { text: 'I use it **every day**.' }, 'PATCH')).status).toBe(200);
  await vi.waitFor(
    async () => {
      const seen = (await leyla.messages()) as { caption?: string; photo?: unknown[] }[];
      expect(seen.filter(({ photo }) => photo).map(({ caption }) => caption)).toEqual([
        expect.stringMatching(/I use it every day\.$/),
      ]);
    },
    { timeout: 30_000, interval: 50 },
  );
  // What the customer writes in the bot’s chat goes on there.
  await leyla.say({ text: 'Thank you, Nigar, when?' });
  await vi.waitFor(
    async () => {
      const { messages } = Conversation.parse((await agent.call(`/api/tickets/${id}/conversation`)).body);
      expect(messages.at(-1)).toMatchObject({ text: 'Thank you, Nigar, when?' });
    },
    { timeout: 30_000, interval: 50 },
  );
});
