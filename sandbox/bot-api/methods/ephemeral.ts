import type { Message } from '@grammyjs/types';
import { findUser } from '../accounts.ts';
import { chatForBot, tellViewers } from '../chats.ts';
import { checkMarkup } from '../checks.ts';
import type { Content } from '../content.ts';
import { dropEphemeral } from '../ephemeral.ts';
import { badRequest } from '../errors.ts';
import { mediaContent } from '../files.ts';
import type { Call, ChatRecord, EphemeralMessage, MediaKind } from '../model.ts';
import { isAdmin, isPresent } from '../rights.ts';
import { now } from '../world.ts';
import type { Captioned } from './content.ts';
import { captionContent, textContent } from './content.ts';
import { mediaNotFound, resolveFile } from './media-files.ts';

/** How long a press or a message for the bot alone may be answered in kind by a bot without rank, in milliseconds. */
const answerTime = 15_000;

/** For whom a message is, and what it takes the place of. */
export interface Audience {
  receiverId: number;
  replaces: number | undefined;
}

interface Wish {
  receiver_user_id: number;
  callback_query_id?: string;
  replace_callback_query_message?: boolean;
}

/**
 * For whom a send is, when it is for one person alone. Administrators may address any member; other bots only answer, within
 * 15 seconds, a press or a message that was for them alone.
 */
export function audienceOf(call: Call, chat: ChatRecord): Audience | undefined {
  const { world, bot, params } = call;
  const wish = params.ephemeral_message_parameters as Wish | undefined;
  if (wish === undefined) {
    if (repliedEphemeral(call) !== undefined) throw badRequest('EPHEMERAL_MESSAGE_REQUIRED');
    return undefined;
  }
  if (chat.kind !== 'group' && chat.kind !== 'supergroup') throw badRequest('CHAT_TYPE_INVALID');
  const receiverId = wish.receiver_user_id;
  const user = findUser(world, receiverId);
  if (user === undefined || user.is_bot) throw badRequest('USER_ID_INVALID');
  if (!isPresent(chat.members.get(receiverId))) throw badRequest('USER_NOT_PARTICIPANT');
  const replaces = pressedMessage(call, chat, wish);
  const isAnswer = wish.callback_query_id !== undefined || answersEphemeral(call, chat, receiverId);
  if (!isAnswer && !isAdmin(chat.members.get(bot.user.id))) throw badRequest('CHAT_ADMIN_REQUIRED');
  return { receiverId, replaces };
}

function repliedEphemeral(call: Call): number | undefined {
  const reply = call.params.reply_parameters as { ephemeral_message_id?: number } | undefined;
  return reply?.ephemeral_message_id;
}

function answersEphemeral(call: Call, chat: ChatRecord, receiverId: number): boolean {
  const id = repliedEphemeral(call);
  if (id === undefined) return false;
  const found = chat.ephemeral.get(id);
  const isIncoming = found?.botId === call.bot.user.id && found.stored.authorId === receiverId;
  const age = now(call.world) - (found?.stored.message.date ?? 0) * 1000;
  if (!isIncoming || age >= answerTime + 1000) throw badRequest('message to be replied not found');
  return true;
}

/** The message whose button was pressed, if the new one shall stand in its place. */
function pressedMessage(call: Call, chat: ChatRecord, wish: Wish): number | undefined {
  if (wish.callback_query_id === undefined) return undefined;
  const press = call.world.presses.get(wish.callback_query_id);
  const isFresh = press !== undefined && now(call.world) - press.at < answerTime;
  const isOwn = press?.botId === call.bot.user.id && press.userId === wish.receiver_user_id;
  if (!isFresh || !isOwn || press.chatId !== chat.id) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  return wish.replace_callback_query_message === true ? press.messageId : undefined;
}

function findOwn(call: Call): { chat: ChatRecord; id: number; found: EphemeralMessage } {
  const { world, bot, params } = call;
  const chat = chatForBot(world, bot, params.chat_id);
  const id = Number(params.ephemeral_message_id);
  const found = chat.ephemeral.get(id);
  const fits = found?.botId === bot.user.id && found.personId === Number(params.receiver_user_id);
  if (found === undefined || !fits) throw badRequest('MESSAGE_ID_INVALID');
  return { chat, id, found };
}

/** deleteEphemeralMessage. */
export function deleteEphemeralMessage(call: Call): true {
  const { chat, id } = findOwn(call);
  dropEphemeral(call.world, chat, id);
  return true;
}

/** Changes what a message for one person says; only the bot's own. */
function edit(call: Call, content: Content, replaces: readonly (keyof Message)[]): true {
  const { chat, id, found } = findOwn(call);
  if (found.stored.authorId !== call.bot.user.id) throw badRequest("message can't be edited");
  const markup = checkMarkup(call.params.reply_markup, chat.kind, { onlyInline: true });
  const next: Record<string, unknown> = { ...found.stored.message };
  for (const field of [...replaces, 'reply_markup']) delete next[field];
  Object.assign(next, content, markup === undefined ? {} : { reply_markup: markup });
  found.stored.message = next as object as Message;
  tellViewers(call.world, chat, { event: 'edited', data: { message_id: -id }, only: [found.personId] });
  return true;
}

/** editEphemeralMessageText. */
export function editEphemeralMessageText(call: Call): true {
  return edit(call, textContent(call, 'edited message'), ['text', 'entities', 'link_preview_options']);
}

/** editEphemeralMessageCaption. */
export function editEphemeralMessageCaption(call: Call): true {
  const content = captionContent(call.params as Captioned, 'edited caption');
  return edit(call, content, ['caption', 'caption_entities', 'show_caption_above_media']);
}

/** editEphemeralMessageReplyMarkup. */
export function editEphemeralMessageReplyMarkup(call: Call): true {
  return edit(call, {}, []);
}

/** editEphemeralMessageMedia. */
export async function editEphemeralMessageMedia(call: Call): Promise<true> {
  const media = call.params.media as Captioned & { type: string; media: string };
  const kind = media.type as MediaKind;
  const file = await resolveFile(call, kind, { ref: media.media, meta: media, missing: mediaNotFound });
  const content = { ...mediaContent(call.world, kind, file), ...captionContent(media) };
  const kinds = ['photo', 'document', 'video', 'audio', 'animation', 'text', 'entities'] as const;
  return edit(call, content, [...kinds, 'caption', 'caption_entities']);
}
