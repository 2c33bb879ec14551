import { isRecentlyActive, mayOnBehalf } from '../business.ts';
import { chatForBot, directChat } from '../chats.ts';
import { badRequest } from '../errors.ts';
import type { BusinessLink, Call, ChatRecord } from '../model.ts';

/** Where a call acts, and on behalf of which account. */
export interface Place {
  chat: ChatRecord;
  link: BusinessLink | undefined;
}

/** The business connection that a call names, whether or not it is still in force. */
export function requireLink(call: Call): BusinessLink {
  const link = call.world.businessLinks.get(String(call.params.business_connection_id));
  if (link === undefined || link.botId !== call.bot.user.id)
    throw badRequest('business connection not found');
  return link;
}

/** The connection that a call names, which must be in force. */
export function requireLiveLink(call: Call): BusinessLink {
  const link = requireLink(call);
  if (!link.isEnabled) throw badRequest('BUSINESS_CONNECTION_INVALID');
  return link;
}

/** The chat between the account of a connection and the person whom `chat_id` names. */
export function customerChat(call: Call, link: BusinessLink): ChatRecord {
  const id = Number(call.params.chat_id);
  const account = call.world.accounts.get(id);
  if (account === undefined) throw badRequest('chat not found');
  if (id === link.userId) throw badRequest('messages must not be sent to self');
  if (account.user.is_bot) throw badRequest('BUSINESS_PEER_INVALID');
  return directChat(call.world, link.userId, id);
}

/** The chat of a call, by `business_connection_id` one of the connected account. Whoever acts there needs the right and an open window. */
export function placeOf(call: Call): Place {
  const { world, bot, params } = call;
  if (params.business_connection_id === undefined || params.business_connection_id === '') {
    return { chat: chatForBot(world, bot, params.chat_id), link: undefined };
  }
  const link = requireLiveLink(call);
  const chat = customerChat(call, link);
  if (!mayOnBehalf(link, 'can_reply')) throw badRequest('BOT_ACCESS_FORBIDDEN');
  if (!isRecentlyActive(world, chat, link)) throw badRequest('BUSINESS_PEER_USAGE_MISSING');
  return { chat, link };
}
