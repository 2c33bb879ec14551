import type { Priority, TicketEvent, TicketStatus } from '../../../contract/index.ts';
import type { Text } from '../../ui/i18n.tsx';
import { PRIORITY_WORDS, STATUS_WORDS } from '../words.ts';

/** Equal events that follow each other within this time are one line. */
const CLOSE_MS = 10 * 60_000;

const wordIn = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0);

const statusWords = (text: Text, value: unknown): string =>
  typeof value === 'string' && value in STATUS_WORDS ? text(STATUS_WORDS[value as TicketStatus]) : '';

const priorityWords = (text: Text, value: unknown): string =>
  typeof value === 'string' && value in PRIORITY_WORDS ? text(PRIORITY_WORDS[value as Priority]) : '';

/** A person in an event's data: a name, or something that has one. */
const nameIn = (value: unknown): string | null => {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || !('name' in value)) return null;
  return typeof value.name === 'string' ? value.name : null;
};

function assignedWords(text: Text, { data, actor }: TicketEvent, who: string): string {
  const name = nameIn(data['name']) ?? nameIn(data['assignee']);
  const reason = wordIn(data['reason']);
  if (!name) {
    return actor.kind === 'staff'
      ? text('console-event-unassigned', { who })
      : text('console-event-returned', { reason });
  }
  if (actor.kind !== 'staff') return text('console-event-handed', { name, reason });
  return name === who ? text('console-event-taken', { who }) : text('console-event-assigned', { who, name });
}

const listIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** What a rule of automation did, or why it did not. */
function ruleWords(text: Text, { data }: TicketEvent): string {
  const name = wordIn(data['name']);
  const deeds = Array.isArray(data['deeds']) ? (data['deeds'] as { do?: unknown; changed?: unknown }[]) : [];
  switch (data['outcome']) {
    case 'done': {
      const done = deeds.filter(({ changed }) => changed === true).map((deed) => wordIn(deed.do));
      const words = done.map((deed) => text(`console-automation-deed-${deed}`));
      return text('console-automation-done', { name, deeds: words.join(', ') });
    }
    case 'nothing':
      return text('console-automation-nothing', { name });
    case 'refused':
      return text('console-automation-refused', { name });
    default:
      return text('console-automation-limited', { name, why: wordIn(data['why']) });
  }
}

function tagWords(text: Text, { data }: TicketEvent, who: string): string {
  const [added, removed] = [listIn(data['added']), listIn(data['removed'])];
  return text('console-event-tagged', {
    ...{ who, tags: added.join(', '), gone: removed.join(', ') },
    ...{ added: added.length > 0 ? 'some' : 'none', removed: removed.length > 0 ? 'some' : 'none' },
  });
}

type Words = (text: Text, event: TicketEvent, who: string) => string;

