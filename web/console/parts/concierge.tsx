import { IconUserHeart } from '@tabler/icons-react';
import type { TicketSummary } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { useNow } from '../data/now.ts';
import { duration } from '../words.ts';
import classes from './concierge.module.css';

type Concierge = NonNullable<TicketSummary['concierge']>;

/** Why nothing can be said in a concierge's name now. */
export type Closed = 'lost' | 'no-right' | 'over';

/** Less than this is left: the clock shows. */
const SOON_MS = 2 * 60 * 60_000;

/** Whether a concierge's own chat is closed to answers from here, and how long it is still open. */
export function gateOf(concierge: Concierge, now: number): { closed: Closed | null; left: number } {
  const left = concierge.window_until === null ? 0 : Date.parse(concierge.window_until) - now;
  if (concierge.state !== 'connected') return { closed: 'lost', left };
  if (!concierge.may_reply) return { closed: 'no-right', left };
  return { closed: left > 0 ? null : 'over', left };
}

/** A ticket that is somebody's personal matter: whose, and for how long their own chat is open where that ends soon. `short`: one of both, for
 * where there is little room. */
export function ConciergeMark({ ticket, short = false }: { ticket: TicketSummary; short?: boolean }) {
  const text = useText();
  const now = useNow();
  const { concierge } = ticket;
  if (!concierge) return null;
  const { name, own_chat: own } = concierge;
  const { closed, left } = gateOf(concierge, now);
  const soon = own && closed === null && left < SOON_MS;
  const tone = own && closed ? 'closed' : soon ? 'soon' : 'calm';
  const title = text(own ? `console-concierge-${closed ?? 'open'}` : 'console-concierge-personal', { name });
  return (
    <span className={classes.mark} data-tone={tone} title={title}>
      <IconUserHeart size="0.875rem" stroke={1.75} aria-hidden />
      {short && tone !== 'calm' ? null : <span className={classes.name}>{name}</span>}
      {short || tone === 'calm' ? null : <span aria-hidden>·</span>}
      {soon ? <span>{text('console-concierge-left', { time: duration(text, left) })}</span> : null}
      {own && closed ? <span>{text('console-concierge-closed')}</span> : null}
    </span>
  );
}
