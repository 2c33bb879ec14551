import type { Message } from '@grammyjs/types';
import { requirePerson } from '../accounts.ts';
import { answersDirect } from '../channels.ts';
import { chatForPerson, chatObject, generalThread, hasTopics, tellViewers } from '../chats.ts';
import { PeopleError } from '../errors.ts';
import { viewMessage } from '../messages.ts';
import { commandsFor, menuButtonFor } from '../methods/profile.ts';
import type { ChatRecord, StoredMessage, World } from '../model.ts';
import { isAdmin, isPresent } from '../rights.ts';
import { compact, now } from '../world.ts';
import { currentKeyboard } from './press.ts';

/** The messages of a chat that a person may see, ascending. `thread` narrows to a topic; 1 is General. */
export function messagesFor(
  world: World,
  userId: number,
  wish: { chat: number | string; after?: number | undefined; thread?: number | undefined },
): Message[] {
  requirePerson(world, userId);
  const chat = chatForPerson(world, userId, wish.chat);
  assertSees(chat, userId);
  const { after = 0, thread } = wish;
  return visibleTo(chat, userId)
    .filter((entry) => entry.position > after)
    .filter(({ stored }) => thread === undefined || topicIdOf(stored.message) === thread)
    .map(({ stored, shownId }) => ({
      ...viewMessage(world, chat, { stored, viewerId: userId }),
      message_id: shownId,
    }));
}

/** The topic of a message: a forum's, or a person's in the direct messages of a channel. */
function topicIdOf(message: Message): number {
  return message.direct_messages_topic?.topic_id ?? message.message_thread_id ?? generalThread;
}

/** A message with the number under which a person knows it, and after which ordinary message it came. */
interface Visible {
  stored: StoredMessage;
  shownId: number;
  position: number;
}

/**
 * The messages of a chat that one person sees: in direct messages of a channel their own topic or, who answers there, all;
 * in groups also those for them alone, under negative numbers, which may stand in the place of an ordinary one.
 */
export function visibleTo(chat: ChatRecord, userId: number): Visible[] {
  const isLimited = chat.directOf !== undefined && !answersDirect(chat, userId);
  const own = [...chat.ephemeral.entries()]
    .filter(([, one]) => one.personId === userId)
    .map(([id, one]) => ({ ...one, shownId: -id }));
  const ordinary = [...chat.messages.values()]
    .filter(({ message }) => !isLimited || message.direct_messages_topic?.topic_id === userId)
    .filter(({ message }) => !own.some((one) => one.replaces === message.message_id))
    .map((stored) => ({ stored, shownId: stored.message.message_id, position: stored.message.message_id }));
  if (own.length === 0) return ordinary;
  const rank = (one: Visible & { replaces?: number | undefined }): number => one.replaces ?? one.position;
  return [...ordinary, ...own].sort((a, b) => rank(a) - rank(b));
}

function assertSees(chat: ChatRecord, userId: number): void {
  const isPublic = chat.kind === 'private' || chat.username !== undefined || chat.directOf !== undefined;
  if (isPublic || isPresent(chat.members.get(userId))) return;
  throw new PeopleError(403, 'not_a_member', 'Join the chat first.');
}

/** What the phone shows under the input: commands, menu button, reply keyboard, typing. */
export function commandsView(world: World, userId: number, ref: number | string): Record<string, unknown> {
  const user = requirePerson(world, userId).user;
  const chat = chatForPerson(world, userId, ref);
  const isPrivate = chat.kind === 'private';
  const isOwner = isAdmin(chat.members.get(userId));
  const bots = isPrivate
    ? [world.botsById.get(chat.botId ?? 0)]
    : [...chat.members.keys()].map((id) => world.botsById.get(id));
  const present = bots.filter((bot) => bot !== undefined);
  const place = { chatId: chat.id, userId, isPrivate, isAdmin: isOwner, language: user.language_code };
  const bot = isPrivate ? present[0] : undefined;
  return compact<Record<string, unknown>>({
    commands: present.flatMap((one) => commandsFor(one, place)),
    menu_button: bot === undefined ? undefined : menuButtonFor(bot, userId),
    reply_keyboard: currentKeyboard(chat),
    draft: draftOf(world, chat),
    typing: chat.typing !== undefined && chat.typing.userId !== userId && chat.typing.until > now(world),
  });
}

