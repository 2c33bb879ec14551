import type { Message, User } from '@grammyjs/types';
import { findUser } from './accounts.ts';
import { announceBusiness, businessView } from './business.ts';
import { answersDirect, automaticForward, discussionOf, discussionRoot, telegramId } from './channels.ts';
import { chatObject, tellViewers } from './chats.ts';
import type { Content } from './content.ts';
import type { AnyMarkup, Bot, ChatRecord, StoredMessage, World } from './model.ts';
import { isAdmin, isPresent } from './rights.ts';
import { queueUpdate } from './updates.ts';
import { now, unixNow } from './world.ts';

/** A message about to be posted. */
export interface Draft {
  authorId: number;
  content: Content;
  thread?: number | undefined;
  replyTo?: StoredMessage | undefined;
  keyboard?: AnyMarkup | undefined;
  /** The author speaks as the chat: channel posts, anonymous administrators. */
  asChat?: boolean;
  /** This service message opens a topic, and is its first message. */
  opensTopic?: boolean;
}

/** Kinds of service messages that a bot receives even when it caused them. */
const echoed: readonly (keyof Message)[] = [
  'new_chat_title',
  'left_chat_member',
  'pinned_message',
  'checklist_tasks_done',
  'checklist_tasks_added',
  'forum_topic_created',
  'forum_topic_edited',
  'forum_topic_closed',
  'forum_topic_reopened',
  'general_forum_topic_hidden',
  'general_forum_topic_unhidden',
];

const service: readonly (keyof Message)[] = [
  ...echoed,
  'new_chat_members',
  'migrate_to_chat_id',
  'migrate_from_chat_id',
  'group_chat_created',
];

/** Posts a message: stores it, queues updates for the bots that may see it, tells the phones. */
export function postMessage(world: World, chat: ChatRecord, draft: Draft): StoredMessage {
  const message = compose(world, chat, draft);
  const stored: StoredMessage = {
    message,
    authorId: draft.authorId,
    keyboard: inlineOf(draft.keyboard) === undefined ? draft.keyboard : undefined,
    reactions: new Map(),
  };
  chat.messages.set(message.message_id, stored);
  chat.lastActivity = now(world);
  if (chat.typing?.userId === draft.authorId) chat.typing = undefined;
  chat.read.set(draft.authorId, message.message_id);
  if (draft.authorId === chat.botId) chat.draft = undefined;
  announce(world, chat, { stored, event: 'message', actorId: message.sender_business_bot?.id });
  const group = discussionOf(world, chat);
  if (group !== undefined) {
    const content = automaticForward(world, chat, { post: message, content: copyableContent(message) });
    postMessage(world, group, { authorId: telegramId, content });
  }
  return stored;
}

function compose(world: World, chat: ChatRecord, draft: Draft): Message {
  const author = findUser(world, draft.authorId) as User;
  const speaksAsChat = draft.asChat === true || chat.kind === 'channel';
  const inline = inlineOf(draft.keyboard);
  const topicOpener =
    draft.thread !== undefined && draft.replyTo === undefined ? chat.messages.get(draft.thread) : undefined;
  const reply = draft.replyTo ?? topicOpener;
  const message_id = nextMessageId(world, chat);
  const thread = draft.opensTopic === true ? message_id : draft.thread;
  const comments = thread === undefined ? commentThread(draft.replyTo) : undefined;
  const tag = chat.kind === 'supergroup' && !speaksAsChat ? tagOf(chat, draft.authorId) : undefined;
  return {
    message_id,
    ...(thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true }),
    ...(comments === undefined ? {} : { message_thread_id: comments }),
    ...(tag === undefined ? {} : { sender_tag: tag }),
    ...(speaksAsChat ? { sender_chat: chatObject(world, chat) } : { from: author }),
    chat: chatObject(world, chat, chat.peers && draft.authorId),
    date: unixNow(world),
    ...(reply === undefined ? {} : { reply_to_message: withoutReply(reply.message) }),
    ...draft.content,
    ...(inline === undefined ? {} : { reply_markup: inline }),
  } as Message;
}

/** Comments on a channel's post hang together by the post's number in the discussion group. */
function commentThread(replyTo: StoredMessage | undefined): number | undefined {
  if (replyTo === undefined) return undefined;
  const { message_id, message_thread_id, is_topic_message, is_automatic_forward } = replyTo.message;
  if (is_automatic_forward === true) return message_id;
  return is_topic_message === true ? undefined : message_thread_id;
}

