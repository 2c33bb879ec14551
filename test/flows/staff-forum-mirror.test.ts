import { expect, test } from 'vitest';
import { numberOf, untilSeen } from '../../app/demo/people.ts';
import { Conversation } from '../../contract/index.ts';
import { type TestDesk, testDesk } from '../support/desk.ts';
import { type Group, link, seenIn, staffGroup, toldTo, topicOf, until } from '../support/forum-world.ts';

const PIXEL = true;

async function asked(t: TestDesk, group: Group, name = 'Leyla') {
  const customer = await t.customer(name);
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: `${name} would like a dark theme` });
  const id = await untilSeen(customer, numberOf);
  return { customer, id };
}

test('pictures, albums, answers and edits cross both ways', async () => {
  await using t = await testDesk();
  const [admin, agent] = [await t.agent('admin'), await t.agent('l1')];
  const group = await staffGroup(t);
  await link(t, group, admin);
  const aysel = await group.member('Aysel', agent);
  const { customer, id } = await asked(t, group);
  const thread = await topicOf(group, id);

  await customer.say({ photo: PIXEL, caption: 'Like this' });
  await until(async () =>
    expect(
      (await group.messages(thread)).find(({ caption }) => caption === 'Like this')?.photo,
    ).toBeDefined(),
  );
  await customer.say({ media_group: [{ photo: PIXEL, caption: 'Two of them' }, { photo: PIXEL }] });
  await until(async () => {
    const album = (await group.messages(thread)).filter(({ media_group_id: of }) => of !== undefined);
    expect(album.map(({ caption }) => caption)).toEqual(['Two of them', undefined]);
  });

  // An edit is an edit there, and back.
  const asks = (await customer.messages()).find(({ text }) => text?.startsWith('Leyla would'));
  const shown = await seenIn(group, thread, /^Leyla would like a dark theme$/);
  await t.people(`/users/${customer.id}/edit`, {
    ...{ chat: '@test_desk_bot', message_id: asks?.message_id, text: 'Leyla would like a light theme' },
  });
  await until(async () => {
    const now = (await group.messages(thread)).find(({ message_id }) => message_id === shown.message_id);
    expect(now?.text).toBe('Leyla would like a light theme\n(edited)');
  });
  const answer = await aysel.say({ thread, text: 'We will thnik about it', reply_to: shown.message_id });
  await until(async () => expect((await toldTo(customer)).at(-1)).toMatch(/We will thnik about it/));
  const reply = (await customer.messages()).at(-1) as { reply_to_message?: { message_id: number } };
  expect(reply.reply_to_message?.message_id).toBe(asks?.message_id);
  await until(async () => {
    const own = (await group.messages(thread)).find(({ message_id }) => message_id === answer.message_id);
    expect(JSON.stringify(own?.reactions ?? [])).toContain('👌');
  });
  await aysel.edit(answer.message_id, 'We will think about it');
  await until(async () => expect((await toldTo(customer)).at(-1)).toMatch(/We will think about it/));
  await aysel.edit(answer.message_id, '// we will not');
  await seenIn(group, thread, /^Not done\. The customer has read it already/);

  // A file goes with its words; under a marked line it stays.
  await aysel.say({ thread, photo: PIXEL, caption: 'A first sketch' });
  await until(async () =>
    expect((await customer.messages()).at(-1)).toMatchObject({
      ...{ caption: expect.stringMatching(/A first sketch$/), photo: expect.anything() },
    }),
  );
  await aysel.say({ thread, photo: PIXEL, caption: '// her passport' });
  await until(async () => {
    const talk = Conversation.parse((await admin.call(`/api/tickets/${id}/conversation`)).body);
    expect(talk.messages.at(-1)).toMatchObject({ visibility: 'internal', text: 'her passport' });
  });
  expect(JSON.stringify(await customer.messages())).not.toMatch(/passport|will not/);
});

test('a topic that somebody deleted is made again once, with what was said', async () => {
  await using t = await testDesk();
  const admin = await t.agent('admin');
  const group = await staffGroup(t);
  await link(t, group, admin);
  const { customer, id } = await asked(t, group);
  const thread = await topicOf(group, id);
  await seenIn(group, thread, /^Leyla would like/);
  await group.remove(thread);
  await customer.say({ text: 'Are you there?' });
  await customer.say({ text: 'Hello?' });
  const again = await until(async () => {
    const next = await topicOf(group, id);
    expect(next).not.toBe(thread);
    return next;
  });
  await seenIn(group, again, /^Hello\?$/);
  for (const words of [new RegExp(`^№ ${id} · `), /^Leyla would like/, /^Are you there\?$/])
    expect((await group.messages(again)).filter(({ text }) => words.test(text ?? ''))).toHaveLength(1);
  expect((await group.topics()).filter(({ name }) => name.startsWith(`№ ${id} `))).toHaveLength(1);
});

test('full groups hand on to the next one, General is nobody’s, and a group that is behind gets a sum', async () => {
  await using t = await testDesk({ limits: true, env: { TELEGRAM_LIMITS: 'lifted' } });
  const admin = await t.agent('admin');
  const [first, second] = [await staffGroup(t, 'First'), await staffGroup(t, 'Second')];
  await link(t, first, admin);
  await link(t, second, admin);
  const { db } = t.runtime;
  await db.updateTable('staff_forum_settings').set({ most_topics: 1 }).execute();
  const leyla = await asked(t, first);
  const kamran = await asked(t, second, 'Kamran');
  const thread = await topicOf(first, leyla.id);
  await topicOf(second, kamran.id);
  expect((await first.topics()).filter(({ name }) => name.startsWith('№'))).toHaveLength(1);

  // Thirty messages, in however many rounds they are shown: those beyond what a topic bears are one sum, which grows while it waits.
  await seenIn(first, thread, /^Leyla would like/);
  const pause = (until: Date) =>
    db
      .insertInto('outbox_budgets')
      .values({ name: 'telegram', recent: [], paused_until: until })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ paused_until: until }))
      .execute();
  await pause(new Date('2100-01-01'));
  const chat = await db
    .selectFrom('chats')
    .select('id')
    .where('telegram_chat_id', '=', first.chat)
    .executeTakeFirstOrThrow();
  for (let n = 1; n <= 30; n += 1)
    await admin.call(`/api/tickets/${leyla.id}/notes`, {
      text: `Note ${n}`,
      request_key: `note-number-${n}`,
    });
  await until(async () => {
    const waiting = await db
      .selectFrom('outbox')
      .selectAll()
      .where('state', '=', 'pending')
      .where('lane', '=', `chat:${chat.id}`)
      .execute();
    const sums = waiting.filter(({ key }) => key?.startsWith('staff-summary:'));
    expect(sums).toHaveLength(1);
    expect(JSON.stringify(sums[0]?.payload)).toMatch(/new messages/);
    expect(waiting.length).toBeLessThanOrEqual(20);
    const shown = await db
      .selectFrom('staff_bridges')
      .selectAll()
      .where('ticket_id', '=', leyla.id)
      .execute();
    expect(shown.filter(({ direction }) => direction === 'topic')).toHaveLength(31);
  });
  await pause(new Date(0));
  expect((await first.messages(1)).filter(({ text }) => /Note|Leyla/.test(text ?? ''))).toEqual([]);
});
