import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type Seen, untilSeen } from '../../app/demo/people.ts';
import { readPlaces } from '../../domain/community/index.ts';
import { readStatusPlace } from '../../domain/incidents/index.ts';
import { calls, type InGroup, manager, roundNow, unsent, until, venue } from '../support/community-world.ts';
import { BOT, type TestDesk, testDesk } from '../support/desk.ts';

// In a channel nobody's name stands on a post.
const CONTENT = ({ from, text }: InGroup) => (from === undefined || from.is_bot) && text !== undefined;

/** What the bot's messages in a place are, without Telegram's notices. */
const spoken = (list: InGroup[]) => list.filter(CONTENT).map(({ text }) => text ?? '');

/** Waits until nothing waits to be sent or done, and the last answers have led to nothing more. */
async function settled(t: TestDesk): Promise<void> {
  let quiet: string | undefined;
  await until(async () => {
    expect(await unsent(t)).toBe(0);
    const { rows } = await sql<{ count: number }>`
      select count(*) from graphile_worker.jobs where run_at <= now()`.execute(t.runtime.db);
    expect(Number(rows[0]?.count)).toBe(0);
    const before = quiet;
    const { methods } = (await t.people('/stats')) as { methods: Record<string, { ok: number }> };
    quiet = JSON.stringify({ ...methods, getUpdates: undefined });
    expect(quiet).toBe(before);
  });
}

