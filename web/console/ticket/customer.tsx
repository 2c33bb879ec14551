import { Alert } from '@mantine/core';
import { IconBrandTelegram, IconStarFilled, IconUserOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { InboxView, Session, Ticket } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { Deadline, deadlineName, hasDeadline } from '../parts/deadline.tsx';
import { StatusMark } from '../parts/marks.tsx';
import { Ago, DayAndClock } from '../parts/moment.tsx';
import { QueuePlace } from '../parts/queue-place.tsx';
import { Score } from '../parts/score.tsx';
import { LANGUAGE_WORDS } from '../words.ts';
import { VipSwitch } from './concierge.tsx';
import classes from './customer.module.css';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function OtherTickets({ ticket, view }: { ticket: Ticket; view: InboxView }) {
  const text = useText();
  return (
    <section className={classes.section}>
      <h3>{text('console-other-tickets')}</h3>
      {ticket.other_tickets.length === 0 ? (
        <p className={classes.none}>{text('console-other-tickets-none')}</p>
      ) : (
        <ul className={classes.others}>
          {ticket.other_tickets.map((other) => (
            <li key={other.id}>
              <Link
                to="/inbox/$view/$ticket"
                params={{ view, ticket: String(other.id) }}
                search={(old) => old}
                title={other.subject}
              >
                <span className={classes.subject}>{other.subject}</span>
                <span className={classes.line}>
                  <span className={classes.number}>№ {other.id}</span>
                  <StatusMark status={other.status} />
                  <Ago at={other.created_at} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What the customer answered when they opened the ticket (M2). */
function Answers({ ticket }: { ticket: Ticket }) {
  const text = useText();
  if (ticket.answers.length === 0) return null;
  return (
    <section className={classes.section}>
      <h3>{text('console-answers')}</h3>
      <dl className={classes.facts}>
        {ticket.answers.map(({ id, label, value }) => (
          <Fact key={id} name={label}>
            {value}
          </Fact>
        ))}
      </dl>
    </section>
  );
}

function Facts({ ticket }: { ticket: Ticket }) {
  const text = useText();
  return (
    <dl className={classes.facts}>
      <Fact name={text('console-fact-language')}>{text(LANGUAGE_WORDS[ticket.requester.language])}</Fact>
      <Fact name={text('console-fact-created')}>
        <DayAndClock at={ticket.created_at} />
      </Fact>
      {ticket.first_reply_at ? (
        <Fact name={text('console-fact-first-reply')}>
          <DayAndClock at={ticket.first_reply_at} />
        </Fact>
      ) : null}
      <Fact name={text('console-queue')}>{ticket.queue.name}</Fact>
      {ticket.queue_position === null ? null : (
        <Fact name={text('console-fact-place')}>
          <QueuePlace ticket={ticket} />
        </Fact>
      )}
      {hasDeadline(ticket) ? (
        <Fact name={text(deadlineName(ticket))}>
          <Deadline ticket={ticket} />
        </Fact>
      ) : null}
      {ticket.eta_at ? (
        <Fact name={text('console-fact-promised')}>
          <DayAndClock at={ticket.eta_at} />
        </Fact>
      ) : null}
      {ticket.resolved_at ? (
        <Fact name={text('console-fact-resolved')}>
          <DayAndClock at={ticket.resolved_at} />
        </Fact>
      ) : null}
    </dl>
  );
}

/** What the customer said about the end of the ticket (F6, F7). */
function Rating({ ticket }: { ticket: Ticket }) {
  const text = useText();
  const { rating, follow_up: asked } = ticket;
  if (!rating && !asked) return null;
  const held = asked?.held === null ? 'asked' : asked?.held ? 'yes' : 'no';
  return (
    <section className={classes.section}>
      <h3>{text(rating ? 'console-rating' : 'console-follow-up')}</h3>
      {rating ? <Score kind="csat" score={rating.score} /> : null}
      {rating?.comment ? <p className={classes.words}>{rating.comment}</p> : null}
      {rating && asked ? <h3>{text('console-follow-up')}</h3> : null}
      {asked ? <p className={classes.words}>{text('console-follow-up-state', { state: held })}</p> : null}
    </section>
  );
}

/** Who asks: what one needs to know to answer well. */
export function CustomerRail(props: { ticket: Ticket; view: InboxView; session: Session }) {
  const { ticket, view, session } = props;
  const text = useText();
  const { requester } = ticket;
  return (
    <div className={classes.rail}>
      <div className={classes.who}>
        <span className={classes.name}>{requester.name}</span>
        {requester.is_vip ? (
          <span className={classes.vip}>
            <IconStarFilled size="0.75rem" aria-hidden />
            {text('console-vip')}
          </span>
        ) : null}
        {session.permissions.includes('concierge.serve') ? <VipSwitch ticket={ticket} /> : null}
        {requester.username ? (
          <a
            className={classes.username}
            href={`https://t.me/${requester.username}`}
            target="_blank"
            rel="noreferrer"
          >
            <IconBrandTelegram size="1rem" stroke={1.75} aria-hidden />@{requester.username}
          </a>
        ) : null}
      </div>
      {requester.unreachable ? (
        <Alert
          color="red"
          variant="light"
          icon={<IconUserOff size="1rem" aria-hidden />}
          title={text('console-unreachable-title')}
        >
          {text('console-unreachable-words')}
        </Alert>
      ) : null}
      <Facts ticket={ticket} />
      {ticket.clarification ? (
        <section className={classes.section}>
          <h3>{text('console-asked')}</h3>
          <p className={classes.words}>{ticket.clarification}</p>
        </section>
      ) : null}
      {ticket.summary ? (
        <section className={classes.section}>
          <h3>{text('console-summary')}</h3>
          <p className={classes.words}>{ticket.summary}</p>
        </section>
      ) : null}
      <Rating ticket={ticket} />
      <Answers ticket={ticket} />
      <OtherTickets ticket={ticket} view={view} />
    </div>
  );
}
