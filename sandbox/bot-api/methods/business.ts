import type { BusinessConnection } from '@grammyjs/types';
import { businessConnection, isRecentlyActive, mayOnBehalf } from '../business.ts';
import { tellViewers } from '../chats.ts';
import { badRequest } from '../errors.ts';
import { deleteMessages } from '../messages.ts';
import type { BusinessLink, Call, StoredMessage } from '../model.ts';
import { customerChat, requireLink, requireLiveLink } from './place.ts';

/** getBusinessConnection. */
export function getBusinessConnection(call: Call): BusinessConnection {
  return businessConnection(call.world, requireLink(call));
}

/** readBusinessMessage: the other side sees that it was read. */
export function readBusinessMessage(call: Call): true {
  const { world, params } = call;
  const link = requireLiveLink(call);
  const chat = customerChat(call, link);
  if (!mayOnBehalf(link, 'can_read_messages')) throw badRequest('BOT_ACCESS_FORBIDDEN');
  if (!isRecentlyActive(world, chat, link)) throw badRequest('BUSINESS_PEER_USAGE_MISSING');
  const stored = chat.messages.get(Number(params.message_id));
  if (stored === undefined) throw badRequest('MESSAGE_ID_INVALID');
  const seen = chat.read.get(link.userId) ?? 0;
  chat.read.set(link.userId, Math.max(seen, stored.message.message_id));
  tellViewers(world, chat, { event: 'chat' });
  return true;
}

/** deleteBusinessMessages: all from one chat; those of the bot, or with the right to it all. */
export function deleteBusinessMessages(call: Call): true {
  const { world, bot, params } = call;
  const link = requireLiveLink(call);
  const ids = (params.message_ids as number[]).map(Number);
  const chats = [...world.directChats.values()].filter(
    (chat) => chat.peers?.includes(link.userId) === true && ids.some((id) => chat.messages.has(id)),
  );
  const [chat] = chats;
  if (chat === undefined) return true;
  if (chats.length > 1) throw badRequest('MESSAGE_ID_INVALID');
  const found = ids.map((id) => chat.messages.get(id)).filter((stored) => stored !== undefined);
  if (found.some((stored) => !mayDelete(call, link, stored))) throw badRequest('MESSAGE_DELETE_FORBIDDEN');
  deleteMessages(world, chat, { ids, actorId: bot.user.id });
  return true;
}

function mayDelete(call: Call, link: BusinessLink, stored: StoredMessage): boolean {
  if (mayOnBehalf(link, 'can_delete_all_messages')) return true;
  return isSentBy(call, stored) && mayOnBehalf(link, 'can_delete_sent_messages');
}

/** Whether the bot of a call sent a message on behalf of an account. */
export function isSentBy(call: Call, stored: StoredMessage): boolean {
  return stored.message.sender_business_bot?.id === call.bot.user.id;
}