/** The tag or title that stands beside a member's name. */
function tagOf(chat: ChatRecord, userId: number): string | undefined {
  const { tag, custom_title } = (chat.members.get(userId) ?? {}) as { tag?: string; custom_title?: string };
  return tag ?? custom_title;
}

function inlineOf(markup: AnyMarkup | undefined): Message['reply_markup'] | undefined {
  if (markup === undefined || !('inline_keyboard' in markup)) return undefined;
  return markup.inline_keyboard.length === 0 ? undefined : markup;
}

/** Message ids of private chats run through all private chats of a bot; others count by chat. */
export function nextMessageId(world: World, chat: ChatRecord): number {
  if (chat.peers !== undefined) return world.next.direct++;
  if (chat.kind !== 'private') return chat.nextMessageId++;
  const bot = world.botsById.get(chat.botId ?? 0) as Bot;
  return bot.nextPrivateMessageId++;
}

function withoutReply(message: Message): Message {
  const { reply_to_message: _, ...rest } = message;
  return structuredClone(rest) as Message;
}

/** Queues a new or edited message for every bot that may see it, and tells the phones. */
function announce(
  world: World,
  chat: ChatRecord,
  news: { stored: StoredMessage; event: 'message' | 'edited'; actorId: number | undefined },
): void {
  const { stored, event, actorId } = news;
  const channel = chat.kind === 'channel';
  const kind =
    event === 'message'
      ? channel
        ? 'channel_post'
        : 'message'
      : channel
        ? 'edited_channel_post'
        : 'edited_message';
  for (const bot of botsOf(world, chat)) {
    if (botSees(chat, stored, bot)) {
      queueUpdate(world, bot, { kind, payload: stored.message, key: `chat:${chat.id}` });
    }
  }
  announceBusiness(world, chat, {
    kind: event === 'message' ? 'business_message' : 'edited_business_message',
    actorId,
    payload: (link) => businessView(world, chat, { message: stored.message, link }),
  });
  const { message_id, message_thread_id: thread } = stored.message;
  tellViewers(world, chat, { event, data: { message_id, thread } });
}

/** The bots in a chat. */
export function botsOf(world: World, chat: ChatRecord): Bot[] {
  if (chat.kind === 'private') {
    const bot = world.botsById.get(chat.botId ?? 0);
    return bot === undefined ? [] : [bot];
  }
  return [...chat.members.values()]
    .filter(isPresent)
    .map((member) => world.botsById.get(member.user.id))
    .filter((bot) => bot !== undefined);
}

/** Privacy mode: in groups an ordinary bot sees commands, replies to it, mentions of it, and service messages. */
function botSees(chat: ChatRecord, stored: StoredMessage, bot: Bot): boolean {
  const { message } = stored;
  const isService = service.some((field) => message[field] !== undefined);
  if (stored.authorId === bot.user.id) return echoed.some((field) => message[field] !== undefined);
  if (chat.kind === 'private') return true;
  if (chat.directOf !== undefined) return answersDirect(chat, bot.user.id);
  const admin = isAdmin(chat.members.get(bot.user.id));
  if (chat.kind === 'channel') return admin;
  if (message.from?.is_bot === true && !isService) return false;
  return isService || admin || bot.user.can_read_all_group_messages || addresses(message, bot);
}

function addresses(message: Message, bot: Bot): boolean {
  if (message.via_bot?.id === bot.user.id) return true;
  const repliesToBot = message.reply_to_message?.from?.id === bot.user.id;
  if (repliesToBot && message.reply_to_message?.forum_topic_created === undefined) return true;
  const text = message.text ?? message.caption ?? '';
  const entities = message.entities ?? message.caption_entities ?? [];
  const name = `@${bot.user.username}`.toLowerCase();
  return entities.some((entity) => {
    const part = text.slice(entity.offset, entity.offset + entity.length).toLowerCase();
    if (entity.type === 'mention') return part === name;
    if (entity.type === 'text_mention') return entity.user.id === bot.user.id;
    return entity.type === 'bot_command' && (!part.includes('@') || part.endsWith(name));
  });
}

