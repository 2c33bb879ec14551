import type { CallbackQuery, Chat, ChatMemberUpdated, MaybeInaccessibleMessage, Message } from 'grammy/types';
import type { GroupMoved, PlaceArrival } from '../../domain/front-desk/index.ts';
import { contentOf } from './content.ts';
import { commandOf, personOf } from './senders.ts';

function placeOf(chat: Chat): PlaceArrival['place'] | undefined {
  if (chat.type === 'private') return undefined;
  return {
    telegramChatId: chat.id,
    kind: chat.type,
    ...(chat.title ? { title: chat.title } : {}),
    ...('username' in chat && chat.username ? { username: chat.username } : {}),
    ...('is_forum' in chat && chat.is_forum ? { isForum: true } : {}),
  };
}

/** The topic that a message is in, if it is in one. */
export const threadOf = (message: MaybeInaccessibleMessage): { thread?: number } =>
  'is_topic_message' in message && message.is_topic_message && message.message_thread_id
    ? { thread: message.message_thread_id }
    : {};

/** What Telegram tells in the old chat and in the new one when a group becomes a supergroup; whichever comes first counts. */
export function movedIn({
  chat,
  migrate_to_chat_id: to,
  migrate_from_chat_id: from,
}: Message): GroupMoved | undefined {
  if (to !== undefined) return { moved: { from: chat.id, to } };
  if (from !== undefined) return { moved: { from, to: chat.id } };
  return undefined;
}

/** Something said, or said otherwise, in a group or a channel (P1, P2); nothing for the bot's own words and for Telegram's notices. */
export function messageIn(
  message: Message,
  how: { botId: number; edited?: boolean },
): PlaceArrival | undefined {
  const { from, sender_chat: inNameOf } = message;
  const place = placeOf(message.chat);
  const content = contentOf(message);
  if (!place || !content || from?.id === how.botId) return undefined;
  const command = how.edited ? undefined : commandOf(message);
  return {
    place,
    ...threadOf(message),
    // Whoever speaks in a chat's name is shown as a bot of Telegram's, not as a person.
    ...(from && !inNameOf ? { person: personOf(from) } : {}),
    ...(inNameOf ? { inNameOf: inNameOf.id } : {}),
    what: command
      ? { kind: 'command', ...command, content }
      : { kind: how.edited ? 'edited' : 'message', content },
  };
}

/** A button pressed under a message in a group or a channel. */
export function pressIn(query: CallbackQuery, message: MaybeInaccessibleMessage): PlaceArrival | undefined {
  const place = placeOf(message.chat);
  if (!place) return undefined;
  return {
    place,
    ...threadOf(message),
    person: personOf(query.from),
    what: { kind: 'press', queryId: query.id, data: query.data ?? '', onMessage: message.message_id },
  };
}

/** What the bot became in a group or a channel. */
export function membershipIn(change: ChatMemberUpdated): PlaceArrival | undefined {
  const place = placeOf(change.chat);
  if (!place) return undefined;
  const { status, user: _, ...rest } = change.new_chat_member;
  const rights = Object.entries(rest).filter(
    (entry): entry is [string, boolean] => typeof entry[1] === 'boolean',
  );
  return {
    place,
    person: personOf(change.from),
    what: { kind: 'membership', status, rights: Object.fromEntries(rights) },
  };
}
