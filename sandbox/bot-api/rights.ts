import type {
  ChatAdministratorRights,
  ChatMember,
  ChatMemberAdministrator,
  ChatPermissions,
  User,
} from '@grammyjs/types';

const allPermissions: Required<ChatPermissions> = {
  can_send_messages: true,
  can_send_audios: true,
  can_send_documents: true,
  can_send_photos: true,
  can_send_videos: true,
  can_send_video_notes: true,
  can_send_voice_notes: true,
  can_send_polls: true,
  can_send_other_messages: true,
  can_add_web_page_previews: true,
  can_react_to_messages: true,
  can_edit_tag: true,
  can_change_info: true,
  can_invite_users: true,
  can_pin_messages: true,
  can_manage_topics: true,
};

/** Names of all permissions of ordinary members. */
export const permissionNames = Object.keys(allPermissions) as (keyof ChatPermissions)[];

/** What ordinary members may do in a new group: talk, but not manage. */
export function defaultPermissions(): ChatPermissions {
  return { ...allPermissions, can_change_info: false, can_pin_messages: false, can_manage_topics: false };
}

/** Names of the rights that apply to an administrator of this kind of chat. */
export function rightNames(kind: string): (keyof ChatAdministratorRights)[] {
  const common = [
    'can_manage_chat',
    'can_change_info',
    'can_delete_messages',
    'can_invite_users',
    'can_restrict_members',
    'can_promote_members',
    'can_manage_video_chats',
    'can_post_stories',
    'can_edit_stories',
    'can_delete_stories',
    'is_anonymous',
  ] as const;
  if (kind === 'channel') {
    return [...common, 'can_post_messages', 'can_edit_messages', 'can_manage_direct_messages'];
  }
  return [...common, 'can_pin_messages', 'can_manage_topics', 'can_manage_tags'];
}

/** An administrator with exactly the given rights; the rest are false. */
export function administrator(
  user: User,
  kind: string,
  rights: Partial<Record<keyof ChatAdministratorRights, boolean | undefined>>,
): ChatMemberAdministrator {
  const given = Object.fromEntries(rightNames(kind).map((name) => [name, rights[name] === true]));
  if (Object.entries(given).some(([name, value]) => value && name !== 'is_anonymous')) {
    given.can_manage_chat = true;
  }
  return { status: 'administrator', user, can_be_edited: true, ...given } as ChatMemberAdministrator;
}

/** All rights of a kind of chat, except anonymity. */
export function fullRights(kind: string): Partial<Record<keyof ChatAdministratorRights, boolean>> {
  return Object.fromEntries(rightNames(kind).map((name) => [name, name !== 'is_anonymous']));
}

/** Whether the member is in the chat. */
export function isPresent(member: ChatMember | undefined): boolean {
  if (member === undefined) return false;
  if (member.status === 'restricted') return member.is_member;
  return member.status !== 'left' && member.status !== 'kicked';
}

/** Whether the member is an owner or an administrator. */
export function isAdmin(member: ChatMember | undefined): boolean {
  return member?.status === 'creator' || member?.status === 'administrator';
}

/** Whether the member holds an administrator's right. The owner holds all. */
export function hasRight(member: ChatMember | undefined, right: keyof ChatAdministratorRights): boolean {
  if (member?.status === 'creator') return true;
  return member?.status === 'administrator' && member[right as keyof ChatMemberAdministrator] === true;
}

/** Whether the member may do what `permission` names, by rank, by restriction, or by the chat's permissions. */
export function isPermitted(
  member: ChatMember | undefined,
  chatPermissions: ChatPermissions,
  permission: keyof ChatPermissions,
): boolean {
  if (isAdmin(member)) return true;
  if (!isPresent(member)) return false;
  if (member?.status === 'restricted' && !member[permission]) return false;
  return chatPermissions[permission] !== false;
}
