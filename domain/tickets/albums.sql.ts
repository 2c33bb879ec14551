import { sql } from 'kysely';
import type { Tx } from '../../base/db/index.ts';
import { type Entity, joinTexts, type Rich } from '../../base/text/index.ts';
import { json, type NewMessage, storeFiles, storeMessage } from './messages.sql.ts';

/** One item of an album. */
export type AlbumItem = NewMessage & { telegramMessageId: number; mediaGroupId: string };

/** Stores an item of an album (B6): all items are one message, whichever came first and whoever handled it. The caller holds the chat's
 * lock. `joined`: it came to others that were there. Undefined: it is stored already. */
export async function storeAlbumItem(
  tx: Tx,
  item: AlbumItem,
): Promise<{ id: number; joined: boolean; ticketId: number | null } | undefined> {
  const { chatId, telegramMessageId, mediaGroupId } = item;
  const album = await tx
    .selectFrom('messages')
    .select(['id', 'ticket_id'])
    .where('chat_id', '=', chatId)
    .where('media_group_id', '=', mediaGroupId)
    .orderBy('id')
    .executeTakeFirst();
  const id = album?.id ?? (await storeMessage(tx, item));
  if (id === undefined) return undefined;
  const { numInsertedOrUpdatedRows: added } = await tx
    .insertInto('message_parts')
    .values({
      ...{ message_id: id, chat_id: chatId, telegram_message_id: telegramMessageId },
      ...{ text: item.text, entities: json(item.entities) },
      part: sql<number>`(select count(*) from message_parts where message_id = ${id})`,
      call: sql<number>`(select count(*) from message_parts where message_id = ${id})`,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (!added) return undefined;
  if (!album) return { id, joined: false, ticketId: null };
  await storeFiles(tx, { messageId: id, telegramMessageId, ...(item.files ? { files: item.files } : {}) });
  await tx
    .updateTable('messages')
    .set({ kind: 'album', ...asColumns(await textOfParts(tx, id)) })
    .where('id', '=', id)
    .execute();
  return { id, joined: true, ticketId: album.ticket_id };
}

/** What the parts of a message say together, in the order of the chat. */
export async function textOfParts(tx: Tx, messageId: number): Promise<Rich> {
  const rows = await tx
    .selectFrom('message_parts')
    .select(['text', 'entities'])
    .where('message_id', '=', messageId)
    .orderBy('telegram_message_id')
    .execute();
  return joinTexts(rows.map(({ text, entities }) => ({ text, entities: (entities ?? []) as Entity[] })));
}

const asColumns = ({ text, entities }: Rich) => ({
  text,
  entities: json(entities.length === 0 ? undefined : entities),
});
