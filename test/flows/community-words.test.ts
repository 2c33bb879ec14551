import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { numberOf, type Player, untilSeen } from '../../app/demo/people.ts';
import { answerTopic, type InGroup, manager, until, venue } from '../support/community-world.ts';
import { BOT, type TestDesk, testDesk } from '../support/desk.ts';

/** A community group with two members, of which the desk has taken possession. */
async function community(t: TestDesk) {
  const nigar = await manager(t);
  const group = await venue(t, { type: 'supergroup', title: 'Shop talk', owner: nigar.id });
  await group.promote();
  const command = `/setup@${BOT.username}`;
  await group.say(nigar.id, {
    ...{ text: command, entities: [{ type: 'bot_command', offset: 0, length: command.length }] },
  });
  await until(async () => {
    const { rows } =
      await sql`select from places where kind = 'community' and checked_at is not null`.execute(t.runtime.db);
    expect(rows).toHaveLength(1);
  });
  const join = async (name: string, language: string) => {
    const player = await t.customer(name, language);
    await t.people(`/chats/${group.id}/members`, { user: player.id, status: 'member' });
    return player;
  };
  return { group, nigar, leyla: await join('Leyla', 'az'), marat: await join('Marat', 'ru') };
}

/** The link of the quiet answer that a person was given. */
const linkFor = (messages: InGroup[], words: RegExp): string | undefined => {
  const found = messages.find(({ from, text }) => from?.is_bot && words.test(text ?? ''));
  const [button] = found?.reply_markup?.inline_keyboard?.flat() ?? [];
  return (button as { url?: string } | undefined)?.url;
};

const payloadOf = (link: string | undefined): string => link?.split('?start=')[1] ?? '';

const open = (player: Player, payload: string) => player.say({ text: `/start ${payload}` });

test('a private matter in the group gets a quiet way into the bot; only its writer carries the words, once', async () => {
  await using t = await testDesk();
  const { group, leyla, marat } = await community(t);

  await group.say(leyla.id, { text: 'Salam hamıya! Çatdırılma Gəncəyə var?' });
  await group.say(leyla.id, { text: 'Sifariş 8841 hələ gəlməyib, pulum çıxılıb' });
  const link = await until(async () => {
    const found = linkFor(await group.messages(undefined, leyla.id), /şəxsi məsələ/);
    expect(found).toMatch(new RegExp(`^https://t.me/${BOT.username}\\?start=w_[\\w-]{32}$`));
    return found;
  });
  // More words of the same matter are carried by the same button, without another answer.
  await group.say(leyla.id, { text: 'Kartımdan 25 AZN getdi, köməyinizi gözləyirəm' });
  await until(async () => {
    const { rows } = await sql<{ count: number }>`
      select jsonb_array_length(contents) as count from carried_words`.execute(t.runtime.db);
    expect(rows).toEqual([{ count: 2 }]);
  });

  // Somebody else presses it: a greeting as for anybody, and none of the words.
  await open(marat, payloadOf(link));
  await untilSeen(marat, ({ text }) => (/С чем|о чём|Test desk/i.test(text ?? '') ? true : undefined));
  const { rows: taken } = await sql`select from messages`.execute(t.runtime.db);
  expect(taken).toHaveLength(0);

  // The writer does: the words are there, and one topic makes the ticket: three taps with "Start".
  await open(leyla, payloadOf(link));
  await answerTopic(leyla);
  const ticket = await untilSeen(leyla, numberOf);
  const { rows: words } = await sql<{ text: string }>`
    select text from messages where ticket_id = ${ticket} and author_kind = 'customer' order by id`.execute(
    t.runtime.db,
  );
  expect(words.map(({ text }) => text)).toEqual([
    'Sifariş 8841 hələ gəlməyib, pulum çıxılıb',
    'Kartımdan 25 AZN getdi, köməyinizi gözləyirəm',
  ]);

  // A second press takes nothing more.
  await open(leyla, payloadOf(link));
  await untilSeen(leyla, ({ text }) => (/Test desk/.test(text ?? '') ? true : undefined));
  const { rows: again } = await sql`select from messages where author_kind = 'customer'`.execute(
    t.runtime.db,
  );
  expect(again).toHaveLength(2);
  const { rows: kept } = await sql<{ contents: unknown[] }>`select contents from carried_words`.execute(
    t.runtime.db,
  );
  expect(kept.map(({ contents }) => contents)).toEqual([[]]);

  // Nobody else ever saw the answer.
  const others = await group.messages(undefined, marat.id);
  expect(linkFor(others, /şəxsi məsələ/)).toBeUndefined();
});

test('where Telegram cannot whisper, the answer is a short reply that goes away', async () => {
  await using t = await testDesk();
  const { group, marat } = await community(t);
  // A bot that is no administrator any more may not whisper.
  await t.people(`/chats/${group.id}/members`, { user: Number(BOT.token.split(':')[0]), status: 'member' });
  const mention = `@${BOT.username} где мой заказ 8841?`;
  await group.say(marat.id, {
    ...{ text: mention, entities: [{ type: 'mention', offset: 0, length: BOT.username.length + 1 }] },
  });
  const seenByAll = async () => linkFor(await group.messages(), /в личном чате/);
  await until(async () => expect(await seenByAll()).toBeDefined());
  await t.people('/clock', { advance_seconds: 180 });
  await until(async () => expect(await seenByAll()).toBeUndefined());
});

test('the bot answers who asks for it in the group, and nobody else', async () => {
  await using t = await testDesk();
  const { group, leyla, marat } = await community(t);
  const help = `/help@${BOT.username}`;
  await group.say(marat.id, {
    text: help,
    entities: [{ type: 'bot_command', offset: 0, length: help.length }],
  });
  const plain = await until(async () => {
    const found = linkFor(await group.messages(undefined, marat.id), /в личном чате/);
    expect(found).toBeDefined();
    return found;
  });
  expect(payloadOf(plain)).toBe('new');
  const mention = `@${BOT.username} tətbiq açılmır`;
  await group.say(leyla.id, {
    text: mention,
    entities: [{ type: 'mention', offset: 0, length: BOT.username.length + 1 }],
  });
  const carried = await until(async () => {
    const found = linkFor(await group.messages(undefined, leyla.id), /şəxsi çatda/);
    expect(found).toBeDefined();
    return found;
  });
  await open(leyla, payloadOf(carried));
  await answerTopic(leyla);
  await untilSeen(leyla, numberOf);
  const { rows } = await sql<{
    text: string;
  }>`select text from messages where author_kind = 'customer'`.execute(t.runtime.db);
  expect(rows).toEqual([{ text: 'tətbiq açılmır' }]);

  // Another bot's command, and talk of everybody's, get no answer.
  const before = (await group.messages()).filter(({ from }) => from?.is_bot).length;
  const received = async () => {
    const { rows: updates } = await sql<{ count: number }>`select count(*) from updates`.execute(
      t.runtime.db,
    );
    return Number(updates[0]?.count);
  };
  const seen = await received();
  await group.say(marat.id, {
    text: '/help@other_bot',
    entities: [{ type: 'bot_command', offset: 0, length: 15 }],
  });
  await group.say(marat.id, { text: 'Какие карты вы принимаете?' });
  await until(async () => expect(await received()).toBe(seen + 2));
  expect((await group.messages()).filter(({ from }) => from?.is_bot)).toHaveLength(before);
});
