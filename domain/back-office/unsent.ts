import { sql } from 'kysely';
import { announce, type Db, type Tx } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import {
  countDeadLetters,
  type DeadLetter,
  deadLetters,
  discard,
  repeat,
  type Unsettled,
} from '../../base/outbox/index.ts';
import { record } from '../audit/index.ts';
import type { Desk } from '../front-desk/index.ts';
import { type Actor, authorOf, demand } from '../staff/index.ts';
import { noteDelivery } from '../tickets/index.ts';

type Managing = { tx: Tx; desk: Desk; actor: Actor };

const MOST_UPDATES = 100;
const WORDS_SHOWN = 200;

/** What did not arrive, or perhaps not, the latest first, and what could not be handled: with its reason, chat and ticket (Q4). */
export async function readUnsent(
  db: Db,
  query: { reason?: string | undefined; cursor?: string | undefined; limit: number },
) {
  const before = query.cursor === undefined ? undefined : Number(query.cursor);
  const letters = await deadLetters(db, { before, reason: query.reason, limit: query.limit + 1 });
  const shown = letters.slice(0, query.limit);
  return {
    messages: await describe(db, shown),
    reasons: await countDeadLetters(db),
    updates: await failedUpdates(db),
    next_cursor: letters.length > shown.length ? String(shown.at(-1)?.id) : null,
  };
}

async function describe(db: Db, letters: readonly DeadLetter[]) {
  const chats = await chatsOf(db, letters);
  const tickets = await ticketsOf(db, letters);
  return letters.map(({ id, at, reason, error, payload, ref }) => ({
    ...{ id, at, reason, error },
    text: typeof payload.text === 'string' ? payload.text.slice(0, WORDS_SHOWN) : '',
    chat: chats.find((chat) => chat.id === payload.chat) ?? null,
    ticket: tickets.get(ref?.message ?? 0) ?? null,
  }));
}

async function chatsOf(db: Db, letters: readonly DeadLetter[]) {
  const ids = letters.flatMap(({ payload }) => (typeof payload.chat === 'number' ? [payload.chat] : []));
  const { rows } = await sql<{ id: number; kind: string; name: string | null }>`
    select h.id, h.kind, c.first_name || coalesce(' ' || c.last_name, '') as name
    from chats h left join customers c on c.id = h.customer_id where h.id = any(${ids}::bigint[])`.execute(
    db,
  );
  return rows;
}

async function ticketsOf(db: Db, letters: readonly DeadLetter[]) {
  const ids = letters.flatMap(({ ref }) => (ref?.message === undefined ? [] : [ref.message]));
  const { rows } = await sql<{ message: number; id: number; subject: string }>`
    select m.id as message, t.id, t.subject from messages m join tickets t on t.id = m.ticket_id
    where m.id = any(${ids}::bigint[])`.execute(db);
  return new Map(rows.map(({ message, id, subject }) => [message, { id, subject }]));
}

async function failedUpdates(db: Db) {
  const { rows } = await sql<{
    bot: number;
    update: number;
    at: Date;
    kind: string;
    error: string;
    tries: number;
  }>`
    select bot_id as bot, update_id as update, at, error, tries,
      coalesce((select name from jsonb_object_keys(payload) name where name <> 'update_id' limit 1), '') as kind
    from failed_updates order by at desc limit ${MOST_UPDATES}`.execute(db);
  return rows;
}

/** Sends these once more, as they were, each at the end of its chat's queue, in the order in which they were said; answers how many. Refuses
 * (`not_found`) one that does not wait for this. */
export async function retryUnsent({ tx, desk, actor }: Managing, which: Unsettled): Promise<number> {
  demand(actor, 'delivery.manage');
  const again = await repeat(tx, which);
  demandSome(which, again);
  for (const { ref } of again) {
    if (ref?.message === undefined) continue;
    const part = ref.part === undefined ? {} : { part: ref.part };
    const ticket = await noteDelivery(tx, ref.message, { state: 'pending', ...part });
    if (ticket !== null) announce(tx, { ticket });
  }
  await recordChoice({ tx, desk, actor }, { action: 'unsent.retry', which, count: again.length });
  return again.length;
}

/** Gives these up for good; answers how many. An agent's words stay marked where they stand. Refuses as `retryUnsent` does. */
export async function discardUnsent({ tx, desk, actor }: Managing, which: Unsettled): Promise<number> {
  demand(actor, 'delivery.manage');
  const gone = await discard(tx, which);
  demandSome(which, gone);
  await recordChoice({ tx, desk, actor }, { action: 'unsent.discard', which, count: gone.length });
  return gone.length;
}

function demandSome(which: Unsettled, found: readonly unknown[]): void {
  if ('id' in which && found.length === 0) throw new DomainError('not_found', 'unsent_unknown');
}

async function recordChoice(
  { tx, desk, actor }: Managing,
  { action, which, count }: { action: string; which: Unsettled; count: number },
): Promise<void> {
  if (count === 0) return;
  const id = 'id' in which ? which.id : which.reason;
  await record(tx, {
    ...{ by: authorOf(actor), action, object: { kind: 'unsent', id } },
    ...{ before: { waiting: count }, after: { waiting: 0 }, now: desk.clock.now() },
  });
}

type Which = { bot: number; update: number };

/** Notes, in the transaction that handles it, that the actor had an update tried again. */
export async function recordUpdateRetry(
  { tx, desk, actor }: Managing,
  { bot, update }: Which,
): Promise<void> {
  demand(actor, 'delivery.manage');
  await record(tx, {
    ...{ by: authorOf(actor), action: 'update.retry', object: { kind: 'update', id: `${bot}/${update}` } },
    ...{ before: { failed: true }, after: { failed: false }, now: desk.clock.now() },
  });
}

/** Gives up an update that could not be handled. Refuses (`not_found`) an unknown one. */
export async function forgetUpdate({ tx, desk, actor }: Managing, { bot, update }: Which): Promise<void> {
  demand(actor, 'delivery.manage');
  const { numDeletedRows } = await tx
    .deleteFrom('failed_updates')
    .where('bot_id', '=', bot)
    .where('update_id', '=', update)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new DomainError('not_found', 'unsent_unknown');
  await record(tx, {
    ...{ by: authorOf(actor), action: 'update.discard', object: { kind: 'update', id: `${bot}/${update}` } },
    ...{ before: { failed: true }, after: { failed: false }, now: desk.clock.now() },
  });
}
