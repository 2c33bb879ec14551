import type { Chat, ChatMember, User } from '@grammyjs/types';
import { findByUsername, findUser, requirePerson } from './accounts.ts';
import { badRequest, forbidden, PeopleError } from './errors.ts';
import type { Bot, ChatKind, ChatRecord, PeopleEvent, Topic, World } from './model.ts';
import { defaultPermissions, isPresent } from './rights.ts';
import { compact, emit, now } from './world.ts';

/** The id of General, the topic every forum has. */
export const generalThread = 1;

function emptyChat(id: number, kind: ChatKind): ChatRecord {
  return {
    id,
    kind,
    title: undefined,
    username: undefined,
    description: undefined,
    isForum: false,
    botId: undefined,
    userId: undefined,
    peers: undefined,
    started: false,
    blocked: false,
    members: new Map(),
    permissions: defaultPermissions(),
    messages: new Map(),
    nextMessageId: 1,
    topics: new Map(),
    deletedTopics: new Set(),
    general: generalTopic(),
    pinned: [],
    inviteLink: undefined,
    inviteLinks: new Map(),
    directOf: undefined,
    directChat: undefined,
    linkedTo: undefined,
    ephemeral: new Map(),
    draft: undefined,
    joinRequests: new Map(),
    joinByRequest: false,
    guardBotId: undefined,
    openUntil: 0,
    migratedTo: undefined,
    migratedFrom: undefined,
    slowModeDelay: 0,
    read: new Map(),
    typing: undefined,
    lastActivity: 0,
  };
}

/** Gives a chat that was kept by an older version what it lacks. */
export function complete(chat: ChatRecord): void {
  Object.assign(chat, { ...emptyChat(chat.id, chat.kind), ...chat });
}

function generalTopic(): Topic {
  const id = generalThread;
  return { id, name: 'General', iconColor: 0x6fb9f0, iconEmoji: undefined, closed: false, hidden: false };
}

/** What a new group or channel is like. */
export interface NewChat {
  type: Exclude<ChatKind, 'private'>;
  title: string;
  creator: number;
  is_forum?: boolean | undefined;
  username?: string | undefined;
  /** A channel to which people can write. */
  direct_messages?: boolean | undefined;
  join_by_request?: boolean | undefined;
}

/** Creates a group, supergroup or channel owned by a person. */
export function createChat(world: World, wish: NewChat): ChatRecord {
  const owner = requirePerson(world, wish.creator).user;
  const id = wish.type === 'group' ? -world.next.chat++ : -1_000_000_000_000 - world.next.chat++;
  const chat = emptyChat(id, wish.type);
  chat.title = wish.title;
  chat.username = wish.username;
  chat.isForum = wish.type === 'supergroup' && wish.is_forum === true;
  chat.members.set(owner.id, { status: 'creator', user: owner, is_anonymous: false } as ChatMember);
  chat.joinByRequest = wish.join_by_request === true;
  if (wish.type === 'channel' && wish.direct_messages === true) addDirectMessages(world, chat);
  chat.lastActivity = now(world);
  world.chats.set(id, chat);
  emit(world, { event: 'chat', data: { user_ids: [owner.id], chat: id } });
  return chat;
}

/** Direct messages of a channel: a supergroup of its own whose members are the channel's. */
function addDirectMessages(world: World, channel: ChatRecord): void {
  const direct = emptyChat(-1_000_000_000_000 - world.next.chat++, 'supergroup');
  direct.title = channel.title;
  direct.directOf = channel.id;
  direct.members = channel.members;
  channel.directChat = direct.id;
  world.chats.set(direct.id, direct);
}

/** The supergroup that takes a basic group's place: same people, title and rights, a new id, no messages yet. */
export function upgradeChat(world: World, group: ChatRecord): ChatRecord {
  const next = emptyChat(-1_000_000_000_000 - world.next.chat++, 'supergroup');
  next.title = group.title;
  next.description = group.description;
  next.permissions = group.permissions;
  next.members = new Map(group.members);
  next.migratedFrom = group.id;
  world.chats.set(next.id, next);
  return next;
}

/** The private chat of a person with a bot, made on first use. */
export function privateChat(world: World, botId: number, userId: number): ChatRecord {
  const key = `${botId}:${userId}`;
  let chat = world.privateChats.get(key);
  if (chat === undefined) {
    chat = emptyChat(userId, 'private');
    chat.botId = botId;
    chat.userId = userId;
    world.privateChats.set(key, chat);
  }
  return chat;
}

/** The private chat of two people, made on first use. */
export function directChat(world: World, a: number, b: number): ChatRecord {
  const peers = a < b ? ([a, b] as const) : ([b, a] as const);
  const key = peers.join(':');
  let chat = world.directChats.get(key);
  if (chat === undefined) {
    chat = emptyChat(world.next.chat++, 'private');
    chat.peers = peers;
    chat.started = true;
    world.directChats.set(key, chat);
  }
  return chat;
}

/** The one whom a viewer of a private chat talks to; without a viewer, the person as the bot sees them. */
export function otherSide(chat: ChatRecord, viewerId: number | undefined): number {
  const { peers, userId, botId } = chat;
  if (peers !== undefined) return viewerId === peers[0] ? peers[1] : peers[0];
  return (viewerId === userId ? botId : userId) ?? chat.id;
}

