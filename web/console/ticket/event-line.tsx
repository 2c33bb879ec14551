import {
  IconAlarm,
  IconAlertTriangle,
  IconBell,
  IconChecks,
  IconCircleDot,
  IconFlag,
  IconHandStop,
  IconMessage,
  IconProgress,
  IconRobot,
  IconStar,
  IconStarOff,
  IconTag,
  IconTicket,
  IconUser,
  IconZzz,
  type TablerIcon,
} from '@tabler/icons-react';
import type { TicketEvent } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { Clock } from '../parts/moment.tsx';
import classes from './event-line.module.css';
import { eventWords } from './events.ts';

const SHAPES: Readonly<Record<string, TablerIcon>> = {
  created: IconTicket,
  status_changed: IconProgress,
  assigned: IconUser,
  priority_changed: IconFlag,
  raised: IconFlag,
  person_requested: IconHandStop,
  escalated: IconAlarm,
  incident_joined: IconAlertTriangle,
  incident_left: IconAlertTriangle,
  incident_news: IconAlertTriangle,
  eta_moved: IconAlarm,
  clarification_reminded: IconBell,
  rated: IconStar,
  low_rating: IconStarOff,
  rating_comment: IconMessage,
  follow_up: IconChecks,
  automation: IconRobot,
  notified: IconBell,
  tagged: IconTag,
  snoozed: IconZzz,
  woken: IconZzz,
};

/** Something that happened, as a quiet line; what happened `times` in a row says so. */
export function EventLine({ event, times }: { event: TicketEvent; times: number }) {
  const text = useText();
  const Shape = SHAPES[event.kind] ?? IconCircleDot;
  return (
    <div className={classes.line}>
      <Shape size="0.875rem" stroke={1.75} aria-hidden />
      <span>
        {eventWords(text, event)}
        {times > 1 ? ` × ${String(times)}` : null}
      </span>
      <Clock at={event.at} />
    </div>
  );
}
