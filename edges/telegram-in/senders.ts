import type { Message, User } from 'grammy/types';
import type { Arrival } from '../../domain/front-desk/index.ts';

/** Somebody of Telegram's, in the desk's own words. */
export function personOf(from: User): Arrival['person'] {
  return {
    telegramId: from.id,
    firstName: from.first_name,
    ...(from.last_name ? { lastName: from.last_name } : {}),
    ...(from.username ? { username: from.username } : {}),
    ...(from.language_code ? { languageTag: from.language_code } : {}),
  };
}

/** The command that a message begins with; `to` is the bot that it names, as `/help@some_bot` does. */
export function commandOf(message: Message): { name: string; args: string; to?: string } | undefined {
  const text = message.text ?? '';
  const first = message.entities?.find((entity) => entity.type === 'bot_command' && entity.offset === 0);
  if (!first) return undefined;
  const [name, to] = text.slice(1, first.length).split('@');
  const args = text.slice(first.length).trim();
  return name ? { name: name.toLowerCase(), args, ...(to ? { to } : {}) } : undefined;
}
