import { isDeepStrictEqual } from 'node:util';
import type { Message } from '@grammyjs/types';
import { businessView } from '../business.ts';
import { assertCanWrite, chatForBot } from '../chats.ts';
import { checkMarkup } from '../checks.ts';
import type { Content } from '../content.ts';
import { badRequest } from '../errors.ts';
import { mediaContent } from '../files.ts';
import { takeFlood } from '../flood.ts';
import { deleteMessages, editMessage } from '../messages.ts';
import type { BusinessLink, Call, ChatRecord, MediaKind, StoredMessage } from '../model.ts';
import { hasRight } from '../rights.ts';
import { now } from '../world.ts';
import { isSentBy } from './business.ts';
import type { Captioned } from './content.ts';
import { captionContent, textContent } from './content.ts';
import { mediaNotFound, resolveFile } from './media-files.ts';
import { withKnownMentions } from './mentions.ts';
import { placeOf } from './place.ts';
import { businessKeyboard } from './target.ts';

const mediaFields = [
  'photo',
  'document',
  'video',
  'audio',
  'animation',
  'voice',
  'video_note',
  'sticker',
] as const;
const unchanged =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

const deletable = 48 * 3600_000;

interface Editing {
  chat: ChatRecord;
  link: BusinessLink | undefined;
  stored: StoredMessage;
  markup: Message['reply_markup'] | undefined;
}

/** The message that an edit is about, if the bot may edit it. */
export function findEdited(call: Call, what: string): Editing {
  const { world, bot, params } = call;
  if (params.inline_message_id !== undefined) return inlineEdited(call);
  if (params.chat_id === undefined) throw badRequest('chat_id is empty');
  const { chat, link } = placeOf(call);
  if (params.message_id === undefined) throw badRequest('message identifier is not specified');
  if (link === undefined) assertCanWrite(world, bot, chat);
  const stored = chat.messages.get(Number(params.message_id));
  if (stored === undefined) throw badRequest(`message to ${what} not found`);
  if (link !== undefined) {
    if (!mayEditOnBehalf(call, link, stored)) throw badRequest("message can't be edited");
    return { chat, link, stored, markup: businessKeyboard(call) as Message['reply_markup'] };
  }
  const mayEditPosts =
    chat.kind === 'channel' && hasRight(chat.members.get(bot.user.id), 'can_edit_messages');
  const isOwn = stored.authorId === bot.user.id || mayEditPosts;
  // Forwards, and messages that brought a reply keyboard, removed one or forced a reply, stay as they are.
  const isFixed = stored.keyboard !== undefined || stored.message.forward_origin !== undefined;
  if (!isOwn || isFixed) throw badRequest("message can't be edited");
  const markup = checkMarkup(params.reply_markup, chat.kind, { onlyInline: true });
  return { chat, link, stored, markup: markup as Message['reply_markup'] };
}

/** A message that a person sent through the bot, known by its inline identifier alone. */
function inlineEdited(call: Call): Editing {
  const { chat, messageId } = call.world.inlineMessages.get(String(call.params.inline_message_id)) ?? {};
  const stored = messageId === undefined ? undefined : chat?.messages.get(messageId);
  if (chat === undefined || stored?.message.via_bot?.id !== call.bot.user.id) {
    throw badRequest('MESSAGE_ID_INVALID');
  }
  const markup = checkMarkup(call.params.reply_markup, 'supergroup', { onlyInline: true });
  return { chat, link: undefined, stored, markup: markup as Message['reply_markup'] };
}

/** The account's own messages, those that the bot did not send and that have no keyboard for 48 hours. */
function mayEditOnBehalf(call: Call, link: BusinessLink, stored: StoredMessage): boolean {
  if (stored.authorId !== link.userId || stored.message.forward_origin !== undefined) return false;
  const isFree = isSentBy(call, stored) || stored.message.reply_markup !== undefined;
  return isFree || now(call.world) - stored.message.date * 1000 < deletable;
}

