import { IconArrowForwardUp, IconMapPin, IconPhone } from '@tabler/icons-react';
import type { TicketMessage } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { kindWords } from '../parts/kinds.ts';
import { DayAndClock } from '../parts/moment.tsx';
import classes from './message.module.css';

type Details = Readonly<Record<string, unknown>>;
const number = (details: Details, name: string): number | null =>
  typeof details[name] === 'number' ? details[name] : null;
const words = (details: Details, name: string): string =>
  typeof details[name] === 'string' ? details[name] : '';

function Place({ details }: { details: Details }) {
  const text = useText();
  const [latitude, longitude] = [number(details, 'latitude'), number(details, 'longitude')];
  if (latitude === null || longitude === null) return null;
  const at = `${String(latitude)},${String(longitude)}`;
  const live = 'live_until' in details;
  return (
    <a
      className={classes.fact}
      href={`https://www.openstreetmap.org/?mlat=${String(latitude)}&mlon=${String(longitude)}#map=16/${at.replace(',', '/')}`}
      target="_blank"
      rel="noreferrer noopener"
    >
      <IconMapPin size="1.125rem" stroke={1.5} aria-hidden />
      <span>{text(live ? 'console-place-live' : 'console-place-open')}</span>
    </a>
  );
}

function Contact({ details }: { details: Details }) {
  return (
    <a className={classes.fact} href={`tel:${words(details, 'phone')}`}>
      <IconPhone size="1.125rem" stroke={1.5} aria-hidden />
      <span>
        {words(details, 'name')} <span className={classes.phone}>{words(details, 'phone')}</span>
      </span>
    </a>
  );
}

/** What a message is besides words and files: a place with its map, a contact with its phone. */
export function Facts({ message }: { message: TicketMessage }) {
  const { kind, details } = message;
  if (!details) return null;
  if (kind === 'location' || kind === 'venue') return <Place details={details} />;
  return kind === 'contact' ? <Contact details={details} /> : null;
}

/** Who wrote it first, where it was forwarded. */
export function Forwarded({ message }: { message: TicketMessage }) {
  const text = useText();
  if (!message.origin) return null;
  const { name, at } = message.origin;
  return (
    <div className={classes.origin}>
      <IconArrowForwardUp size="0.875rem" stroke={1.75} aria-hidden />
      <span>
        {text('console-forwarded', { name: name || text('console-forwarded-hidden') })} ·{' '}
        <DayAndClock at={at} />
      </span>
    </div>
  );
}

/** The words that a message answers: those that it quotes, else the beginning of the answered one. */
export function Quoted({ message, quoted }: { message: TicketMessage; quoted: TicketMessage | undefined }) {
  const text = useText();
  const said = message.quote ?? (quoted && (quoted.text || kindWords(text, quoted.kind)));
  return said ? <div className={classes.quote}>{said}</div> : null;
}

/** What its readers answered it with by one tap. */
export function Reactions({ reactions }: { reactions: readonly string[] }) {
  const text = useText();
  if (reactions.length === 0) return null;
  return (
    <span
      className={classes.reactions}
      role="img"
      aria-label={text('console-reactions', { emoji: reactions.join(' ') })}
    >
      {reactions.join(' ')}
    </span>
  );
}
