/** Buttons of reply keyboards. */
import type { KeyboardButton } from '@grammyjs/types';
import type { ChatKind } from '../model.ts';
import { looksOf } from './inline-button.ts';
import { asObject, flag, requiredInteger, requiredObject, requiredText, type Source, text } from './json.ts';
import { checkLink } from './link.ts';
import { refuse } from './refusal.ts';

const PREFIX = "can't parse keyboard button";

const USER_FLAGS = ['user_is_bot', 'user_is_premium', 'request_name', 'request_username', 'request_photo'];
const CHAT_FLAGS = [
  'chat_is_channel',
  'chat_is_forum',
  'chat_has_username',
  'chat_is_created',
  'bot_is_member',
];
const CHAT_REQUESTS = ['request_title', 'request_username', 'request_photo'];

const has = (source: Source, name: string): boolean => source[name] !== undefined && source[name] !== null;

const flagsOf = (source: Source, names: string[]): Record<string, boolean> =>
  Object.fromEntries(
    names.filter((name) => has(source, name)).map((name) => [name, flag(source, name, PREFIX)]),
  );

const requestUsers = (source: Source) => {
  const request = requiredObject(source, 'request_users', PREFIX);
  const request_id = requiredInteger(request, 'request_id', PREFIX);
  const max_quantity = has(request, 'max_quantity') ? requiredInteger(request, 'max_quantity', PREFIX) : 1;
  if (max_quantity < 1 || max_quantity > 10) refuse('BUTTON_QUANTITY_MAX_INVALID');
  return { request_id, ...flagsOf(request, USER_FLAGS), max_quantity };
};

const requestChat = (source: Source) => {
  const request = requiredObject(source, 'request_chat', PREFIX);
  const request_id = requiredInteger(request, 'request_id', PREFIX);
  const rights = ['user_administrator_rights', 'bot_administrator_rights'].filter((name) =>
    has(request, name),
  );
  return {
    request_id,
    chat_is_channel: false,
    ...flagsOf(request, [...CHAT_FLAGS, ...CHAT_REQUESTS]),
    ...Object.fromEntries(rights.map((name) => [name, requiredObject(request, name, PREFIX)])),
  };
};

const webApp = (source: Source): string => {
  const url = requiredText(requiredObject(source, 'web_app', PREFIX), 'url', PREFIX);
  const link = checkLink(url, true);
  return 'url' in link ? url : refuse(`keyboard button Web App URL '${url}' is invalid: ${link.fault}`);
};

const pollType = (source: Source) => {
  const type = text(requiredObject(source, 'request_poll', PREFIX), 'type', PREFIX) ?? '';
  return type === 'quiz' || type === 'regular' ? { type } : {};
};

const actionOf = (source: Source): { words: string; action: object } | undefined => {
  if (flag(source, 'request_contact', PREFIX)) {
    return { words: 'phone number can be requested', action: { request_contact: true } };
  }
  if (flag(source, 'request_location', PREFIX)) {
    return { words: 'location can be requested', action: { request_location: true } };
  }
  if (has(source, 'request_poll')) {
    return { words: 'poll can be requested', action: { request_poll: pollType(source) } };
  }
  if (has(source, 'web_app')) {
    return { words: 'Web App buttons can be used', action: { web_app: { url: webApp(source) } } };
  }
  if (has(source, 'request_users')) {
    return { words: 'users can be requested', action: { request_users: requestUsers(source) } };
  }
  if (has(source, 'request_chat')) {
    return { words: 'chats can be requested', action: { request_chat: requestChat(source) } };
  }
  if (has(source, 'request_managed_bot')) {
    const request = requiredObject(source, 'request_managed_bot', PREFIX);
    return { words: 'bots can be requested', action: { request_managed_bot: request } };
  }
  return undefined;
};

/** Reads one button, a string or an object; throws the official refusal. */
export const replyButton = (value: unknown, chatKind: ChatKind | undefined): KeyboardButton => {
  if (typeof value === 'string') return { text: value };
  const source = asObject(value) ?? refuse(`${PREFIX}: KeyboardButton must be a String or an Object`);
  const label = requiredText(source, 'text', PREFIX);
  const found = actionOf(source);
  if (found !== undefined && chatKind !== undefined && chatKind !== 'private') {
    refuse(`${found.words} in private chats only`);
  }
  return { text: label, ...looksOf(source, PREFIX), ...found?.action } as KeyboardButton;
};
