import type { Message, User } from '@grammyjs/types';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { botId, type Kit, openSandbox, token } from './kit.ts';
import { pixel } from './telegram.ts';

let kit: Kit;
let customer: User;

beforeAll(async () => {
  kit = await openSandbox();
  customer = await kit.person('Leyla');
});

afterAll(() => kit[Symbol.asyncDispose]());

const send = (params: object) => kit.call('sendMessage', { chat_id: customer.id, text: 'x', ...params });
const reason = async (method: string, params: object = {}) => (await kit.call(method, params)).description;

describe('what the bot says about people', () => {
  test('a mention by id shows the whole user, and falls away when nobody has that id', async () => {
    const text = `<a href="tg://user?id=${customer.id}">you</a> <a href="tg://user?id=99999">nobody</a>`;
    const message = await kit.ok<Message>('sendMessage', { chat_id: customer.id, text, parse_mode: 'HTML' });
    expect(message.entities).toEqual([{ type: 'text_mention', offset: 0, length: 3, user: customer }]);
    const edit = {
      chat_id: customer.id,
      message_id: message.message_id,
      text: `${text}!`,
      parse_mode: 'HTML',
    };
    expect((await kit.ok<Message>('editMessageText', edit)).entities).toEqual(message.entities);
  });

  test('in a private chat the two who talk are its members', async () => {
    const member = (user_id: number) => kit.call('getChatMember', { chat_id: customer.id, user_id });
    const stranger = await kit.person('Stranger');
    expect((await member(customer.id)).result).toEqual({ status: 'member', user: customer });
    expect((await member(botId)).result).toMatchObject({ status: 'member', user: { id: botId } });
    expect((await member(stranger.id)).description).toBe('Bad Request: member not found');
  });
});

describe('refusals in the official words', () => {
  test.each<[object, string]>([
    [{ business_connection_id: 'none' }, 'business connection not found'],
    [{ message_thread_id: 555 }, 'message thread not found'],
    [{ reply_parameters: { message_id: 9999 } }, 'message to be replied not found'],
    [
      { text: '<b>x', parse_mode: 'HTML' },
      'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
    ],
    [{ text: '\u200b' }, 'text must be non-empty'],
    [{ text: 'x'.repeat(4097) }, 'message is too long'],
    [{ chat_id: 424242 }, 'chat not found'],
  ])('sendMessage %j', async (params, words) => {
    expect((await send(params)).description).toBe(`Bad Request: ${words}`);
  });

  test('places that are not on Earth, reactions and scopes that do not exist', async () => {
    expect(await reason('sendLocation', { chat_id: customer.id, latitude: 200, longitude: 0 })).toBe(
      'Bad Request: wrong location specified',
    );
    const reaction = [{ type: 'emoji', emoji: 'x' }];
    expect(await reason('setMessageReaction', { chat_id: customer.id, message_id: 1, reaction })).toBe(
      'Bad Request: REACTION_INVALID',
    );
    expect(await reason('setMyCommands', { commands: [], scope: { type: 'chat', chat_id: 99 } })).toBe(
      'Bad Request: chat not found',
    );
  });

  test('an edit over the limit has words of its own', async () => {
    const { message_id } = await kit.ok<Message>('sendMessage', { chat_id: customer.id, text: 'x' });
    const text = 'x'.repeat(4097);
    expect(await reason('editMessageText', { chat_id: customer.id, message_id, text })).toBe(
      'Bad Request: MESSAGE_TOO_LONG',
    );
  });
});

