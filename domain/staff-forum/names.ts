import type { Ticket } from '../tickets/index.ts';

const NAME_LENGTH = 128;

/** What a ticket's topic is called: its number, who asks, and what about. Telegram takes 128 characters. */
export function topicName(ticket: Pick<Ticket, 'id' | 'subject'>, customer: string): string {
  const whole = [`№ ${ticket.id}`, customer, ticket.subject]
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter(Boolean)
    .join(' · ');
  return whole.length <= NAME_LENGTH
    ? whole
    : `${whole
        .slice(0, NAME_LENGTH - 1)
        .toWellFormed()
        .trimEnd()}…`;
}

/** The icon of a ticket's topic: where it stands, at a glance. */
export function topicIcon({ status, priority, waiting_since }: Ticket): string {
  if (status === 'resolved' || status === 'closed') return '✅';
  if (status === 'clarification') return '❓';
  if (priority === 'critical') return '🔥';
  return waiting_since === null ? '⚡' : '💬';
}
