import { sql } from 'kysely';
import type { Tx } from '../../base/db/index.ts';
import type { Rich } from '../../base/text/index.ts';
import { json } from './messages.sql.ts';

/** A message found by what Telegram calls it. */
export type KnownMessage = { id: number; ticketId: number | null; text: string; authorKind: string };

/** The message of a chat that stands under this Telegram id, alone or with others, if it is stored. */
export async function messageByTelegram(
  tx: Tx,
  chatId: number,
  telegramMessageId: number,
): Promise<KnownMessage | undefined> {
  const { rows } = await sql<{ id: number; ticket_id: number | null; text: string; author_kind: string }>`
    select id, ticket_id, text, author_kind from messages where chat_id = ${chatId} and telegram_message_id = ${telegramMessageId}
    union all
    select m.id, m.ticket_id, m.text, m.author_kind from message_parts p join messages m on m.id = p.message_id
    where p.chat_id = ${chatId} and p.telegram_message_id = ${telegramMessageId}
    limit 1`.execute(tx);
  const [row] = rows;
  return row && { id: row.id, ticketId: row.ticket_id, text: row.text, authorKind: row.author_kind };
}

/** Notes that a message goes out as several of Telegram's: the calls in their order, each with what its messages say. */
export async function planParts(
  tx: Tx,
  message: { id: number; chatId: number },
  calls: readonly (readonly Rich[])[],
): Promise<void> {
  let first = 0;
  const rows = calls.flatMap((texts) => {
    const call = first;
    first += texts.length;
    return texts.map(({ text, entities }, index) => ({
      ...{ message_id: message.id, chat_id: message.chatId, part: call + index, call },
      ...{ text, entities: json(entities), delivery: 'pending' as const },
    }));
  });
  await tx.deleteFrom('message_parts').where('message_id', '=', message.id).execute();
  await tx.insertInto('message_parts').values(rows).execute();
}

/** How a message that was sent ended; `part`: only the call that begins with this part did. */
export type Went = {
  state: 'held' | 'pending' | 'sent' | 'failed' | 'ambiguous';
  /** Its number in Telegram, or those of all that one call sent. */
  telegramMessageIds?: readonly number[];
  error?: string;
  part?: number | undefined;
};

/** Notes whether a message reached the customer; returns its ticket. One of several parts has arrived when all of them have. */
export async function noteDelivery(tx: Tx, messageId: number, went: Went): Promise<number | null> {
  const [first] = went.telegramMessageIds ?? [];
  const whole =
    went.part === undefined ? went.state : await notePart(tx, messageId, { ...went, part: went.part });
  const named = went.part === undefined || went.part === 0 ? first : undefined;
  const row = await tx
    .updateTable('messages')
    .set({
      delivery: whole,
      delivery_error: went.error ?? (whole === 'failed' ? sql<string>`delivery_error` : null),
      ...(named === undefined ? {} : { telegram_message_id: named }),
    })
    .where('id', '=', messageId)
    .returning('ticket_id')
    .executeTakeFirst();
  return row?.ticket_id ?? null;
}

const WORST_FIRST = ['failed', 'ambiguous', 'pending', 'sent'] as const;

async function notePart(tx: Tx, messageId: number, went: Went & { part: number }): Promise<Went['state']> {
  const ids = [...(went.telegramMessageIds ?? [])];
  await sql`update message_parts set delivery = ${went.state}, telegram_message_id = coalesce((${ids}::bigint[])[part - call + 1], telegram_message_id)
    where message_id = ${messageId} and call = ${went.part}`.execute(tx);
  const rows = await tx
    .selectFrom('message_parts')
    .select('delivery')
    .where('message_id', '=', messageId)
    .distinct()
    .execute();
  return WORST_FIRST.find((state) => rows.some(({ delivery }) => delivery === state)) ?? went.state;
}

/** The calls of a message that failed, or perhaps did, each by its first part; empty for a message that is only one. */
export async function unsentCalls(tx: Tx, messageId: number): Promise<number[]> {
  const rows = await tx
    .selectFrom('message_parts')
    .select('call')
    .distinct()
    .where('message_id', '=', messageId)
    .where('delivery', 'in', ['failed', 'ambiguous'])
    .orderBy('call')
    .execute();
  return rows.map(({ call }) => call);
}

/** What a message stands as in Telegram, in order: one message mostly. Empty while it is not sent. */
export async function readParts(tx: Tx, messageId: number): Promise<{ telegramId: number; text: string }[]> {
  const { rows } = await sql<{ id: number | null; text: string }>`
    select telegram_message_id as id, text from message_parts where message_id = ${messageId}
    union all
    select telegram_message_id, '' from messages where id = ${messageId}
      and not exists (select from message_parts where message_id = ${messageId})
    order by id`.execute(tx);
  return rows.flatMap(({ id, text }) => (id === null ? [] : [{ telegramId: id, text }]));
}

/** Keeps what somebody (`by`) answered a message with by one tap; nothing takes it back. */
export async function setReaction(
  tx: Tx,
  messageId: number,
  { by, emoji }: { by: string; emoji: readonly string[] },
): Promise<void> {
  const after =
    emoji.length === 0
      ? sql`nullif(reactions - ${by}::text, '{}'::jsonb)`
      : sql`coalesce(reactions, '{}'::jsonb) || jsonb_build_object(${by}::text, ${JSON.stringify(emoji)}::jsonb)`;
  await sql`update messages set reactions = ${after} where id = ${messageId}`.execute(tx);
}
