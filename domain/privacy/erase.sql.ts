import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../base/db/index.ts';
import { forget } from '../../base/outbox/index.ts';
import { cancelAbout } from '../../base/queue/index.ts';
import { record } from '../audit/index.ts';

type Erasing = { customerId: number; requestId: number; now: Date };

/** Telegram's numbers of chats are far from these. */
const NOBODYS_CHATS = 9_000_000_000_000_000;

/** Removes what is known of a customer (C4): names, words, files, answers, ratings' words, settings, searches. Tickets stay without a person,
 * as the desk's figures are of them; consents stay, as the proof of what was agreed; the audit log stays, which holds no words. What was, or
 * was to be, sent to their chats goes as well, so they are told beforehand. The bytes of files are noted with the request, to be removed
 * from the storage next. Done twice it does no more. */
export async function eraseCustomer(tx: Tx, erasing: Erasing): Promise<void> {
  const { customerId, now } = erasing;
  await sql`select from customers where id = ${customerId} for update`.execute(tx);
  await eraseSending(tx, customerId);
  const files = await eraseFiles(tx, erasing);
  await eraseCopies(tx, erasing);
  const messages = await eraseWords(tx, erasing);
  const tickets = await eraseTickets(tx, customerId);
  await eraseTraces(tx, customerId);
  await erasePerson(tx, erasing);
  await record(tx, {
    ...{ by: { kind: 'system' }, action: 'customer.erase', object: { kind: 'customer', id: customerId } },
    ...{ after: { tickets, messages, files }, now },
  });
}

/** What was sent to their chats, or waits to be; and what was to be done about them later. */
async function eraseSending(tx: Tx, customerId: number): Promise<void> {
  // As an arrival does: the chat before its lane.
  const chats = await idsOf(
    tx,
    sql`select id from chats where customer_id = ${customerId} order by id for update`,
  );
  const people = await idsOf(
    tx,
    sql`select telegram_id as id from customers where id = ${customerId} and telegram_id is not null`,
  );
  const lanes = chats.flatMap((id) => [`chat:${id}`, `read:${id}`, `press:${id}`, `reactions:${id}`]);
  await forget(tx, [
    ...lanes.map((lane) => ({ lane })),
    { kind: 'whisper', payload: { field: 'person', among: people } },
  ]);
  await cancelAbout(tx, 'chat', chats);
  await cancelAbout(
    tx,
    'ticket',
    await idsOf(tx, sql`select id from tickets where customer_id = ${customerId}`),
  );
}

async function idsOf(tx: Tx, query: RawBuilder<unknown>): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`${query}`.execute(tx);
  return rows.map(({ id }) => id);
}

const count = (result: { numAffectedRows?: bigint }): number => Number(result.numAffectedRows ?? 0);

/** The messages of a customer's chats and tickets. */
const THEIRS = (
  customerId: number,
) => sql`(select m.id from messages m where m.chat_id in (select id from chats where customer_id = ${customerId})
  or m.ticket_id in (select id from tickets where customer_id = ${customerId}))`;

async function eraseFiles(tx: Tx, { customerId, requestId }: Erasing): Promise<number> {
  const theirs = sql`(select f.id from files f where f.customer_id = ${customerId}
    or f.id in (select unnest(array[a.stored_id, a.thumbnail_stored_id]) from attachments a where a.message_id in ${THEIRS(customerId)}))`;
  await sql`update privacy_requests set keys_left = keys_left || coalesce(
    (select array_agg(storage_key) from files where id in ${theirs} and storage_key is not null), '{}') where id = ${requestId}`.execute(
    tx,
  );
  const gone =
    await sql`update files set storage_key = null, name = '', description = null, telegram_file_id = null, customer_id = null
    where id in ${theirs}`.execute(tx);
  await sql`delete from attachments where message_id in ${THEIRS(customerId)}`.execute(tx);
  await sql`delete from started_uploads where customer_id = ${customerId}`.execute(tx);
  return count(gone);
}

/** Copies of all this that they asked for before. */
async function eraseCopies(tx: Tx, { customerId, requestId, now }: Erasing): Promise<void> {
  await sql`
    with copies as (
      update privacy_requests set state = 'done', done_at = ${now}, storage_key = null, token_hash = null
      where customer_id = ${customerId} and kind = 'export' and state <> 'done' returning id
    )
    update privacy_requests set keys_left = keys_left || array(
      select storage_key from privacy_requests where id in (select id from copies) and storage_key is not null)
    where id = ${requestId}`.execute(tx);
}

