import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import { amendWaiting, keysUnderWay, put } from '../../base/outbox/index.ts';
import { message, type Place } from './outgoing.ts';

/** A ticket's own topic in its customer's chat. `thread`: Telegram's number; null: it is being made. */
export type TicketTopic = { thread: number | null; name: string };

/** Notes whether private chats with the desk's bot have topics, as Telegram says at the start. */
export async function noteBotTopics(tx: Tx, hasTopics: boolean): Promise<void> {
  await sql`update desk_bot set has_topics = ${hasTopics} where has_topics <> ${hasTopics}`.execute(tx);
}

/** Whether private chats with the desk's bot have topics (B7). */
export async function botHasTopics(db: Db): Promise<boolean> {
  const row = await db.selectFrom('desk_bot').select('has_topics').executeTakeFirst();
  return row?.has_topics ?? false;
}

/** The topic of a ticket, if it has one. */
export async function topicOf(db: Db, ticketId: number): Promise<TicketTopic | undefined> {
  return db
    .selectFrom('ticket_topics')
    .select(['thread', 'name'])
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst();
}

/** The ticket whose topic stands in a chat under this number of Telegram's. A topic can be seen, and written in, before its number is known
 * here: one that nobody knows is then the one that is being made. */
export async function ticketOfThread(db: Db, chatId: number, thread: number): Promise<number | undefined> {
  const known = await ticketKnownBy(db, chatId, thread);
  if (known !== undefined) return known;
  const keys = await keysUnderWay(db, `chat:${chatId}`);
  const making = keys.flatMap((key) => TOPIC_KEY.exec(key)?.[1] ?? []).at(-1);
  // If none is being made, one may have been made between these questions.
  return making === undefined ? ticketKnownBy(db, chatId, thread) : Number(making);
}

const TOPIC_KEY = /^topic:(\d+)$/;

async function ticketKnownBy(db: Db, chatId: number, thread: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('ticket_topics')
    .select('ticket_id')
    .where('chat_id', '=', chatId)
    .where('thread', '=', thread)
    .executeTakeFirst();
  return row?.ticket_id;
}

/** Gives a ticket a topic of this name: one that is made, or, with `thread`, one that its customer made. What is said in it before it is
 * there waits behind it. */
export async function beginTopic(
  tx: Tx,
  chat: Place,
  topic: { ticketId: number; name: string; thread?: number },
): Promise<void> {
  const { ticketId, name, thread = null } = topic;
  await tx
    .insertInto('ticket_topics')
    .values({ ticket_id: ticketId, chat_id: chat.id, thread, name })
    .execute();
  await keep(tx, chat, { ticketId, name, thread });
}

/** Calls a ticket's topic this; of several names that wait the last one counts. */
export async function nameTopic(
  tx: Tx,
  chat: Place,
  topic: { ticketId: number; name: string; thread: number | null },
): Promise<void> {
  const { ticketId, name } = topic;
  await tx.updateTable('ticket_topics').set({ name }).where('ticket_id', '=', ticketId).execute();
  await keep(tx, chat, topic);
}

async function keep(
  tx: Tx,
  { id, kind }: Place,
  { ticketId, name, thread }: { ticketId: number; name: string; thread: number | null },
): Promise<void> {
  await put(tx, {
    ...message({ id, kind }, 'topic', { name, ...(thread === null ? {} : { thread, rename: true }) }),
    key: `topic:${ticketId}`,
    ref: { ticketTopic: ticketId },
    // Nobody knows whether a topic was made: then the ticket does without one, rather than with two.
    onAmbiguous: 'hold',
  });
}

/** A ticket's topic is there under this number: what waits for it goes into it. */
export async function topicMade(tx: Tx, ticketId: number, thread: number): Promise<void> {
  const row = await tx
    .updateTable('ticket_topics')
    .set({ thread })
    .where('ticket_id', '=', ticketId)
    .returning('chat_id')
    .executeTakeFirst();
  if (!row) return;
  const lane = `chat:${row.chat_id}`;
  await amendWaiting(tx, lane, { field: 'topic', value: ticketId, add: { thread } });
  await amendWaiting(tx, lane, { field: 'pointsTo', value: ticketId, add: { pointsTo: 0 } });
}

/** A ticket has no topic, because none could be made: everything of it goes into the chat as it always did. */
export async function topicFailed(tx: Tx, ticketId: number): Promise<void> {
  await sql`
    with gone as (delete from ticket_topics where ticket_id = ${ticketId} and thread is null returning ticket_id)
    update tickets set in_topic = false from gone where tickets.id = gone.ticket_id`.execute(tx);
}
