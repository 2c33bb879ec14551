import type { ChatPermissions, Message, MessageEntity, MessageId } from '@grammyjs/types';
import { publicFace } from '../accounts.ts';
import { businessView } from '../business.ts';
import { assertCanWrite, generalThread } from '../chats.ts';
import { checkMarkup, checkText } from '../checks.ts';
import { badRequest } from '../errors.ts';
import { takeFlood } from '../flood.ts';
import type { Content } from '../messages.ts';
import { postMessage } from '../messages.ts';
import type { AnyMarkup, BusinessLink, Call, ChatRecord, StoredMessage } from '../model.ts';
import { hasRight, isAdmin, isPermitted } from '../rights.ts';
import { withKnownMentions } from './mentions.ts';
import { placeOf } from './place.ts';

/** Where a message goes and what it hangs on. */
export interface Target {
  chat: ChatRecord;
  /** Set when the message goes out in the name of a connected account. */
  link: BusinessLink | undefined;
  thread: number | undefined;
  replyTo: StoredMessage | undefined;
  keyboard: AnyMarkup | undefined;
}

type Permission = keyof ChatPermissions;

const permissionTexts: Partial<Record<Permission, string>> = {
  can_send_messages: 'not enough rights to send text messages to the chat',
  can_send_photos: 'not enough rights to send photos to the chat',
  can_send_videos: 'not enough rights to send videos to the chat',
  can_send_documents: 'not enough rights to send documents to the chat',
  can_send_audios: 'not enough rights to send audios to the chat',
  can_send_voice_notes: 'not enough rights to send voice notes to the chat',
  can_send_video_notes: 'not enough rights to send video notes to the chat',
  can_send_polls: 'not enough rights to send polls to the chat',
  can_send_other_messages: 'not enough rights to send stickers to the chat',
};

/** Finds where a send goes: chat, right to write, topic, message replied to, keyboard; in the official order of checks. */
export function findTarget(call: Call, permission: Permission = 'can_send_messages'): Target {
  const { world, bot, params } = call;
  const { chat, link } = placeOf(call);
  if (link !== undefined) {
    const keyboard = businessKeyboard(call);
    return { chat, link, thread: undefined, replyTo: findReply(call, chat, true), keyboard };
  }
  assertCanWrite(world, bot, chat);
  assertMaySend(call, chat, permission);
  const replyTo = findReply(call, chat);
  const thread = findThread(call, chat, replyTo);
  return { chat, link, thread, replyTo, keyboard: checkMarkup(params.reply_markup, chat.kind) };
}

/** Messages of an account carry inline keyboards only, without Mini Apps, as those in groups do. */
export function businessKeyboard(call: Call): AnyMarkup | undefined {
  return checkMarkup(call.params.reply_markup, 'supergroup', { onlyInline: true });
}

function assertMaySend(call: Call, chat: ChatRecord, permission: Permission): void {
  if (chat.kind === 'private') return;
  const member = chat.members.get(call.bot.user.id);
  if (chat.kind === 'channel') {
    if (!hasRight(member, 'can_post_messages')) {
      throw badRequest('need administrator rights in the channel chat');
    }
    return;
  }
  if (!isPermitted(member, chat.permissions, permission)) {
    throw badRequest(permissionTexts[permission] ?? 'have no rights to send a message');
  }
}

function findReply(call: Call, chat: ChatRecord, isLenient = false): StoredMessage | undefined {
  const { reply_parameters, reply_to_message_id, allow_sending_without_reply } = call.params as {
    reply_parameters?: { message_id?: number; allow_sending_without_reply?: boolean };
    reply_to_message_id?: number;
    allow_sending_without_reply?: boolean;
  };
  const id = reply_parameters?.message_id ?? reply_to_message_id;
  if (id === undefined || id === 0) return undefined;
  const found = chat.messages.get(id);
  if (found !== undefined) return found;
  if (isLenient || (reply_parameters?.allow_sending_without_reply ?? allow_sending_without_reply)) {
    return undefined;
  }
  throw badRequest('message to be replied not found');
}

