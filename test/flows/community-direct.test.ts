import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { Conversation, Ticket } from '../../contract/index.ts';
import { type InGroup, manager, until, venue } from '../support/community-world.ts';
import { BOT, type TestDesk, testDesk } from '../support/desk.ts';

type Row = { chat: { id: number }; direct_messages_chat?: number };

/** A channel of the desk's to which people can write; `talk`: how one of them does so. */
async function channelOf(t: TestDesk) {
  const nigar = await manager(t);
  const channel = await venue(t, {
    ...{ type: 'channel', title: 'Shop news', username: 'shop_news', direct_messages: true, owner: nigar.id },
  });
  await channel.promote();
  const rows = (await t.people(`/users/${nigar.id}/chats`)) as Row[];
  const direct = rows.find(({ chat }) => chat.id === channel.id)?.direct_messages_chat ?? 0;
  const talk = async (name: string, language: string) => {
    const { id } = await t.customer(name, language);
    const messages = async () => (await t.people(`/users/${id}/chats/${direct}/messages`)) as InGroup[];
    const seen = (words: RegExp) =>
      until(async () => {
        const found = (await messages()).find(({ from, text }) => from?.is_bot && words.test(text ?? ''));
        expect(found, String(words)).toBeDefined();
        return found as InGroup;
      });
    return {
      ...{ id, messages, seen },
      say: (text: string) => t.people(`/users/${id}/send`, { chat: direct, text }),
      press: async (data: RegExp) => {
        const found = await until(async () => {
          const buttons = (await messages()).flatMap((message) =>
            (message.reply_markup?.inline_keyboard?.flat() ?? []).map((button) => ({ message, button })),
          );
          const one = buttons.reverse().find(({ button }) => data.test(button.callback_data ?? ''));
          expect(one).toBeDefined();
          return one;
        });
        await t.people(`/users/${id}/press`, {
          ...{ chat: direct, message_id: found?.message.message_id, data: found?.button.callback_data },
        });
      },
    };
  };
  return { nigar, channel, direct, talk };
}

test('a direct message to the channel becomes a ticket of its own conversation, and is answered there', async () => {
  await using t = await testDesk({
    env: { LOG_LEVEL: 'warn', PUBLIC_URL: 'https://desk.example' },
  });
  const agent = await t.agent('l1');
  const { talk } = await channelOf(t);
  const leyla = await talk('Leyla', 'az');
  const marat = await talk('Marat', 'ru');
  await leyla.say('Sifarişim haradadır?');
  await marat.say('Когда приедет мой заказ?');
  await leyla.press(/:topic:/);
  const card = await leyla.seen(/^№ \d+ ·/);
  const id = Number(/№ (\d+)/.exec(card.text ?? '')?.[1]);
  expect(Ticket.parse((await agent.call(`/api/tickets/${id}`)).body).requester.name).toBe('Leyla');

  // The agent's words reach her and nobody else.
  await agent.call(`/api/tickets/${id}/replies`, { text: 'Sabah çatır.', request_key: 'direct-1' });
  await leyla.seen(/Sabah çatır/);
  expect((await marat.messages()).some(({ text }) => /Sabah|№/.test(text ?? ''))).toBe(false);
  await marat.seen(/./);

  // No secret is told where those who look after the channel read along; the card leads into the Mini App.
  await leyla.say('/cabinet');
  const buttons = (await leyla.seen(/^№ \d+ ·/)).reply_markup?.inline_keyboard?.flat();
  expect(JSON.stringify(buttons)).toContain(`https://t.me/${BOT.username}?startapp=ticket_${id}`);
  await until(async () => {
    const { rows } = await sql<{ text: string; chat_id: number }>`
      select text, chat_id from messages where author_kind = 'customer' order by id`.execute(t.runtime.db);
    expect(rows.map(({ text }) => text)).toEqual([
      ...['Sifarişim haradadır?', 'Когда приедет мой заказ?', '/cabinet'],
    ]);
    expect(new Set(rows.map(({ chat_id }) => chat_id)).size).toBe(2);
  });
  expect((await leyla.messages()).some(({ text }) => text?.includes('link='))).toBe(false);
});

