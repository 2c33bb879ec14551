import { sql } from 'kysely';
import type { Tx } from '../../base/db/index.ts';
import { assignTicket, lockTicket, type Ticket } from '../tickets/index.ts';
import { isThere } from './presence.sql.ts';
import { type Patience, type Presence, watch } from './watch.ts';
import { watchTicket } from './watching.sql.ts';

/** The timer of a ticket's assignee has come: where they are silent or gone for too long, the ticket goes back to its queue (Q5).
 * Returns it before and after. */
export async function watchAssignee(
  tx: Tx,
  ticketId: number,
  now: Date,
): Promise<{ before: Ticket; after: Ticket }> {
  const before = await lockTicket(tx, ticketId);
  const { rows } = await sql<Patience & { presence: Presence['presence']; since: Date }>`
    select q.silent_minutes as "silentMinutes", q.offline_minutes as "offlineMinutes", s.presence, s.presence_at as since
    from queues q, staff s where q.id = ${before.queue_id} and s.id = ${before.assignee_id}`.execute(tx);
  const [row] = rows;
  if (!row) return { before, after: before };
  const { presence, since, ...patience } = row;
  const found = watch(before, patience, { assignee: { presence, since: momentOf(since) }, now });
  if (found.do === 'look') await watchTicket(tx, ticketId, found.at);
  if (found.do !== 'return') return { before, after: before };
  return { before, after: await takeBack(tx, before, { reason: found.reason, now }) };
}

// Somebody whose presence was never set has been away since the beginning, which no Date can say.
const momentOf = (since: Date | number) => (since instanceof Date ? since : new Date(0));

async function takeBack(
  tx: Tx,
  ticket: Ticket,
  why: { reason: 'silent' | 'offline' | 'absent'; now: Date },
): Promise<Ticket> {
  const by = { kind: 'system' } as const;
  return assignTicket(tx, ticket, {
    ...{ assigneeId: null, by, reason: why.reason, now: why.now },
    // Who was silent is not asked again at once; who was gone may be, once they are there.
    ...(why.reason === 'silent' ? { passOver: true } : {}),
  });
}

/** A ticket was opened again: it stays with its agent only if they are there, else it waits in its queue (F7). */
export async function keepIfThere(tx: Tx, ticket: Ticket, now: Date): Promise<Ticket> {
  if (ticket.assignee_id === null || (await isThere(tx, ticket.assignee_id, now))) return ticket;
  return takeBack(tx, ticket, { reason: 'absent', now });
}
