import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import type { OpenChat } from '../chats/index.ts';
import { type Customer, customerById, type Person, recognise } from '../customers/index.ts';
import { staffByTelegram } from '../staff/index.ts';
import { lockTicket, type Ticket } from '../tickets/index.ts';
import type { At } from './at.ts';
import { readLetsIn } from './settings.sql.ts';

/** Whether a person's chat with a concierge comes to the desk: asked before anything of it is kept (P5). Chats with colleagues never do. */
export async function isLetIn({ tx }: At, partner: Person): Promise<boolean> {
  if (await staffByTelegram(tx, partner.telegramId)) return false;
  if ((await readLetsIn(tx)) === 'all') return true;
  const known = await tx
    .selectFrom('customers')
    .select('is_vip')
    .where('telegram_id', '=', partner.telegramId)
    .executeTakeFirst();
  return known?.is_vip ?? false;
}

/** The customer of a chat: known already, else introduced by it. */
export async function customerOf({ tx, desk, now }: At, chat: OpenChat, partner: Person): Promise<Customer> {
  const customer = await recognise(tx, partner, { now, fallback: desk.settings.language });
  if (chat.customerId !== customer.id)
    await tx.updateTable('chats').set({ customer_id: customer.id }).where('id', '=', chat.id).execute();
  return customerById(tx, customer.id);
}

type Matter = { customerId: number; staffId: number; chatId: number };

/** Locks the customer's open ticket with this concierge: that of the chat before one that went on elsewhere, the one in which something
 * happened last. */
export async function lockOpenMatter(tx: Tx, of: Matter): Promise<Ticket | undefined> {
  return lockFound(
    tx,
    sql`${mine(of)} and status not in ('resolved', 'closed')
    order by (chat_id = ${of.chatId}) desc, last_message_at desc, id desc`,
  );
}

/** Locks the last ticket of the chat that ended after `since`. */
export async function lockEndedMatter(tx: Tx, of: Matter, since: Date): Promise<Ticket | undefined> {
  return lockFound(
    tx,
    sql`${mine(of)} and chat_id = ${of.chatId} and status in ('resolved', 'closed') and resolved_at >= ${since}
    order by resolved_at desc, id desc`,
  );
}

const mine = (of: Matter) => sql`concierge_id = ${of.staffId} and customer_id = ${of.customerId}`;

async function lockFound(tx: Tx, where: ReturnType<typeof sql>): Promise<Ticket | undefined> {
  const { rows } = await sql<{ id: number }>`select id from tickets where ${where} limit 1`.execute(tx);
  return rows[0] && lockTicket(tx, rows[0].id);
}

/** The chat with this person in a concierge's account, if the desk has it; locked. */
export async function lockKnownChat(
  tx: Tx,
  of: { staffId: number; telegramChatId: number },
): Promise<{ id: number; customerId: number | null } | undefined> {
  const row = await tx
    .selectFrom('chats')
    .select(['id', 'customer_id'])
    .where('concierge_id', '=', of.staffId)
    .where('telegram_chat_id', '=', of.telegramChatId)
    .forUpdate()
    .executeTakeFirst();
  return row && { id: row.id, customerId: row.customer_id };
}

/** A chat of a concierge's, as far as answering in it is concerned. */
export type ConciergeChat = { staffId: number; heardAt: Date | null; readTo: number | null };

/** What is known of a concierge's chat; undefined for a chat with the bot. */
export async function readConciergeChat(db: Db, chatId: number): Promise<ConciergeChat | undefined> {
  const row = await db
    .selectFrom('chats')
    .select(['concierge_id', 'acted_at', 'read_to'])
    .where('id', '=', chatId)
    .executeTakeFirst();
  if (!row || row.concierge_id === null) return undefined;
  return { staffId: row.concierge_id, heardAt: row.acted_at, readTo: row.read_to };
}

/** The customer's own chat with the bot, by our id; undefined: they have never met it. */
export async function botChatOf(db: Db, customerId: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('chats')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('concierge_id', 'is', null)
    .where('kind', '=', 'private')
    .executeTakeFirst();
  return row?.id;
}

/** The customer's last message of a chat, by Telegram's number. */
export async function lastHeardIn(db: Db, chatId: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('messages')
    .select('telegram_message_id as last')
    .where('chat_id', '=', chatId)
    .where('author_kind', '=', 'customer')
    .where('telegram_message_id', 'is not', null)
    .orderBy('telegram_message_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.last ?? undefined;
}

/** Notes up to which message a concierge's chat was read. */
export async function noteReadTo(tx: Tx, chatId: number, telegramMessageId: number): Promise<void> {
  await tx.updateTable('chats').set({ read_to: telegramMessageId }).where('id', '=', chatId).execute();
}

/** In whose own chat a message is; undefined: in one with the bot. */
export async function conciergeOfMessage(db: Db, messageId: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('messages')
    .innerJoin('chats', 'chats.id', 'messages.chat_id')
    .select('chats.concierge_id')
    .where('messages.id', '=', messageId)
    .executeTakeFirst();
  return row?.concierge_id ?? undefined;
}

/** The number of the open ticket that a concierge has with the customer of this account. */
export async function openMatterWith(
  db: Db,
  of: { staffId: number; telegramId: number },
): Promise<number | undefined> {
  const row = await db
    .selectFrom('tickets')
    .innerJoin('customers', 'customers.id', 'tickets.customer_id')
    .select('tickets.id')
    .where('tickets.concierge_id', '=', of.staffId)
    .where('customers.telegram_id', '=', of.telegramId)
    .where('tickets.status', 'not in', ['resolved', 'closed'])
    .orderBy('tickets.last_message_at', 'desc')
    .executeTakeFirst();
  return row?.id;
}
