import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { numberOf, untilSeen } from '../../app/demo/people.ts';
import { StaffForum, UnsentPage } from '../../contract/index.ts';
import { followInForum } from '../../domain/staff-forum/index.ts';
import { type Agent, type TestDesk, testDesk } from '../support/desk.ts';
import { type Group, link, seenIn, staffGroup, toldTo, topicOf, until } from '../support/forum-world.ts';
import { testIntake } from '../support/intake.ts';

const PIXEL = true;

let t: TestDesk;
let admin: Agent;
let group: Group;
beforeAll(async () => {
  t = await testDesk();
  admin = await t.agent('admin');
  group = await staffGroup(t);
  await link(t, group, admin);
});
afterAll(() => t?.[Symbol.asyncDispose]());

/** How the console shows a group. */
async function shown({ chat }: Group) {
  const { groups } = StaffForum.parse((await admin.call('/api/staff-forum')).body);
  return groups.find(({ chat_id }) => chat_id === chat);
}

async function asked(name: string) {
  const customer = await t.customer(name);
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: `${name} has an idea` });
  const id = await untilSeen(customer, numberOf);
  return { customer, id, thread: await topicOf(group, id) };
}

test('without its rights, or thrown out, the bot says so in the console; work goes on, and stands in the topic once it is back', async () => {
  const { customer, id, thread } = await asked('Leyla');
  await seenIn(group, thread, /^Leyla has an idea$/);
  const goOn = async (when: string) => {
    await customer.say({ text: `Leyla writes ${when}` });
    const reply = { text: `An answer ${when}`, request_key: `answer ${when}`.padEnd(16, '.') };
    expect((await admin.call(`/api/tickets/${id}/replies`, reply)).status).toBe(200);
    await until(async () => expect((await toldTo(customer)).at(-1)).toContain(`An answer ${when}`));
    expect((await group.messages(thread)).filter(({ text }) => text?.includes(when))).toEqual([]);
  };
  const back = async (when: string) => {
    await group.bot('administrator');
    await until(async () => expect(await shown(group)).toMatchObject({ state: 'works', missing: [] }));
    await seenIn(group, thread, new RegExp(`^Leyla writes ${when}$`));
    await seenIn(group, thread, new RegExp(`An answer ${when}$`));
  };

  await group.bot('administrator', ['can_pin_messages']);
  await until(async () =>
    expect(await shown(group)).toMatchObject({ state: 'lacking', missing: ['topics'] }),
  );
  await goOn('without rights');
  await back('without rights');

  await group.bot('kicked');
  await until(async () => expect((await shown(group))?.state).toBe('lost'));
  await goOn('without the bot');
  await back('without the bot');
  expect((await group.topics()).filter(({ name }) => name.startsWith(`№ ${id} `))).toHaveLength(1);
});

const laneOf = ({
  chat,
}: Group) => sql<string>`(select 'chat:' || chat_id from staff_groups g join chats c on c.id = g.chat_id
  where c.telegram_chat_id = ${chat})`;

/** Nothing is sent to the group until it is let go on. */
async function hold(which: Group): Promise<() => Promise<void>> {
  const { db, announcer } = t.runtime;
  await until(async () => {
    const { rows } =
      await sql`update outbox_lanes set ready_at = 'infinity' where lane = ${laneOf(which)} and pending = 0
      returning lane`.execute(db);
    expect(rows).toHaveLength(1);
  });
  return async () => {
    await sql`update outbox_lanes set ready_at = now() where lane = ${laneOf(which)}`.execute(db);
    announcer.publish({ outbox: true });
  };
}

test('what a group refuses that the bot is out of is one warning, and nothing to decide about one by one', async () => {
  const { db } = t.runtime;
  const { customer, thread } = await asked('Samir');
  await seenIn(group, thread, /^Samir has an idea$/);
  const release = await hold(group);
  await customer.say({ text: 'Samir writes on' });
  const waiting = async (state: string) => {
    const { rows } = await sql`select from outbox where lane = ${laneOf(group)} and state = ${state}`.execute(
      db,
    );
    return rows.length;
  };
  await until(async () => expect(await waiting('pending')).toBeGreaterThan(0));
  await group.bot('kicked');
  await until(async () => expect((await shown(group))?.state).toBe('lost'));
  await release();
  await until(async () => expect([await waiting('pending'), await waiting('sending')]).toEqual([0, 0]));
  expect(await waiting('discarded')).toBeGreaterThan(0);
  const page = UnsentPage.parse((await admin.call('/api/unsent')).body);
  expect(page).toMatchObject({
    messages: [],
    reasons: [],
    staff_groups: [{ title: 'Staff', state: 'lost' }],
  });
  await group.bot('administrator');
  await seenIn(group, thread, /Samir writes on$/);
  expect(UnsentPage.parse((await admin.call('/api/unsent')).body).staff_groups).toEqual([]);
});

test('an album reaches its customer although its topic is deleted and its ticket ends before all of it can have come', async () => {
  const { db } = t.runtime;
  const agent = await t.agent('l1');
  const rena = await group.member('Rena', agent);
  const { customer, id, thread } = await asked('Farid');
  await rena.say({ thread, media_group: [{ photo: PIXEL, caption: 'Both of them' }, { photo: PIXEL }] });
  const kept = () => db.selectFrom('staff_album_items').selectAll().where('ticket_id', '=', id).execute();
  const came = async () => (await customer.messages()).filter((message) => 'media_group_id' in message);
  await until(async () => expect((await kept()).length + (await came()).length).toBe(2));
  await group.remove(thread);
  const resolved = { summary: 'Done', request_key: 'farid-is-resolved' };
  expect((await admin.call(`/api/tickets/${id}/resolve`, resolved)).status).toBe(200);
  await until(async () => {
    const topics = await db.selectFrom('staff_topics').selectAll().where('ticket_id', '=', id).execute();
    expect([topics, await kept()]).toEqual([[], []]);
  });
  await until(async () => expect(await came()).toHaveLength(2));
});

