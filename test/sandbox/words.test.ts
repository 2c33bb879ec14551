import type { Message, User } from '@grammyjs/types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { botId, type Kit, openSandbox } from './kit.ts';

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
