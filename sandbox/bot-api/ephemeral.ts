import type { Message, User } from '@grammyjs/types';
import { findUser } from './accounts.ts';
import { chatObject, tellViewers } from './chats.ts';
import type { Content } from './content.ts';
import type { AnyMarkup, ChatRecord, StoredMessage, World } from './model.ts';
import { queueUpdate } from './updates.ts';
import { serial, unixNow } from './world.ts';

/** A message that only one person and one bot see, about to be posted into a group. */
export interface EphemeralDraft {
  authorId: number;
  receiverId: number;
  content: Content;
  keyboard: AnyMarkup | undefined;
  thread: number | undefined;
  replaces?: number | undefined;
}

/** Posts a message for one person; a person's own goes to the bot as an update. It has no ordinary number. */
export function postEphemeral(world: World, chat: ChatRecord, draft: EphemeralDraft): StoredMessage {
  const { authorId, receiverId, keyboard, thread } = draft;
  const id = serial(world);
  const isInline = keyboard !== undefined && 'inline_keyboard' in keyboard;
  const message = {
    message_id: 0,
    ephemeral_message_id: id,
    ...(thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true }),
    from: findUser(world, authorId) as User,
    receiver_user: findUser(world, receiverId) as User,
    chat: chatObject(world, chat),
    date: unixNow(world),
    ...draft.content,
    ...(isInline ? { reply_markup: keyboard } : {}),
  } as Message;
  const stored: StoredMessage = { message, authorId, keyboard: undefined, reactions: new Map() };
  const bot = world.botsById.get(receiverId);
  const [personId, botId] = bot === undefined ? [receiverId, authorId] : [authorId, receiverId];
  const position = [...chat.messages.keys()].at(-1) ?? 0;
  chat.ephemeral.set(id, { stored, personId, botId, position, replaces: draft.replaces });
  if (bot !== undefined)
    queueUpdate(world, bot, { kind: 'message', payload: message, key: `chat:${chat.id}` });
  tellViewers(world, chat, { event: 'message', data: { message_id: -id, thread }, only: [personId] });
  return stored;
}

/** Takes a message for one person away. */
export function dropEphemeral(world: World, chat: ChatRecord, id: number): void {
  const found = chat.ephemeral.get(id);
  if (found === undefined) return;
  chat.ephemeral.delete(id);
  tellViewers(world, chat, { event: 'deleted', data: { message_ids: [-id] }, only: [found.personId] });
}
