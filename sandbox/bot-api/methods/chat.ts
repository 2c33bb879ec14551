import { randomBytes } from 'node:crypto';
import type { ChatFullInfo, ChatInviteLink, ChatPermissions } from '@grammyjs/types';
import { findUser } from '../accounts.ts';
import { channelOf } from '../channels.ts';
import { assertCanWrite, chatForBot, chatObject, hasTopics, tellViewers } from '../chats.ts';
import { badRequest } from '../errors.ts';
import { postMessage } from '../messages.ts';
import type { Call, ChatRecord } from '../model.ts';
import { permissionNames } from '../rights.ts';
import { compact } from '../world.ts';
import { assertRight, assertRightOrPermission, groupOf } from './access.ts';
import { placeOf } from './place.ts';

/** getChat. */
export function getChat(call: Call): ChatFullInfo {
  const { world, bot } = call;
  const chat = chatForBot(world, bot, call.params.chat_id);
  const common = {
    ...chatObject(world, chat),
    accent_color_id: Math.abs(chat.id) % 7,
    max_reaction_count: 11,
    accepted_gift_types: noGifts,
  };
  const last = chat.pinned.at(-1);
  const pinned_message = last === undefined ? undefined : chat.messages.get(last)?.message;
  if (chat.kind === 'private') {
    const active = chat.username === undefined ? undefined : [chat.username];
    return compact<Record<string, unknown>>({
      ...common,
      active_usernames: active,
      pinned_message,
    }) as object as ChatFullInfo;
  }
  return compact<Record<string, unknown>>({
    ...common,
    active_usernames: chat.username === undefined ? undefined : [chat.username],
    description: chat.description,
    parent_chat: chat.directOf === undefined ? undefined : chatObject(world, channelOf(world, chat)),
    join_by_request: chat.joinByRequest ? true : undefined,
    guard_bot: chat.guardBotId === undefined ? undefined : findUser(world, chat.guardBotId),
    invite_link: chat.inviteLink,
    linked_chat_id: chat.linkedTo,
    pinned_message,
    permissions: chat.kind === 'channel' ? undefined : chat.permissions,
    slow_mode_delay: chat.slowModeDelay === 0 ? undefined : chat.slowModeDelay,
  }) as object as ChatFullInfo;
}

const noGifts = {
  unlimited_gifts: false,
  limited_gifts: false,
  unique_gifts: false,
  premium_subscription: false,
  gifts_from_channels: false,
};

const pinRight = {
  name: 'can_pin_messages',
  refusal: 'not enough rights to manage pinned messages in the chat',
} as const;

/** The chat whose pinned messages a call may change. */
function pinningChat(call: Call): ChatRecord {
  const { chat, link } = placeOf(call);
  if (link === undefined) assertMayPin(call, chat);
  return chat;
}

function assertMayPin(call: Call, chat: ChatRecord): void {
  assertCanWrite(call.world, call.bot, chat);
  if (chat.kind === 'private') return;
  if (chat.kind === 'channel') {
    assertRight(call, chat, { right: 'can_edit_messages', refusal: pinRight.refusal });
    return;
  }
  assertRightOrPermission(call, chat, pinRight);
}

function tellPins(call: Call, chat: ChatRecord): void {
  tellViewers(call.world, chat, { event: 'pin' });
}

/** pinChatMessage: leaves a service message, except in channels. */
export function pinChatMessage(call: Call): true {
  const { world, bot, params } = call;
  const { chat, link } = placeOf(call);
  const stored = chat.messages.get(Number(params.message_id));
  if (stored === undefined) throw badRequest('message to pin not found');
  if (link === undefined) assertMayPin(call, chat);
  const id = stored.message.message_id;
  if (chat.pinned.includes(id)) return true;
  chat.pinned.push(id);
  if (chat.kind !== 'channel') {
    const { reply_to_message: _, ...pinned } = stored.message;
    const thread = stored.message.message_thread_id;
    postMessage(world, chat, {
      authorId: link?.userId ?? bot.user.id,
      content: { pinned_message: structuredClone(pinned) as never },
      ...(hasTopics(world, chat) ? { thread } : {}),
    });
  }
  tellPins(call, chat);
  return true;
}

/** unpinChatMessage: without message_id the latest. */
export function unpinChatMessage(call: Call): true {
  const chat = pinningChat(call);
  const wanted = call.params.message_id === undefined ? chat.pinned.at(-1) : Number(call.params.message_id);
  if (wanted === undefined || !chat.pinned.includes(wanted)) throw badRequest('message to unpin not found');
  chat.pinned = chat.pinned.filter((id) => id !== wanted);
  tellPins(call, chat);
  return true;
}

