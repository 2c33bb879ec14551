import { describe, expect, test } from 'vitest';
import { validateMarkup } from '../../sandbox/bot-api/validate/index.ts';

const inline = (...buttons: unknown[]) => ({ inline_keyboard: [buttons] });
const keyboard = (...buttons: unknown[]) => ({ keyboard: [buttons] });
const words = (markup: unknown, kind: 'private' | 'group' | 'supergroup' | 'channel' = 'private') => {
  const result = validateMarkup(markup, kind);
  return result.ok ? 'was accepted' : result.description.replace('Bad Request: ', '');
};
const button = "can't parse inline keyboard button:";
const replyButton = "can't parse keyboard button:";

describe('accepted', () => {
  test.each([
    [inline({ text: 'a', callback_data: 'x'.repeat(64) }), undefined],
    [inline({ text: 'a', url: 'tg://user?id=1' }), undefined],
    [inline({ text: 'a', url: 'example.com' }), inline({ text: 'a', url: 'http://example.com/' })],
    [inline({ text: 'a', copy_text: { text: 'b' }, style: 'success' }), undefined],
    [
      inline({ text: 'a', callback_data: 'b', style: 'DANGER', icon_custom_emoji_id: '0' }),
      inline({ text: 'a', callback_data: 'b', style: 'danger' }),
    ],
    [inline({ text: 'a', web_app: { url: 'https://e.com/app' } }), undefined],
    [inline({ text: 'a', web_app: { url: 'http://127.0.0.1:8080/app' } }), undefined],
    [inline({ text: 'a', switch_inline_query: '' }), undefined],
    [
      inline({ text: '', callback_data: 'a' }, { text: 'b', callback_data: 'b' }),
      inline({ text: 'b', callback_data: 'b' }),
    ],
    [
      keyboard('a', { text: 'b', request_contact: true }),
      keyboard({ text: 'a' }, { text: 'b', request_contact: true }),
    ],
    [
      { keyboard: [['a']], resize_keyboard: true, is_persistent: false },
      { keyboard: [[{ text: 'a' }]], resize_keyboard: true },
    ],
    [{ remove_keyboard: true, selective: true }, undefined],
    [{ force_reply: true, input_field_placeholder: 'words' }, undefined],
  ])('%j', (markup, kept) => {
    expect(validateMarkup(markup, 'private')).toEqual({ ok: true, markup: kept ?? markup });
  });

  test.each([undefined, null, {}, { inline_keyboard: [] }, { inline_keyboard: [[]] }])(
    '%j is no keyboard',
    (markup) => {
      expect(validateMarkup(markup, 'private')).toEqual({ ok: true, markup: undefined });
    },
  );

  test('rows hold twelve buttons, keyboards three hundred', () => {
    const row = Array.from({ length: 20 }, (_, i) => ({ text: `${i}`, callback_data: 'x' }));
    const result = validateMarkup({ inline_keyboard: Array.from({ length: 40 }, () => row) }, 'private');
    const rows =
      result.ok && result.markup && 'inline_keyboard' in result.markup ? result.markup.inline_keyboard : [];
    expect(rows[0]).toHaveLength(12);
    expect(rows.flat()).toHaveLength(300);
  });
});

test.each<[unknown, string]>([
  [[], 'object expected as reply markup'],
  [{ inline_keyboard: 'bad' }, 'field "inline_keyboard" must be of type Array'],
  [
    { inline_keyboard: ['bad'] },
    'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
  ],
  [{ keyboard: 'bad' }, 'field "keyboard" must be of type Array'],
  [{ keyboard: ['bad'] }, 'field "keyboard" must be an Array of Arrays'],
  [{ keyboard: [['a']], selective: 'yes' }, 'field "selective" must be of type Boolean'],
  [{ force_reply: 'yes' }, 'field "force_reply" must be of type Boolean'],
  [inline('a'), `${button} InlineKeyboardButton must be an Object`],
  [inline({ callback_data: 'x' }), `${button} Can't find field "text"`],
  [inline({ text: 'a' }), `${button} Text buttons are unallowed in the inline keyboard`],
  [inline({ text: 'a', callback_data: '' }), `${button} Text buttons are unallowed in the inline keyboard`],
  [inline({ text: 'a', callback_data: 'ə'.repeat(33) }), 'BUTTON_DATA_INVALID'],
  [
    inline({ text: 'a', url: 'not-a-url' }),
    "inline keyboard button URL 'not-a-url' is invalid: Wrong HTTP URL",
  ],
  [
    inline({ text: 'a', url: 'ftp://e.com' }),
    "inline keyboard button URL 'ftp://e.com' is invalid: Unsupported URL protocol",
  ],
  [
    inline({ text: 'a', web_app: { url: 'http://e.com' } }),
    "inline keyboard button Web App URL 'http://e.com' is invalid: Only HTTPS links are allowed",
  ],
  [
    inline({ text: 'a', web_app: { url: 'bad' } }),
    "inline keyboard button Web App URL 'bad' is invalid: Only HTTPS links are allowed",
  ],
  [inline({ text: 'a', pay: true }), 'BUTTON_TYPE_INVALID'],
  [inline({ text: 'a', copy_text: { text: '' } }), 'BUTTON_COPY_TEXT_INVALID'],
  [inline({ text: 'a', copy_text: { text: 'x'.repeat(257) } }), 'BUTTON_COPY_TEXT_INVALID'],
  [
    inline({ text: 'a', login_url: { url: 'https://e.com', request_write_access: 'yes' } }),
    `${button} Field "request_write_access" must be of type Boolean`,
  ],
  [keyboard(5), `${replyButton} KeyboardButton must be a String or an Object`],
  [
    keyboard({ text: 'a', request_chat: { chat_is_channel: true } }),
    `${replyButton} Can't find field "request_id"`,
  ],
  [
    keyboard({ text: 'a', request_users: { request_id: 1, max_quantity: 999 } }),
    'BUTTON_QUANTITY_MAX_INVALID',
  ],
  [
    keyboard({ text: 'a', web_app: { url: 'http://e.com' } }),
    "keyboard button Web App URL 'http://e.com' is invalid: Only HTTPS links are allowed",
  ],
])('%j is refused in the official words', (markup, reason) => {
  expect(words(markup)).toBe(reason);
});

describe('by kind of chat', () => {
  test('web apps and requests belong to private chats', () => {
    const app = inline({ text: 'a', web_app: { url: 'https://e.com' } });
    const contact = keyboard({ text: 'a', request_contact: true });
    expect(words(app, 'group')).toBe('BUTTON_TYPE_INVALID');
    expect(words(contact, 'supergroup')).toBe('phone number can be requested in private chats only');
    expect(words(keyboard({ text: 'a', request_location: true }), 'group')).toBe(
      'location can be requested in private chats only',
    );
    expect([words(app), words(contact)]).toEqual(['was accepted', 'was accepted']);
  });

  test('channels and edited messages take inline keyboards only', () => {
    expect(words(keyboard('a'), 'channel')).toBe('inline keyboard expected');
    expect(words(inline({ text: 'a', switch_inline_query: 'q' }), 'channel')).toContain(
      "can't use switch_inline_query button in a channel chat",
    );
    expect(validateMarkup(keyboard('a'), 'private', { onlyInline: true })).toMatchObject({
      description: 'Bad Request: inline keyboard expected',
    });
  });
});