async function eraseWords(tx: Tx, { customerId, now }: Erasing): Promise<number> {
  const words =
    await sql`update messages set text = '', entities = null, raw = null, details = null, origin = null, quote = null,
      reactions = null, frame = null, delivery_error = null, removed_at = ${now}, deleted_at = coalesce(deleted_at, ${now})
    where id in ${THEIRS(customerId)}`.execute(tx);
  await sql`delete from message_versions where message_id in ${THEIRS(customerId)}`.execute(tx);
  await sql`update message_parts set text = '', entities = null where message_id in ${THEIRS(customerId)}`.execute(
    tx,
  );
  return count(words);
}

async function eraseTickets(tx: Tx, customerId: number): Promise<number> {
  const tickets =
    await sql`update tickets set subject = '', clarification = null, summary = null, next_steps = default,
    revision = revision + 1 where customer_id = ${customerId}`.execute(tx);
  const theirs = sql`(select id from tickets where customer_id = ${customerId})`;
  await sql`delete from ticket_answers where ticket_id in ${theirs}`.execute(tx);
  await sql`update aftercare set comment = null where ticket_id in ${theirs}`.execute(tx);
  await sql`update low_ratings set note = null where customer_id = ${customerId}`.execute(tx);
  await sql`update nps set comment = null where customer_id = ${customerId}`.execute(tx);
  await sql`delete from staff_notices where ticket_id in ${theirs}`.execute(tx);
  // Topics in their own chat are called by what they wrote.
  await sql`delete from ticket_topics where ticket_id in ${theirs}`.execute(tx);
  // What was learnt from their words is learnt anew without them.
  await sql`delete from topic_models where last_ticket_id >= (select min(id) from tickets where customer_id = ${customerId})`.execute(
    tx,
  );
  return count(tickets);
}

async function eraseTraces(tx: Tx, customerId: number): Promise<void> {
  await sql`delete from article_votes where customer_id = ${customerId}`.execute(tx);
  await sql`update article_reads set customer_id = null where customer_id = ${customerId}`.execute(tx);
  await sql`delete from knowledge_searches where asker = ${customerId}`.execute(tx);
  await sql`delete from customer_sessions where customer_id = ${customerId}`.execute(tx);
  await sql`delete from customer_links where customer_id = ${customerId}`.execute(tx);
  await sql`delete from carried_words where telegram_id = (select telegram_id from customers where id = ${customerId})
    or chat_id in (select id from chats where customer_id = ${customerId})`.execute(tx);
  await sql`delete from failed_updates f using customers c where c.id = ${customerId} and c.telegram_id is not null
    and jsonb_path_exists(f.payload, '$.**.id ? (@ == $id)', jsonb_build_object('id', c.telegram_id))`.execute(
    tx,
  );
  await sql`delete from held_messages where chat_id in (select id from chats where customer_id = ${customerId})`.execute(
    tx,
  );
}

async function erasePerson(tx: Tx, { customerId, now }: Erasing): Promise<void> {
  await sql`update chats set telegram_chat_id = - ${sql.lit(NOBODYS_CHATS)}::bigint - id, direct_chat_id = null, direct_topic_id = null,
    dialogue = null, holds = false where customer_id = ${customerId}`.execute(tx);
  await sql`update consents set withdrawn_at = ${now} where customer_id = ${customerId} and withdrawn_at is null`.execute(
    tx,
  );
  await sql`update customers set telegram_id = null, first_name = '–', last_name = null, username = null, time_zone = null,
    quiet_hours = null, notices = default, is_vip = false, unreachable_at = ${now}, erased_at = ${now} where id = ${customerId}`.execute(
    tx,
  );
}

/** The bytes that an erasure has still to remove from the storage. */
export async function keysLeft(tx: Tx, requestId: number): Promise<string[]> {
  const row = await tx
    .selectFrom('privacy_requests')
    .select('keys_left')
    .where('id', '=', requestId)
    .executeTakeFirstOrThrow();
  return row.keys_left;
}
