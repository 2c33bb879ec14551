import { IconAlertCircleFilled, IconClock, IconClockExclamation } from '@tabler/icons-react';
import type { TicketSummary } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { useNow } from '../data/now.ts';
import { usePreferences } from '../data/preferences.tsx';
import { duration } from '../words.ts';
import classes from './deadline.module.css';

/** A promise presses in the last third of its time, a quarter of an hour at most. */
const SOON_MS = 15 * 60_000;
const SOON_PART = 1 / 3;

type Tone = 'calm' | 'soon' | 'late';

/** Where a promise stands at `now`; null where the customer waits for nothing that was promised. */
function toneOf(ticket: Pick<TicketSummary, 'waiting_since' | 'eta_at'>, now: number): Tone | null {
  if (!ticket.waiting_since || !ticket.eta_at) return null;
  const due = Date.parse(ticket.eta_at);
  const left = due - now;
  if (left < 0) return 'late';
  const whole = due - Date.parse(ticket.waiting_since);
  return left < Math.min(SOON_MS, whole * SOON_PART) ? 'soon' : 'calm';
}

const SHAPES = { calm: IconClock, soon: IconClockExclamation, late: IconAlertCircleFilled };

/** The promised time: a shape, a word and, where it presses, a colour. */
export function Deadline({ ticket }: { ticket: Pick<TicketSummary, 'waiting_since' | 'eta_at'> }) {
  const text = useText();
  const now = useNow();
  const { format } = usePreferences();
  const tone = toneOf(ticket, now);
  if (!tone || !ticket.eta_at) return null;
  const Shape = SHAPES[tone];
  const span = duration(text, Date.parse(ticket.eta_at) - now);
  const words = {
    calm: text('console-deadline-by', {
      time:
        format.dayKey(ticket.eta_at) === format.dayKey(now)
          ? format.clock(ticket.eta_at)
          : `${format.day(ticket.eta_at, now)}, ${format.clock(ticket.eta_at)}`,
    }),
    soon: text('console-deadline-left', { span }),
    late: text('console-deadline-late', { span }),
  }[tone];
  return (
    <span
      className={classes.deadline}
      data-tone={tone}
      title={text('console-deadline-title', { time: format.absolute(ticket.eta_at) })}
    >
      <Shape size="1em" stroke={2} aria-hidden />
      {words}
    </span>
  );
}

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
