import { sql } from 'kysely';
import type { Tx } from '../../base/db/index.ts';

/** Takes out what a message said, its files and its earlier wordings, because its author deleted it; that it was there stays (B6, C4).
 * Returns whether there was anything to take. */
export async function removeMessage(tx: Tx, messageId: number, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update messages set text = '', entities = null, raw = null, details = null, origin = null, quote = null, removed_at = ${now}
    where id = ${messageId} and removed_at is null returning id`.execute(tx);
  if (rows.length === 0) return false;
  await tx.deleteFrom('message_versions').where('message_id', '=', messageId).execute();
  await tx
    .updateTable('message_parts')
    .set({ text: '', entities: null })
    .where('message_id', '=', messageId)
    .execute();
  await tx.deleteFrom('attachments').where('message_id', '=', messageId).execute();
  return true;
}
