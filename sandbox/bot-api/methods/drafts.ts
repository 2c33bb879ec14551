import type { MessageEntity } from '@grammyjs/types';
import { assertCanWrite, chatForBot, hasTopics, tellViewers } from '../chats.ts';
import { checkText } from '../checks.ts';
import { badRequest } from '../errors.ts';
import type { Call } from '../model.ts';
import { now } from '../world.ts';

/** How long a draft is shown after its last change, in milliseconds. */
const draftLife = 30_000;

/** sendMessageDraft: a text that is still being written, in a private chat; an empty one says that the bot thinks. */
export function sendMessageDraft(call: Call): true {
  const { world, bot } = call;
  const params = call.params as {
    draft_id: number;
    message_thread_id?: number;
    text?: string;
    parse_mode?: string;
    entities?: MessageEntity[];
    can_stop?: boolean;
    keep_on_stop?: boolean;
  };
  const chat = chatForBot(world, bot, call.params.chat_id);
  if (chat.kind !== 'private') throw badRequest('CHAT_TYPE_INVALID');
  assertCanWrite(world, bot, chat);
  if (params.draft_id === 0) throw badRequest('DRAFT_ID_INVALID');
  const thread = params.message_thread_id;
  if (thread !== undefined && !(hasTopics(world, chat) && chat.topics.has(thread))) {
    throw badRequest('message thread not found');
  }
  const { parse_mode: parseMode, entities: given } = params;
  const { text, entities } =
    params.text === undefined || params.text === ''
      ? { text: '', entities: [] }
      : checkText(params.text, { parseMode, entities: given, what: 'message' });
  chat.draft = {
    ...{ id: params.draft_id, text, entities, thread, until: now(world) + draftLife },
    ...{ canStop: params.can_stop === true, keepOnStop: params.keep_on_stop === true },
  };
  tellViewers(world, chat, { event: 'typing', data: { thread } });
  return true;
}