test('what is changed while it waits to be shown is shown as it is by then', async () => {
  const { customer, id, thread } = await asked('Rauf');
  await seenIn(group, thread, /^Rauf has an idea$/);
  const { db } = t.runtime;
  const release = await hold(group);
  await customer.say({ text: 'Rauf says ten' });
  const said = (await customer.messages()).find(({ text }) => text === 'Rauf says ten');
  const bridged = () =>
    db
      .selectFrom('staff_bridges')
      .innerJoin('messages', 'messages.id', 'staff_bridges.message_id')
      .select(['state', 'staff_bridges.edited_at as shown', 'messages.edited_at as edited'])
      .where('staff_bridges.ticket_id', '=', id)
      .orderBy('messages.id', 'desc')
      .executeTakeFirst();
  await until(async () => expect(await bridged()).toMatchObject({ state: 'waiting', edited: null }));
  await t.people(`/users/${customer.id}/edit`, {
    ...{ chat: '@test_desk_bot', message_id: said?.message_id, text: 'Rauf says twelve' },
  });
  await until(async () => expect(await bridged()).toMatchObject({ edited: expect.any(Date), shown: null }));
  await until(async () => {
    const { rows } = await sql`select from graphile_worker.jobs where key = ${`staff-forum:${id}`}`.execute(
      db,
    );
    expect(rows).toEqual([]);
  });
  await release();
  await seenIn(group, thread, /^Rauf says twelve\n\(edited\)$/);
});

test('the news of a ticket gather for a moment, and everything else goes first', async () => {
  await using still = await testIntake();
  const { db, transact } = still.runtime;
  const at = new Date();
  const waiting = async () =>
    (
      await sql<{ after: number; priority: number }>`
        select (extract(epoch from run_at - ${at}) * 1000)::int as after, priority
        from graphile_worker.jobs where task_identifier = 'staff-forum.sync'`.execute(db)
    ).rows;
  await transact((tx) => followInForum(tx, [1], at));
  await transact((tx) => followInForum(tx, [1], new Date(at.getTime() + 200)));
  expect(await waiting()).toEqual([{ after: 300, priority: 10 }]);
});

test('what was written in a topic and did not reach the customer is told there', async () => {
  const agent = await t.agent('l1');
  const aysel = await group.member('Aysel', agent);
  const { customer, thread } = await asked('Kamran');
  await t.people(`/users/${customer.id}/block`, { bot: '@test_desk_bot' });
  const words = await aysel.say({ thread, text: 'Are you there?' });
  const told = await seenIn(group, thread, /^This did not reach the customer/);
  expect(told.reply_to_message?.message_id).toBe(words.message_id);
});

test('while somebody deletes a ticket’s topic again and again, its ticket goes on, and ends without one', async () => {
  const { customer, id, thread } = await asked('Nigar');
  await group.remove(thread);
  await customer.say({ text: 'Nigar writes on' });
  const second = await until(async () => {
    const next = await topicOf(group, id);
    expect(next).not.toBe(thread);
    return next;
  });
  await seenIn(group, second, /^Nigar writes on$/);
  await group.remove(second);
  const resolved = { summary: 'Done', request_key: 'nigar-is-resolved' };
  expect((await admin.call(`/api/tickets/${id}/resolve`, resolved)).status).toBe(200);
  // The question how it was may come right after.
  await until(async () => expect((await toldTo(customer)).join('\n')).toMatch(/Done/));
  await until(async () => {
    const topics = await t.runtime.db
      .selectFrom('staff_topics')
      .selectAll()
      .where('ticket_id', '=', id)
      .execute();
    expect(topics).toEqual([]);
  });
  expect((await group.topics()).filter(({ name }) => name.startsWith(`№ ${id} `))).toEqual([]);
});

test('a basic group that becomes a supergroup stays the staff group, under its new number', async () => {
  const person = (await t.people('/users', { first_name: 'Owner' })) as { id: number };
  const old = (await t.people('/chats', { type: 'group', title: 'Small', creator: person.id })) as {
    id: number;
  };
  const bot = Number(t.runtime.config.TELEGRAM_BOT_TOKEN?.split(':')[0]);
  await t.people(`/chats/${old.id}/members`, { user: bot, status: 'administrator' });
  const { command } = (await admin.call('/api/staff-forum/code', {})).body as { command: string };
  await t.people(`/users/${person.id}/send`, { chat: old.id, text: command });
  const listed = async () => StaffForum.parse((await admin.call('/api/staff-forum')).body).groups;
  const small = await until(async () => {
    const found = (await listed()).find(({ title }) => title === 'Small');
    if (found?.state !== 'lacking') throw new Error('not looked at yet');
    return found;
  });
  const next = (await t.people(`/chats/${old.id}/migrate`, {})) as { id: number };
  expect((await admin.call(`/api/staff-forum/groups/${small.id}/check`, {})).status).toBe(200);
  // Its topics are still to be switched on: that is for its owner.
  await until(async () =>
    expect((await listed()).find(({ id }) => id === small.id)).toMatchObject({
      ...{ chat_id: next.id, state: 'lacking', missing: expect.arrayContaining(['forum']) },
    }),
  );
});
