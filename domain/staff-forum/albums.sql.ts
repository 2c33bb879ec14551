import { sql } from 'kysely';
import type { Tx } from '../../base/db/index.ts';
import type { Content } from '../front-desk/index.ts';

/** An item of an album of the staff's, and where and by whom it was sent. */
export type StaffItem = { chatId: number; ticketId: number; telegramId: number; content: Content };

/** Keeps an item until the others of its album have come; one that waits already says from now on what this one says. */
export async function keepItem(tx: Tx, { chatId, ticketId, telegramId, content }: StaffItem): Promise<void> {
  await sql`
    insert into staff_album_items (chat_id, telegram_message_id, ticket_id, media_group_id, telegram_id, content)
    values (${chatId}, ${content.telegramMessageId}, ${ticketId}, ${content.mediaGroupId ?? ''}, ${telegramId},
      ${JSON.stringify(content)}::jsonb)
    on conflict (chat_id, telegram_message_id) do update set content = excluded.content`.execute(tx);
}

/** Whether this message is an item that still waits for the others. */
export async function isKept(tx: Tx, chatId: number, telegramMessageId: number): Promise<boolean> {
  const { rows } = await sql`
    select from staff_album_items where chat_id = ${chatId} and telegram_message_id = ${telegramMessageId}`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Takes the albums that wait in a ticket's topic, in their order, but not the one of this name. */
export async function takeAlbums(
  tx: Tx,
  ticketId: number,
  except?: string,
): Promise<{ telegramId: number; items: Content[] }[]> {
  const { rows } = await sql<{ telegram_id: number; items: Content[] }>`
    with taken as (
      delete from staff_album_items
      where ticket_id = ${ticketId} and media_group_id is distinct from ${except ?? null} returning *
    )
    select telegram_id, jsonb_agg(content order by telegram_message_id) as items from taken
    group by chat_id, media_group_id, telegram_id order by min(telegram_message_id)`.execute(tx);
  return rows.map(({ telegram_id: telegramId, items }) => ({ telegramId, items }));
}

/** Forgets what waits to go out together in these tickets. */
export async function forgetAlbums(tx: Tx, ticketIds: readonly number[]): Promise<void> {
  await sql`delete from staff_album_items where ticket_id = any(${[...ticketIds]}::bigint[])`.execute(tx);
}
