import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import { schedule } from '../../base/queue/index.ts';
import { type QuietSettings, shapeQuiet } from './quiet-settings.sql.ts';

/** The timer at the end of a customer's quiet hours; its payload names the chat. */
export const QUIET_TASK = 'front-desk.quiet';

/** Looks at what a chat holds at this time: the timer is moved if it has one. */
export async function wakeAt(tx: Tx, chatId: number, at: Date): Promise<void> {
  await schedule(tx, { task: QUIET_TASK, at, key: `quiet:${chatId}`, payload: { chat: chatId } });
}

/** Looks anew at every chat that holds something, or at those of one customer: when they may be written to has changed. */
export async function wakeAll(tx: Tx, at: { now: Date; customerId?: number }): Promise<void> {
  const { now, customerId } = at;
  const { rows } = await sql<{ id: number }>`
    select id from chats where id in (select chat_id from held_messages)
      and ${customerId === undefined ? sql`true` : sql`customer_id = ${customerId}`} order by id`.execute(tx);
  for (const { id } of rows) await wakeAt(tx, id, now);
}

/** The desk's quiet hours, and what a chat tells about its customer. */
export type Rest = { settings: QuietSettings; actedAt: Date | null; holds: boolean };

/** Reads it. */
export async function readRest(db: Db, chatId: number): Promise<Rest> {
  const row = await db
    .selectFrom('chats')
    .crossJoin('quiet_settings')
    .select(['acted_at', 'holds', 'quiet_from', 'quiet_until', 'awake_minutes', 'waking_queues'])
    .where('chats.id', '=', chatId)
    .executeTakeFirstOrThrow();
  return { settings: shapeQuiet(row), actedAt: row.acted_at, holds: row.holds };
}

/** What is held for a chat. */
export type Held = {
  readonly id: number;
  readonly ticketId: number | null;
  readonly messageId: number | null;
  readonly notice: unknown;
};

/** Something to hold. */
export type ToHold = {
  chatId: number;
  ticketId?: number | undefined;
  slot?: string | undefined;
  messageId?: number | undefined;
  notice: unknown;
  releaseAt: Date;
  now: Date;
};

/** Holds something behind what is held already, in the place of an earlier one in its slot. Locks the chat. Returns whether it is the
 * first; undefined, and holds nothing, when the customer did something after `awakeSince` and nothing is held. */
export async function hold(tx: Tx, what: ToHold, awakeSince: Date): Promise<'first' | 'more' | undefined> {
  const { chatId, ticketId, slot, messageId, notice, releaseAt, now } = what;
  const before = await tx
    .selectFrom('chats')
    .select(['holds', 'acted_at'])
    .where('id', '=', chatId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (!before.holds) {
    // They may have woken up while this waited for the lock.
    if (before.acted_at !== null && before.acted_at > awakeSince) return undefined;
    await tx.updateTable('chats').set({ holds: true }).where('id', '=', chatId).execute();
  }
  if (slot !== undefined)
    await tx.deleteFrom('held_messages').where('chat_id', '=', chatId).where('slot', '=', slot).execute();
  await tx
    .insertInto('held_messages')
    .values({
      chat_id: chatId,
      ticket_id: ticketId ?? null,
      slot: slot ?? null,
      message_id: messageId ?? null,
      notice: sql`${JSON.stringify(notice)}::jsonb`,
      release_at: releaseAt,
      created_at: now,
    })
    .execute();
  return before.holds ? 'more' : 'first';
}

/** Takes back what a chat holds in a slot: it is no longer true. */
export async function dropHeld(tx: Tx, chatId: number, slot: string): Promise<void> {
  await tx.deleteFrom('held_messages').where('chat_id', '=', chatId).where('slot', '=', slot).execute();
}

/** Whether anything about a ticket is held. */
export async function holdsOf(db: Db, chatId: number, ticketId: number): Promise<boolean> {
  const row = await db
    .selectFrom('held_messages')
    .select('id')
    .where('chat_id', '=', chatId)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst();
  return row !== undefined;
}

/** What a locked chat holds, in the order in which it came. */
export async function heldOf(tx: Tx, chatId: number): Promise<Held[]> {
  const rows = await tx
    .selectFrom('held_messages')
    .select(['id', 'ticket_id', 'message_id', 'notice'])
    .where('chat_id', '=', chatId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, ticketId: row.ticket_id, messageId: row.message_id, notice: row.notice },
  }));
}

/** Takes these out of what a locked chat holds; `rest`: until when the others wait, undefined when there are none. */
export async function unhold(
  tx: Tx,
  chatId: number,
  out: { ids: readonly number[]; rest: Date | undefined },
): Promise<void> {
  if (out.ids.length > 0) await tx.deleteFrom('held_messages').where('id', 'in', out.ids).execute();
  if (out.rest === undefined) {
    await tx.updateTable('chats').set({ holds: false }).where('id', '=', chatId).execute();
    return;
  }
  await tx.updateTable('held_messages').set({ release_at: out.rest }).where('chat_id', '=', chatId).execute();
}
