import { badRequest } from '../errors.ts';
import { memberOf } from '../members.ts';
import type { Call } from '../model.ts';
import { isAdmin, isPresent } from '../rights.ts';
import { assertRight, groupOf } from './access.ts';

/** setChatMemberTag: a word beside the name of an ordinary member; an empty one takes it away. */
export function setChatMemberTag(call: Call): true {
  const { world, params } = call;
  const chat = groupOf(call);
  if (chat.kind === 'channel') throw badRequest('CHAT_TYPE_INVALID');
  assertRight(call, chat, { right: 'can_manage_tags', refusal: 'not enough rights to manage member tags' });
  const userId = Number(params.user_id);
  if (!world.accounts.has(userId)) throw badRequest('PARTICIPANT_ID_INVALID');
  const member = memberOf(world, chat, userId);
  if (!isPresent(member)) throw badRequest('USER_NOT_PARTICIPANT');
  if (isAdmin(member)) throw badRequest('user is an administrator of the chat');
  const tag = String(params.tag ?? '');
  if (/\p{Extended_Pictographic}/u.test(tag)) throw badRequest('TAG_INVALID');
  const { tag: _, ...rest } = member as typeof member & { tag?: string };
  chat.members.set(userId, (tag === '' ? rest : { ...rest, tag }) as typeof member);
  return true;
}
