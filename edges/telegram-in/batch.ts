import type { Update } from 'grammy/types';
import { type Intake, receive } from './receive.ts';

/** The conversation that an update belongs to: updates of one are handled one after another. */
function conversationOf(update: Update): number | string {
  // All chats of one account are one: nothing of them can be heard before the connection itself is known.
  const connection = update.business_connection?.id ?? business(update)?.business_connection_id;
  if (connection !== undefined) return connection;
  const message = update.message ?? update.edited_message ?? update.callback_query?.message;
  // Telegram always names the chat; an update that does not is set aside where it is handled, and must not stop the batch here.
  const chat: { id: number } | undefined =
    message?.chat ?? update.message_reaction?.chat ?? update.my_chat_member?.chat;
  return chat?.id ?? (update.callback_query ?? update.inline_query)?.from?.id ?? 0;
}

/** Handles a batch: conversations side by side (`parallel` at most), each in its own order. Resolves when all are committed. */
export async function receiveBatch(
  intake: Intake,
  updates: readonly Update[],
  parallel: number,
): Promise<void> {
  const conversations = [...Map.groupBy(updates, conversationOf).values()];
  const work = async (): Promise<void> => {
    for (let mine = conversations.shift(); mine; mine = conversations.shift()) {
      for (const update of mine) await receive(intake, update);
    }
  };
  await Promise.all(Array.from({ length: Math.min(parallel, conversations.length) }, work));
}

const business = (update: Update) =>
  update.business_message ?? update.edited_business_message ?? update.deleted_business_messages;
