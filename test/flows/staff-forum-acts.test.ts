import { expect, test } from 'vitest';
import { numberOf, type Player, untilSeen } from '../../app/demo/people.ts';
import { Conversation, StaffForum, StaffGroupCode, Ticket } from '../../contract/index.ts';
import { type Agent, type TestDesk, testDesk } from '../support/desk.ts';
import {
  BOT_ID,
  type Group,
  type GroupMessage,
  link,
  seenIn,
  staffGroup,
  toldTo,
  topicOf,
  until,
} from '../support/forum-world.ts';

/** A customer's open ticket and its topic. */
async function asked(t: TestDesk, group: Group, text = 'A dark theme would be nice') {
  const customer = await t.customer('Leyla');
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text });
  const id = await untilSeen(customer, numberOf);
  return { customer, id, thread: await topicOf(group, id) };
}

const ticketOf = async (agent: Agent, id: number) =>
  Ticket.parse((await agent.call(`/api/tickets/${id}`)).body);
const last = async (customer: Player) => (await toldTo(customer)).at(-1) ?? '';
const publicWords = async (agent: Agent, id: number) =>
  Conversation.parse((await agent.call(`/api/tickets/${id}/conversation`)).body)
    .messages.filter(({ visibility }) => visibility === 'public')
    .map(({ text }) => text);

test('buttons and commands do what the console does, each with the permissions of who presses or writes', async () => {
  await using t = await testDesk();
  const [admin, agent, analyst] = [await t.agent('admin'), await t.agent('l1'), await t.agent('analyst')];
  const group = await staffGroup(t);
  await link(t, group, admin);
  const aysel = await group.member('Aysel', agent);
  const reader = await group.member('Nigar', analyst);
  const stranger = await group.member('Stranger');
  const { customer, id, thread } = await asked(t, group);
  const card = () => seenIn(group, thread, new RegExp(`^№ ${id} · `));

  // Who is not of the staff, or may not, changes nothing and hears why.
  expect(await stranger.press(await card(), /Take/)).toMatchObject({
    show_alert: true,
    text: expect.stringMatching(/not of this desk/),
  });
  expect(await reader.press(await card(), /Take/)).toMatchObject({
    show_alert: true,
    text: expect.stringMatching(/does not allow/),
  });
  await stranger.say({ thread, text: 'I am nobody here' });
  await seenIn(group, thread, /^Not sent: you are not of this desk/);
  await reader.say({ thread, text: 'I only read' });
  await seenIn(group, thread, /^Not done\. Your role does not allow this/);
  expect(await publicWords(admin, id)).toEqual(['A dark theme would be nice']);
  expect((await ticketOf(admin, id)).assignee).toBeNull();

  await aysel.press(await card(), /Take/);
  await until(async () => expect((await ticketOf(admin, id)).assignee?.name).toBe('Aysel'));
  await aysel.press(await seenIn(group, thread, /Accepted · Aysel/), /Release/);
  await until(async () => expect((await ticketOf(admin, id)).assignee).toBeNull());

  // Words for a question: the answer to the bot's message, whoever else writes in between.
  await aysel.press(await card(), /Ask/);
  const prompt = await seenIn(group, thread, /^Aysel, answer this message with what you need/);
  expect(prompt.reply_markup?.force_reply).toBe(true);
  await aysel.say({ thread, text: 'Which screen?', reply_to: prompt.message_id });
  await until(async () => expect(await last(customer)).toMatch(/Which screen\?/));
  await until(async () => expect((await ticketOf(admin, id)).status).toBe('clarification'));
  await customer.say({ text: 'All of them' });
  await seenIn(group, thread, /^All of them$/);

  await aysel.say({ thread, text: '/note she is patient' });
  await aysel.say({ thread, text: '/assign Zaur' });
  await seenIn(group, thread, /^Not done\. It is not clear who that is.*Aysel/);
  await aysel.say({ thread, text: '/bogus words' });
  await seenIn(group, thread, /^Not done\. There is no command \/bogus/);
  await aysel.say({ thread, text: '/escalate l2' });
  await until(async () =>
    expect(await ticketOf(admin, id)).toMatchObject({ queue: { slug: 'l2' }, assignee: null }),
  );
  await aysel.say({ thread, text: '/resolve It is in the next version\n- update the app' });
  await until(async () => expect((await ticketOf(admin, id)).status).toBe('resolved'));
  await until(async () =>
    expect((await group.topics()).find((topic) => topic.message_thread_id === thread)?.closed).toBe(true),
  );
  expect((await toldTo(customer)).join('\n')).not.toMatch(/patient|bogus|nobody here|only read/);

  // Over, and open again.
  await aysel.press(await seenIn(group, thread, /Resolved · Aysel/), /Reopen/);
  await until(async () => expect((await ticketOf(admin, id)).status).toBe('reopened'));
  await until(async () =>
    expect((await group.topics()).find((topic) => topic.message_thread_id === thread)?.closed).toBe(false),
  );
  const audit = (await admin.call(`/api/audit?object=ticket:${id}`)).body as {
    entries: { action: string }[];
  };
  expect(JSON.stringify(audit)).toMatch(/message\.send/);
});

