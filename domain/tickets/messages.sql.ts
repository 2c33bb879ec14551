import { sql } from 'kysely';
import type { Tx } from '../../base/db/index.ts';
import type { Entity } from '../../base/text/index.ts';

/** A file in a message: as Telegram knows it, as the desk keeps it (`storedId`), or both. */
export type FileRef = {
  kind: string;
  fileId?: string;
  fileUniqueId?: string;
  storedId?: number;
  /** A small picture of it, by Telegram's id. */
  thumbnailId?: string;
  fileName?: string;
  mimeType?: string;
  sizeBytes?: number;
  width?: number;
  height?: number;
  durationSeconds?: number;
};

/** Who wrote a forwarded message first: a person, somebody who hides, a group or a channel. */
export type Origin = { kind: 'user' | 'hidden_user' | 'chat' | 'channel'; name: string; at: Date };

/** What somebody said, before it is stored. */
export type NewMessage = {
  chatId: number;
  ticketId?: number;
  author: { kind: 'customer' | 'staff' | 'bot'; id?: number };
  visibility?: 'public' | 'internal';
  /** text, photo, document, voice, …: the sender's kind of content. */
  kind: string;
  text: string;
  entities?: readonly Entity[];
  /** What it is besides its words: a place, a contact, a poll, … by its kind. */
  details?: unknown;
  /** Who wrote it first, where it was forwarded. */
  origin?: Origin;
  /** The words of the answered message that it quotes. */
  quote?: string;
  telegramMessageId?: number;
  mediaGroupId?: string;
  replyToId?: number;
  files?: readonly FileRef[];
  /** What could not be taken apart, as it came. */
  raw?: unknown;
  requestKey?: string;
  now: Date;
};

/** A value for a column of JSON. */
export const json = (value: unknown) =>
  value === undefined ? null : sql<unknown>`${JSON.stringify(value)}::jsonb`;

/** Stores a message with its files (B6). Returns its id; undefined when it is stored already (the same message of Telegram's, or the
 * same request once more). */
export async function storeMessage(tx: Tx, message: NewMessage): Promise<number | undefined> {
  const row = await tx
    .insertInto('messages')
    .values({
      chat_id: message.chatId,
      ticket_id: message.ticketId ?? null,
      author_kind: message.author.kind,
      author_id: message.author.id ?? null,
      visibility: message.visibility ?? 'public',
      kind: message.kind,
      text: message.text,
      entities: json(message.entities),
      details: json(message.details),
      origin: json(message.origin),
      quote: message.quote ?? null,
      telegram_message_id: message.telegramMessageId ?? null,
      media_group_id: message.mediaGroupId ?? null,
      reply_to_id: message.replyToId ?? null,
      delivery: message.author.kind === 'staff' && message.visibility !== 'internal' ? 'pending' : null,
      raw: json(message.raw),
      request_key: message.requestKey ?? null,
      created_at: message.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row) await storeFiles(tx, { messageId: row.id, ...message });
  return row?.id;
}

/** Stores the files of a message, or of one item of an album. */
export async function storeFiles(
  tx: Tx,
  of: { messageId: number; telegramMessageId?: number; files?: readonly FileRef[] },
): Promise<void> {
  const { messageId, telegramMessageId, files = [] } = of;
  if (files.length === 0) return;
  await tx
    .insertInto('attachments')
    .values(
      files.map((file) => ({
        message_id: messageId,
        telegram_message_id: telegramMessageId ?? null,
        kind: file.kind,
        file_id: file.fileId ?? null,
        file_unique_id: file.fileUniqueId ?? null,
        stored_id: file.storedId ?? null,
        thumbnail_id: file.thumbnailId ?? null,
        file_name: file.fileName ?? null,
        mime_type: file.mimeType ?? null,
        size_bytes: file.sizeBytes ?? null,
        width: file.width ?? null,
        height: file.height ?? null,
        duration_seconds: file.durationSeconds ?? null,
      })),
    )
    .execute();
}

/** Words of a chat's customer that are in no ticket yet. */
export const LOOSE = sql`ticket_id is null and author_kind = 'customer' and not set_aside`;

/** No ticket takes the loose words of a chat any more, or only these of them: the customer took them back, or they are kept elsewhere. */
export async function setLooseAside(tx: Tx, chatId: number, only?: readonly number[]): Promise<void> {
  const words = loose(tx, chatId).set({ set_aside: true });
  await (only ? words.where('id', 'in', only) : words).execute();
}

/** Puts loose words of a chat into a ticket, all of them or these; returns how many there were. */
export async function takeLoose(
  tx: Tx,
  chatId: number,
  into: { ticketId: number; messageIds: readonly number[] | 'loose'; now: Date },
): Promise<number> {
  const { ticketId, messageIds, now } = into;
  if (messageIds.length === 0) return 0;
  const words = loose(tx, chatId).set({ ticket_id: ticketId, joined_at: now });
  const result = await (messageIds === 'loose'
    ? words
    : words.where('id', 'in', messageIds)
  ).executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** Puts into a ticket what the desk's people said in the chat since then outside any ticket: it is how the matter began. */
export async function takeOwnWords(
  tx: Tx,
  of: { chatId: number; ticketId: number; since: Date },
): Promise<void> {
  await tx
    .updateTable('messages')
    .set({ ticket_id: of.ticketId })
    .where('chat_id', '=', of.chatId)
    .where('ticket_id', 'is', null)
    .where('author_kind', '!=', 'customer')
    .where('created_at', '>=', of.since)
    .execute();
}

function loose(tx: Tx, chatId: number) {
  return tx
    .updateTable('messages')
    .where('chat_id', '=', chatId)
    .where('ticket_id', 'is', null)
    .where('author_kind', '=', 'customer')
    .where('set_aside', '=', false);
}
