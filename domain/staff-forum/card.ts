import type { Vars } from '../../base/i18n/index.ts';
import type { Button, Said } from '../chats/index.ts';
import type { Customer } from '../customers/index.ts';
import { type Desk, when } from '../front-desk/index.ts';
import { isOpen, type Ticket } from '../tickets/index.ts';
import { data } from './buttons.ts';

/** What a card tells of its ticket besides the ticket itself. */
export type CardFacts = { customer: Customer; assignee: string | undefined; queue: string; topic: string };

/** The card on top of a ticket's topic: status, priority, queue, customer, promised time, assignee, and what can be done (P6). */
export function staffCard(desk: Desk, ticket: Ticket, facts: CardFacts): Said {
  const { language } = desk.settings;
  const t = (key: string, vars?: Vars) => desk.translate(language, key, vars);
  const { customer, assignee, queue, topic } = facts;
  const head = [
    `№ ${ticket.id}`,
    topic,
    ticket.priority === 'normal' ? '' : t(`console-priority-${ticket.priority}`),
  ];
  const person = [
    nameOf(customer),
    customer.username ? `@${customer.username}` : '',
    customer.is_vip ? t('forum-card-vip') : '',
    customer.language,
  ];
  const lines = [
    head,
    person,
    [t(statusKey(ticket)), assignee ?? (isOpen(ticket.status) ? t('forum-card-nobody') : '')],
    [queue, promised(desk, ticket)],
  ].map((parts) => parts.filter(Boolean).join(' · '));
  const about = ticket.subject === '' ? [] : [`\n“${ticket.subject}”`];
  return { text: [...lines, ...about].join('\n'), buttons: buttonsOf(desk, ticket) };
}

/** How a customer is called among the staff. */
export const nameOf = ({ first_name, last_name }: Pick<Customer, 'first_name' | 'last_name'>): string =>
  [first_name, last_name].filter(Boolean).join(' ');

function promised(desk: Desk, ticket: Ticket): string {
  const at = ticket.eta_at ?? ticket.next_deadline_at;
  if (at === null || !isOpen(ticket.status)) return '';
  const { language, timeZone } = desk.settings;
  const reader = { now: desk.clock.now(), timeZone, language };
  if (at <= reader.now) return desk.translate(language, 'forum-card-late');
  return desk.translate(language, 'by', { ...when(at, reader) });
}

const statusKey = ({ status }: Ticket) => `console-status-${status.replaceAll('_', '-')}`;

function buttonsOf(desk: Desk, ticket: Ticket): Button[][] {
  const { language, publicUrl } = desk.settings;
  const act = (key: string, does: Parameters<typeof data>[0]): Button => ({
    label: desk.translate(language, `forum-button-${key}`),
    data: data(does, ticket.id),
  });
  // Telegram takes no other addresses in a button.
  const console = publicUrl.startsWith('https:')
    ? [{ label: desk.translate(language, 'forum-button-console'), url: consoleUrl(desk, ticket.id) }]
    : [];
  if (!isOpen(ticket.status)) return [[act('reopen', 'reopen'), ...console]];
  const hold = ticket.assignee_id === null ? act('take', 'take') : act('release', 'release');
  return [
    [hold, act('ask', 'ask'), act('resolve', 'resolve')],
    [act('escalate', 'escalate'), act('macro', 'macros'), ...console],
  ];
}

/** Where a ticket is in the console. */
export const consoleUrl = ({ settings }: Desk, ticketId: number): string =>
  `${settings.publicUrl}/console/tickets/${ticketId}`;