test('macros: a list, how one reads, and sending it', async () => {
  await using t = await testDesk();
  const [admin, agent] = [await t.agent('admin'), await t.agent('l1')];
  const group = await staffGroup(t);
  await link(t, group, admin);
  const aysel = await group.member('Aysel', agent);
  const { customer, id, thread } = await asked(t, group);
  await aysel.press(await seenIn(group, thread, new RegExp(`^№ ${id} · `)), /Macros/);
  const list = await seenIn(group, thread, /^Which macro\?/);
  const now = async () =>
    (await group.messages(thread)).find(({ message_id }) => message_id === list.message_id) ?? list;
  const offers = (message: GroupMessage, label: RegExp) =>
    message.reply_markup?.inline_keyboard?.flat().some(({ text }) => label.test(text)) ?? false;
  // Some need what only a person can fill in: those are shown, and not offered for sending.
  let shown = list;
  for (const [button] of list.reply_markup?.inline_keyboard ?? []) {
    if (offers(shown, /^Send$/)) break;
    if (offers(shown, /^Back$/)) await aysel.press(shown, /^Back$/);
    await until(async () => expect(offers(await now(), /^Close$/)).toBe(true));
    await aysel.press(await now(), new RegExp(`^${button?.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`));
    shown = await until(async () => {
      const message = await now();
      expect(message.text?.startsWith(`${button?.text}\n\n`)).toBe(true);
      return message;
    });
  }
  const words = shown.text?.split('\n\n')[1] ?? '-';
  await aysel.press(shown, /^Send$/);
  await until(async () => expect(await last(customer)).toContain(words.split('\n')[0]));
  await seenIn(group, thread, /^↩️ Aysel:/);
  await seenIn(group, thread, /^✓ Sent to the customer/);
});

test('macros are found inline, by the number of the ticket, by who is of the staff', async () => {
  await using t = await testDesk();
  const [admin, agent] = [await t.agent('admin'), await t.agent('l1')];
  await t.people('/bots/settings', { bot: BOT_ID, supports_inline_queries: true });
  const group = await staffGroup(t);
  await link(t, group, admin);
  const aysel = await group.member('Aysel', agent);
  const stranger = await group.member('Stranger');
  const { customer, id, thread } = await asked(t, group);
  type Offer = { query_id: string; results?: { id: string; description: string }[] };
  const ask = (who: { id: number }, query: string) =>
    t.people(`/users/${who.id}/inline_query`, { bot: BOT_ID, chat: group.chat, query }) as Promise<Offer>;
  expect((await ask(stranger, `${id}`)).results).toEqual([]);
  expect((await ask(aysel, 'refund')).results).toEqual([]);
  const { query_id, results } = await ask(aysel, `${id}`);
  const [first] = results ?? [];
  expect(first?.description.length).toBeGreaterThan(10);
  await t.people(`/users/${aysel.id}/inline_result`, {
    ...{ chat: group.chat, thread, query_id, result_id: first?.id },
  });
  await until(async () =>
    expect((await last(customer)).replace(/\s+/g, ' ')).toContain(first?.description.slice(0, 20)),
  );
});

test('a group is linked by a code, once, and says what it still needs', async () => {
  await using t = await testDesk();
  const [admin, agent] = [await t.agent('admin'), await t.agent('l1')];
  expect((await agent.call('/api/staff-forum/code', {})).status).toBe(403);
  const group = await staffGroup(t, 'Night staff', ['can_manage_topics']);
  const { command } = StaffGroupCode.parse((await admin.call('/api/staff-forum/code', {})).body);
  await group.owner.say({ text: '/staff WRONG234' });
  await seenIn(group, 1, /^This code is not valid/);
  await group.owner.say({ text: command });
  const lacks = await seenIn(group, 1, /^Almost there/);
  expect(lacks.text).toMatch(/“Pin messages”$/);
  const forum = async () => StaffForum.parse((await admin.call('/api/staff-forum')).body);
  expect((await forum()).groups).toMatchObject([
    { state: 'lacking', missing: ['pins'], title: 'Night staff' },
  ]);

  // A second group cannot use the code; the first one works as soon as the right is given.
  const other = await staffGroup(t, 'Other');
  await other.owner.say({ text: command });
  await seenIn(other, 1, /^This code is not valid/);
  await group.bot('administrator');
  await seenIn(group, 1, /^✓ This is a staff group now/);
  expect((await forum()).groups).toMatchObject([{ state: 'works', missing: [] }]);

  // An admin needs no code; others of the staff do.
  const aysel = await other.member('Aysel', agent);
  await aysel.say({ text: '/staff' });
  await seenIn(other, 1, /^Your role does not allow this/);
  const boss = await other.member('Boss', admin);
  await boss.say({ text: '/staff' });
  await seenIn(other, 1, /^✓ This is a staff group now/);

  // What is unlinked is silent: words written there go nowhere.
  const { id, thread, customer } = await asked(t, group);
  const [first] = (await forum()).groups;
  await admin.call(`/api/staff-forum/groups/${first?.id}`, undefined, 'DELETE');
  const late = await group.member('Late', await t.agent('l1'));
  await late.say({ thread, text: 'Too late' });
  await admin.call(`/api/tickets/${id}/replies`, { text: 'By the console', request_key: 'by-the-console' });
  await until(async () => expect(await last(customer)).toMatch(/By the console/));
  expect((await toldTo(customer)).join()).not.toMatch(/Too late/);
  const moved = await topicOf(other, id);
  await seenIn(other, moved, /By the console/);
  expect(
    (await admin.call('/api/staff-forum/settings', { mark: 'abc', most_topics: 50 }, 'PUT')).status,
  ).toBe(400);
  await admin.call('/api/staff-forum/settings', { mark: '##', most_topics: 50 }, 'PUT');
  await aysel.say({ thread: moved, text: '## inside now' });
  await aysel.say({ thread: moved, text: '// not inside any more' });
  await until(async () => expect(await last(customer)).toMatch(/not inside any more/));
  expect((await toldTo(customer)).join()).not.toMatch(/inside now/);
  const entries = JSON.stringify((await admin.call('/api/audit?object=group')).body);
  for (const action of ['staff_group.link', 'staff_group.unlink']) expect(entries).toContain(action);
});
