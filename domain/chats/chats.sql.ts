import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';

/** What a chat is. */
export type ChatKind = 'private' | 'group' | 'supergroup' | 'channel';

/** A chat, known by our own id. */
export type Chat = { id: number; kind: ChatKind; telegramChatId: number; customerId: number | null };

/** A locked chat and where its dialogue stands. */
export type OpenChat = Chat & { dialogue: unknown };

type Row = { id: number; kind: string; telegram_chat_id: number; customer_id: number | null; dialogue: unknown };

const fromRow = (row: Row): OpenChat => ({
  id: row.id,
  kind: row.kind as ChatKind,
  telegramChatId: row.telegram_chat_id,
  customerId: row.customer_id,
  dialogue: row.dialogue,
});

const COLUMNS = ['id', 'kind', 'telegram_chat_id', 'customer_id', 'dialogue'] as const;

/** Locks a chat until the end of the transaction, making it if it is new. Whatever comes from one chat is handled one after another,
 * whichever process has it. */
export async function lockChat(tx: Tx, which: { telegramChatId: number; kind: ChatKind }, now: Date): Promise<OpenChat> {
  const find = () =>
    tx.selectFrom('chats').select(COLUMNS).where('telegram_chat_id', '=', which.telegramChatId).forUpdate().executeTakeFirst();
  const found = await find();
  if (found) return fromRow(found);
  await tx
    .insertInto('chats')
    .values({ telegram_chat_id: which.telegramChatId, kind: which.kind, updated_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const made = await find();
  if (!made) throw new Error('a chat vanished while it was made');
  return fromRow(made);
}

/** Locks a chat that is known. */
export async function lockChatById(tx: Tx, chatId: number): Promise<OpenChat> {
  return fromRow(await tx.selectFrom('chats').select(COLUMNS).where('id', '=', chatId).forUpdate().executeTakeFirstOrThrow());
}

/** A chat by our id. */
export async function chatById(db: Db, chatId: number): Promise<Chat | undefined> {
  const row = await db.selectFrom('chats').select(COLUMNS).where('id', '=', chatId).executeTakeFirst();
  return row && fromRow(row);
}

/** Says whose private chat this is. */
export async function setChatCustomer(tx: Tx, chatId: number, customerId: number): Promise<void> {
  await tx.updateTable('chats').set({ customer_id: customerId }).where('id', '=', chatId).execute();
}

/** Keeps where the dialogue of a locked chat stands. */
export async function saveDialogue(tx: Tx, chatId: number, at: { dialogue: unknown; now: Date }): Promise<void> {
  await tx
    .updateTable('chats')
    .set({ dialogue: sql`${JSON.stringify(at.dialogue)}::jsonb`, updated_at: at.now })
    .where('id', '=', chatId)
    .execute();
}

/** A group became a supergroup: Telegram's id changed, ours did not. */
export async function moveChat(tx: Tx, chatId: number, telegramChatId: number): Promise<void> {
  await tx
    .updateTable('chats')
    .set({ telegram_chat_id: telegramChatId, kind: 'supergroup' })
    .where('id', '=', chatId)
    .execute();
}