test('what one who looks after the channel answers there by hand is the desk’s answer in the ticket', async () => {
  await using t = await testDesk();
  const agent = await t.agent('l1');
  const { nigar, direct, talk } = await channelOf(t);
  const marat = await talk('Marat', 'en');
  await marat.say('Where is my parcel?');
  await marat.seen(/./);
  const byHand = (words: object) =>
    t.people(`/users/${nigar.id}/send`, { chat: direct, thread: marat.id, ...words }) as Promise<InGroup>;
  // Before anybody knows what it is about, and after.
  const first = await byHand({ text: 'I am looking.' });
  await marat.press(/:topic:/);
  const card = await marat.seen(/^№ \d+ ·/);
  const id = Number(/№ (\d+)/.exec(card.text ?? '')?.[1]);
  const read = async () => {
    const { messages } = Conversation.parse((await agent.call(`/api/tickets/${id}/conversation`)).body);
    return messages.map(({ author_kind, author, kind, text, delivery }) => [
      ...[author_kind, author?.name ?? null, kind, text, delivery],
    ]);
  };
  expect(Ticket.parse((await agent.call(`/api/tickets/${id}`)).body).first_reply_at).toBeNull();
  await byHand({ media_group: [{ photo: true, caption: 'It is here' }, { photo: true }] });
  await t.people(`/users/${nigar.id}/edit`, {
    chat: direct,
    message_id: first.message_id,
    text: 'Found it.',
  });
  await until(async () =>
    expect(await read()).toEqual([
      ['customer', 'Marat', 'text', 'Where is my parcel?', null],
      ['staff', null, 'text', 'Found it.', 'sent'],
      ['staff', null, 'album', 'It is here', 'sent'],
    ]),
  );
  const ticket = Ticket.parse((await agent.call(`/api/tickets/${id}`)).body);
  expect(ticket).toMatchObject({ status: 'in_progress', assignee: null, waiting_since: null });
  expect(ticket.first_reply_at).not.toBeNull();
});

test('a comment that is somebody’s own matter is carried into the bot like words in the group', async () => {
  await using t = await testDesk({
    env: { LOG_LEVEL: 'warn' },
  });
  const admin = await t.agent('admin');
  const { nigar, channel } = await channelOf(t);
  const comments = await venue(t, { type: 'supergroup', title: 'Comments', owner: nigar.id });
  await comments.promote();
  await t.people(`/chats/${comments.id}/link`, { channel: channel.id });
  const chosen = await until(async () => {
    const { candidates } = (await admin.call('/api/places')).body as {
      candidates: { chat: number; kind: string }[];
    };
    const found = candidates.find(({ kind }) => kind === 'channel');
    expect(found).toBeDefined();
    return found;
  });
  await admin.call('/api/places/channel', { chat: chosen?.chat }, 'PUT');
  await until(async () => {
    const { places } = (await admin.call('/api/places')).body as {
      places: { kind: string; checked_at: unknown }[];
    };
    expect(places.find(({ kind }) => kind === 'comments')?.checked_at).toBeTruthy();
  });
  const post = await until(async () => {
    const found = (await comments.messages()).find(({ text }) => text?.startsWith('Need help'));
    expect(found).toBeDefined();
    return found;
  });
  const leyla = await t.customer('Leyla', 'en');
  await t.people(`/chats/${comments.id}/members`, { user: leyla.id, status: 'member' });
  await comments.say(leyla.id, { text: 'Where is my order 8841?', reply_to: post?.message_id });
  await until(async () => {
    const { rows } = await sql`select from carried_words`.execute(t.runtime.db);
    expect(rows).toHaveLength(1);
    const answer = (await comments.messages(undefined, leyla.id)).find(({ text }) =>
      text?.startsWith('This sounds'),
    );
    expect(JSON.stringify(answer?.reply_markup)).toContain('?start=w_');
  });
});
