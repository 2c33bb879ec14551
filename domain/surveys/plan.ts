import { DAY, HOUR, plus } from '../../base/kernel/index.ts';
import { isOpen, type Ticket } from '../tickets/index.ts';
import type { AftercareSettings } from './settings.sql.ts';

/** What the desk does by itself around the end of a ticket (F6, F7, U2): ask for a rating, ask whether it held, close what is solved,
 * ask how likely its customer recommends the desk, remind of what the customer was asked for, close what they never answered. */
export const STEPS = ['survey', 'follow_up', 'close', 'nps', 'remind', 'abandon'] as const;
/** One of them. */
export type Step = (typeof STEPS)[number];

/** What was already done for a ticket, and what its customer was asked about any. */
export type Past = {
  readonly surveyAskedAt: Date | null;
  readonly followUpAskedAt: Date | null;
  readonly remindedAt: Date | null;
  /** When the customer was last asked for a rating of any ticket, and how likely they recommend the desk. */
  readonly customerSurveyedAt: Date | null;
  readonly npsAskedAt: Date | null;
  /** How many tickets of the customer ended with a person's answer; need not be counted past `nps_after`. */
  readonly customerSolved: number;
};

/** What decides when a step is due. */
export type Known = { readonly settings: AftercareSettings; readonly past: Past };

/** A customer has at least this long to say that a solution did not hold, before the ticket is closed, in hours. */
const LAST_WORD_HOURS = 24;
/** So far apart are two questions of different kinds: a customer never finds both at once. */
const APART = DAY;

/** When a step is due for a ticket as it stands; undefined when there is no reason for it, or it was done. */
export function dueAt(step: Step, ticket: Ticket, { settings, past }: Known): Date | undefined {
  switch (step) {
    case 'survey':
      return settings.survey_enabled && answered(ticket) && past.surveyAskedAt === null
        ? later(after(ticket.resolved_at, settings.survey_hours), past.npsAskedAt)
        : undefined;
    case 'follow_up':
      return ticket.status === 'resolved' &&
        answered(ticket) &&
        !since(past.followUpAskedAt, ticket.resolved_at)
        ? after(ticket.resolved_at, settings.follow_up_hours)
        : undefined;
    case 'close':
      return ticket.status === 'resolved'
        ? after(
            ticket.resolved_at,
            Math.max(settings.close_hours, settings.follow_up_hours + LAST_WORD_HOURS),
          )
        : undefined;
    case 'nps':
      return npsAt(ticket, { settings, past });
    case 'remind':
      return asked(ticket) && !since(past.remindedAt, ticket.last_reply_at)
        ? after(ticket.last_reply_at, settings.remind_hours)
        : undefined;
    case 'abandon':
      return asked(ticket) && since(past.remindedAt, ticket.last_reply_at)
        ? after(past.remindedAt, settings.abandon_hours)
        : undefined;
  }
}

/** NPS asks about the desk, rarely: not the first time, not everybody, not again for long, and not beside another question (F6). */
function npsAt(ticket: Ticket, { settings, past }: Known): Date | undefined {
  if (!settings.nps_enabled || !answered(ticket) || past.customerSolved < settings.nps_after)
    return undefined;
  if (!drawn(ticket.id, settings.nps_share)) return undefined;
  const due = later(after(ticket.resolved_at, settings.nps_hours), past.customerSurveyedAt);
  const again = past.npsAskedAt && plus(past.npsAskedAt, settings.nps_days * DAY);
  return due && again && due < again ? undefined : due;
}

/** Whether a ticket is among so many percent: the same one always, all about equally often. */
export function drawn(ticketId: number, percent: number): boolean {
  // Knuth's multiplicative hash spreads neighbours.
  return ((Math.imul(ticketId, 2_654_435_761) >>> 0) / 2 ** 32) * 100 < percent;
}

/** Not before a while after another question. */
function later(due: Date | undefined, other: Date | null): Date | undefined {
  if (due === undefined || other === null) return due;
  const apart = plus(other, APART);
  return apart > due ? apart : due;
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
    ...(ended ? (['survey', 'follow_up', 'close', 'nps'] as const) : []),
    ...(waits && (moved || spoken) ? (['remind', 'abandon'] as const) : []),
  ];
}
