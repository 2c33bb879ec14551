import type { OwnStatus, OwnTicketItem } from '../../contract/index.ts';
import { ApiError } from '../ui/api.ts';
import type { Format } from '../ui/format.ts';
import type { Text } from '../ui/i18n.tsx';

/** The words for a status. */
export const STATUS_WORDS: Readonly<Record<OwnStatus, string>> = {
  accepted: 'cabinet-status-accepted',
  in_progress: 'cabinet-status-in-progress',
  clarification_needed: 'cabinet-status-clarification',
  resolved: 'cabinet-status-resolved',
  closed: 'cabinet-status-closed',
  reopened: 'cabinet-status-reopened',
};

/** Whether a ticket is over. */
export const isEnded = (status: OwnStatus): boolean => status === 'resolved' || status === 'closed';

/** Why something could not be done, as a sentence: the desk's own one where it gave one. */
export function reasonWords(text: Text, error: unknown): string {
  if (!(error instanceof ApiError)) return text('cabinet-reason-unexpected');
  if (error.status === 0) return text('cabinet-reason-offline');
  if (error.status === 429) return text('cabinet-reason-too-fast');
  if (error.status >= 500) return text('cabinet-reason-desk');
  return error.message || text('cabinet-reason-unexpected');
}

const DAY_MS = 86_400_000;
const COUNTED_MS = 60 * 60_000;

/** "by 14:30", "tomorrow by 09:10", "on 3 December by 09:10". */
function byWords(text: Text, format: Format, at: { moment: string; now: number }): string {
  const { moment, now } = at;
  const key = format.dayKey(moment);
  const day =
    key === format.dayKey(now) ? 'today' : key === format.dayKey(now + DAY_MS) ? 'tomorrow' : 'later';
  return text('cabinet-by', { day, time: format.clock(moment), date: format.day(moment, now) });
}

/** When a person answers, and how long that is from now; null where nothing is promised. */
export interface Promised {
  readonly late: boolean;
  readonly by: string;
  /** Whole minutes, within the last hour. */
  readonly minutes: number | null;
}

/** What was promised about a ticket, in words (M1, U1). */
export function promised(
  text: Text,
  format: Format,
  of: { ticket: OwnTicketItem; now: number },
): Promised | null {
  const { eta_at, status } = of.ticket;
  if (eta_at === null || isEnded(status) || status === 'clarification_needed') return null;
  const left = Date.parse(eta_at) - of.now;
  return {
    late: left <= 0,
    by: byWords(text, format, { moment: eta_at, now: of.now }),
    minutes: left > 0 && left <= COUNTED_MS ? Math.ceil(left / 60_000) : null,
  };
}

/** A moment in a list: the clock time today, else the day. */
export const momentWords = (format: Format, moment: string, now: number): string =>
  format.dayKey(moment) === format.dayKey(now) ? format.clock(moment) : format.day(moment, now);

/** "America/New York": a time zone as people read it. */
export const zoneName = (zone: string): string => zone.replaceAll('_', ' ');