/** The topic of a new message. General has no id on messages, and refuses to be named. */
function findThread(call: Call, chat: ChatRecord, replyTo: StoredMessage | undefined): number | undefined {
  const wanted = call.params.message_thread_id;
  const id = wanted === undefined || wanted === 0 ? undefined : Number(wanted);
  if (id === undefined) {
    const inherited = chat.isForum ? replyTo?.message.message_thread_id : undefined;
    if (chat.isForum && inherited === undefined) assertOpen(call, chat, generalThread);
    return inherited;
  }
  if (!chat.isForum || id === generalThread || !chat.topics.has(id)) {
    throw badRequest('message thread not found');
  }
  assertOpen(call, chat, id);
  return id;
}

function assertOpen(call: Call, chat: ChatRecord, id: number): void {
  const topic = id === generalThread ? chat.general : chat.topics.get(id);
  if (topic?.closed !== true) return;
  if (!isAdmin(chat.members.get(call.bot.user.id))) throw badRequest('TOPIC_CLOSED');
}

/** Options that a send may carry and a message shows. */
export function sendTraits(call: Call): Content {
  const { protect_content, message_effect_id } = call.params;
  const traits: Record<string, unknown> = {};
  if (protect_content === true) traits.has_protected_content = true;
  if (message_effect_id !== undefined) traits.effect_id = message_effect_id;
  return traits as Content;
}

/** Posts content to a target, if flood control lets it. */
export function sendContent(call: Call, target: Target, content: Content): Message {
  takeFlood(call.world, call.bot, { chat: target.chat });
  return postTo(call, target, content);
}

/** Posts content to a target, in the name of the account if it is one's; answers with the message as the bot sees it. */
export function postTo(call: Call, target: Target, content: Content): Message {
  const { world, bot } = call;
  const { chat, link, thread, replyTo, keyboard } = target;
  const sender = link === undefined ? {} : { sender_business_bot: publicFace(bot.user) };
  const whole = { ...sendTraits(call), ...withKnownMentions(world, content), ...sender };
  const authorId = link?.userId ?? bot.user.id;
  const { message } = postMessage(world, chat, { authorId, content: whole, thread, replyTo, keyboard });
  return link === undefined ? message : businessView(world, chat, { message, link });
}

/** The text of a message with its entities, parsed as the call asks. */
export function textContent(call: Call, what: 'message' | 'edited message' = 'message'): Content {
  const { text, parse_mode, entities, link_preview_options } = call.params as {
    text: string;
    parse_mode?: string;
    entities?: MessageEntity[];
    link_preview_options?: Content['link_preview_options'];
  };
  const parsed = checkText(text, { parseMode: parse_mode, entities, what });
  return {
    text: parsed.text,
    ...(parsed.entities.length === 0 ? {} : { entities: parsed.entities }),
    ...(link_preview_options === undefined ? {} : { link_preview_options }),
  };
}

/** Anything with a caption: a call's parameters, or one item of an album. */
export interface Captioned {
  caption?: string;
  parse_mode?: string;
  caption_entities?: MessageEntity[];
  show_caption_above_media?: boolean;
  has_spoiler?: boolean;
}

/** The caption of a message with its entities; nothing for an empty caption. */
export function captionContent(source: Captioned, what: 'caption' | 'edited caption' = 'caption'): Content {
  const content: Content = {};
  if (source.has_spoiler === true) content.has_media_spoiler = true;
  if (source.caption === undefined || source.caption === '') return content;
  const parsed = checkText(source.caption, {
    parseMode: source.parse_mode,
    entities: source.caption_entities,
    what,
  });
  if (parsed.text === '') return content;
  content.caption = parsed.text;
  if (parsed.entities.length > 0) content.caption_entities = parsed.entities;
  if (source.show_caption_above_media === true) content.show_caption_above_media = true;
  return content;
}

/** The short answer of copyMessage and its kin. */
export function messageId(message: Message): MessageId {
  return { message_id: message.message_id };
}
