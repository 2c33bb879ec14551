/**
 * One conversation, played against small bots that are written each with another library: what all of them make of the
 * sandbox is what they would make of Telegram.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Person, pixel, type Shown, startTelegram, type Telegram } from './telegram.ts';

/** How a bot gets its updates; by webhook it starts a server of its own and calls setWebhook with the secret. */
export type Mode = { kind: 'polling' } | { kind: 'webhook'; secret: string };
/** A bot at work. */
export type RunningBot = { stop: () => Promise<void> };
/**
 * A bot of a library. It must: welcome on /start with its payload and buttons yes, no and a link; on `yes` answer with a
 * toast and edit the message; answer a photo with its size and the same bytes as a document; on words do what the
 * scenario below expects of them; answer an edit; open a topic on /topic.
 */
export type StartBot = (telegram: Telegram, mode: Mode) => Promise<RunningBot>;

const buttonsOf = (message: Shown) =>
  message.reply_markup?.inline_keyboard.flat().map((button) => ('url' in button ? button.url : button.text));

type Stage = { telegram: Telegram; customer: Person };

const playDialogue = (stage: Stage) => {
  test('a deep link reaches the bot, its answer has formatting and buttons', async () => {
    const sent = await stage.customer.start('order_42');
    const welcome = await stage.customer.seesText(sent, 'Welcome order_42');
    expect(welcome.from).toMatchObject({ is_bot: true, username: stage.telegram.username });
    expect(welcome.entities).toEqual([{ type: 'bold', offset: 8, length: 8 }]);
    expect(buttonsOf(welcome)).toEqual(['yes', 'no', 'https://example.com/help']);
  });

  test('a press is answered and the message is edited', async () => {
    const welcome = await stage.customer.seesText(await stage.customer.start(), 'Welcome');
    expect(await stage.customer.press(welcome, 'yes')).toEqual({
      answer: { text: 'You said yes', show_alert: true },
    });
    const edited = await stage.customer.sees(
      'the edit',
      { ...welcome, message_id: welcome.message_id - 1 },
      (message) => Boolean(message.edit_date),
    );
    expect(edited).toMatchObject({ message_id: welcome.message_id, text: 'Noted: yes' });
    expect(edited.reply_markup).toBeUndefined();
  });

  test('a reply keyboard sends its text, and goes when it is removed', async () => {
    const sent = await stage.customer.send({ text: 'keyboard' });
    await stage.customer.seesText(sent, 'Choose');
    await stage.customer.tap('First');
    await stage.customer.seesText(sent, 'You chose First');
    await expect(stage.customer.tap('First')).rejects.toThrow('no_keyboard');
  });

  test('the bot hears edits, and replies to what was edited', async () => {
    const sent = await stage.customer.send({ text: 'helo' });
    await stage.customer.edit(sent, 'hello');
    const reply = await stage.customer.seesText(sent, 'Edited to hello');
    expect(reply.reply_to_message).toMatchObject({ message_id: sent.message_id, text: 'hello' });
  });
};

const playFiles = (stage: Stage) => {
  test('a photo comes down whole and goes up again', async () => {
    const photo = { name: 'p.png', mime: 'image/png', data: pixel.toString('base64') };
    const sent = await stage.customer.send({ photo, caption: 'look' });
    await stage.customer.seesText(sent, `Got ${pixel.length} bytes: look`);
    const { document } = await stage.customer.sees(
      'the document',
      sent,
      (message) => message.document !== undefined,
    );
    expect(document).toMatchObject({ file_name: 'copy.png', file_size: pixel.length });
    const bytes = await fetch(`${stage.telegram.url}/people/files/${document?.file_id}`);
    expect(Buffer.from(await bytes.arrayBuffer())).toEqual(pixel);
  });

  test('an album arrives as one group', async () => {
    const sent = await stage.customer.send({ text: 'album' });
    const last = await stage.customer.sees('the second photo', sent, (message) => message.caption === 'two');
    const group = (await stage.customer.messages(sent.message_id)).filter(
      (m) => m.media_group_id === last.media_group_id,
    );
    expect(last.media_group_id).toBeTypeOf('string');
    expect(group.map((message) => [message.caption, message.photo?.length !== 0])).toEqual([
      ['one', true],
      ['two', true],
    ]);
  });
};

const playTrouble = (stage: Stage) => {
  test('a refusal reaches the bot with its official words', async () => {
    const sent = await stage.customer.send({ text: 'broken' });
    const words = 'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0';
    expect(await stage.customer.seesText(sent, `400 ${words}`)).toHaveProperty('from.is_bot', true);
  });

  test('too many messages are refused with 429 and a time to wait', async () => {
    await stage.telegram.people('/people/faults', {
      next: [{ method: 'sendChatAction', kind: '429', retry_after: 7 }],
    });
    const sent = await stage.customer.send({ text: 'flood' });
    const told = await stage.customer.seesText(sent, '429 Too Many Requests: retry after 7, wait 7');
    expect(told.from?.is_bot).toBe(true);
  });

  test('writing to someone who blocked the bot is forbidden', async () => {
    const { user } = stage.customer;
    await stage.customer.seesText(await stage.customer.start(), 'Welcome');
    await stage.telegram.people(`/people/users/${user.id}/block`, { bot: `@${stage.telegram.username}` });
    const other = await stage.telegram.person('Witness');
    const sent = await other.send({ text: `write ${user.id}` });
    const told = await other.seesText(sent, '403 Forbidden: bot was blocked by the user');
    expect(told.from?.is_bot).toBe(true);
    await stage.telegram.people(`/people/users/${user.id}/unblock`, { bot: `@${stage.telegram.username}` });
  });
};

const playForum = (stage: Stage) => {
  test('in a forum the bot opens a topic and writes in it', async () => {
    const { telegram, customer } = stage;
    const forum = { type: 'supergroup', title: 'Desk', creator: customer.user.id, is_forum: true };
    const chat = await telegram.people<{ id: number }>('/people/chats', forum);
    const [bot] = await telegram.people<{ user: { id: number } }[]>('/people/bots');
    await telegram.people(`/people/chats/${chat.id}/members`, {
      user: bot?.user.id,
      status: 'administrator',
    });
    const room = customer.in(chat.id);
    const sent = await room.send({ text: `/topic@${telegram.username}` });
    const inside = await room.seesText(sent, 'Inside');
    expect(inside).toMatchObject({ is_topic_message: true, chat: { id: chat.id, is_forum: true } });
    const created = (await room.messages(sent.message_id)).find(
      (message) => message.forum_topic_created !== undefined,
    );
    expect(created?.forum_topic_created).toMatchObject({ name: 'Ticket 7' });
    expect(inside.message_thread_id).toBe(created?.message_thread_id);
  });
};

/** Plays the whole conversation against a library's bot, by long polling and by webhook. */
export const proveFidelity = (library: string, startBot: StartBot): void => {
  const modes: Mode[] = [{ kind: 'polling' }, { kind: 'webhook', secret: 'S3cret-token_1' }];
  describe.each(modes)(`${library} by $kind`, (mode) => {
    const stage = {} as Stage;
    let bot: RunningBot;
    beforeAll(async () => {
      stage.telegram = await startTelegram({ enabled: false });
      bot = await startBot(stage.telegram, mode);
      stage.customer = await stage.telegram.person('Leyla');
    });
    afterAll(async () => {
      await bot.stop();
      await stage.telegram.close();
    });
    playDialogue(stage);
    playFiles(stage);
    playTrouble(stage);
    playForum(stage);
  });
};