/** unpinAllChatMessages. */
export function unpinAllChatMessages(call: Call): true {
  const chat = chatForBot(call.world, call.bot, call.params.chat_id);
  assertMayPin(call, chat);
  chat.pinned = [];
  tellPins(call, chat);
  return true;
}

const changeInfo = {
  name: 'can_change_info',
  refusal: 'not enough rights to change chat title',
} as const;

/** setChatTitle. */
export function setChatTitle(call: Call): true {
  const { world, bot, params } = call;
  const chat = groupOf(call, "can't change private chat title");
  assertRightOrPermission(call, chat, changeInfo);
  const title = String(params.title).trim();
  if (title === '') throw badRequest('title must be non-empty');
  if (title === chat.title) return true;
  chat.title = title;
  for (const stored of chat.messages.values())
    stored.message = { ...stored.message, chat: chatObject(world, chat) } as never;
  postMessage(world, chat, { authorId: bot.user.id, content: { new_chat_title: title } });
  return true;
}

/** setChatDescription. */
export function setChatDescription(call: Call): true {
  const chat = groupOf(call, "can't change private chat description");
  assertRightOrPermission(call, chat, {
    ...changeInfo,
    refusal: 'not enough rights to set chat description',
  });
  const description = String(call.params.description ?? '');
  if (description === (chat.description ?? '')) throw badRequest('chat description is not modified');
  chat.description = description === '' ? undefined : description;
  return true;
}

/** setChatPermissions. */
export function setChatPermissions(call: Call): true {
  const chat = groupOf(call, "can't change private chat permissions");
  assertRight(call, chat, {
    right: 'can_restrict_members',
    refusal: 'not enough rights to change chat permissions',
  });
  const given = call.params.permissions as ChatPermissions;
  const next = permissionNames.map((name) => [name, given[name] ?? false] as const);
  if (next.every(([name, value]) => (chat.permissions[name] ?? false) === value)) {
    throw badRequest('CHAT_NOT_MODIFIED');
  }
  chat.permissions = Object.fromEntries(next);
  return true;
}

function newLink(): string {
  return `https://t.me/+${randomBytes(12).toString('base64url')}`;
}

const invite = {
  right: 'can_invite_users',
  refusal: 'not enough rights to manage chat invite link',
} as const;

/** exportChatInviteLink: a new primary link; the old one stops working. */
export function exportChatInviteLink(call: Call): string {
  const chat = groupOf(call);
  assertRight(call, chat, invite);
  chat.inviteLink = newLink();
  return chat.inviteLink;
}

/** createChatInviteLink. */
export function createChatInviteLink(call: Call): ChatInviteLink {
  const { world, bot, params } = call;
  const chat = groupOf(call);
  assertRight(call, chat, invite);
  const link = compact<Record<string, unknown>>({
    invite_link: newLink(),
    name: params.name,
    creator: findUser(world, bot.user.id),
    creates_join_request: params.creates_join_request === true,
    is_primary: false,
    is_revoked: false,
    expire_date: params.expire_date,
    member_limit: params.member_limit,
  }) as object as ChatInviteLink;
  chat.inviteLinks.set(link.invite_link, link);
  return link;
}

/** editChatInviteLink: what is not given is taken away. */
export function editChatInviteLink(call: Call): ChatInviteLink {
  const { params } = call;
  const chat = groupOf(call);
  assertRight(call, chat, invite);
  const before = chat.inviteLinks.get(String(params.invite_link));
  if (before === undefined) throw badRequest('INVITE_HASH_INVALID');
  const { invite_link, creator, is_primary, is_revoked } = before;
  const link = compact<Record<string, unknown>>({
    ...{ invite_link, name: params.name, creator, is_primary, is_revoked },
    creates_join_request: params.creates_join_request === true,
    expire_date: params.expire_date,
    member_limit: params.member_limit,
  }) as object as ChatInviteLink;
  chat.inviteLinks.set(invite_link, link);
  return link;
}

/** revokeChatInviteLink. */
export function revokeChatInviteLink(call: Call): ChatInviteLink {
  const chat = groupOf(call);
  assertRight(call, chat, invite);
  const link = chat.inviteLinks.get(String(call.params.invite_link));
  if (link === undefined) throw badRequest('INVITE_HASH_INVALID');
  link.is_revoked = true;
  return link;
}
