import { HOUR, plus } from '../../base/kernel/index.ts';
import { isOpen, type Ticket } from '../tickets/index.ts';

/** What the desk does by itself around the end of a ticket (F6, F7, U2): ask for a rating, ask whether it held, close what is solved,
 * remind of what the customer was asked for, close what they never answered. */
export const STEPS = ['survey', 'follow_up', 'close', 'remind', 'abandon'] as const;
/** One of them. */
export type Step = (typeof STEPS)[number];

/** How long a desk waits, in hours: after solving (`survey`, `follow_up`, `close`), after the question (`remind`), after the reminder
 * (`abandon`). */
export type Waits = Readonly<Record<Step, number>>;

/** What was already done for a ticket. */
export type Past = {
  readonly surveyAskedAt: Date | null;
  readonly followUpAskedAt: Date | null;
  readonly remindedAt: Date | null;
};

/** A customer has at least this long to say that a solution did not hold, before the ticket is closed, in hours. */
const LAST_WORD_HOURS = 24;

/** When a step is due for a ticket as it stands; undefined when there is no reason for it, or it was done. */
export function dueAt(step: Step, ticket: Ticket, known: { waits: Waits; past: Past }): Date | undefined {
  const { waits, past } = known;
  switch (step) {
    case 'survey':
      return answered(ticket) && past.surveyAskedAt === null
        ? after(ticket.resolved_at, waits.survey)
        : undefined;
    case 'follow_up':
      return ticket.status === 'resolved' &&
        answered(ticket) &&
        !since(past.followUpAskedAt, ticket.resolved_at)
        ? after(ticket.resolved_at, waits.follow_up)
        : undefined;
    case 'close':
      return ticket.status === 'resolved'
        ? after(ticket.resolved_at, Math.max(waits.close, waits.follow_up + LAST_WORD_HOURS))
        : undefined;
    case 'remind':
      return asked(ticket) && !since(past.remindedAt, ticket.last_reply_at)
        ? after(ticket.last_reply_at, waits.remind)
        : undefined;
    case 'abandon':
      return asked(ticket) && since(past.remindedAt, ticket.last_reply_at)
        ? after(past.remindedAt, waits.abandon)
        : undefined;
  }
}

/** Whether it ended with a person's answer: neither by itself nor by its customer before anybody answered. */
function answered({ status, outcome, first_reply_at }: Ticket): boolean {
  if (isOpen(status)) return false;
  return outcome === 'answered' || (outcome === 'closed_by_customer' && first_reply_at !== null);
}

const asked = ({ status }: Ticket) => status === 'clarification';
const since = (done: Date | null, reason: Date | null) =>
  done !== null && (reason === null || done >= reason);
const after = (start: Date | null, hours: number) => (start === null ? undefined : plus(start, hours * HOUR));

/** The steps whose time a change of a ticket may move; `before` is undefined for a new one. Most changes move none. */
export function touched(before: Ticket | undefined, now: Ticket): readonly Step[] {
  const moved = before?.status !== now.status;
  const ended = moved && !(isOpen(now.status) && (!before || isOpen(before.status)));
  const waits = before?.status === 'clarification' || now.status === 'clarification';
  const spoken = before?.last_reply_at?.getTime() !== now.last_reply_at?.getTime();
  return [
    ...(ended ? (['survey', 'follow_up', 'close'] as const) : []),
    ...(waits && (moved || spoken) ? (['remind', 'abandon'] as const) : []),
  ];
}