describe('what a bot may not do with its own messages', () => {
  test.each([{ keyboard: [['a']] }, { remove_keyboard: true }, { force_reply: true }])(
    '%j cannot be edited',
    async (reply_markup) => {
      const { message_id } = await kit.ok<Message>('sendMessage', {
        chat_id: customer.id,
        text: 'x',
        reply_markup,
      });
      const words = await reason('editMessageText', { chat_id: customer.id, message_id, text: 'y' });
      expect(words).toBe("Bad Request: message can't be edited");
    },
  );

  test('nor can a forward', async () => {
    const { message_id } = await kit.ok<Message>('sendMessage', { chat_id: customer.id, text: 'x' });
    const forward = { chat_id: customer.id, from_chat_id: customer.id, message_id };
    const forwarded = await kit.ok<Message>('forwardMessage', forward);
    const edit = { chat_id: customer.id, message_id: forwarded.message_id, text: 'y' };
    expect(await reason('editMessageText', edit)).toBe("Bad Request: message can't be edited");
  });

  test('an answer to a press opens nothing but the bot itself', async () => {
    const reply_markup = { inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] };
    const { message_id } = await kit.ok<Message>('sendMessage', {
      chat_id: customer.id,
      text: 'x',
      reply_markup,
    });
    const pressed = kit.people<{ answer?: object }>(`users/${customer.id}/press`, {
      chat: botId,
      message_id,
      data: 'b',
    });
    const query = await vi.waitFor(async () => {
      const found = (await kit.updates()).find(
        (update) => update.callback_query !== undefined,
      )?.callback_query;
      if (found === undefined) throw new Error('the press has not come yet');
      return found;
    });
    const answer = (url: string) => kit.call('answerCallbackQuery', { callback_query_id: query.id, url });
    expect((await answer('https://example.com')).description).toBe('Bad Request: URL_INVALID');
    expect((await answer('https://t.me/other_bot?start=x')).description).toBe('Bad Request: URL_INVALID');
    expect((await answer('https://t.me/desk_bot?start=x')).ok).toBe(true);
    expect(await pressed).toEqual({ answer: { url: 'https://t.me/desk_bot?start=x' } });
  });
});

describe('media', () => {
  const upload = async (method: string, fields: Record<string, string>, files: Record<string, Buffer>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const [name, bytes] of Object.entries(files))
      form.append(name, new Blob([new Uint8Array(bytes)]), `${name}.png`);
    const response = await fetch(`${kit.url}/bot${token}/${method}`, { method: 'POST', body: form });
    return (await response.json()) as { ok: boolean; description?: string; result: Message[] };
  };
  const chat_id = () => String(customer.id);

  test('one item is no album, and none is nothing to send', async () => {
    const mention = `<a href="tg://user?id=${customer.id}">you</a>`;
    const media = JSON.stringify([
      { type: 'photo', media: 'attach://a', caption: mention, parse_mode: 'HTML' },
    ]);
    const { result } = await upload('sendMediaGroup', { chat_id: chat_id(), media }, { a: pixel });
    expect(result).toHaveLength(1);
    expect(result[0]).not.toHaveProperty('media_group_id');
    expect(result[0]?.caption_entities).toEqual([
      { type: 'text_mention', offset: 0, length: 3, user: customer },
    ]);
    expect(await reason('sendMediaGroup', { chat_id: customer.id, media: [] })).toBe(
      'Bad Request: there are no messages to send',
    );
  });

  test('a part that did not come and a photo over 10 MB are named', async () => {
    const media = JSON.stringify({ type: 'photo', media: 'attach://gone' });
    const { description } = await upload(
      'sendMediaGroup',
      { chat_id: chat_id(), media: `[${media},${media}]` },
      {},
    );
    expect(description).toBe("Bad Request: can't parse InputMedia: media not found");
    const big = Buffer.concat([pixel, Buffer.alloc(10 * 1024 * 1024)]);
    const words = `file of size ${big.length} bytes is too big for a photo; the maximum size is 10485760 bytes`;
    expect((await upload('sendPhoto', { chat_id: chat_id() }, { photo: big })).description).toBe(
      `Bad Request: ${words}`,
    );
  });

  test('a text can become a photo, a contact cannot', async () => {
    const { message_id } = await kit.ok<Message>('sendMessage', { chat_id: customer.id, text: 'look' });
    const media = JSON.stringify({ type: 'photo', media: 'attach://a', caption: 'here' });
    const fields = { chat_id: chat_id(), message_id: String(message_id), media };
    const edited = (await upload('editMessageMedia', fields, { a: pixel })).result;
    expect(edited).toMatchObject({ message_id, caption: 'here', photo: [{ width: 1 }] });
    expect(edited).not.toHaveProperty('text');
    const contact = await kit.ok<Message>('sendContact', {
      chat_id: customer.id,
      phone_number: '1',
      first_name: 'x',
    });
    const wrong = await upload(
      'editMessageMedia',
      { ...fields, message_id: String(contact.message_id) },
      { a: pixel },
    );
    expect(wrong.description).toBe("Bad Request: message can't be edited");
  });
});
