import type { ChatAdministratorRights, ChatMember, ChatPermissions } from '@grammyjs/types';
import { assertCanWrite, chatForBot, hasTopics } from '../chats.ts';
import { badRequest } from '../errors.ts';
import type { Call, ChatRecord } from '../model.ts';
import { hasRight, isAdmin, isPermitted } from '../rights.ts';

/** The chat of a call that makes no sense in a private chat. */
export function groupOf(call: Call, refusal = 'chat not found'): ChatRecord {
  const chat = chatForBot(call.world, call.bot, call.params.chat_id);
  if (chat.kind === 'private') throw badRequest(refusal);
  return chat;
}

/** The forum, or the private chat with topics, that a topic method is about; in the latter a bot needs no rights. */
export function topicalChatOf(call: Call): ChatRecord {
  const { world, bot, params } = call;
  const chat = chatForBot(world, bot, params.chat_id);
  if (!hasTopics(world, chat)) throw badRequest('the chat is not a forum');
  if (chat.kind === 'private') assertCanWrite(world, bot, chat);
  return chat;
}

/** The forum that a topic method is about. */
export function forumOf(call: Call): ChatRecord {
  const chat = chatForBot(call.world, call.bot, call.params.chat_id);
  if (!chat.isForum) throw badRequest('the chat is not a forum');
  return chat;
}

/** The bot's own membership. */
export function ownRank(call: Call, chat: ChatRecord): ChatMember | undefined {
  return chat.members.get(call.bot.user.id);
}

/** Refuses unless the bot administrates the chat and holds the right; a private chat asks for none. */
export function assertRight(
  call: Call,
  chat: ChatRecord,
  need: { right: keyof ChatAdministratorRights; refusal?: string },
): void {
  if (chat.kind === 'private') return;
  const rank = ownRank(call, chat);
  if (hasRight(rank, need.right)) return;
  if (!isAdmin(rank) && need.refusal === undefined) throw badRequest('CHAT_ADMIN_REQUIRED');
  throw badRequest(need.refusal ?? 'not enough rights');
}

/** Refuses unless the bot holds the administrator's right, or as a member the permission of the same name. */
export function assertRightOrPermission(
  call: Call,
  chat: ChatRecord,
  need: { name: keyof ChatAdministratorRights & keyof ChatPermissions; refusal: string },
): void {
  const rank = ownRank(call, chat);
  const may = isAdmin(rank) ? hasRight(rank, need.name) : isPermitted(rank, chat.permissions, need.name);
  if (!may) throw badRequest(need.refusal);
}
