import type { ChatMember, Message, User } from '@grammyjs/types';
import { findUser, requirePerson } from '../accounts.ts';
import { chatForPerson, chatObject, generalThread, tellViewers } from '../chats.ts';
import { checkText } from '../checks.ts';
import { PeopleError } from '../errors.ts';
import { announceMember, changeMember, memberOf } from '../members.ts';
import { deleteMessages, editMessage, viewMessage } from '../messages.ts';
import { commandsFor, menuButtonFor } from '../methods/profile.ts';
import type { Bot, ChatRecord, World } from '../model.ts';
import { hasRight, isAdmin, isPresent } from '../rights.ts';
import { queueUpdate } from '../updates.ts';
import { compact, now, unixNow } from '../world.ts';
import { currentKeyboard } from './press.ts';
import { asPeople, captionOf, requireMessage } from './send.ts';

/** The bot that a person means by id or @username. */
export function requireBot(
  world: World,
  userId: number,
  ref: number | string,
): { bot: Bot; chat: ChatRecord } {
  const chat = chatForPerson(world, userId, ref);
  const bot = world.botsById.get(chat.botId ?? 0);
  if (bot === undefined) throw new PeopleError(404, 'no_such_bot', `${ref} is not a bot.`);
  return { bot, chat };
}

/** Blocks or unblocks a bot; the bot gets my_chat_member. */
export function setBlocked(
  world: World,
  userId: number,
  wish: { ref: number | string; blocked: boolean },
): void {
  requirePerson(world, userId);
  const { bot, chat } = requireBot(world, userId, wish.ref);
  if (chat.blocked === wish.blocked) return;
  chat.blocked = wish.blocked;
  const user = findUser(world, bot.user.id) as User;
  const kicked: ChatMember = { status: 'kicked', user, until_date: 0 };
  const member: ChatMember = { status: 'member', user };
  const [before, after] = wish.blocked ? [member, kicked] : [kicked, member];
  announceMember(world, chat, { actorId: userId, before, after });
  tellViewers(world, chat, { event: 'chat', only: [userId] });
}

/** Joins a group or channel; a bot's id lets its owner add the bot. Banned people are refused. */
export function join(world: World, userId: number, ref: number | string): void {
  const user = findUser(world, userId);
  if (user === undefined) throw new PeopleError(404, 'no_such_user', `There is no user ${userId}.`);
  const chat = requireGroup(world, userId, ref);
  const before = memberOf(world, chat, userId);
  if (isPresent(before)) return;
  if (before.status === 'kicked' && !user.is_bot) {
    throw new PeopleError(403, 'banned', 'You are banned in this chat.');
  }
  const owner = [...chat.members.values()].find((member) => member.status === 'creator');
  const actorId = user.is_bot && owner !== undefined ? owner.user.id : userId;
  changeMember(world, chat, { actorId, member: { status: 'member', user } });
}

/** Leaves a group or channel. */
export function leave(world: World, userId: number, ref: number | string): void {
  const chat = requireGroup(world, userId, ref);
  if (!isPresent(chat.members.get(userId))) return;
  changeMember(world, chat, {
    actorId: userId,
    member: { status: 'left', user: findUser(world, userId) as User },
  });
}

/** A group, supergroup or channel, or a refusal that says so. */
export function requireGroup(world: World, userId: number, ref: number | string): ChatRecord {
  const chat = chatForPerson(world, userId, ref);
  if (chat.kind === 'private') {
    throw new PeopleError(400, 'private_chat', `${ref} is a private chat: this needs a group or channel.`);
  }
  return chat;
}

/** A person edits their own message. */
export function editAsPerson(
  world: World,
  userId: number,
  body: {
    chat: number | string;
    message_id: number;
    text?: string | undefined;
    caption?: string | undefined;
  },
): Message {
  const chat = chatForPerson(world, userId, body.chat);
  const stored = requireMessage(chat, body.message_id);
  if (stored.authorId !== userId)
    throw new PeopleError(403, 'not_yours', 'Only your own messages can be edited.');
  if (body.text === undefined) {
    editMessage(world, chat, {
      stored,
      content: captionOf(body.caption),
      drop: droppedCaption(body.caption),
    });
  } else {
    const { text, entities } = asPeople(() => checkText(body.text ?? '', { what: 'message' }));
    const content = entities.length === 0 ? { text } : { text, entities };
    editMessage(world, chat, { stored, content, drop: entities.length === 0 ? ['entities'] : [] });
  }
  return viewMessage(world, chat, { stored, viewerId: userId });
}

function droppedCaption(caption: string | undefined): (keyof Message)[] {
  return caption === undefined || caption === '' ? ['caption', 'caption_entities'] : [];
}

