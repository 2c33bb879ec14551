import { describe, expect, test } from 'vitest';
import { botApi } from '../../sandbox/bot-api/description/index.ts';
import { validateCall } from '../../sandbox/bot-api/validate/index.ts';

const taken = (method: string, params: Record<string, unknown> = {}) => {
  const result = validateCall(method, params);
  if (!result.ok) throw new Error(result.description);
  return result.params;
};

const refused = (method: string, params: Record<string, unknown> = {}) => {
  const result = validateCall(method, params);
  return result.ok ? 'was accepted' : `${result.code} ${result.description}`;
};

describe('coercion', () => {
  test('method names come in any case, old names too', () => {
    expect(validateCall('SENDmessage', { chat_id: 1, text: 'x' })).toMatchObject({ method: 'sendMessage' });
    expect(validateCall('kickChatMember', { chat_id: 1, user_id: 2 })).toMatchObject({
      method: 'banChatMember',
    });
  });

  test('strings become what the parameter is', () => {
    const params = {
      chat_id: '-100123',
      text: 5,
      disable_notification: 'True',
      message_thread_id: ' 7 ',
      reply_markup: '{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}',
      reply_parameters: '{"message_id":"5"}',
      unknown: 'gone',
    };
    expect(taken('sendMessage', params)).toEqual({
      chat_id: -100123,
      text: '5',
      disable_notification: true,
      message_thread_id: 7,
      reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] },
      reply_parameters: { message_id: 5 },
    });
    expect(taken('sendLocation', { chat_id: '@shop', latitude: '40.4', longitude: 49 })).toEqual({
      chat_id: '@shop',
      latitude: 40.4,
      longitude: 49,
    });
    expect(taken('deleteMessages', { chat_id: 1, message_ids: '[1,"2"]' })).toMatchObject({
      message_ids: [1, 2],
    });
    expect(taken('sendPoll', { chat_id: 1, question: 'q', options: '["a",{"text":"b"}]' })).toMatchObject({
      options: [{ text: 'a' }, { text: 'b' }],
    });
  });

  test('parameters of older versions still work', () => {
    const old = { chat_id: 1, text: 'x', reply_to_message_id: '9', disable_web_page_preview: 'true' };
    expect(taken('sendMessage', old)).toMatchObject({
      reply_parameters: { message_id: 9 },
      link_preview_options: { is_disabled: true },
    });
  });

  test('an empty string counts as absent where it means nothing, and stays where it does', () => {
    expect(taken('sendMessage', { chat_id: 1, text: 'x', message_thread_id: '', reply_markup: '' })).toEqual({
      chat_id: 1,
      text: 'x',
    });
    expect(taken('setMyName', { name: '' })).toEqual({ name: '' });
    expect(taken('setWebhook', {})).toEqual({ url: '' });
    expect(taken('setMyCommands', {})).toEqual({ commands: [] });
  });

  test('names of updates count in any case, unknown ones not at all', () => {
    expect(taken('getUpdates', { allowed_updates: '["MESSAGE","nonsense","chat_member"]' })).toEqual({
      allowed_updates: ['message', 'chat_member'],
    });
    expect(taken('getUpdates', { allowed_updates: ['nonsense'] })).toEqual({ allowed_updates: [] });
  });

  test('names of topics are cut, as by the official server', () => {
    expect(taken('createForumTopic', { chat_id: 1, name: 'x'.repeat(200) }).name).toHaveLength(128);
  });
});

const send = { chat_id: 1, text: 'x' };
const album = (...media: unknown[]) => ({ chat_id: 1, media });