test('channel and community are set up from the chat with the bot, once, and mended when somebody deletes something', async () => {
  await using t = await testDesk();
  const nigar = await manager(t);
  const channel = await venue(t, {
    type: 'channel',
    title: 'Shop news',
    username: 'shop_news',
    owner: nigar.id,
  });
  const group = await venue(t, {
    ...{ type: 'supergroup', title: 'Shop talk', username: 'shop_talk', is_forum: true, owner: nigar.id },
  });

  // Nobody who may not is led anywhere.
  const stranger = await t.customer('Kamran', 'en');
  await stranger.say({ text: '/setup' });
  await untilSeen(stranger, ({ text }) => (/I don’t know|don't know/.test(text ?? '') ? true : undefined));

  await nigar.say({ text: '/setup' });
  await untilSeen(nigar, ({ text }) => (/Channel: not chosen yet/.test(text ?? '') ? true : undefined));
  const links = (await nigar.messages()).at(-1)?.reply_markup?.inline_keyboard?.flat() as { url?: string }[];
  expect(links.map(({ url }) => url)).toEqual([
    `https://t.me/${BOT.username}?startchannel&admin=post_messages+edit_messages+delete_messages+pin_messages+manage_direct_messages`,
    `https://t.me/${BOT.username}?startgroup=setup&admin=pin_messages+manage_topics+delete_messages+restrict_members+invite_users`,
  ]);

  // The bot is added without the right to pin: the channel is offered, and what is missing is said.
  await channel.promote(['can_post_messages']);
  const offer = await untilSeen(nigar, (message) =>
    message.reply_markup?.inline_keyboard?.flat().some(({ text }) => /Use channel/.test(text))
      ? message
      : undefined,
  );
  await press(nigar, offer, /Use channel/);
  await untilSeen(nigar, ({ text }) =>
    /⚠️ Channel “Shop news”\n• The bot may not edit and pin/.test(text ?? '') ? true : undefined,
  );
  await channel.promote();
  await untilSeen(nigar, ({ text }) => (/✅ Channel “Shop news”/.test(text ?? '') ? true : undefined));

  await group.promote();
  await group.say(nigar.id, {
    text: `/start@${BOT.username} setup`,
    entities: [{ type: 'bot_command', offset: 0, length: 7 + BOT.username.length }],
  });
  const ready = /✅ Group “Shop talk”\n\nTopics: ✅ Questions · ✅ Statuses · ✅ FAQ\n\n/;
  await untilSeen(nigar, ({ text }) => (ready.test(text ?? '') ? true : undefined));
  await settled(t);

  const known = await readPlaces(t.runtime.db);
  expect(known.topics.map(({ slug, state }) => `${slug} ${state}`)).toEqual([
    'questions there',
    'statuses there',
    'faq there',
  ]);
  expect((await readStatusPlace(t.runtime.db))?.threadId).toBe(known.topics[1]?.threadId);
  expect(spoken(await channel.messages())).toEqual([
    expect.stringMatching(/^Who speaks for Test desk[^]*• Bot: @test_desk_bot\n• Channel: @shop_news/),
    expect.stringMatching(/^Need help 24\/7\? Press Support/),
  ]);
  expect(spoken(await group.messages(1))).toHaveLength(3);

  // Another round asks much and changes nothing.
  const before = { channel: await channel.messages(), group: await group.messages() };
  const sends = await calls(t, 'sendMessage');
  const asked = await calls(t, 'getChat');
  await roundNow(t);
  await until(async () => expect(await calls(t, 'getChat')).toBe(asked + 2));
  await settled(t);
  expect({ channel: await channel.messages(), group: await group.messages() }).toEqual(before);
  expect(await calls(t, 'sendMessage')).toBe(sends);

  // A post, a pin and a topic go; the next round brings them back.
  const help = before.channel.find(({ text }) => text?.startsWith('Need help'));
  await t.people(`/users/${nigar.id}/delete`, { chat: channel.id, message_id: help?.message_id });
  await botCall(t, 'unpinAllChatMessages', { chat_id: group.id });
  await t.people(`/chats/${group.id}/topics/${known.topics[1]?.threadId}`, { deleted: true });
  await roundNow(t);
  await until(async () => {
    const after = await readPlaces(t.runtime.db);
    expect(after.topics[1]?.threadId).not.toBe(known.topics[1]?.threadId);
    expect((await readStatusPlace(t.runtime.db))?.threadId).toBe(after.topics[1]?.threadId);
  });
  await settled(t);
  const posts = spoken(await channel.messages());
  expect(posts.filter((text) => text.startsWith('Need help'))).toHaveLength(1);
  const pinned = (await botCall(t, 'getChat', { chat_id: group.id })) as {
    pinned_message?: { text?: string };
  };
  expect(pinned.pinned_message?.text).toMatch(/^Need help 24\/7/);
});

test('a topic that is there already is taken by who may do so, and by nobody else; a lost place is told', async () => {
  await using t = await testDesk();
  const nigar = await manager(t);
  const group = await venue(t, {
    ...{ type: 'supergroup', title: 'Shop talk', is_forum: true, owner: nigar.id },
  });
  const command = `/setup@${BOT.username}`;
  const setup = { text: command, entities: [{ type: 'bot_command', offset: 0, length: command.length }] };
  await group.promote();
  await group.say(nigar.id, setup);
  await until(async () =>
    expect((await readPlaces(t.runtime.db)).topics.map(({ state }) => state)).toEqual([
      'there',
      'there',
      'there',
    ]),
  );
  const own = (await t.people(`/chats/${group.id}/topics`, { name: 'Outages' })) as {
    message_thread_id: number;
  };
  const thread = own.message_thread_id;
  await group.say(nigar.id, { ...setup, thread });
  const asked = await until(async () => {
    const found = (await group.messages(thread)).find(({ text }) => text?.startsWith('Which of the desk'));
    expect(found).toBeDefined();
    return found as InGroup;
  });
  const data = 'pl1:topic:statuses';
  const pressed = async (user: number) =>
    JSON.stringify(
      await t.people(`/users/${user}/press`, { chat: group.id, message_id: asked.message_id, data }),
    );
  const stranger = await t.customer('Kamran', 'en');
  await t.people(`/chats/${group.id}/members`, { user: stranger.id, status: 'member' });
  expect(await pressed(stranger.id)).toContain('for the people who look after the group');
  expect((await readPlaces(t.runtime.db)).topics[1]?.threadId).not.toBe(thread);
  expect(await pressed(nigar.id)).toContain('It is that topic now');
  expect((await readPlaces(t.runtime.db)).topics[1]?.threadId).toBe(thread);
  expect((await readStatusPlace(t.runtime.db))?.threadId).toBe(thread);

  await t.people(`/chats/${group.id}/members`, { user: Number(BOT.token.split(':')[0]), status: 'left' });
  await until(async () => {
    const { places } = await readPlaces(t.runtime.db);
    expect(places[0]?.status).toBe('left');
  });
});

async function press(
  player: { press: (id: number, data: string) => Promise<void> },
  message: Seen,
  label: RegExp,
) {
  const button = message.reply_markup?.inline_keyboard?.flat().find(({ text }) => label.test(text));
  await player.press(message.message_id, button?.callback_data ?? '');
}

async function botCall(t: TestDesk, method: string, params: Record<string, unknown>): Promise<unknown> {
  const response = await fetch(`${t.sandboxUrl}/bot${BOT.token}/${method}`, {
    ...{ method: 'POST', body: JSON.stringify(params), headers: { 'content-type': 'application/json' } },
  });
  return ((await response.json()) as { result?: unknown }).result;
}