/** A person deletes a message: their own, anything in a private chat, anything as an administrator. */
export function deleteAsPerson(
  world: World,
  userId: number,
  body: { chat: number | string; message_id: number },
): void {
  const chat = chatForPerson(world, userId, body.chat);
  const stored = requireMessage(chat, body.message_id);
  const rank = chat.members.get(userId);
  const may = stored.authorId === userId || chat.kind === 'private' || hasRight(rank, 'can_delete_messages');
  if (!may) throw new PeopleError(403, 'not_yours', 'Only your own messages can be deleted.');
  deleteMessages(world, chat, [body.message_id]);
}

/** A person reacts to a message, or takes the reaction back. Bots hear of it as administrators who asked for it. */
export function react(
  world: World,
  userId: number,
  body: { chat: number | string; message_id: number; emoji?: string | undefined },
): void {
  const user = requirePerson(world, userId).user;
  const chat = chatForPerson(world, userId, body.chat);
  const stored = requireMessage(chat, body.message_id);
  const old_reaction = stored.reactions.get(userId) ?? [];
  const new_reaction = body.emoji === undefined ? [] : [{ type: 'emoji', emoji: body.emoji } as never];
  stored.reactions.set(userId, new_reaction);
  for (const member of chat.members.values()) {
    const bot = world.botsById.get(member.user.id);
    if (bot === undefined || !isAdmin(member)) continue;
    const place = { chat: chatObject(world, chat), message_id: body.message_id, user, date: unixNow(world) };
    const payload = { ...place, old_reaction, new_reaction };
    queueUpdate(world, bot, { kind: 'message_reaction', payload, key: `reaction:${chat.id}` });
  }
  tellViewers(world, chat, { event: 'edited', data: { message_id: body.message_id } });
}

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
  return [...chat.messages.values()]
    .filter(({ message }) => message.message_id > after)
    .filter(({ message }) => thread === undefined || (message.message_thread_id ?? generalThread) === thread)
    .map((stored) => viewMessage(world, chat, { stored, viewerId: userId }));
}

function assertSees(chat: ChatRecord, userId: number): void {
  const isPublic = chat.kind === 'private' || chat.username !== undefined;
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
    typing: chat.typing !== undefined && chat.typing.userId !== userId && chat.typing.until > now(world),
  });
}

/** The chat list of a person, newest first. */
export function chatList(world: World, userId: number): Record<string, unknown>[] {
  requirePerson(world, userId);
  const own = [...world.bots.values()]
    .map((bot) => world.privateChats.get(`${bot.user.id}:${userId}`))
    .filter((chat) => chat !== undefined && (chat.started || chat.messages.size > 0));
  const groups = [...world.chats.values()].filter(
    (chat) => chat.migratedTo === undefined && isPresent(chat.members.get(userId)),
  );
  const direct = [...world.directChats.values()].filter(
    (chat) => chat.peers?.includes(userId) === true && chat.messages.size > 0,
  );
  return [...own, ...direct, ...groups]
    .filter((chat) => chat !== undefined)
    .sort((a, b) => b.lastActivity - a.lastActivity)
    .map((chat) => chatRow(world, chat, userId));
}

function chatRow(world: World, chat: ChatRecord, userId: number): Record<string, unknown> {
  const all = [...chat.messages.values()];
  const last = all.at(-1);
  const read = chat.read.get(userId) ?? 0;
  const topics = [chat.general, ...chat.topics.values()].map((topic) => ({
    message_thread_id: topic.id,
    name: topic.name,
    icon_color: topic.iconColor,
    closed: topic.closed,
  }));
  const pinned = chat.messages.get(chat.pinned.at(-1) ?? 0);
  return compact<Record<string, unknown>>({
    chat: chatObject(world, chat, userId),
    pinned_message: pinned && viewMessage(world, chat, { stored: pinned, viewerId: userId }),
    last_message: last && viewMessage(world, chat, { stored: last, viewerId: userId }),
    unread: all.filter((m) => m.message.message_id > read && m.authorId !== userId).length,
    is_blocked: chat.kind === 'private' ? chat.blocked : undefined,
    topics: chat.isForum ? topics : undefined,
    member_status: chat.kind === 'private' ? 'member' : (chat.members.get(userId)?.status ?? 'left'),
  });
}

/** Resets the unread count. */
export function markRead(world: World, userId: number, ref: number | string): void {
  const chat = chatForPerson(world, userId, ref);
  const last = [...chat.messages.keys()].at(-1);
  if (last !== undefined) chat.read.set(userId, last);
  tellViewers(world, chat, { event: 'chat', only: [userId] });
}