/**
 * Changes a message in place and announces the edit. `silent` leaves out edit_date, as changes of keyboards do; `actorId`
 * is a bot that acts on behalf of a person.
 */
export function editMessage(
  world: World,
  chat: ChatRecord,
  edit: {
    stored: StoredMessage;
    content: Content;
    drop?: readonly (keyof Message)[];
    silent?: boolean;
    /** Only phones are told: bots hear of the change by a service message. */
    untold?: boolean;
    actorId?: number | undefined;
  },
): Message {
  const { stored } = edit;
  const next: Record<string, unknown> = { ...stored.message, ...edit.content };
  for (const field of edit.drop ?? []) delete next[field];
  if (edit.silent !== true) next.edit_date = unixNow(world);
  stored.message = next as unknown as Message;
  if (edit.untold === true) {
    tellViewers(world, chat, { event: 'edited', data: { message_id: stored.message.message_id } });
    return stored.message;
  }
  announce(world, chat, { stored, event: 'edited', actorId: edit.actorId });
  const group = discussionOf(world, chat);
  const copy = group && discussionRoot(group, stored.message.message_id);
  if (group !== undefined && copy !== undefined) editMessage(world, group, { ...edit, stored: copy });
  return stored.message;
}

/** Deletes messages; unknown ids are passed over. A bot that does it on behalf of a person hears nothing of it. */
export function deleteMessages(
  world: World,
  chat: ChatRecord,
  deletion: readonly number[] | { ids: readonly number[]; actorId: number },
): void {
  const { ids, actorId } = 'ids' in deletion ? deletion : { ids: deletion, actorId: undefined };
  const gone = ids.filter((id) => chat.messages.delete(id));
  chat.pinned = chat.pinned.filter((id) => !gone.includes(id));
  if (gone.length === 0) return;
  announceBusiness(world, chat, {
    kind: 'deleted_business_messages',
    actorId,
    payload: (link) => ({
      business_connection_id: link.id,
      chat: chatObject(world, chat, link.userId),
      message_ids: gone,
    }),
  });
  tellViewers(world, chat, { event: 'deleted', data: { message_ids: gone } });
}

/** Reactions by kind with their number, and whether the viewer's own is among them. */
export function reactionsFor(
  stored: StoredMessage,
  viewerId: number,
): { type: unknown; total_count: number; chosen: boolean }[] {
  const rows = new Map<string, { type: unknown; total_count: number; chosen: boolean }>();
  for (const [userId, given] of stored.reactions) {
    for (const type of given) {
      const key = JSON.stringify(type);
      const row = rows.get(key) ?? { type, total_count: 0, chosen: false };
      row.total_count++;
      row.chosen ||= userId === viewerId;
      rows.set(key, row);
    }
  }
  return [...rows.values()];
}

/** A message as one viewer sees it: private chats are named after the other side; reply keyboards and reactions are added. */
export function viewMessage(
  world: World,
  chat: ChatRecord,
  view: { stored: StoredMessage; viewerId: number },
): Message {
  const { message, keyboard } = view.stored;
  const reactions = reactionsFor(view.stored, view.viewerId);
  const seen = {
    ...message,
    ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
    ...(reactions.length === 0 ? {} : { reactions }),
  } as Message;
  if (chat.kind !== 'private') return seen;
  const face = chatObject(world, chat, view.viewerId) as Message['chat'];
  const turned = { ...seen, chat: face } as Message;
  if (turned.reply_to_message === undefined) return turned;
  return { ...turned, reply_to_message: { ...turned.reply_to_message, chat: face } } as Message;
}

const notCopied = new Set([
  ...['message_id', 'message_thread_id', 'is_topic_message', 'from', 'sender_chat', 'chat', 'date'],
  ...['reply_to_message', 'edit_date', 'reply_markup', 'forward_origin', 'media_group_id'],
  ...['has_protected_content', 'effect_id', 'sender_business_bot', 'via_bot', 'is_automatic_forward'],
  ...['direct_messages_topic', 'sender_tag', 'receiver_user', 'ephemeral_message_id'],
]);

/** The content of a message that a forward or copy takes along. */
export function copyableContent(message: Message): Content {
  return structuredClone(Object.fromEntries(Object.entries(message).filter(([key]) => !notCopied.has(key))));
}
