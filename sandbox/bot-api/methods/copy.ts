import type { Message, MessageEntity, MessageId, MessageOrigin } from '@grammyjs/types';
import { findUser } from '../accounts.ts';
import { chatForBot, chatObject } from '../chats.ts';
import type { Content } from '../content.ts';
import { badRequest } from '../errors.ts';
import { takeFlood } from '../flood.ts';
import { copyableContent } from '../messages.ts';
import type { Call, ChatRecord, StoredMessage, World } from '../model.ts';
import { compact, serial } from '../world.ts';
import type { Captioned } from './content.ts';
import { captionContent } from './content.ts';
import type { Target } from './target.ts';
import { findTarget, messageId, postTo, sendContent } from './target.ts';

const serviceFields = [
  'new_chat_members',
  'left_chat_member',
  'pinned_message',
  'forum_topic_created',
] as const;

/** What can be forwarded, but not copied. */
const uncopyable = ['paid_media', 'giveaway', 'giveaway_winners', 'invoice', 'story'] as const;

function findSource(call: Call, what: string): { chat: ChatRecord; stored: StoredMessage } {
  const { world, bot, params } = call;
  const chat = chatForBot(world, bot, params.from_chat_id);
  const stored = chat.messages.get(Number(params.message_id));
  if (stored === undefined) throw badRequest(`message to ${what} not found`);
  assertMovable(stored, what);
  return { chat, stored };
}

function assertMovable(stored: StoredMessage, what: string): void {
  const { message } = stored;
  const isService = serviceFields.some((field) => message[field] !== undefined);
  const isProtected = message.has_protected_content === true;
  const isOriginal = what === 'copy' && uncopyable.some((field) => message[field] !== undefined);
  if (!isService && !isProtected && !isOriginal) return;
  throw badRequest(what === 'copy' ? "the message can't be copied" : "the message can't be forwarded");
}

/** Copies and forwards are refused by a deleted topic in other words than sends. */
function movingTarget(call: Call): Target {
  const { world, bot, params } = call;
  const chat = chatForBot(world, bot, params.chat_id);
  if (chat.deletedTopics.has(Number(params.message_thread_id))) throw badRequest('TOPIC_DELETED');
  return findTarget(call);
}

/** copyMessage: the content without its origin; a new caption may replace the old one. */
export function copyMessage(call: Call): MessageId {
  const { stored } = findSource(call, 'copy');
  const content = copyableContent(stored.message);
  if (call.params.caption !== undefined && content.text === undefined) {
    delete content.caption;
    delete content.caption_entities;
    Object.assign(content, captionContent(call.params as Captioned & { caption_entities?: MessageEntity[] }));
  }
  return messageId(sendContent(call, movingTarget(call), content));
}

/** forwardMessage: the content with its origin. */
export function forwardMessage(call: Call): Message {
  const { chat, stored } = findSource(call, 'forward');
  return sendContent(call, movingTarget(call), forwarded(call.world, chat, stored));
}

/** What a forward carries: the content, and where it first came from. */
function forwarded(world: World, chat: ChatRecord, stored: StoredMessage): Content {
  const { message } = stored;
  const origin = message.forward_origin ?? originOf(world, chat, stored);
  return { ...copyableContent(message), forward_origin: origin };
}

function originOf(world: World, chat: ChatRecord, stored: StoredMessage): MessageOrigin {
  const { date, message_id, author_signature } = stored.message;
  if (chat.kind === 'channel') {
    const place = { type: 'channel', chat: chatObject(world, chat), message_id, date, author_signature };
    return compact<Record<string, unknown>>(place) as object as MessageOrigin;
  }
  const user = findUser(world, stored.authorId);
  if (user === undefined) return { type: 'hidden_user', sender_user_name: 'Deleted Account', date };
  return { type: 'user', sender_user: user, date };
}

type Mode = 'copy' | 'forward';

/** copyMessages and forwardMessages: 1 to 100 ids in ascending order; what cannot be moved is skipped, albums stay together. */
export function moveMany(mode: Mode): (call: Call) => MessageId[] {
  return (call) => {
    const { world, bot, params } = call;
    const ids = (params.message_ids as number[]).map(Number);
    if (ids.length === 0) throw badRequest('message identifiers are not specified');
    if (ids.length > 100) throw badRequest('too many message identifiers specified');
    if (ids.some((id, index) => index > 0 && id <= (ids[index - 1] ?? 0))) {
      throw badRequest('message identifiers must be in a strictly increasing order');
    }
    const source = chatForBot(world, bot, params.from_chat_id);
    const target = movingTarget(call);
    const found = ids.map((id) => source.messages.get(id)).filter((stored) => stored !== undefined);
    const movable = found.filter((stored) => stored.message.has_protected_content !== true);
    if (movable.length === 0) throw badRequest(`there are no messages to ${mode}`);
    takeFlood(world, bot, { chat: target.chat, count: movable.length });
    const albums = new Map<string, string>();
    return movable.map((stored) => {
      const content = contentFor(call, mode, { source, stored });
      const album = stored.message.media_group_id;
      if (album !== undefined) {
        if (!albums.has(album)) albums.set(album, String(13_100_000_000_000_000n + BigInt(serial(world))));
        content.media_group_id = albums.get(album) as string;
      }
      return messageId(postTo(call, { ...target, replyTo: undefined, keyboard: undefined }, content));
    });
  };
}

function contentFor(call: Call, mode: Mode, from: { source: ChatRecord; stored: StoredMessage }): Content {
  if (mode === 'forward') return forwarded(call.world, from.source, from.stored);
  const content = copyableContent(from.stored.message);
  if (call.params.remove_caption === true) {
    delete content.caption;
    delete content.caption_entities;
  }
  return content;
}
