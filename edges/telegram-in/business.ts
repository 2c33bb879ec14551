import type { BusinessConnection, BusinessMessagesDeleted, Message } from 'grammy/types';
import type { BusinessArrival, Right } from '../../domain/concierge/index.ts';
import { contentOf } from './content.ts';
import { personOf } from './senders.ts';

const RIGHTS: readonly [string, Right][] = [
  ['can_reply', 'reply'],
  ['can_read_messages', 'read'],
  ['can_delete_sent_messages', 'delete'],
];

/** Somebody let the bot into their account's chats, changed what it may do there, or ended it (P5). */
export function connectionIn(connection: BusinessConnection): BusinessArrival {
  const { id, user, user_chat_id: ownerChatId, is_enabled: enabled } = connection;
  const given = { ...connection.rights } as Readonly<Record<string, boolean>>;
  return {
    business: id,
    what: {
      kind: 'connection',
      account: personOf(user),
      ownerChatId,
      rights: RIGHTS.flatMap(([name, right]) => (given[name] ? [right] : [])),
      enabled,
    },
  };
}

/** Something said, or said otherwise, in a chat of such an account; nothing for what the bot itself sent there in its owner's name. */
export function businessMessageIn(message: Message, how: { edited: boolean }): BusinessArrival | undefined {
  const { business_connection_id: business, chat, from, sender_business_bot: bot } = message;
  const content = contentOf(message);
  if (!business || !from || !content || chat.type !== 'private' || bot) return undefined;
  const { id: telegramId, first_name: firstName, last_name: lastName, username } = chat;
  const partner =
    from.id === telegramId
      ? personOf(from)
      : { telegramId, firstName, ...(lastName ? { lastName } : {}), ...(username ? { username } : {}) };
  if (how.edited) return { business, what: { kind: 'edited', partner, content } };
  const automatic = message.is_from_offline === true;
  return { business, what: { kind: 'message', partner, from: from.id, content, automatic } };
}

/** Messages of such a chat that were deleted for both. */
export function deletionIn(deleted: BusinessMessagesDeleted): BusinessArrival {
  const { business_connection_id: business, chat, message_ids: telegramMessageIds } = deleted;
  return { business, what: { kind: 'deleted', telegramChatId: chat.id, telegramMessageIds } };
}
