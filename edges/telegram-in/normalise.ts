import type { Chat, Message, MessageEntity, Update, User } from 'grammy/types';
import type { Arrival, Content, What } from '../../domain/front-desk/index.ts';
import { contentOf } from './content.ts';

/** An update in the desk's own words; `undefined` for kinds that the desk does not listen to. */
export function normalise(update: Update, botId: number): Arrival | undefined {
  if (update.message) return fromMessage(update.message, botId);
  if (update.edited_message) return fromEdit(update.edited_message);
  if (update.callback_query) return fromPress(update.callback_query);
  if (update.my_chat_member) return fromMembership(update.my_chat_member);
  return undefined;
}

/** The kinds of update that the desk asks Telegram for. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

function arrival(chat: Chat, from: User, what: What): Arrival {
  return {
    chat: { telegramChatId: chat.id, kind: chat.type },
    person: {
      telegramId: from.id,
      firstName: from.first_name,
      ...(from.last_name ? { lastName: from.last_name } : {}),
      ...(from.username ? { username: from.username } : {}),
      ...(from.language_code ? { languageTag: from.language_code } : {}),
    },
    what,
  };
}

function fromMessage(message: Message, botId: number): Arrival | undefined {
  const { chat, from } = message;
  // In groups the desk only listens once it is given a place there.
  if (!from || from.id === botId || chat.type !== 'private') return undefined;
  const command = commandOf(message.text ?? '', message.entities ?? []);
  if (command?.name === 'start') {
    return arrival(chat, from, { kind: 'start', ...(command.args ? { payload: command.args } : {}) });
  }
  if (command) return arrival(chat, from, { kind: 'command', ...command });
  const content: Content | undefined = contentOf(message);
  return content && arrival(chat, from, { kind: 'message', content });
}

function commandOf(
  text: string,
  entities: readonly MessageEntity[],
): { name: string; args: string } | undefined {
  const first = entities.find((entity) => entity.type === 'bot_command' && entity.offset === 0);
  if (!first) return undefined;
  const name = text.slice(1, first.length).split('@')[0]?.toLowerCase();
  return name ? { name, args: text.slice(first.length).trim() } : undefined;
}

function fromEdit(message: Message): Arrival | undefined {
  const { chat, from } = message;
  if (!from || chat.type !== 'private') return undefined;
  const content = contentOf(message);
  if (!content) return undefined;
  const { telegramMessageId, text, entities } = content;
  return arrival(chat, from, { kind: 'edited', telegramMessageId, text, ...(entities ? { entities } : {}) });
}

function fromPress(query: NonNullable<Update['callback_query']>): Arrival | undefined {
  const { message } = query;
  // Without a chat there is nothing to say it in; the press itself ends by Telegram's own time-out.
  if (!message || message.chat.type !== 'private') return undefined;
  return arrival(message.chat, query.from, {
    kind: 'press',
    queryId: query.id,
    data: query.data ?? '',
    onMessage: message.message_id,
  });
}

function fromMembership(change: NonNullable<Update['my_chat_member']>): Arrival | undefined {
  if (change.chat.type !== 'private') return undefined;
  return arrival(change.chat, change.from, {
    kind: 'reachable',
    yes: change.new_chat_member.status === 'member',
  });
}
