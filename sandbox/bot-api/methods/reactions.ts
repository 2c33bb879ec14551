import type { ReactionType } from '@grammyjs/types';
import { assertCanWrite, chatForBot, tellViewers } from '../chats.ts';
import { badRequest } from '../errors.ts';
import type { Call } from '../model.ts';

/** setMessageReaction: a bot sets one reaction at most, and takes it back with none. */
export function setMessageReaction(call: Call): true {
  const { world, bot, params } = call;
  const chat = chatForBot(world, bot, params.chat_id);
  assertCanWrite(world, bot, chat);
  const stored = chat.messages.get(Number(params.message_id));
  if (stored === undefined) throw badRequest('message to react not found');
  const reaction = (params.reaction ?? []) as ReactionType[];
  if (reaction.length > 1) throw badRequest('REACTIONS_TOO_MANY');
  if (reaction.length === 0) stored.reactions.delete(bot.user.id);
  else stored.reactions.set(bot.user.id, reaction);
  tellViewers(world, chat, { event: 'edited', data: { message_id: stored.message.message_id } });
  return true;
}
