import type { ChatAdministratorRights, ChatMember, ChatPermissions, User } from '@grammyjs/types';
import { findUser } from '../accounts.ts';
import { chatForBot } from '../chats.ts';
import { badRequest } from '../errors.ts';
import { changeMember, memberOf } from '../members.ts';
import { deleteMessages } from '../messages.ts';
import type { Call, ChatRecord } from '../model.ts';
import { administrator, isAdmin, isPresent, permissionNames, rightNames } from '../rights.ts';
import { unixNow } from '../world.ts';
import { assertRight, groupOf } from './access.ts';

/** getChatMember. In a private chat the two who talk there are its members. */
export function getChatMember(call: Call): ChatMember {
  const chat = chatForBot(call.world, call.bot, call.params.chat_id);
  const { user_id } = call.params;
  const user = findUser(call.world, Number(user_id));
  if (user === undefined) throw badRequest('invalid user_id specified');
  if (chat.kind === 'private') {
    if (user.id !== chat.userId && user.id !== chat.botId) throw badRequest('member not found');
    return { status: 'member', user };
  }
  return memberOf(call.world, chat, Number(user_id));
}

/** getChatMemberCount. */
export function getChatMemberCount(call: Call): number {
  return [...groupOf(call).members.values()].filter(isPresent).length;
}

/** getChatAdministrators: other bots are left out. */
export function getChatAdministrators(call: Call): ChatMember[] {
  const chat = groupOf(call, 'there are no administrators in the private chat');
  return [...chat.members.values()]
    .filter((member) => isAdmin(member))
    .filter((member) => !member.user.is_bot || member.user.id === call.bot.user.id)
    .map((member) => memberOf(call.world, chat, member.user.id));
}

/** The member that a bot wants to ban or restrict; owners and administrators are out of reach. */
function subject(call: Call, chat: ChatRecord): ChatMember {
  const userId = Number(call.params.user_id);
  if (findUser(call.world, userId) === undefined) throw badRequest('PARTICIPANT_ID_INVALID');
  const member = memberOf(call.world, chat, userId);
  if (member.status === 'creator') throw badRequest("can't remove chat owner");
  if (member.status === 'administrator' && userId !== call.bot.user.id) {
    throw badRequest('user is an administrator of the chat');
  }
  if (userId === call.bot.user.id) throw badRequest("can't restrict self");
  return member;
}

const restrict = {
  right: 'can_restrict_members',
  refusal: 'not enough rights to restrict/unrestrict chat member',
} as const;

/** A date under 30 seconds or over 366 days away means for ever. */
function untilDate(call: Call): number {
  const until = Number(call.params.until_date ?? 0);
  const left = until - unixNow(call.world);
  return left < 30 || left > 366 * 86_400 ? 0 : until;
}

/** banChatMember. */
export function banChatMember(call: Call): true {
  const { world, bot } = call;
  const chat = groupOf(call);
  assertRight(call, chat, restrict);
  const { user } = subject(call, chat);
  const member: ChatMember = { status: 'kicked', user, until_date: untilDate(call) };
  changeMember(world, chat, { actorId: bot.user.id, member });
  if (call.params.revoke_messages === true || chat.kind === 'supergroup') {
    const own = [...chat.messages.values()].filter((stored) => stored.authorId === user.id);
    if (call.params.revoke_messages === true) {
      deleteMessages(
        world,
        chat,
        own.map((stored) => stored.message.message_id),
      );
    }
  }
  return true;
}

/** unbanChatMember: also removes a present member unless only_if_banned. */
export function unbanChatMember(call: Call): true {
  const { world, bot } = call;
  const chat = groupOf(call);
  assertRight(call, chat, restrict);
  const member = subject(call, chat);
  if (member.status !== 'kicked' && (call.params.only_if_banned === true || !isPresent(member))) return true;
  const left: ChatMember = { status: 'left', user: member.user };
  changeMember(world, chat, { actorId: bot.user.id, member: left });
  return true;
}

/** restrictChatMember: supergroups only; all permissions granted lifts the restriction. */
export function restrictChatMember(call: Call): true {
  const { world, bot, params } = call;
  const chat = groupOf(call);
  if (chat.kind !== 'supergroup') throw badRequest('method is available only for supergroups');
  assertRight(call, chat, restrict);
  const member = subject(call, chat);
  const granted = expandPermissions(params);
  const isFree = permissionNames.every((name) => granted[name] !== false || chat.permissions[name] === false);
  const next = isFree
    ? { status: isPresent(member) ? 'member' : 'left', user: member.user }
    : {
        status: 'restricted',
        user: member.user,
        is_member: isPresent(member),
        ...granted,
        until_date: untilDate(call),
      };
  changeMember(world, chat, { actorId: bot.user.id, member: next as ChatMember });
  return true;
}

/** Permissions as the server fills them in: media permissions imply sending, unless they are given independently. */
function expandPermissions(params: Record<string, unknown>): ChatPermissions {
  const given = params.permissions as ChatPermissions;
  const talks = given.can_send_messages === true;
  const independent = params.use_independent_chat_permissions === true;
  return Object.fromEntries(
    permissionNames.map((name) => {
      const follows = !independent && (name === 'can_react_to_messages' || name === 'can_edit_tag') && talks;
      return [name, given[name] ?? follows];
    }),
  );
}

/** promoteChatMember: all rights false demotes. */
export function promoteChatMember(call: Call): true {
  const { world, bot, params } = call;
  const chat = groupOf(call);
  assertRight(call, chat, { right: 'can_promote_members', refusal: 'not enough rights' });
  const userId = Number(params.user_id);
  const user = findUser(world, userId);
  if (user === undefined) throw badRequest('PARTICIPANT_ID_INVALID');
  if (userId === bot.user.id) throw badRequest("can't promote self");
  const member = memberOf(world, chat, userId);
  if (member.status === 'creator') throw badRequest("can't remove chat owner");
  if (!isPresent(member)) throw badRequest('USER_NOT_PARTICIPANT');
  changeMember(world, chat, { actorId: bot.user.id, member: ranked(chat, user, params) });
  return true;
}

/** An administrator with the rights that are true in `wish`, or a plain member when none is. */
export function ranked(chat: ChatRecord, user: User, wish: Record<string, unknown>): ChatMember {
  const rights = wish as Partial<Record<keyof ChatAdministratorRights, boolean>>;
  const any = rightNames(chat.kind).some((name) => rights[name] === true);
  return any ? administrator(user, chat.kind, rights) : { status: 'member', user };
}

/** setChatAdministratorCustomTitle. */
export function setChatAdministratorCustomTitle(call: Call): true {
  const chat = groupOf(call);
  const member = chat.members.get(Number(call.params.user_id));
  if (member?.status !== 'administrator') throw badRequest('user is not an administrator');
  chat.members.set(member.user.id, { ...member, custom_title: String(call.params.custom_title) });
  return true;
}

/** leaveChat. */
export function leaveChat(call: Call): true {
  const { world, bot } = call;
  const chat = groupOf(call, "chat member status can't be changed in private chats");
  const user = findUser(world, bot.user.id) as User;
  changeMember(world, chat, { actorId: bot.user.id, member: { status: 'left', user } });
  return true;
}
