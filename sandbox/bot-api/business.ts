import type { BusinessBotRights, BusinessConnection, Message, User } from '@grammyjs/types';
import { findUser, requirePerson } from './accounts.ts';
import { chatObject, otherSide, privateChat, tellViewers } from './chats.ts';
import { PeopleError } from './errors.ts';
import type { Bot, BusinessLink, ChatRecord, World } from './model.ts';
import type { UpdateKind } from './updates.ts';
import { queueUpdate } from './updates.ts';
import { compact, now, serial, unixNow } from './world.ts';

/** What a business bot may be allowed to do, by the names of the description. */
export const businessRights = [
  'can_reply',
  'can_read_messages',
  'can_delete_sent_messages',
  'can_delete_all_messages',
  'can_edit_name',
  'can_edit_bio',
  'can_edit_profile_photo',
  'can_edit_username',
  'can_change_gift_settings',
  'can_view_gifts_and_stars',
  'can_convert_gifts_to_stars',
  'can_transfer_and_upgrade_gifts',
  'can_transfer_stars',
  'can_manage_stories',
] as const;

/** The name of one right. */
export type BusinessRight = (typeof businessRights)[number];

const day = 24 * 3600_000;

/** Whether a connection holds a right. */
export function mayOnBehalf(link: BusinessLink, right: BusinessRight): boolean {
  return (link.rights as Partial<Record<BusinessRight, true>>)[right] === true;
}

/** A connection as the Bot API shows it. */
export function businessConnection(world: World, link: BusinessLink): BusinessConnection {
  return {
    id: link.id,
    user: findUser(world, link.userId) as User,
    user_chat_id: link.userId,
    date: link.date,
    rights: link.rights,
    is_enabled: link.isEnabled,
  };
}

/** The connection in force between a person and a bot; a person has one bot at most. */
export function linkOf(world: World, userId: number): BusinessLink | undefined {
  return [...world.businessLinks.values()].find((link) => link.userId === userId && link.isEnabled);
}

/**
 * Connects a bot to a person's account, changes its rights, or disconnects it; the bot hears of each. A new bot takes the
 * place of the one before, and who comes back gets a new connection.
 */
export function setBusinessBot(
  world: World,
  userId: number,
  wish: { bot: Bot; connected: boolean; rights?: readonly BusinessRight[] | undefined },
): BusinessLink | undefined {
  requirePerson(world, userId);
  const { bot, connected } = wish;
  const before = linkOf(world, userId);
  if (before !== undefined && (before.botId !== bot.user.id || !connected)) endLink(world, before);
  if (!connected) return undefined;
  if (!bot.user.can_connect_to_business) {
    throw new PeopleError(
      409,
      'not_a_business_bot',
      'Allow this bot to be connected first: can_connect_to_business in its settings.',
    );
  }
  const rights = Object.fromEntries((wish.rights ?? businessRights).map((name) => [name, true]));
  const link = before?.botId === bot.user.id ? before : newLink(world, { botId: bot.user.id, userId });
  link.rights = rights as BusinessBotRights;
  privateChat(world, bot.user.id, userId).started = true;
  announceLink(world, link);
  return link;
}

function newLink(world: World, ends: { botId: number; userId: number }): BusinessLink {
  const id = Buffer.from(`business ${ends.userId} ${serial(world)}`).toString('base64url');
  const link = { id, ...ends, date: unixNow(world), rights: {}, isEnabled: true };
  world.businessLinks.set(id, link);
  return link;
}

function endLink(world: World, link: BusinessLink): void {
  link.isEnabled = false;
  announceLink(world, link);
}

function announceLink(world: World, link: BusinessLink): void {
  const bot = world.botsById.get(link.botId) as Bot;
  const payload = businessConnection(world, link);
  queueUpdate(world, bot, { kind: 'business_connection', payload, key: `business:${link.userId}` });
  const chat = privateChat(world, link.botId, link.userId);
  tellViewers(world, chat, { event: 'chat' });
}

/** A message of two people's chat as the bot of one of them sees it. */
export function businessView(
  world: World,
  chat: ChatRecord,
  view: { message: Message; link: BusinessLink },
): Message {
  const { message, link } = view;
  const face = chatObject(world, chat, link.userId);
  const reply = message.reply_to_message;
  return compact<Record<string, unknown>>({
    business_connection_id: link.id,
    ...message,
    chat: face,
    reply_to_message: reply && { ...reply, chat: face, business_connection_id: link.id },
  }) as object as Message;
}

/** Queues an update about a chat of two people for the bots that they connected, except the one that acted. */
export function announceBusiness(
  world: World,
  chat: ChatRecord,
  news: { kind: UpdateKind; actorId: number | undefined; payload: (link: BusinessLink) => unknown },
): void {
  for (const userId of chat.peers ?? []) {
    const link = linkOf(world, userId);
    const bot = link && world.botsById.get(link.botId);
    if (link === undefined || bot === undefined || bot.user.id === news.actorId) continue;
    const key = `business:${userId}:${otherSide(chat, userId)}`;
    queueUpdate(world, bot, { kind: news.kind, payload: news.payload(link), key });
  }
}

/** Whether the other side wrote within 24 hours, which is how long a connected bot may answer. */
export function isRecentlyActive(world: World, chat: ChatRecord, link: BusinessLink): boolean {
  const incoming = [...chat.messages.values()].findLast((stored) => stored.authorId !== link.userId);
  return incoming !== undefined && now(world) - incoming.message.date * 1000 < day;
}
