import { sql } from 'kysely';
import { later, type Tx } from '../../base/db/index.ts';
import type { Entity, Rich } from '../../base/text/index.ts';

/** What a message of the staff's says, for sending it. */
export type OutgoingContent = {
  rich: Rich;
  files: { attachment: number; kind: string }[];
  /** What it answers, by Telegram's id in the same chat. */
  replyTo: number | undefined;
};

/** Reads what a message of the staff's says: its words with their formatting, its files, and what it answers. */
export async function readOutgoing(tx: Tx, messageId: number): Promise<OutgoingContent> {
  const { rows } = await sql<{
    text: string;
    entities: Entity[] | null;
    reply_to: number | null;
    files: { attachment: number; kind: string }[] | null;
  }>`
    select m.text, m.entities,
      (select telegram_message_id from messages r where r.id = m.reply_to_id and r.chat_id = m.chat_id) as reply_to,
      (select json_agg(json_build_object('attachment', a.id, 'kind', a.kind) order by a.id)
        from attachments a where a.message_id = m.id and a.replaced_at is null) as files
    from messages m where m.id = ${messageId}`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error(`there is no message ${messageId} to send`);
  return {
    rich: { text: row.text, entities: row.entities ?? [] },
    files: row.files ?? [],
    replyTo: row.reply_to ?? undefined,
  };
}

/** Notes that a message stands under its writer's photo. */
export async function noteUnderPhoto(tx: Tx, messageId: number): Promise<void> {
  await tx.updateTable('messages').set({ under_photo: true }).where('id', '=', messageId).execute();
}

/** Keeps the words around an answer as its customer gets them, so that an edit changes the answer and nothing around it. */
export async function keepFrame(tx: Tx, messageId: number, frame: string): Promise<void> {
  await tx.updateTable('messages').set({ frame }).where('id', '=', messageId).modifyEnd(later).execute();
}
