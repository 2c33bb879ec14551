import {
  IconAlertCircleFilled,
  IconClock,
  IconClockExclamation,
  IconPlayerPauseFilled,
} from '@tabler/icons-react';
import type { TicketSummary } from '../../../contract/index.ts';
import { type Text, useText } from '../../ui/i18n.tsx';
import { useNow } from '../data/now.ts';
import { usePreferences } from '../data/preferences.tsx';
import { duration } from '../words.ts';
import classes from './deadline.module.css';

/** A promise presses in the last third of its time, a quarter of an hour at most. */
const SOON_MS = 15 * 60_000;
const SOON_PART = 1 / 3;

type Metric = NonNullable<TicketSummary['sla']>['metric'] | 'promise';
type Tone = 'calm' | 'soon' | 'late' | 'paused';
type Timed = Pick<TicketSummary, 'created_at' | 'waiting_since' | 'eta_at' | 'next_deadline_at' | 'sla'>;

/** What a ticket's clock says. `due` null: the moment is not known while the clock stands still. */
interface Clock {
  readonly metric: Metric;
  readonly tone: Tone;
  readonly due: string | null;
}

/** By when something is owed: what the desk measures, else what the customer was promised; null where nobody waits for anything. */
function dueOf(ticket: Timed): string | null {
  if (ticket.sla) return ticket.next_deadline_at;
  return ticket.waiting_since ? ticket.eta_at : null;
}

function clockOf(ticket: Timed, now: number): Clock | null {
  const due = dueOf(ticket);
  const metric = ticket.sla?.metric ?? 'promise';
  const state = ticket.sla?.state;
  if (state === 'paused') return { metric, tone: 'paused', due };
  if (!due) return state === 'breached' ? { metric, tone: 'late', due } : null;
  const left = Date.parse(due) - now;
  if (state === 'breached' || left < 0) return { metric, tone: 'late', due };
  const whole = Date.parse(due) - Date.parse(ticket.waiting_since ?? ticket.created_at);
  return { metric, tone: left < Math.min(SOON_MS, whole * SOON_PART) ? 'soon' : 'calm', due };
}

const SHAPES = {
  calm: IconClock,
  soon: IconClockExclamation,
  late: IconAlertCircleFilled,
  paused: IconPlayerPauseFilled,
};

const METRIC_WORDS: Readonly<Record<Metric, string>> = {
  first_reply: 'console-sla-first-reply',
  next_reply: 'console-sla-next-reply',
  resolution: 'console-sla-resolution',
  promise: 'console-sla-promise',
};

function clockWords(text: Text, { tone, due }: Clock, now: number): string {
  if (tone === 'paused') return text('console-deadline-paused');
  if (!due) return text('console-deadline-passed');
  const span = duration(text, Date.parse(due) - now);
  return text(tone === 'late' ? 'console-deadline-late' : 'console-deadline-left', { span });
}

/** What is owed next and how much of its time is left: a shape, a word and, where it presses, a colour; the moment on hover. `full` says
 * what is owed, too. */
export function Deadline({ ticket, full = false }: { ticket: Timed; full?: boolean }) {
  const text = useText();
  const now = useNow();
  const { format } = usePreferences();
  const clock = clockOf(ticket, now);
  if (!clock) return null;
  const Shape = SHAPES[clock.tone];
  const metric = text(METRIC_WORDS[clock.metric]);
  const words = clockWords(text, clock, now);
  const until =
    clock.tone === 'paused'
      ? text('console-deadline-paused-title')
      : clock.due && text('console-deadline-title', { time: format.absolute(clock.due) });
  return (
    <span
      className={classes.deadline}
      data-tone={clock.tone}
      title={[metric, until].filter(Boolean).join(' · ')}
    >
      <Shape size="1em" stroke={2} aria-hidden />
      {full ? `${metric}: ${words}` : words}
    </span>
  );
}

/** What is owed next: the key of its words. */
export const deadlineName = ({ sla }: Timed): string => METRIC_WORDS[sla?.metric ?? 'promise'];

/** Whether a ticket has a clock to show. */
export const hasDeadline = (ticket: Timed): boolean =>
  ticket.sla !== null || (ticket.waiting_since !== null && ticket.eta_at !== null);

/** How long the customer has been waiting for a person. */
export function Waiting({ since }: { since: string }) {
  const text = useText();
  const now = useNow();
  const { format } = usePreferences();
  return (
    <span className={classes.waiting} title={text('console-waiting-title', { time: format.absolute(since) })}>
      {text('console-waiting', { span: duration(text, now - Date.parse(since)) })}
    </span>
  );
}
