import type { Language } from '../../base/i18n/index.ts';
import { type ConnectionState, windowUntil } from '../concierge/index.ts';
import type { IncidentStatus, Texts } from '../incidents/index.ts';
import type { InLanguages } from '../routing/index.ts';
import type { Ticket } from '../tickets/index.ts';

/** A ticket with what a list shows of it, as one row of a query. */
export type InboxRow = Ticket & {
  first_name: string;
  last_name: string | null;
  username: string | null;
  is_vip: boolean;
  unreachable_at: Date | null;
  customer_language: string;
  assignee_name: string | null;
  queue_slug: string;
  queue_name: string;
  topic_slug: string | null;
  topic_emoji: string | null;
  topic_titles: InLanguages | null;
  last_author: 'customer' | 'staff' | 'bot' | null;
  last_kind: string | null;
  last_text: string | null;
  incident_title: Texts | null;
  incident_status: IncidentStatus | null;
  concierge_name: string | null;
  /** Whose own chat it is spoken about in; null: the bot's. */
  chat_concierge_id: number | null;
  chat_heard_at: Date | null;
  connection_state: ConnectionState | null;
  connection_rights: string[] | null;
};

/** A ticket as a list shows it. */
export type TicketItem = ReturnType<typeof ticketItem>;

/** Shapes a row for a list that is read in `language`. */
export function ticketItem(row: InboxRow, language: Language) {
  return {
    id: row.id,
    status: row.status,
    priority: row.priority,
    topic:
      row.topic_slug === null
        ? null
        : {
            slug: row.topic_slug,
            emoji: row.topic_emoji ?? '',
            title: row.topic_titles?.[language] ?? row.topic_slug,
          },
    queue: { slug: row.queue_slug, name: row.queue_name },
    requester: {
      id: row.customer_id,
      name: [row.first_name, row.last_name].filter(Boolean).join(' '),
      username: row.username,
      language: row.customer_language as Language,
      is_vip: row.is_vip,
      unreachable: row.unreachable_at !== null,
    },
    assignee: row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name ?? '' },
    subject: row.subject,
    last_message:
      row.last_author === null
        ? null
        : { author_kind: row.last_author, kind: row.last_kind ?? 'text', text: row.last_text ?? '' },
    waiting_since: row.waiting_since,
    eta_at: row.eta_at,
    next_deadline_at: row.next_deadline_at,
    sla: row.sla_metric && row.sla_state ? { metric: row.sla_metric, state: row.sla_state } : null,
    incident:
      row.incident_id === null || !row.incident_title || !row.incident_status
        ? null
        : {
            id: row.incident_id,
            title: titleFor(row.incident_title, language),
            status: row.incident_status,
            held: row.held,
          },
    concierge: conciergeOf(row),
    tags: row.tags,
    snoozed_until: row.snoozed_until,
    created_at: row.created_at,
    last_message_at: row.last_message_at,
    revision: row.revision,
  };
}

/** Whose personal matter a ticket is, and whether anything can be said in their name. */
function conciergeOf(row: InboxRow) {
  if (row.concierge_id === null) return null;
  const own = row.chat_concierge_id !== null;
  return {
    ...{ id: row.concierge_id, name: row.concierge_name ?? '', own_chat: own },
    state: row.connection_state ?? ('lost' as const),
    may_reply: row.connection_rights?.includes('reply') ?? false,
    window_until: own ? (windowUntil(row.chat_heard_at) ?? null) : null,
  };
}

/** The words of an incident's title for somebody who reads `language`. */
function titleFor(title: Texts, language: Language): string {
  return title[language] ?? title.en ?? Object.values(title)[0] ?? '';
}
