import { HOUR, plus } from '../../base/kernel/index.ts';

/** What an account's owner lets the desk do in their name. */
export type Right = 'reply' | 'read' | 'delete';

/** How a connection stands. `off`: its owner ended it; `lost`: it no longer holds, or its owner may not serve any more. */
export type ConnectionState = 'connected' | 'off' | 'lost';

/** Telegram lets the desk answer for so long after the customer's last word, in ms. */
export const WINDOW_MS = 24 * HOUR;

/** When answering in a chat ends; undefined where its customer has never written there. */
export function windowUntil(heardAt: Date | null): Date | undefined {
  return heardAt === null ? undefined : plus(heardAt, WINDOW_MS);
}

/** Why nothing can be sent in somebody's name now. */
export type Closed = 'concierge_lost' | 'concierge_no_right' | 'concierge_window_over';

/** Why nothing can be sent in this person's name now; undefined: it can (P5). */
export function whyClosed(
  connection: { state: ConnectionState; rights: readonly Right[] },
  chat: { heardAt: Date | null; now: Date },
): Closed | undefined {
  if (connection.state !== 'connected') return 'concierge_lost';
  if (!connection.rights.includes('reply')) return 'concierge_no_right';
  const until = windowUntil(chat.heardAt);
  return until !== undefined && chat.now < until ? undefined : 'concierge_window_over';
}
