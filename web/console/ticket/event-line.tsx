import {
  IconAlarm,
  IconCircleDot,
  IconFlag,
  IconHandStop,
  IconProgress,
  IconTicket,
  IconUser,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Priority, TicketEvent, TicketStatus } from '../../../contract/index.ts';
import { type Text, useText } from '../../ui/i18n.tsx';
import { Clock } from '../parts/moment.tsx';
import { PRIORITY_WORDS, STATUS_WORDS } from '../words.ts';
import classes from './event-line.module.css';

const SHAPES: Readonly<Record<string, TablerIcon>> = {
  created: IconTicket,
  status_changed: IconProgress,
  assigned: IconUser,
  priority_changed: IconFlag,
  raised: IconFlag,
  person_requested: IconHandStop,
  escalated: IconAlarm,
};

const statusWords = (text: Text, value: unknown): string =>
  typeof value === 'string' && value in STATUS_WORDS ? text(STATUS_WORDS[value as TicketStatus]) : '';

const priorityWords = (text: Text, value: unknown): string =>
  typeof value === 'string' && value in PRIORITY_WORDS ? text(PRIORITY_WORDS[value as Priority]) : '';

const wordIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A person in an event's data: a name, or something that has one. */
const nameIn = (value: unknown): string | null => {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || !('name' in value)) return null;
  return typeof value.name === 'string' ? value.name : null;
};

function what(text: Text, { kind, data, actor }: TicketEvent): string {
  const who = actor.name ?? text(actor.kind === 'bot' ? 'console-author-bot' : 'console-author-desk');
  switch (kind) {
    case 'created':
      return text('console-event-created', { who });
    case 'status_changed':
      return text('console-event-status', { who, status: statusWords(text, data['to']) });
    case 'assigned': {
      const name = nameIn(data['name']) ?? nameIn(data['assignee']);
      if (!name) return text('console-event-unassigned', { who });
      return name === who
        ? text('console-event-taken', { who })
        : text('console-event-assigned', { who, name });
    }
    case 'priority_changed':
      return text('console-event-priority', { who, priority: priorityWords(text, data['to']) });
    case 'raised':
      return text('console-event-priority', { who, priority: priorityWords(text, data['priority']) });
    case 'person_requested':
      return text('console-event-person', { who });
    case 'escalated':
      return text('console-event-escalated', { moment: wordIn(data['moment']), action: wordIn(data['do']) });
    default:
      return text('console-event-other', { who, kind: kind.replaceAll('_', ' ') });
  }
}

/** Something that happened, as a quiet line. */
export function EventLine({ event }: { event: TicketEvent }) {
  const text = useText();
  const Shape = SHAPES[event.kind] ?? IconCircleDot;
  return (
    <div className={classes.line}>
      <Shape size="0.875rem" stroke={1.75} aria-hidden />
      <span>{what(text, event)}</span>
      <Clock at={event.at} />
    </div>
  );
}
