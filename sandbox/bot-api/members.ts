import type { ChatInviteLink, ChatMember, ChatMemberUpdated, User } from '@grammyjs/types';
import { findUser } from './accounts.ts';
import { chatObject, tellViewers, viewersOf } from './chats.ts';
import { postMessage } from './messages.ts';
import type { ChatRecord, World } from './model.ts';
import { isAdmin, isPresent } from './rights.ts';
import { queueUpdate } from './updates.ts';
import { unixNow } from './world.ts';

/** The membership of anyone; people who never joined have left. */
export function memberOf(world: World, chat: ChatRecord, userId: number): ChatMember {
  const known = chat.members.get(userId);
  const user = findUser(world, userId) as User;
  if (known === undefined) return { status: 'left', user };
  return hasServed(world, known) ? released(known, user) : { ...known, user };
}

/** Whether a ban or restriction has reached its end; 0 means for ever. */
function hasServed(world: World, member: ChatMember): boolean {
  if (member.status !== 'kicked' && member.status !== 'restricted') return false;
  return member.until_date !== 0 && member.until_date <= unixNow(world);
}

function released(member: ChatMember, user: User): ChatMember {
  const stays = member.status === 'restricted' && member.is_member;
  return { status: stays ? 'member' : 'left', user };
}

/** Changes a membership: service message, my_chat_member to the bot concerned, chat_member to administrating bots. */
export function changeMember(
  world: World,
  chat: ChatRecord,
  change: {
    actorId: number;
    member: ChatMember;
    quiet?: boolean;
    /** The link that was used to join. */
    invite?: ChatInviteLink | undefined;
    /** An administrator let in who had asked without a link. */
    viaRequest?: boolean;
  },
): void {
  const { actorId, member } = change;
  const userId = member.user.id;
  const before = memberOf(world, chat, userId);
  chat.members.set(userId, member);
  const { invite, viaRequest } = change;
  announceMember(world, chat, { actorId, before, after: member, invite, viaRequest });
  const appeared = !isPresent(before) && isPresent(member);
  const vanished = isPresent(before) && !isPresent(member);
  if (chat.kind !== 'channel' && change.quiet !== true) {
    if (appeared) {
      const byBot = world.botsById.has(actorId);
      const authorId = byBot && !member.user.is_bot ? userId : actorId;
      postMessage(world, chat, { authorId, content: { new_chat_members: [member.user] } });
    }
    if (vanished) {
      postMessage(world, chat, { authorId: actorId, content: { left_chat_member: member.user } });
      tellLeaver(world, chat, userId);
    }
  }
  tellViewers(world, chat, { event: 'chat', only: [...viewersOf(world, chat), userId] });
}

/** A bot that is removed learns it from the service message, though it is no longer a member. */
function tellLeaver(world: World, chat: ChatRecord, userId: number): void {
  const bot = world.botsById.get(userId);
  const last = [...chat.messages.values()].at(-1);
  if (bot === undefined || last === undefined || last.authorId === userId) return;
  queueUpdate(world, bot, { kind: 'message', payload: last.message, key: `chat:${chat.id}` });
}

/** Queues the updates about a changed membership. Private chats use it for blocking and unblocking. */
export function announceMember(
  world: World,
  chat: ChatRecord,
  change: {
    actorId: number;
    before: ChatMember;
    after: ChatMember;
    invite?: ChatInviteLink | undefined;
    viaRequest?: boolean | undefined;
  },
): void {
  const payload: ChatMemberUpdated = {
    chat: chatObject(world, chat),
    from: findUser(world, change.actorId) as User,
    date: unixNow(world),
    old_chat_member: change.before,
    new_chat_member: change.after,
    ...(change.invite === undefined ? {} : { invite_link: change.invite }),
    ...(change.viaRequest === true ? { via_join_request: true } : {}),
  };
  const key = `member:${chat.id}`;
  const subject = world.botsById.get(change.after.user.id);
  if (subject !== undefined) queueUpdate(world, subject, { kind: 'my_chat_member', payload, key });
  for (const member of chat.members.values()) {
    const bot = world.botsById.get(member.user.id);
    if (bot !== undefined && bot !== subject && isAdmin(member)) {
      queueUpdate(world, bot, { kind: 'chat_member', payload, key });
    }
  }
}
