import { isOpen, type Ticket } from '../tickets/index.ts';

/** Why a time is later than people hoped: many are writing, nobody is on shift, an expert has it, or it takes longer. */
export type Why = 'busy' | 'off_shift' | 'expert' | 'longer';

/** Whether a customer waits for an answer, and so has a promised time. */
export function waits(ticket: Ticket): boolean {
  return isOpen(ticket.status) && ticket.waiting_since !== null;
}

/** What a change of a ticket does to its promised time: a new wait begins, the wait is over, or another place may be better. */
export function promiseCall(before: Ticket | undefined, after: Ticket): 'begin' | 'look' | 'end' | 'nothing' {
  const waited = before !== undefined && waits(before);
  if (!waits(after)) return waited || after.eta_at !== null ? 'end' : 'nothing';
  if (!waited || before.waiting_since?.getTime() !== after.waiting_since?.getTime()) return 'begin';
  // A text has named a time of its own.
  if (after.eta_at && before.eta_at?.getTime() !== after.eta_at.getTime()) return 'begin';
  const moved =
    before.queue_id !== after.queue_id ||
    before.priority !== after.priority ||
    before.work_class !== after.work_class ||
    before.assignee_id !== after.assignee_id;
  return moved || after.eta_at === null ? 'look' : 'nothing';
}

/** By when the target wants an answer; undefined once it has passed. Without a clock the queue's own target counts. */
export function targetOf(ticket: Ticket, targetMinutes: number): Date | undefined {
  if (ticket.sla_state === 'running') return ticket.next_deadline_at ?? undefined;
  if (ticket.sla_state !== null || ticket.waiting_since === null) return undefined;
  return new Date(ticket.waiting_since.getTime() + targetMinutes * 60_000);
}

const MANY_AHEAD = 3;

/** What a customer hears as the reason for a later time (Q3). */
export function whyLater(facts: { opensAt: Date | undefined; moved: boolean; ahead: number | null }): Why {
  if (facts.opensAt) return 'off_shift';
  if (facts.moved) return 'expert';
  return (facts.ahead ?? 0) >= MANY_AHEAD ? 'busy' : 'longer';
}

/** The largest number of people before somebody that is told exactly. */
export const MOST_AHEAD_TOLD = 20;

/** How many are before somebody, as a card tells it: the same for all that are many. */
export const toldAhead = (ahead: number | null) =>
  ahead === null ? null : Math.min(ahead, MOST_AHEAD_TOLD + 1);

const WATCHED_MS = 60 * 60_000;

/** Whether somebody may be looking at a card: they wrote or pressed something within the last hour. */
export const isWatched = (heardAt: Date, now: Date) => now.getTime() - heardAt.getTime() < WATCHED_MS;
