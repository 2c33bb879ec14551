import type {
  Chat,
  MaybeInaccessibleMessage,
  Message,
  MessageReactionUpdated,
  Update,
  User,
} from 'grammy/types';
import type { BusinessArrival } from '../../domain/concierge/index.ts';
import type {
  Arrival,
  Content,
  GroupMoved,
  InlineArrival,
  PlaceArrival,
  What,
} from '../../domain/front-desk/index.ts';
import { businessMessageIn, connectionIn, deletionIn } from './business.ts';
import { contentOf } from './content.ts';
import { membershipIn, messageIn, movedIn, pressIn, threadOf } from './places.ts';
import { commandOf, personOf } from './senders.ts';

/** An update in the desk's own words; `undefined` for kinds that the desk does not listen to. */
export function normalise(
  update: Update,
  botId: number,
): Arrival | PlaceArrival | BusinessArrival | InlineArrival | GroupMoved | undefined {
  const said = update.message ?? update.channel_post;
  if (said)
    return isOwnChat(said.chat) ? fromMessage(said, botId) : (movedIn(said) ?? messageIn(said, { botId }));
  const edited = update.edited_message ?? update.edited_channel_post;
  if (edited) {
    return isOwnChat(edited.chat) ? fromEdit(edited) : messageIn(edited, { botId, edited: true });
  }
  if (update.business_message) return businessMessageIn(update.business_message, { edited: false });
  if (update.edited_business_message)
    return businessMessageIn(update.edited_business_message, { edited: true });
  if (update.deleted_business_messages) return deletionIn(update.deleted_business_messages);
  if (update.business_connection) return connectionIn(update.business_connection);
  if (update.message_reaction) return fromReaction(update.message_reaction);
  if (update.callback_query) return fromPress(update.callback_query);
  if (update.inline_query) return fromInline(update.inline_query);
  if (update.my_chat_member) return fromMembership(update.my_chat_member);
  return undefined;
}

/** The kinds of update that the desk asks Telegram for. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'business_connection',
  'business_message',
  'edited_business_message',
  'deleted_business_messages',
  'message_reaction',
  'callback_query',
  'inline_query',
  'my_chat_member',
] as const;

/** Whether a chat is a conversation of one person with the desk: a private one, or the direct messages to a channel (P1). */
const isOwnChat = (chat: Chat): boolean => chat.type === 'private' || chat.is_direct_messages === true;

const directIn = (message: MaybeInaccessibleMessage) =>
  'direct_messages_topic' in message ? message.direct_messages_topic : undefined;

function arrival(message: MaybeInaccessibleMessage, from: User, what: What): Arrival {
  const { chat } = message;
  const direct = directIn(message);
  return {
    chat: { telegramChatId: chat.id, kind: chat.type, ...(direct ? { direct: direct.topic_id } : {}) },
    ...threadOf(message),
    person: personOf(from),
    what,
  };
}

/** Who speaks in a conversation of one person. Among the direct messages of a channel those who look after it speak too: they are nobody's
 * customers. */
function speakerOf(message: Message): User | undefined {
  const { from, sender_chat: inNameOf } = message;
  const owner = directIn(message)?.user;
  return inNameOf || (owner && owner.id !== from?.id) ? undefined : from;
}

/** What somebody who looks after the channel says to one of those who wrote to it; bots hear nothing of their own words. */
function byHand(message: Message, how: { edited: boolean }): Arrival | undefined {
  const customer = directIn(message)?.user;
  const content = customer && contentOf(message);
  return content && arrival(message, customer, { kind: 'by_hand', content, ...how });
}

function fromMessage(message: Message, botId: number): Arrival | undefined {
  if (message.from?.id === botId) return undefined;
  const from = speakerOf(message);
  if (!from) return byHand(message, { edited: false });
  const command = commandOf(message);
  if (command?.name === 'start') {
    return arrival(message, from, { kind: 'start', ...(command.args ? { payload: command.args } : {}) });
  }
  const content: Content | undefined = contentOf(message);
  if (command && content) {
    return arrival(message, from, { kind: 'command', name: command.name, args: command.args, content });
  }
  return content && arrival(message, from, { kind: 'message', content });
}

function fromEdit(message: Message): Arrival | undefined {
  const from = speakerOf(message);
  if (!from) return byHand(message, { edited: true });
  const content = contentOf(message);
  return content && arrival(message, from, { kind: 'edited', content });
}

/** A reaction; whoever reacts without a name is nobody whom the desk knows. */
function fromReaction(change: MessageReactionUpdated): Arrival | undefined {
  const { chat, user, message_id: telegramMessageId } = change;
  if (chat.type !== 'private' || !user) return undefined;
  const emoji = change.new_reaction.map((one) =>
    one.type === 'emoji' ? one.emoji : one.type === 'paid' ? '⭐' : '❔',
  );
  return {
    chat: { telegramChatId: chat.id, kind: chat.type },
    person: personOf(user),
    what: { kind: 'reaction', telegramMessageId, emoji },
  };
}

function fromPress(query: NonNullable<Update['callback_query']>): Arrival | PlaceArrival | undefined {
  const { message } = query;
  // Without a chat there is nothing to say it in; the press itself ends by Telegram's own time-out.
  if (!message) return undefined;
  if (!isOwnChat(message.chat)) return pressIn(query, message);
  const owner = directIn(message)?.user;
  // Whoever looks after the channel sees the buttons too; they are its customer's.
  if (owner && owner.id !== query.from.id) return undefined;
  return arrival(message, query.from, {
    kind: 'press',
    queryId: query.id,
    data: query.data ?? '',
    onMessage: message.message_id,
  });
}

function fromMembership(change: NonNullable<Update['my_chat_member']>): Arrival | PlaceArrival | undefined {
  if (change.chat.type !== 'private') return membershipIn(change);
  const { chat, from, new_chat_member: member } = change;
  return {
    chat: { telegramChatId: chat.id, kind: chat.type },
    person: personOf(from),
    what: { kind: 'reachable', yes: member.status === 'member' },
  };
}

function fromInline({ id, query, from }: NonNullable<Update['inline_query']>): InlineArrival {
  return { inline: { queryId: id, text: query }, person: personOf(from) };
}
