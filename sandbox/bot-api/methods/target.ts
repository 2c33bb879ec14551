import type { ChatPermissions, Message, MessageId } from '@grammyjs/types';
import { findUser, publicFace } from '../accounts.ts';
import { businessView } from '../business.ts';
import { channelVoice, directTraits } from '../channels.ts';
import { assertCanWrite, generalThread, hasTopics } from '../chats.ts';
import { checkMarkup } from '../checks.ts';
import type { Content } from '../content.ts';
import { postEphemeral } from '../ephemeral.ts';
import { badRequest } from '../errors.ts';
import { takeFlood } from '../flood.ts';
import { postMessage } from '../messages.ts';
import type { AnyMarkup, BusinessLink, Call, ChatRecord, StoredMessage } from '../model.ts';
import { hasRight, isAdmin, isPermitted } from '../rights.ts';
import type { Audience } from './ephemeral.ts';
import { audienceOf } from './ephemeral.ts';
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
  /** For whom alone it is. */
  audience: Audience | undefined;
  /** What a message there carries besides its content. */
  traits: Content;
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
    const replyTo = findReply(call, chat, true);
    return { chat, link, thread: undefined, replyTo, keyboard, traits: {}, audience: undefined };
  }
  assertCanWrite(world, bot, chat);
  assertMaySend(call, chat, permission);
  const replyTo = findReply(call, chat);
  const keyboard = checkMarkup(params.reply_markup, chat.kind);
  if (chat.directOf !== undefined) {
    const traits = directTopic(call, chat);
    return { chat, link, thread: undefined, replyTo, keyboard, traits, audience: undefined };
  }
  const thread = findThread(call, chat, replyTo);
  return { chat, link, thread, replyTo, keyboard, traits: {}, audience: audienceOf(call, chat) };
}

/** Whose topic of a channel's direct messages a message goes to; it is the channel that speaks. */
function directTopic(call: Call, chat: ChatRecord): Content {
  const { world, params } = call;
  if (params.direct_messages_topic_id === undefined) {
    throw badRequest('channel direct messages topic must be specified');
  }
  const id = Number(params.direct_messages_topic_id);
  const user = chat.topics.has(id) ? findUser(world, id) : undefined;
  if (user === undefined) throw badRequest('TOPIC_ID_INVALID');
  return { ...directTraits(user), ...channelVoice(world, chat) };
}

/** Messages of an account carry inline keyboards only, without Mini Apps, as those in groups do. */
export function businessKeyboard(call: Call): AnyMarkup | undefined {
  return checkMarkup(call.params.reply_markup, 'supergroup', { onlyInline: true });
}

function assertMaySend(call: Call, chat: ChatRecord, permission: Permission): void {
  if (chat.kind === 'private') return;
  const member = chat.members.get(call.bot.user.id);
  if (chat.directOf !== undefined) {
    if (!hasRight(member, 'can_manage_direct_messages')) throw badRequest('CHAT_ADMIN_REQUIRED');
    return;
  }
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
    const inherited = hasTopics(call.world, chat) ? replyTo?.message.message_thread_id : undefined;
    if (chat.isForum && inherited === undefined) assertOpen(call, chat, generalThread);
    return inherited;
  }
  if (!hasTopics(call.world, chat) || id === generalThread || !chat.topics.has(id)) {
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
  const { chat, link, thread, replyTo, keyboard, traits } = target;
  const sender = link === undefined ? {} : { sender_business_bot: publicFace(bot.user) };
  const whole = { ...sendTraits(call), ...withKnownMentions(world, content), ...sender, ...traits };
  if (target.audience !== undefined) {
    const draft = { authorId: bot.user.id, content: whole, keyboard, thread, ...target.audience };
    return postEphemeral(world, chat, draft).message;
  }
  const authorId = link?.userId ?? bot.user.id;
  const { message } = postMessage(world, chat, { authorId, content: whole, thread, replyTo, keyboard });
  return link === undefined ? message : businessView(world, chat, { message, link });
}

/** The short answer of copyMessage and its kin. */
export function messageId(message: Message): MessageId {
  return { message_id: message.message_id };
}
