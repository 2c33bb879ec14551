import { sql } from 'kysely';
import type { Tx } from '../../base/db/index.ts';

/** A file in a message, as Telegram knows it. */
export type FileRef = {
  kind: string;
  fileId: string;
  fileUniqueId: string;
  fileName?: string;
  mimeType?: string;
  sizeBytes?: number;
  width?: number;
  height?: number;
  durationSeconds?: number;
};

/** What somebody said, before it is stored. */
export type NewMessage = {
  chatId: number;
  ticketId?: number;
  author: { kind: 'customer' | 'staff' | 'bot'; id?: number };
  visibility?: 'public' | 'internal';
  /** text, photo, document, voice, …: the sender's kind of content. */
  kind: string;
  text: string;
  entities?: unknown;
  telegramMessageId?: number;
  mediaGroupId?: string;
  replyToId?: number;
  files?: readonly FileRef[];
  /** What could not be taken apart, as it came. */
  raw?: unknown;
  requestKey?: string;
  now: Date;
};

const json = (value: unknown) => (value === undefined ? null : sql<unknown>`${JSON.stringify(value)}::jsonb`);

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
  if (row && message.files?.length) await storeFiles(tx, row.id, message.files);
  return row?.id;
}

async function storeFiles(tx: Tx, messageId: number, files: readonly FileRef[]): Promise<void> {
  await tx
    .insertInto('attachments')
    .values(
      files.map((file) => ({
        message_id: messageId,
        kind: file.kind,
        file_id: file.fileId,
        file_unique_id: file.fileUniqueId,
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

/** A message found by what Telegram calls it. */
export type KnownMessage = { id: number; ticketId: number | null; text: string; authorKind: string };

/** The message of a chat with this Telegram id, if it is stored. */
export async function messageByTelegram(
  tx: Tx,
  chatId: number,
  telegramMessageId: number,
): Promise<KnownMessage | undefined> {
  const row = await tx
    .selectFrom('messages')
    .select(['id', 'ticket_id', 'text', 'author_kind'])
    .where('chat_id', '=', chatId)
    .where('telegram_message_id', '=', telegramMessageId)
    .executeTakeFirst();
  return row && { id: row.id, ticketId: row.ticket_id, text: row.text, authorKind: row.author_kind };
}

/** Replaces what a message says; the earlier wording is kept as a version. Nothing happens when the words are the same. */
export async function editMessage(
  tx: Tx,
  messageId: number,
  edit: { text: string; entities?: unknown; now: Date },
): Promise<boolean> {
  const before = await tx
    .selectFrom('messages')
    .select(['text', 'entities', 'created_at', 'edited_at'])
    .where('id', '=', messageId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (before.text === edit.text) return false;
  const { count } = await tx
    .selectFrom('message_versions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('message_id', '=', messageId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('message_versions')
    .values({
      message_id: messageId,
      version: Number(count) + 1,
      text: before.text,
      entities: json(before.entities ?? undefined),
      at: before.edited_at ?? before.created_at,
    })
    .execute();
  await tx
    .updateTable('messages')
    .set({ text: edit.text, entities: json(edit.entities), edited_at: edit.now })
    .where('id', '=', messageId)
    .execute();
  return true;
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

function loose(tx: Tx, chatId: number) {
  return tx
    .updateTable('messages')
    .where('chat_id', '=', chatId)
    .where('ticket_id', 'is', null)
    .where('author_kind', '=', 'customer')
    .where('set_aside', '=', false);
}

/** Notes whether a message reached the customer; returns its ticket. */
export async function noteDelivery(
  tx: Tx,
  messageId: number,
  went: {
    state: 'held' | 'pending' | 'sent' | 'failed' | 'ambiguous';
    telegramMessageId?: number;
    error?: string;
  },
): Promise<number | null> {
  const row = await tx
    .updateTable('messages')
    .set({
      delivery: went.state,
      delivery_error: went.error ?? null,
      ...(went.telegramMessageId === undefined ? {} : { telegram_message_id: went.telegramMessageId }),
    })
    .where('id', '=', messageId)
    .returning('ticket_id')
    .executeTakeFirst();
  return row?.ticket_id ?? null;
}