test.each<[string, Record<string, unknown>, string]>([
  ['noSuchMethod', {}, '404 Not Found: method not found'],
  ['sendMessage', {}, '400 Bad Request: message text is empty'],
  ['sendMessage', { chat_id: 1, text: '' }, '400 Bad Request: message text is empty'],
  ['sendMessage', { text: 'x' }, '400 Bad Request: chat_id is empty'],
  ['sendMessage', { chat_id: '', text: 'x' }, '400 Bad Request: chat_id is empty'],
  ['sendMessage', { ...send, text: { a: 1 } }, '400 Bad Request: parameter "text" must be of type String'],
  [
    'sendMessage',
    { ...send, reply_markup: '{bad' },
    "400 Bad Request: can't parse reply keyboard markup JSON object",
  ],
  ['sendMessage', { ...send, reply_markup: 5 }, '400 Bad Request: object expected as reply markup'],
  [
    'sendMessage',
    { ...send, reply_parameters: { quote: 'a' } },
    '400 Bad Request: can\'t find field "message_id"',
  ],
  ['sendMessage', { ...send, reply_parameters: [] }, '400 Bad Request: object expected as reply parameters'],
  [
    'sendMessage',
    { ...send, link_preview_options: { is_disabled: 'yes' } },
    '400 Bad Request: field "is_disabled" must be of type Boolean',
  ],
  [
    'sendMessage',
    { ...send, link_preview_options: '{' },
    "400 Bad Request: can't parse link preview options JSON object",
  ],
  ['sendPhoto', { chat_id: 1 }, '400 Bad Request: there is no photo in the request'],
  ['sendVideoNote', { chat_id: 1 }, '400 Bad Request: there is no video note in the request'],
  ['sendMediaGroup', { chat_id: 1 }, '400 Bad Request: parameter "media" is required'],
  ['sendMediaGroup', { chat_id: 1, media: '{}' }, '400 Bad Request: expected an Array of InputMedia'],
  [
    'sendMediaGroup',
    album({ type: 'photo' }, { type: 'photo', media: 'a' }),
    "400 Bad Request: can't parse InputMedia: media not found",
  ],
  [
    'sendMediaGroup',
    album({ media: 'a' }, { type: 'photo', media: 'a' }),
    '400 Bad Request: can\'t parse InputMedia: Can\'t find field "type"',
  ],
  ['sendMediaGroup', album(), '400 Bad Request: there are no messages to send'],
  [
    'sendMediaGroup',
    album({ type: 'animation', media: 'a' }),
    '400 Bad Request: can\'t parse InputMedia: type "animation" can\'t be used in sendMediaGroup',
  ],
  [
    'sendMediaGroup',
    album(...Array.from({ length: 11 }, () => ({ type: 'photo', media: 'a' }))),
    '400 Bad Request: too many messages to send as an album',
  ],
  ['sendContact', { chat_id: 1 }, '400 Bad Request: parameter "phone_number" is required'],
  ['sendLocation', { chat_id: 1 }, '400 Bad Request: latitude is empty'],
  ['sendChatAction', { chat_id: 1, action: 'dance' }, '400 Bad Request: wrong parameter action in request'],
  ['editMessageText', { text: 'x' }, '400 Bad Request: message identifier is not specified'],
  ['editMessageText', { chat_id: 1, text: 'x' }, '400 Bad Request: message to edit not found'],
  ['editMessageText', { chat_id: 1, message_id: 2 }, '400 Bad Request: message text is empty'],
  [
    'editMessageMedia',
    { chat_id: 1, message_id: 2, media: { type: 'gif', media: 'x' } },
    '400 Bad Request: can\'t parse InputMedia: type "gif" is unsupported',
  ],
  ['deleteMessage', {}, '400 Bad Request: chat_id is empty'],
  ['deleteMessage', { chat_id: 1 }, '400 Bad Request: message to delete not found'],
  ['deleteMessages', { chat_id: 1 }, '400 Bad Request: message identifiers are not specified'],
  [
    'deleteMessages',
    { chat_id: 1, message_ids: Array.from({ length: 101 }, (_, i) => i + 1) },
    '400 Bad Request: too many message identifiers specified',
  ],
  [
    'answerCallbackQuery',
    {},
    '400 Bad Request: query is too old and response timeout expired or query ID is invalid',
  ],
  [
    'answerCallbackQuery',
    { callback_query_id: '1', text: 'x'.repeat(201) },
    '400 Bad Request: MESSAGE_TOO_LONG',
  ],
  ['banChatMember', { chat_id: 1 }, '400 Bad Request: invalid user_id specified'],
  ['banChatMember', { chat_id: 1, user_id: 'you' }, '400 Bad Request: invalid user_id specified'],
  [
    'setMyCommands',
    { commands: [{ command: 'a' }] },
    '400 Bad Request: can\'t parse BotCommand: Can\'t find field "description"',
  ],
  [
    'setMyCommands',
    { commands: [{ command: 'Ab', description: 'c' }] },
    '400 Bad Request: BOT_COMMAND_INVALID',
  ],
  [
    'setMyCommands',
    { commands: [], scope: { type: 'all' } },
    "400 Bad Request: can't parse BotCommandScope: Unsupported type specified",
  ],
  [
    'setChatMenuButton',
    { menu_button: { type: 'x' } },
    "400 Bad Request: can't parse menu button: MenuButton has unsupported type",
  ],
  [
    'setMessageReaction',
    { chat_id: 1, message_id: 1, reaction: [{ type: 'x' }] },
    "400 Bad Request: can't parse ReactionType: invalid reaction type specified",
  ],
  [
    'setWebhook',
    { url: 'https://e.com', secret_token: 'a b' },
    '400 Bad Request: secret token contains unallowed characters',
  ],
  ['getFile', {}, '400 Bad Request: file_id not specified'],
  ['getUpdates', { limit: 'many' }, '400 Bad Request: parameter "limit" must be of type Integer'],
  ['createForumTopic', { chat_id: 1, name: '' }, '400 Bad Request: title must be non-empty'],
])('%s %j is refused in the official words', (method, params, words) => {
  expect(refused(method, params)).toBe(words);
});

describe('every described method', () => {
  const methods = Object.entries(botApi().methods);

  test.each(methods)('%s answers junk and nothing at all with data, never an exception', (name, method) => {
    const junk = [null, '', 'junk', '{', -1, 1e300, [], {}, [null], true];
    const results = Object.keys(method.fields).flatMap((field) =>
      junk.map((value) => validateCall(name, { [field]: value })),
    );
    const words = results
      .filter((result) => !result.ok)
      .map((result) => ('description' in result ? result.description : ''));
    expect(words.filter((description) => !/^Bad Request: \S/.test(description))).toEqual([]);
    const none = validateCall(name, {});
    const isFree = Object.values(method.fields).every((field) => !field.required);
    expect(!none.ok && isFree && !name.startsWith('edit')).toBe(false);
  });
});

test('checking a usual sendMessage takes less than 50 µs of the processor', () => {
  const reply_markup = {
    inline_keyboard: [
      [
        { text: 'a', callback_data: 'b' },
        { text: 'c', url: 'https://e.com' },
      ],
    ],
  };
  const call = { chat_id: 1, text: '<b>hello</b>', parse_mode: 'HTML', reply_markup };
  // Time of the processor, not of the clock: the machine may have other things to do.
  const run = () => {
    const start = process.cpuUsage();
    for (let i = 0; i < 1000; i += 1) taken('sendMessage', call);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  expect(Math.min(...Array.from({ length: 8 }, run))).toBeLessThan(50);
});
