import { expect, test } from 'vitest';
import { Conversation, StaffForum, Ticket } from '../../contract/index.ts';
import { testDesk } from '../support/desk.ts';
import { askedInGroup, seenIn, toldTo, until } from '../support/forum-world.ts';

test('a ticket is a topic: its card, both sides of the talk, and what stays inside', async () => {
  await using t = await testDesk();
  const { admin, group, aysel, leyla, id, thread } = await askedInGroup(t);
  expect((await group.topics()).map(({ name }) => name)).toEqual([
    expect.any(String),
    `№ ${id} · Leyla · A dark theme would be nice`,
  ]);
  const card = await seenIn(
    group,
    thread,
    new RegExp(`^№ ${id} · .*\nLeyla · en\nAccepted · nobody has it\n`),
  );
  await seenIn(group, thread, /^A dark theme would be nice$/);

  // What is written there is the agent's answer; a marked line is not for the customer.
  await aysel.say({ thread, text: 'We thought of it too\n// she is a friend of Murad\nWhich screen?' });
  await until(async () =>
    expect((await toldTo(leyla)).at(-1)).toMatch(/We thought of it too\nWhich screen\?/),
  );
  const talk = Conversation.parse((await admin.call(`/api/tickets/${id}/conversation`)).body);
  expect(talk.messages.map(({ author_kind, visibility, text }) => [author_kind, visibility, text])).toEqual([
    ['customer', 'public', 'A dark theme would be nice'],
    ['staff', 'internal', 'she is a friend of Murad'],
    ['staff', 'public', 'We thought of it too\nWhich screen?'],
  ]);
  const ticket = Ticket.parse((await admin.call(`/api/tickets/${id}`)).body);
  expect(ticket).toMatchObject({ status: 'in_progress', assignee: { name: 'Aysel' }, waiting_since: null });
  await until(async () => {
    const now = (await group.messages(thread)).find(({ message_id }) => message_id === card.message_id);
    expect(now?.text).toMatch(/In progress · Aysel/);
  });

  // The console's words and notes stand there too, with a name; the agent's own do not stand there twice.
  await admin.call(`/api/tickets/${id}/replies`, { text: 'From the console', request_key: 'from-console' });
  await admin.call(`/api/tickets/${id}/notes`, { text: 'Between us', request_key: 'between-us' });
  await seenIn(group, thread, /^↩️ Agent \d+:\nFrom the console$/);
  await seenIn(group, thread, /^🔒 Agent \d+:\nBetween us$/);
  const own = (await group.messages(thread)).filter(({ text }) => /Which screen/.test(text ?? ''));
  expect(own).toHaveLength(1);
  expect((await toldTo(leyla)).join('\n')).not.toMatch(/Murad|Between us/);
  const { groups } = StaffForum.parse((await admin.call('/api/staff-forum')).body);
  expect(groups).toMatchObject([{ state: 'works', topics: 1, title: 'Staff', paused: false }]);
});
