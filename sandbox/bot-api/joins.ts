import { randomInt } from 'node:crypto';
import type { ChatInviteLink, ChatMember, User } from '@grammyjs/types';
import { findUser } from './accounts.ts';
import { chatObject, privateChat, tellViewers } from './chats.ts';
import { PeopleError } from './errors.ts';
import { changeMember, memberOf } from './members.ts';
import type { Bot, ChatRecord, JoinQuery, World } from './model.ts';
import { hasRight, isPresent } from './rights.ts';
import { queueUpdate } from './updates.ts';
import { compact, guardTime, now, unixNow } from './world.ts';

/** How long a bot may write to someone who asked to join, in milliseconds. */
const writingTime = 300_000;
/** How long a person may take with the Mini App of a guarding bot, in milliseconds. */
const webAppTime = 3600_000;

/** What came of wanting to join. */
export type JoinOutcome = 'joined' | 'requested';

/** The chat behind an invite link, with the link; refused when it no longer works. */
export function byInviteLink(
  world: World,
  link: string,
): { chat: ChatRecord; invite: ChatInviteLink | undefined } {
  for (const chat of world.chats.values()) {
    if (chat.inviteLink === link) return { chat, invite: undefined };
    const invite = chat.inviteLinks.get(link);
    if (invite !== undefined && isUsable(world, chat, invite)) return { chat, invite };
  }
  throw new PeopleError(404, 'link_invalid', 'This invite link does not work, or no longer.');
}

function isUsable(world: World, chat: ChatRecord, invite: ChatInviteLink): boolean {
  if (invite.is_revoked) return false;
  if (invite.expire_date !== undefined && invite.expire_date <= unixNow(world)) return false;
  const { member_limit } = invite;
  return member_limit === undefined || [...chat.members.values()].filter(isPresent).length < member_limit;
}

/** A person joins, or asks to where someone has to let them in. */
export function joinOrAsk(
  world: World,
  chat: ChatRecord,
  wish: { userId: number; invite: ChatInviteLink | undefined },
): JoinOutcome {
  const { userId, invite } = wish;
  const user = findUser(world, userId) as User;
  const asks = invite === undefined ? chat.joinByRequest : invite.creates_join_request;
  const guard = chat.guardBotId === undefined ? undefined : world.botsById.get(chat.guardBotId);
  if (!asks && guard === undefined) {
    changeMember(world, chat, { actorId: userId, member: { status: 'member', user }, invite });
    return 'joined';
  }
  chat.joinRequests.set(userId, { link: invite?.invite_link, at: now(world) });
  if (guard === undefined) tellAdmins(world, chat, userId);
  else askGuard(world, chat, { bot: guard, userId });
  tellViewers(world, chat, { event: 'chat' });
  return 'requested';
}

/** Tells the bots that may let people in, and opens their private chats with the one who asks. */
export function tellAdmins(world: World, chat: ChatRecord, userId: number): void {
  for (const member of chat.members.values()) {
    const bot = world.botsById.get(member.user.id);
    if (bot !== undefined && hasRight(member, 'can_invite_users'))
      announceRequest(world, chat, { bot, userId });
  }
}

function askGuard(world: World, chat: ChatRecord, { bot, userId }: { bot: Bot; userId: number }): void {
  const id = `${userId}${randomInt(1_000_000_000, 9_999_999_999)}`;
  const place = { botId: bot.user.id, chatId: chat.id, userId };
  const lapse = (): void => {
    if (world.joinQueries.get(id)?.webAppUrl !== undefined || !world.joinQueries.delete(id)) return;
    tellAdmins(world, chat, userId);
  };
  world.joinQueries.set(id, { id, ...place, at: now(world), webAppUrl: undefined, lapse });
  setTimeout(lapse, guardTime).unref();
  announceRequest(world, chat, { bot, userId, queryId: id });
}

function announceRequest(
  world: World,
  chat: ChatRecord,
  wish: { bot: Bot; userId: number; queryId?: string },
): void {
  const { bot, userId, queryId } = wish;
  const request = chat.joinRequests.get(userId);
  privateChat(world, bot.user.id, userId).openUntil = now(world) + writingTime;
  const payload = compact<Record<string, unknown>>({
    chat: chatObject(world, chat),
    from: findUser(world, userId),
    user_chat_id: userId,
    date: unixNow(world),
    invite_link: chat.inviteLinks.get(request?.link ?? ''),
    query_id: queryId,
  });
  queueUpdate(world, bot, { kind: 'chat_join_request', payload, key: `join:${chat.id}` });
}

/** Lets someone in who asked, or turns them away; false when they did not ask. */
export function settleRequest(
  world: World,
  chat: ChatRecord,
  verdict: { userId: number; actorId: number; approved: boolean },
): boolean {
  const { userId, actorId, approved } = verdict;
  const request = chat.joinRequests.get(userId);
  if (request === undefined) return false;
  chat.joinRequests.delete(userId);
  for (const [id, query] of world.joinQueries) {
    if (query.chatId === chat.id && query.userId === userId) world.joinQueries.delete(id);
  }
  if (approved && !isPresent(memberOf(world, chat, userId))) {
    const member: ChatMember = { status: 'member', user: findUser(world, userId) as User };
    const invite = chat.inviteLinks.get(request.link ?? '');
    changeMember(world, chat, { actorId, member, invite, viaRequest: request.link === undefined });
  }
  for (const bot of world.bots.values()) privateChat(world, bot.user.id, userId).openUntil = 0;
  const event = { user_ids: [userId], join: approved ? 'approved' : 'declined' };
  tellViewers(world, chat, { event: 'chat', data: event, only: [userId] });
  return true;
}

/** Whether a guarding bot may still decide: ten seconds, longer once the person has its Mini App before them. */
export function isQueryOpen(world: World, query: JoinQuery): boolean {
  return now(world) - query.at < (query.webAppUrl === undefined ? guardTime : webAppTime);
}
