import type { ChatMember, Message, User } from '@grammyjs/types';
import { findUser, requirePerson } from '../accounts.ts';
import { chatForPerson, chatObject, tellViewers } from '../chats.ts';
import { checkText } from '../checks.ts';
import type { Content } from '../content.ts';
import { PeopleError } from '../errors.ts';
import type { JoinOutcome } from '../joins.ts';
import { byInviteLink, joinOrAsk } from '../joins.ts';
import { announceMember, changeMember, memberOf } from '../members.ts';
import { deleteMessages, editMessage, reactionsFor, viewMessage } from '../messages.ts';
import type { Bot, ChatRecord, StoredMessage, World } from '../model.ts';
import { hasRight, isAdmin, isPresent } from '../rights.ts';
import { queueUpdate } from '../updates.ts';
import { now, unixNow } from '../world.ts';
import type { EditInput } from './inputs.ts';
import { asPeople, captionOf, mediaIn, requireMessage } from './send.ts';

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

/**
 * Joins a group or channel, by its id, @username or an invite link, or asks to be let in; a bot's id lets its owner add the
 * bot. Banned people are refused.
 */
export function join(
  world: World,
  userId: number,
  ref: number | string,
): { status: JoinOutcome; chat: number } {
  const user = findUser(world, userId);
  if (user === undefined) throw new PeopleError(404, 'no_such_user', `There is no user ${userId}.`);
  const isLink = /^https?:\/\/t\.me\/(\+|joinchat\/)/.test(String(ref));
  const { chat, invite } = isLink
    ? byInviteLink(world, String(ref))
    : { chat: requireGroup(world, userId, ref), invite: undefined };
  const before = memberOf(world, chat, userId);
  const entered = { status: 'joined' as const, chat: chat.id };
  if (isPresent(before)) return entered;
  if (before.status === 'kicked' && !user.is_bot) {
    throw new PeopleError(403, 'banned', 'You are banned in this chat.');
  }
  const owner = [...chat.members.values()].find((member) => member.status === 'creator');
  if (!user.is_bot) return { status: joinOrAsk(world, chat, { userId, invite }), chat: chat.id };
  changeMember(world, chat, { actorId: owner?.user.id ?? userId, member: { status: 'member', user } });
  return entered;
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
  body: EditInput & { chat: number | string; message_id: number },
): Message {
  const chat = chatForPerson(world, userId, body.chat);
  const stored = requireMessage(chat, body.message_id);
  if (stored.authorId !== userId)
    throw new PeopleError(403, 'not_yours', 'Only your own messages can be edited.');
  if (body.text === undefined) {
    const instead = (body.other as Content | undefined) ?? mediaIn(world, body) ?? {};
    editMessage(world, chat, {
      stored,
      content: { ...instead, ...captionOf(body.caption) },
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

function reactionCounts(stored: StoredMessage): { type: unknown; total_count: number }[] {
  return reactionsFor(stored, 0).map(({ type, total_count }) => ({ type, total_count }));
}

/** A person stops what a bot is writing, if the bot lets them; it hears of it. */
export function stopDraft(world: World, userId: number, ref: number | string): void {
  const { bot, chat } = requireBot(world, userId, ref);
  const { draft } = chat;
  if (draft === undefined || draft.until <= now(world) || !draft.canStop) {
    throw new PeopleError(409, 'nothing_to_stop', 'The bot is writing nothing that can be stopped.');
  }
  if (!draft.keepOnStop) chat.draft = undefined;
  else chat.draft = { ...draft, canStop: false };
  const thread = draft.thread === undefined ? {} : { message_thread_id: draft.thread };
  const payload = { chat: chatObject(world, chat), ...thread, draft_id: draft.id };
  queueUpdate(world, bot, { kind: 'stopped_message_generation', payload, key: `chat:${chat.id}` });
  tellViewers(world, chat, { event: 'typing' });
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
  const place = { chat: chatObject(world, chat), message_id: body.message_id, date: unixNow(world) };
  // In channels nobody is told who reacted, only how often.
  const news =
    chat.kind === 'channel'
      ? { kind: 'message_reaction_count' as const, payload: { ...place, reactions: reactionCounts(stored) } }
      : { kind: 'message_reaction' as const, payload: { ...place, user, old_reaction, new_reaction } };
  for (const member of chat.members.values()) {
    const bot = world.botsById.get(member.user.id);
    if (bot === undefined || !isAdmin(member)) continue;
    queueUpdate(world, bot, { ...news, key: `reaction:${chat.id}` });
  }
  tellViewers(world, chat, { event: 'edited', data: { message_id: body.message_id } });
}
