import { MINUTE, plus } from '../../base/kernel/index.ts';
import type { Queue } from '../routing/index.ts';
import { isOpen, type Ticket } from '../tickets/index.ts';

/** How long a queue lets its customers wait for an assignee; null: for ever. */
export type Patience = Pick<Queue, 'silentMinutes' | 'offlineMinutes'>;

/** Whether an assignee is there, and since when. */
export type Presence = { presence: 'online' | 'away' | 'offline'; since: Date };

/** What becomes of an assigned ticket whose customer waits: back to its queue now, or another look later. */
export type Watched =
  | { do: 'return'; reason: 'silent' | 'offline' }
  | { do: 'look'; at: Date }
  | { do: 'nothing' };

/** Whether a ticket goes back to its queue, because its assignee is silent or has gone (Q5). Time runs from the oldest unanswered
 * word of the customer or from the assignment, whichever came later; for somebody who is offline from when they left. */
export function watch(ticket: Ticket, patience: Patience, at: { assignee: Presence; now: Date }): Watched {
  if (!isWatched(ticket)) return { do: 'nothing' };
  const { assignee, now } = at;
  const assigned = ticket.assigned_at ?? ticket.created_at;
  const waiting = ticket.waiting_since ?? now;
  const silent = due(patience.silentMinutes, latest(waiting, assigned));
  const gone =
    assignee.presence === 'offline'
      ? due(patience.offlineMinutes, latest(assignee.since, assigned))
      : undefined;
  const offline = gone && latest(gone, waiting);
  if (offline && offline <= now) return { do: 'return', reason: 'offline' };
  if (silent && silent <= now) return { do: 'return', reason: 'silent' };
  const next = [silent, offline].filter((moment) => moment !== undefined);
  return next.length === 0 ? { do: 'nothing' } : { do: 'look', at: next.reduce(earliest) };
}

/** Whether somebody has this ticket and its customer waits for them. What is snoozed may wait. */
export function isWatched(ticket: Ticket): boolean {
  const held = isOpen(ticket.status) && ticket.assignee_id !== null;
  return held && ticket.waiting_since !== null && ticket.snoozed_until === null;
}

const due = (minutes: number | null, from: Date) =>
  minutes === null ? undefined : plus(from, minutes * MINUTE);
const latest = (a: Date, b: Date) => (a > b ? a : b);
const earliest = (a: Date, b: Date) => (a < b ? a : b);
