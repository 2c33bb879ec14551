import type { BotCommand, ChatAdministratorRights, MenuButton, UserFromGetMe } from '@grammyjs/types';
import { chatForBot } from '../chats.ts';
import { badRequest } from '../errors.ts';
import { fileObject, profilePhoto, requireFile } from '../files.ts';
import type { Bot, Call } from '../model.ts';
import { rightNames } from '../rights.ts';

/** getMe. */
export function getMe(call: Call): UserFromGetMe {
  return call.bot.user;
}

/** getFile. */
export function getFile(call: Call): Record<string, unknown> {
  return fileObject(requireFile(call.world, String(call.params.file_id)));
}

/** getUserProfilePhotos. */
export function getUserProfilePhotos(call: Call): { total_count: number; photos: unknown[] } {
  const account = call.world.accounts.get(Number(call.params.user_id));
  if (account === undefined) throw badRequest('user not found');
  const offset = Number(call.params.offset ?? 0);
  const limit = Number(call.params.limit ?? 100);
  const chosen = account.photos.slice(offset, offset + limit);
  return { total_count: account.photos.length, photos: chosen.map((id) => profilePhoto(call.world, id)) };
}

function commandKey(params: Record<string, unknown>): string {
  const scope = (params.scope ?? { type: 'default' }) as {
    type: string;
    chat_id?: unknown;
    user_id?: unknown;
  };
  const { type, chat_id, user_id } = scope;
  return [type, chat_id ?? '', user_id ?? '', String(params.language_code ?? '')].join('|');
}

/** setMyCommands. */
export function setMyCommands(call: Call): true {
  const commands = call.params.commands as BotCommand[];
  const { chat_id } = (call.params.scope ?? {}) as { chat_id?: unknown };
  if (chat_id !== undefined) chatForBot(call.world, call.bot, chat_id);
  const clean = commands.map(({ command, description, is_ephemeral }) => ({
    ...{ command: command.replace(/^\//, ''), description },
    ...(is_ephemeral === true ? { is_ephemeral } : {}),
  }));
  call.bot.profile.commands.set(commandKey(call.params), clean);
  return true;
}

/** getMyCommands. */
export function getMyCommands(call: Call): BotCommand[] {
  return call.bot.profile.commands.get(commandKey(call.params)) ?? [];
}

/** deleteMyCommands. */
export function deleteMyCommands(call: Call): true {
  call.bot.profile.commands.delete(commandKey(call.params));
  return true;
}

/** The commands a person is offered in a chat: the narrowest scope that has a list, in their language first. */
export function commandsFor(
  bot: Bot,
  place: {
    chatId: number;
    userId: number;
    isPrivate: boolean;
    isAdmin: boolean;
    language: string | undefined;
  },
): BotCommand[] {
  const { chatId, userId, isPrivate, isAdmin, language = '' } = place;
  const scopes = isPrivate
    ? [`chat|${userId}|`, 'all_private_chats||', 'default||']
    : [
        `chat_member|${chatId}|${userId}`,
        ...(isAdmin ? [`chat_administrators|${chatId}|`] : []),
        `chat|${chatId}|`,
        ...(isAdmin ? ['all_chat_administrators||'] : []),
        ...['all_group_chats||', 'default||'],
      ];
  for (const scope of scopes) {
    for (const code of [language.slice(0, 2), '']) {
      const found = bot.profile.commands.get(`${scope}|${code}`);
      if (found !== undefined) return found;
    }
  }
  return [];
}

type Texts = 'names' | 'descriptions' | 'shortDescriptions';

/** Handlers of setMyName, setMyDescription, setMyShortDescription and their getters. */
export function textSetting(
  store: Texts,
  field: string,
): { set: (call: Call) => true; get: (call: Call) => Record<string, string> } {
  return {
    set: (call) => {
      const texts = call.bot.profile[store];
      const value = String(call.params[field] ?? '');
      const language = String(call.params.language_code ?? '');
      if (value === '') texts.delete(language);
      else texts.set(language, value);
      if (store === 'names' && language === '' && value !== '') rename(call, value);
      return true;
    },
    get: (call) => {
      const texts = call.bot.profile[store];
      const fallback = store === 'names' ? call.bot.user.first_name : '';
      const language = String(call.params.language_code ?? '');
      return { [field]: texts.get(language) ?? texts.get('') ?? fallback };
    },
  };
}

function rename(call: Call, name: string): void {
  call.bot.user.first_name = name;
  const account = call.world.accounts.get(call.bot.user.id);
  if (account !== undefined) account.user = { ...account.user, first_name: name };
}

/** setChatMenuButton: for one private chat, or for all. */
export function setChatMenuButton(call: Call): true {
  const { world, bot, params } = call;
  const button = (params.menu_button ?? { type: 'default' }) as MenuButton;
  if (params.chat_id === undefined) {
    bot.profile.defaultMenuButton = button.type === 'default' ? { type: 'commands' } : button;
    return true;
  }
  const chat = chatForBot(world, bot, params.chat_id);
  if (button.type === 'default') bot.profile.menuButtons.delete(chat.id);
  else bot.profile.menuButtons.set(chat.id, button);
  return true;
}

/** getChatMenuButton. */
export function getChatMenuButton(call: Call): MenuButton {
  return menuButtonFor(call.bot, Number(call.params.chat_id ?? 0));
}

/** The menu button that a chat shows. */
export function menuButtonFor(bot: Bot, chatId: number): MenuButton {
  return bot.profile.menuButtons.get(chatId) ?? bot.profile.defaultMenuButton;
}

/** setMyDefaultAdministratorRights. */
export function setMyDefaultAdministratorRights(call: Call): true {
  const { params, bot } = call;
  const rights = params.rights as ChatAdministratorRights | undefined;
  if (params.for_channels === true) bot.profile.channelRights = rights;
  else bot.profile.groupRights = rights;
  return true;
}

/** getMyDefaultAdministratorRights. */
export function getMyDefaultAdministratorRights(call: Call): ChatAdministratorRights {
  const { params, bot } = call;
  const isChannel = params.for_channels === true;
  const given = isChannel ? bot.profile.channelRights : bot.profile.groupRights;
  const names = rightNames(isChannel ? 'channel' : 'supergroup');
  return Object.fromEntries(names.map((name) => [name, given?.[name] === true])) as never;
}