/** The text that the bot is still writing, for as long as it is shown. */
function draftOf(world: World, chat: ChatRecord): Record<string, unknown> | undefined {
  const { draft } = chat;
  if (draft === undefined || draft.until <= now(world)) return undefined;
  const { id, text, entities, thread, canStop } = draft;
  return compact({ draft_id: id, text, entities, message_thread_id: thread, can_stop: canStop });
}

/** The chat list of a person, newest first. */
export function chatList(world: World, userId: number): Record<string, unknown>[] {
  requirePerson(world, userId);
  const own = [...world.bots.values()]
    .map((bot) => world.privateChats.get(`${bot.user.id}:${userId}`))
    .filter((chat) => chat !== undefined && (chat.started || chat.messages.size > 0));
  const groups = [...world.chats.values()].filter(
    (chat) => chat.migratedTo === undefined && isListed(chat, userId),
  );
  const direct = [...world.directChats.values()].filter(
    (chat) => chat.peers?.includes(userId) === true && chat.messages.size > 0,
  );
  return [...own, ...direct, ...groups]
    .filter((chat) => chat !== undefined)
    .sort((a, b) => b.lastActivity - a.lastActivity)
    .map((chat) => chatRow(world, chat, userId));
}

/** Groups and channels that one is in, and direct messages in which something is said. */
function isListed(chat: ChatRecord, userId: number): boolean {
  if (chat.directOf === undefined) return isPresent(chat.members.get(userId));
  return visibleTo(chat, userId).length > 0;
}

function chatRow(world: World, chat: ChatRecord, userId: number): Record<string, unknown> {
  const all = visibleTo(chat, userId).map(({ stored }) => stored);
  const last = all.at(-1);
  const read = chat.read.get(userId) ?? 0;
  const topics = [chat.general, ...chat.topics.values()].map((topic) => ({
    message_thread_id: topic.id,
    name: topic.name,
    icon_color: topic.iconColor,
    icon_custom_emoji_id: topic.iconEmoji,
    closed: topic.closed,
    unread: all.filter(
      ({ message, authorId }) =>
        message.message_id > read && authorId !== userId && topicIdOf(message) === topic.id,
    ).length,
  }));
  const manages = chat.directOf !== undefined && answersDirect(chat, userId);
  const pinned = chat.messages.get(chat.pinned.at(-1) ?? 0);
  return compact<Record<string, unknown>>({
    chat: { ...chatObject(world, chat, userId), ...(chat.peers === undefined ? {} : { is_person: true }) },
    pinned_message: pinned && viewMessage(world, chat, { stored: pinned, viewerId: userId }),
    last_message: last && viewMessage(world, chat, { stored: last, viewerId: userId }),
    unread: all.filter((m) => m.message.message_id > read && m.authorId !== userId).length,
    is_blocked: chat.kind === 'private' ? chat.blocked : undefined,
    topics: hasTopics(world, chat) || manages ? topics : undefined,
    direct_messages_chat: chat.directChat,
    linked_chat: chat.linkedTo,
    may_add_topics: mayAddTopics(world, chat) ? true : undefined,
    member_status: chat.kind === 'private' ? 'member' : (chat.members.get(userId)?.status ?? 'left'),
  });
}

/** Whether a person may open and delete topics in a private chat: the bot allows it, or it does not. */
export function mayAddTopics(world: World, chat: ChatRecord): boolean {
  const bot = world.botsById.get(chat.botId ?? 0);
  return bot?.user.has_topics_enabled === true && bot.user.allows_users_to_create_topics === true;
}

/** Resets the unread count. */
export function markRead(world: World, userId: number, ref: number | string): void {
  const chat = chatForPerson(world, userId, ref);
  const last = [...chat.messages.keys()].at(-1);
  if (last !== undefined) chat.read.set(userId, last);
  tellViewers(world, chat, { event: 'chat', only: [userId] });
}
