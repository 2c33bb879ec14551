import type { InboxView, Language, Priority, TicketStatus } from '../../contract/index.ts';
import { ApiError } from '../ui/api.ts';
import { type Stretch, stretch } from '../ui/format.ts';
import type { Text } from '../ui/i18n.tsx';

/** The words for a status. */
export const STATUS_WORDS: Readonly<Record<TicketStatus, string>> = {
  accepted: 'console-status-accepted',
  in_progress: 'console-status-in-progress',
  clarification: 'console-status-clarification',
  resolved: 'console-status-resolved',
  closed: 'console-status-closed',
  reopened: 'console-status-reopened',
};

/** The words for a priority. */
export const PRIORITY_WORDS: Readonly<Record<Priority, string>> = {
  low: 'console-priority-low',
  normal: 'console-priority-normal',
  high: 'console-priority-high',
  critical: 'console-priority-critical',
};

/** The words for an inbox list. */
export const VIEW_WORDS: Readonly<Record<InboxView, string>> = {
  waiting: 'console-view-waiting',
  mine: 'console-view-mine',
  unassigned: 'console-view-unassigned',
  open: 'console-view-open',
  resolved: 'console-view-resolved',
  all: 'console-view-all',
};

/** The words for a customer's language. */
export const LANGUAGE_WORDS: Readonly<Record<Language, string>> = {
  az: 'console-language-az',
  en: 'console-language-en',
  ru: 'console-language-ru',
  tr: 'console-language-tr',
};

const ROLE_WORDS: Readonly<Record<string, string>> = {
  admin: 'console-role-admin',
  l1: 'console-role-l1',
  l2: 'console-role-l2',
  vip: 'console-role-vip',
  moderator: 'console-role-moderator',
  editor: 'console-role-editor',
  analyst: 'console-role-analyst',
  compliance: 'console-role-compliance',
};

/** A role in words; a role of the desk's own making as it is written. */
export const roleWords = (text: Text, role: string): string => {
  const key = ROLE_WORDS[role.toLowerCase()];
  return key ? text(key) : role;
};

const stretchWords = (text: Text, { unit, count }: Stretch): string => {
  if (unit === 'moment') return text('console-stretch-moment');
  if (unit === 'minutes') return text('console-stretch-minutes', { count });
  return unit === 'hours'
    ? text('console-stretch-hours', { count })
    : text('console-stretch-days', { count });
};

/** A stretch of time, short: "12 min", "3 h", "5 d". */
export const duration = (text: Text, ms: number): string => stretchWords(text, stretch(ms));

/** Why something could not be done, as a sentence: the desk's own one where it gave one. */
export function reasonWords(text: Text, error: unknown): string {
  if (!(error instanceof ApiError)) return text('console-reason-unexpected');
  if (error.code === 'timeout') return text('console-reason-timeout');
  if (error.status === 0) return text('console-reason-offline');
  if (error.status === 401) return text('console-reason-signed-out');
  if (error.status === 403) return text('console-reason-forbidden');
  if (error.status === 429) return text('console-reason-too-fast');
  if (error.status >= 500) return text('console-reason-desk');
  return error.message || text('console-reason-refused', { code: error.code });
}
