import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import type { Counted } from './tally.ts';

/** A message that is to move. */
export type Moving = Counted & { id: number; visibility: 'public' | 'internal'; text: string };

/** Those of these messages that are in a ticket, oldest first. */
export async function messagesIn(db: Db, ticketId: number, ids: readonly number[]): Promise<Moving[]> {
  const rows = await db
    .selectFrom('messages')
    .select(['id', 'author_kind', 'visibility', 'text', 'created_at'])
    .where('ticket_id', '=', ticketId)
    .where('id', 'in', [0, ...ids])
    .orderBy('id')
    .execute();
  return rows.map(({ id, author_kind, visibility, text, created_at: at }) => ({
    ...{ id, text, at, by: author_kind as Counted['by'], visibility: visibility as Moving['visibility'] },
  }));
}

/** Every public message of a ticket as its tally counts it, oldest first. */
export async function countedIn(db: Db, ticketId: number): Promise<Counted[]> {
  const rows = await db
    .selectFrom('messages')
    .select(['author_kind', 'created_at'])
    .where('ticket_id', '=', ticketId)
    .where('visibility', '=', 'public')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(({ author_kind, created_at: at }) => ({ by: author_kind as Counted['by'], at }));
}

/** Puts messages into another ticket, and whatever is held of them until their customer wakes. Both tickets must be locked. */
export async function putMessages(
  tx: Tx,
  ids: readonly number[],
  into: { ticketId: number; now: Date },
): Promise<void> {
  await sql`
    with moved as (
      update messages set ticket_id = ${into.ticketId}, joined_at = ${into.now} where id = any(${[...ids]}::bigint[]) returning id
    )
    update held_messages h set ticket_id = ${into.ticketId} from moved where h.message_id = moved.id`.execute(
    tx,
  );
}
