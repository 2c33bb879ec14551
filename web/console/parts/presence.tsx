import { IconCircle, IconCircleFilled, IconMoonFilled, type TablerIcon } from '@tabler/icons-react';
import type { PresenceState } from '../../../contract/index.ts';
import classes from './presence.module.css';

/** The three states, in the order in which they are offered. */
export const PRESENCE_STATES: readonly PresenceState[] = ['online', 'away', 'offline'];

/** The words for them. */
export const PRESENCE_WORDS: Readonly<Record<PresenceState, string>> = {
  online: 'console-presence-online',
  away: 'console-presence-away',
  offline: 'console-presence-offline',
};

const SHAPES: Readonly<Record<PresenceState, TablerIcon>> = {
  online: IconCircleFilled,
  away: IconMoonFilled,
  offline: IconCircle,
};

/** A dot that differs by shape too; the word stands beside it, or is given as `title`. */
export function PresenceDot({ state, title }: { state: PresenceState; title?: string }) {
  const Shape = SHAPES[state];
  return (
    <span className={classes.dot} data-state={state} title={title}>
      <Shape size="0.625rem" stroke={3} aria-hidden />
    </span>
  );
}
