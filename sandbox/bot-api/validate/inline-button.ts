/** Buttons of inline keyboards. */
import type { InlineKeyboardButton } from '@grammyjs/types';
import type { ChatKind } from '../model.ts';
import { asObject, flag, requiredObject, requiredText, type Source, text } from './json.ts';
import { checkLink, linkedUser } from './link.ts';
import { refuse } from './refusal.ts';

const PREFIX = "can't parse inline keyboard button";
const STYLES = new Set(['danger', 'success', 'primary']);

const has = (source: Source, name: string): boolean => source[name] !== undefined && source[name] !== null;

/** The looks that any button may have. */
export const looksOf = (
  source: Source,
  prefix: string,
): { style?: 'danger' | 'success' | 'primary'; icon_custom_emoji_id?: string } => {
  const style = (text(source, 'style', prefix) ?? '').toLowerCase().replace(/^default$/, '');
  const icon = text(source, 'icon_custom_emoji_id', prefix) ?? '';
  if (style !== '' && !STYLES.has(style)) refuse(`${prefix}: Invalid button style specified`);
  return {
    ...(style === '' ? {} : { style: style as 'danger' | 'success' | 'primary' }),
    ...(icon === '' || icon === '0' ? {} : { icon_custom_emoji_id: icon }),
  };
};

const linkOf = (raw: string, words: string, httpsOnly: boolean): string => {
  if (httpsOnly && linkedUser(raw) !== undefined) refuse(`link to a user can't be used in ${words}`);
  const link = checkLink(raw, httpsOnly);
  return 'url' in link ? link.url : refuse(`${words} URL '${raw}' is invalid: ${link.fault}`);
};

const chosenChat = (source: Source) => {
  const chosen = requiredObject(source, 'switch_inline_query_chosen_chat', PREFIX);
  const kinds = ['allow_user_chats', 'allow_bot_chats', 'allow_group_chats', 'allow_channel_chats'];
  const allowed = kinds.filter((kind) => flag(chosen, kind, PREFIX));
  const query = text(chosen, 'query', PREFIX) ?? '';
  return { ...(query === '' ? {} : { query }), ...Object.fromEntries(allowed.map((kind) => [kind, true])) };
};

const refuseInChannel = (name: string, chatKind: ChatKind | undefined): void => {
  if (chatKind !== 'channel') return;
  const why = "because users will not be able to use the button without knowing bot's username";
  refuse(`can't use ${name} button in a channel chat, ${why}`);
};

const loginUrl = (source: Source) => {
  const login = requiredObject(source, 'login_url', PREFIX);
  const url = requiredText(login, 'url', PREFIX);
  const bot = (text(login, 'bot_username', PREFIX) ?? '').replace(/^@/, '');
  if (!/^\w*$/.test(bot)) refuse(`${PREFIX}: LoginUrl bot username is invalid`);
  const forward = text(login, 'forward_text', PREFIX) ?? '';
  return {
    url: linkOf(url, 'inline keyboard button login', true),
    ...(forward === '' ? {} : { forward_text: forward }),
    ...(bot === '' ? {} : { bot_username: bot }),
    ...(flag(login, 'request_write_access', PREFIX) ? { request_write_access: true } : {}),
  };
};

const copyText = (source: Source): string => {
  const copied = requiredText(requiredObject(source, 'copy_text', PREFIX), 'text', PREFIX);
  return copied.length >= 1 && copied.length <= 256 ? copied : refuse('BUTTON_COPY_TEXT_INVALID');
};

const webApp = (source: Source, chatKind: ChatKind | undefined): string => {
  const url = requiredText(requiredObject(source, 'web_app', PREFIX), 'url', PREFIX);
  const checked = linkOf(url, 'inline keyboard button Web App', true);
  // Mini Apps open from buttons in private chats only; elsewhere bots use t.me links.
  return chatKind === undefined || chatKind === 'private' ? checked : refuse('BUTTON_TYPE_INVALID');
};

const actionOf = (source: Source, chatKind: ChatKind | undefined) => {
  const url = text(source, 'url', PREFIX) ?? '';
  if (url !== '')
    return { url: linkedUser(url) === undefined ? linkOf(url, 'inline keyboard button', false) : url };
  const data = text(source, 'callback_data', PREFIX) ?? '';
  if (Buffer.byteLength(data) > 64) refuse('BUTTON_DATA_INVALID');
  if (data !== '') return { callback_data: data };
  if (has(source, 'callback_game') || has(source, 'pay')) return refuse('BUTTON_TYPE_INVALID');
  if (has(source, 'switch_inline_query')) {
    refuseInChannel('switch_inline_query', chatKind);
    return { switch_inline_query: requiredText(source, 'switch_inline_query', PREFIX) };
  }
  if (has(source, 'switch_inline_query_chosen_chat')) {
    refuseInChannel('switch_inline_query', chatKind);
    return { switch_inline_query_chosen_chat: chosenChat(source) };
  }
  if (has(source, 'switch_inline_query_current_chat')) {
    refuseInChannel('switch_inline_query_current_chat', chatKind);
    const query = requiredText(source, 'switch_inline_query_current_chat', PREFIX);
    return { switch_inline_query_current_chat: query };
  }
  if (has(source, 'login_url')) return { login_url: loginUrl(source) };
  if (has(source, 'web_app')) return { web_app: { url: webApp(source, chatKind) } };
  if (has(source, 'copy_text')) return { copy_text: { text: copyText(source) } };
  if (has(source, 'disabled')) return { disabled: requiredObject(source, 'disabled', PREFIX) };
  return refuse(`${PREFIX}: Text buttons are unallowed in the inline keyboard`);
};

/** Reads one button; throws the official refusal. */
export const inlineButton = (value: unknown, chatKind: ChatKind | undefined): InlineKeyboardButton => {
  const source = asObject(value) ?? refuse(`${PREFIX}: InlineKeyboardButton must be an Object`);
  const label = requiredText(source, 'text', PREFIX);
  return { text: label, ...looksOf(source, PREFIX), ...actionOf(source, chatKind) } as InlineKeyboardButton;
};