const WORDS: Readonly<Record<string, Words>> = {
  created: (text, _event, who) => text('console-event-created', { who }),
  status_changed: (text, { data }, who) =>
    text('console-event-status', { who, status: statusWords(text, data['to']) }),
  assigned: assignedWords,
  priority_changed: (text, { data }, who) =>
    text('console-event-priority', { who, priority: priorityWords(text, data['to']) }),
  raised: (text, { data }) =>
    text('console-event-raised', {
      reason: wordIn(data['reason']),
      priority: priorityWords(text, data['priority']),
      queue: wordIn(data['queue_name']),
    }),
  person_requested: (text, { data }, who) =>
    text('console-event-person', { who, reason: wordIn(data['reason']) }),
  article_offered: (text, { data }) =>
    text('console-event-article', { title: wordIn(data['title']), outcome: wordIn(data['outcome']) }),
  escalated: (text, { data }) =>
    text('console-event-escalated', {
      metric: wordIn(data['metric']),
      moment: wordIn(data['moment']),
      action: wordIn(data['do']),
    }),
  incident_joined: (text, { data }, who) =>
    text('console-event-incident-joined', {
      who,
      how: wordIn(data['how']),
      incident: String(numberIn(data['incident'])),
    }),
  incident_left: (text, { data }, who) =>
    text('console-event-incident-left', { who, incident: String(numberIn(data['incident'])) }),
  incident_news: (text, { data }) =>
    text('console-event-incident-news', { incident: String(numberIn(data['incident'])) }),
  eta_moved: (text) => text('console-event-eta-moved'),
  clarification_reminded: (text) => text('console-event-reminded'),
  rated: (text, { data }, who) => text('console-event-rated', { who, score: numberIn(data['score']) }),
  low_rating: (text, { data }, who) =>
    text('console-event-low-rating', { who, score: numberIn(data['score']) }),
  rating_comment: (text, _event, who) => text('console-event-comment', { who }),
  nps_asked: (text) => text('console-event-nps-asked'),
  nps_rated: (text, { data }, who) =>
    text('console-event-nps-rated', { who, score: numberIn(data['score']) }),
  follow_up: (text, { data }, who) =>
    text(data['held'] === true ? 'console-event-held' : 'console-event-not-held', { who }),
  automation: ruleWords,
  notified: (text, { data }) =>
    text('console-automation-notified', {
      ...{ whom: wordIn(data['whom']), words: wordIn(data['text']) },
      said: wordIn(data['text']) === '' ? 'no' : 'yes',
    }),
  messages_left: (text, { data }, who) =>
    text('console-event-messages-left', {
      ...{ who, count: numberIn(data['count']), ticket: String(numberIn(data['to'])) },
    }),
  messages_came: (text, { data }, who) =>
    text('console-event-messages-came', {
      ...{ who, count: numberIn(data['count']), ticket: String(numberIn(data['from'])) },
    }),
  taken_over: (text, _event, who) => text('console-event-taken-over', { who }),
  taken_to_bot: (text, _event, who) => text('console-event-taken-to-bot', { who }),
  message_removed: (text, _event, who) => text('console-event-message-removed', { who }),
  tagged: tagWords,
  snoozed: (text, _event, who) => text('console-event-snoozed', { who }),
  woken: (text, { data }, who) => text('console-event-woken', { who, reason: wordIn(data['reason']) }),
};

/** What happened, as a sentence. */
export function eventWords(text: Text, event: TicketEvent): string {
  const { kind, actor } = event;
  const who = actor.name ?? text(actor.kind === 'bot' ? 'console-author-bot' : 'console-author-desk');
  return WORDS[kind]?.(text, event, who) ?? text('console-event-other', { who });
}

/** What tells events apart that read alike; the moment does not. */
const likeness = ({ kind, actor, data }: TicketEvent): string =>
  JSON.stringify([
    kind,
    actor.kind,
    actor.name,
    Object.entries(data).toSorted(([a], [b]) => a.localeCompare(b)),
  ]);

const close = (a: TicketEvent, b: TicketEvent): boolean =>
  Math.abs(Date.parse(b.at) - Date.parse(a.at)) <= CLOSE_MS;

/** Whether the line of `earlier` says `later` already. */
export const repeats = (earlier: TicketEvent, later: TicketEvent): boolean =>
  close(earlier, later) && likeness(earlier) === likeness(later);

const SLA_REASON = /^sla_/;

/** What a rule's own line says already. */
const BY_RULE: ReadonlySet<string> = new Set(['raised', 'tagged', 'snoozed', 'assigned']);

/** Whether `other`, of the same moments, is only the other side of `event`: an escalation and what it did, a rule and what it did, a low
 * rating and the rating. */
export const impliedBy = (event: TicketEvent, other: TicketEvent): boolean => {
  if (!close(event, other)) return false;
  if (other.kind === 'automation' && event.at === other.at && event.actor.kind === 'system')
    return BY_RULE.has(event.kind);
  if (event.kind === 'raised') {
    const does = other.kind === 'escalated' ? other.data['do'] : undefined;
    const moves = does === 'raise_priority' || does === 'move_queue';
    return moves && SLA_REASON.test(wordIn(event.data['reason']));
  }
  return event.kind === 'rated' && other.kind === 'low_rating' && event.data['score'] === other.data['score'];
};