/** The chat as the Bot API shows it. Private chats look different from the two sides: `viewerId` tells which. */
export function chatObject(world: World, chat: ChatRecord, viewerId?: number): Chat {
  if (chat.kind === 'private') {
    const user = findUser(world, otherSide(chat, viewerId)) as User;
    return compact<Chat.PrivateChat>({
      id: user.id,
      type: 'private',
      first_name: user.first_name,
      last_name: user.last_name,
      username: user.username,
    } as Chat.PrivateChat);
  }
  return compact({
    id: chat.id,
    type: chat.kind,
    title: chat.title,
    username: chat.username,
    is_forum: chat.isForum ? true : undefined,
    is_direct_messages: chat.directOf === undefined ? undefined : true,
  }) as Chat;
}

/** Whether a chat is divided into topics: forums, and private chats with a bot that has them. */
export function hasTopics(world: World, chat: ChatRecord): boolean {
  if (chat.isForum) return true;
  return world.botsById.get(chat.botId ?? 0)?.user.has_topics_enabled === true;
}

/** How errors name a kind of chat. */
export function kindName(chat: ChatRecord): string {
  return chat.kind === 'private' ? 'private chat' : `${chat.kind} chat`;
}

/**
 * The chat that a bot means by a chat_id. Refuses with the official texts: unknown, never met, upgraded, kicked or left.
 * A private chat that was never started is found too: whether the bot may write is decided by `assertCanWrite`.
 */
export function chatForBot(world: World, bot: Bot, chatId: unknown): ChatRecord {
  const chat = findChatForBot(world, bot, chatId);
  if (chat === undefined) throw badRequest('chat not found');
  if (chat.kind === 'private') return chat;
  if (chat.migratedTo !== undefined) {
    throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.migratedTo });
  }
  const member = chat.members.get(bot.user.id);
  if (member === undefined && chat.username === undefined) throw badRequest('chat not found');
  if (member?.status === 'kicked') throw forbidden(`bot was kicked from the ${kindName(chat)}`);
  if (member?.status === 'left') throw forbidden(`bot is not a member of the ${kindName(chat)}`);
  return chat;
}

function findChatForBot(world: World, bot: Bot, chatId: unknown): ChatRecord | undefined {
  if (typeof chatId === 'string' && !/^-?\d+$/.test(chatId.trim())) {
    const name = chatId.trim().replace(/^@/, '').toLowerCase();
    return [...world.chats.values()].find((chat) => chat.username?.toLowerCase() === name);
  }
  const id = Number(chatId);
  if (id < 0) return world.chats.get(id);
  if (!world.accounts.has(id)) return undefined;
  if (world.botsById.has(id)) return id === bot.user.id ? undefined : privateChat(world, bot.user.id, id);
  return privateChat(world, bot.user.id, id);
}

/** Refuses when the bot may not write here: unstarted or blocked private chats, groups it is not in. */
export function assertCanWrite(world: World, bot: Bot, chat: ChatRecord): void {
  if (chat.kind === 'private') {
    if (chat.userId !== undefined && world.botsById.has(chat.userId)) {
      throw forbidden("bot can't send messages to bots");
    }
    if (chat.blocked) throw forbidden('bot was blocked by the user');
    if (!chat.started && chat.openUntil <= now(world))
      throw forbidden("bot can't initiate conversation with a user");
    return;
  }
  if (!isPresent(chat.members.get(bot.user.id))) {
    throw forbidden(`bot is not a member of the ${kindName(chat)}`);
  }
}

/** The chat that a person means: the id or @username of a bot or a person for a private chat, otherwise a group or channel. */
export function chatForPerson(world: World, userId: number, ref: number | string): ChatRecord {
  const text = String(ref).trim();
  const id = /^-?\d+$/.test(text) ? Number(text) : idByUsername(world, text);
  const botId = id !== undefined && world.botsById.has(id) ? id : undefined;
  if (botId !== undefined) return privateChat(world, botId, userId);
  if (id !== undefined && id !== userId && isPerson(world, id) && isPerson(world, userId)) {
    return directChat(world, userId, id);
  }
  const chat = id === undefined ? undefined : world.chats.get(id);
  if (chat === undefined) {
    throw new PeopleError(
      404,
      'no_such_chat',
      `There is no chat ${text}: use the id or @username of a bot or a person, or the id of a group or channel.`,
    );
  }
  return chat.migratedTo === undefined ? chat : (world.chats.get(chat.migratedTo) ?? chat);
}

function isPerson(world: World, id: number): boolean {
  return world.accounts.get(id)?.user.is_bot === false;
}

function idByUsername(world: World, name: string): number | undefined {
  const account = findByUsername(world, name);
  if (account !== undefined) return account.user.id;
  const wanted = name.replace(/^@/, '').toLowerCase();
  return [...world.chats.values()].find((chat) => chat.username?.toLowerCase() === wanted)?.id;
}

/** People who see the chat on their phones. */
export function viewersOf(world: World, chat: ChatRecord): number[] {
  if (chat.peers !== undefined) return [...chat.peers];
  if (chat.kind === 'private') return chat.userId === undefined ? [] : [chat.userId];
  return [...chat.members.values()]
    .filter((member) => isPresent(member) && !world.botsById.has(member.user.id))
    .map((member) => member.user.id);
}

/** Tells the phones of everyone who sees a chat, each by the id under which they know it. */
export function tellViewers(
  world: World,
  chat: ChatRecord,
  news: { event: PeopleEvent['event']; data?: object; only?: readonly number[] },
): void {
  const viewers = news.only ?? viewersOf(world, chat);
  const tell = (user_ids: readonly number[], id: number): void =>
    emit(world, { event: news.event, data: { user_ids, chat: id, ...news.data } });
  if (chat.peers === undefined) tell(viewers, chat.botId ?? chat.id);
  else for (const viewer of viewers) tell([viewer], otherSide(chat, viewer));
}