/** Applies an edit unless nothing would change. Fields named in `replaces` and absent from `content` are dropped. */
export function applyEdit(
  call: Call,
  editing: Editing,
  change: { content: Content; replaces: readonly (keyof Message)[]; silent?: boolean },
): Message | true {
  const { chat, link, stored, markup } = editing;
  const settled = withKnownMentions(call.world, change.content);
  const content: Content = { ...settled, ...(markup === undefined ? {} : { reply_markup: markup }) };
  const fields: readonly (keyof Message)[] = [...change.replaces, 'reply_markup'];
  if (fields.every((field) => isDeepStrictEqual(stored.message[field], content[field]))) {
    throw badRequest(unchanged);
  }
  takeFlood(call.world, call.bot, { chat, edit: true });
  const drop = fields.filter((field) => content[field] === undefined);
  const actorId = link && call.bot.user.id;
  const edit = { stored, content, drop, silent: change.silent === true, actorId };
  const message = editMessage(call.world, chat, edit);
  if (call.params.inline_message_id !== undefined) return true;
  return link === undefined ? message : businessView(call.world, chat, { message, link });
}

/** editMessageText. */
export function editMessageText(call: Call): Message | true {
  const editing = findEdited(call, 'edit');
  if (editing.stored.message.text === undefined) throw badRequest('there is no text in the message to edit');
  const content = textContent(call, 'edited message');
  return applyEdit(call, editing, { content, replaces: ['text', 'entities', 'link_preview_options'] });
}

/** editMessageCaption. */
export function editMessageCaption(call: Call): Message | true {
  const editing = findEdited(call, 'edit');
  if (mediaFields.every((field) => editing.stored.message[field] === undefined)) {
    throw badRequest('there is no caption in the message to edit');
  }
  const content = captionContent(call.params as Captioned, 'edited caption');
  const replaces = ['caption', 'caption_entities', 'show_caption_above_media'] as const;
  return applyEdit(call, editing, { content, replaces });
}

/** editMessageReplyMarkup. */
export function editMessageReplyMarkup(call: Call): Message | true {
  const editing = findEdited(call, 'edit');
  return applyEdit(call, editing, { content: {}, replaces: [], silent: true });
}

const replaceable = ['text', 'animation', 'audio', 'document', 'photo', 'video'] as const;

/** editMessageMedia: also turns a text into a media message. */
export async function editMessageMedia(call: Call): Promise<Message | true> {
  const editing = findEdited(call, 'edit');
  const { message } = editing.stored;
  if (replaceable.every((field) => message[field] === undefined)) throw badRequest("message can't be edited");
  const media = call.params.media as Captioned & { type: string; media: string };
  const kind = media.type as MediaKind;
  const file = await resolveFile(call, kind, { ref: media.media, meta: media, missing: mediaNotFound });
  const content = { ...mediaContent(call.world, kind, file), ...captionContent(media) };
  const texts = ['text', 'entities', 'link_preview_options'] as const;
  const replaces = [...texts, ...mediaFields, 'caption', 'caption_entities', 'has_media_spoiler'] as const;
  return applyEdit(call, editing, { content, replaces });
}

/** Why a bot may not delete a message, or undefined. Own messages for 48 h; others' in private chats, or as an administrator. */
function deleteRefusal(call: Call, chat: ChatRecord, stored: StoredMessage): string | undefined {
  const { world, bot } = call;
  if (hasRight(chat.members.get(bot.user.id), 'can_delete_messages')) return undefined;
  const isOld = now(world) - stored.message.date * 1000 >= deletable;
  const isOwn = stored.authorId === bot.user.id || chat.kind === 'private';
  return isOld || !isOwn ? "message can't be deleted for everyone" : undefined;
}

/** deleteMessage. */
export function deleteMessage(call: Call): true {
  const { world, bot, params } = call;
  const chat = chatForBot(world, bot, params.chat_id);
  const stored = chat.messages.get(Number(params.message_id));
  if (stored === undefined) throw badRequest('message to delete not found');
  const refusal = deleteRefusal(call, chat, stored);
  if (refusal !== undefined) throw badRequest(refusal);
  deleteMessages(world, chat, [stored.message.message_id]);
  return true;
}

/** deleteMessages: 1 to 100; messages that are gone are skipped. */
export function deleteManyMessages(call: Call): true {
  const { world, bot, params } = call;
  const chat = chatForBot(world, bot, params.chat_id);
  const ids = (params.message_ids as number[]).map(Number);
  if (ids.length === 0) throw badRequest('message identifiers are not specified');
  if (ids.length > 100) throw badRequest('too many message identifiers specified');
  const found = ids.map((id) => chat.messages.get(id)).filter((stored) => stored !== undefined);
  for (const stored of found) {
    const refusal = deleteRefusal(call, chat, stored);
    if (refusal !== undefined) throw badRequest(refusal);
  }
  deleteMessages(world, chat, ids);
  return true;
}
