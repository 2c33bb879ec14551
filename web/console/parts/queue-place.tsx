import { IconListNumbers } from '@tabler/icons-react';
import type { Ticket } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { usePreferences } from '../data/preferences.tsx';
import classes from './deadline.module.css';

/** The desk counts to this place; behind it the line is simply long. */
const COUNTED_TO = 1_000;

/** A ticket's place among what waits in its queue to be taken; nothing where it does not wait there (Q1). */
export function QueuePlace({ ticket }: { ticket: Pick<Ticket, 'queue' | 'queue_position'> }) {
  const text = useText();
  const { format } = usePreferences();
  const { queue_position: place, queue } = ticket;
  if (place === null) return null;
  const position = `${format.number(place)}${place >= COUNTED_TO ? '+' : ''}`;
  return (
    <span className={classes.waiting} title={text('console-queue-place-title', { queue: queue.name })}>
      <IconListNumbers size="1em" stroke={2} aria-hidden />
      {place === 1 ? text('console-queue-place-next') : text('console-queue-place', { position })}
    </span>
  );
}
