import { IconDots } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { OwnTicket } from '../../../contract/index.ts';
import { ApiError } from '../../ui/api.ts';
import { useText } from '../../ui/i18n.tsx';
import { useMe } from '../data/me.tsx';
import { useNow } from '../data/now.ts';
import { ticketQuery } from '../data/queries.ts';
import { Blank, PlainButton } from '../kit/notice.tsx';
import { Page } from '../kit/page.tsx';
import { Skeleton } from '../kit/skeleton.tsx';
import { Status } from '../tickets/status.tsx';
import { isEnded, promised, reasonWords } from '../words.ts';
import { About } from './about.tsx';
import { Composer } from './composer.tsx';
import { Conversation } from './conversation.tsx';
import { Ended } from './ended.tsx';
import classes from './ticket.module.css';

/** A ticket (M1): where it stands, what was said, and what one can do. */
export default function Ticket({ id }: { id: number }) {
  const text = useText();
  const numbered = Number.isSafeInteger(id) && id > 0;
  const query = useQuery({ ...ticketQuery(id), enabled: numbered });
  const [about, setAbout] = useState(false);
  const ticket = query.data;
  if (!numbered || (!ticket && query.error instanceof ApiError && query.error.status === 404))
    return <Unknown id={id} />;
  const title = ticket?.topic?.title;
  const number = text('cabinet-ticket', { id: String(id) });
  return (
    <div className={classes.screen}>
      <Page
        up
        title={title ? `${number} · ${title}` : number}
        beside={
          ticket && (
            <button
              type="button"
              className={classes.about}
              aria-label={text('cabinet-about')}
              aria-haspopup="dialog"
              onClick={() => {
                setAbout(true);
              }}
            >
              <IconDots aria-hidden size="1.625rem" />
            </button>
          )
        }
        under={ticket && <Standing ticket={ticket} />}
      >
        {query.isPending && <Skeleton shape="bubbles" />}
        {!ticket && query.error && (
          <Blank face="🌙" title={text('cabinet-unreachable')} hint={reasonWords(text, query.error)}>
            <PlainButton label={text('cabinet-again')} onPress={() => void query.refetch()} />
          </Blank>
        )}
        {ticket && <Conversation id={id} />}
        {ticket && (isEnded(ticket.status) ? <Ended ticket={ticket} /> : <Composer ticket={ticket} />)}
      </Page>
      {about && ticket && (
        <About
          ticket={ticket}
          onClose={() => {
            setAbout(false);
          }}
        />
      )}
    </div>
  );
}

function Unknown({ id }: { id: number }) {
  const text = useText();
  const known = Number.isSafeInteger(id) && id > 0;
  return (
    <Page up title={text('cabinet-unknown')}>
      <Blank
        face="🔍"
        title={known ? text('cabinet-unknown-number', { id: String(id) }) : text('cabinet-unknown-page')}
        hint={text('cabinet-unknown-hint')}
      >
        <Link href="/" className={classes.link}>
          {text('cabinet-to-tickets')}
        </Link>
      </Blank>
    </Page>
  );
}

/** Where it stands: the status, when a person answers, what comes next. It stays in sight while one reads. */
function Standing({ ticket }: { ticket: OwnTicket }) {
  return (
    <section className={classes.standing}>
      <div aria-live="polite">
        <Status status={ticket.status} who={ticket.assignee_name} />
      </div>
      <Next ticket={ticket} />
    </section>
  );
}

function Next({ ticket }: { ticket: OwnTicket }) {
  const text = useText();
  const { format } = useMe();
  const now = useNow();
  const { status, need, summary, position, assignee_name: agent } = ticket;
  if (status === 'clarification_needed')
    return (
      <p className={classes.need}>{need ? text('cabinet-need', { need }) : text('cabinet-need-words')}</p>
    );
  if (isEnded(status)) return summary ? <p className={classes.line}>{summary}</p> : null;
  const promise = promised(text, format, { ticket, now });
  const who = agent ? 'agent' : 'person';
  const vars = { who, agent: agent ?? '' };
  return (
    <>
      {!promise && <p className={classes.line}>{text('cabinet-answers', vars)}</p>}
      {promise?.late && <p className={classes.line}>{text('cabinet-late')}</p>}
      {promise && !promise.late && (
        <p className={classes.line}>
          {text('cabinet-answers-by', { ...vars, by: promise.by })}{' '}
          {promise.minutes !== null && (
            <strong className={classes.count}>
              {text('cabinet-in', { minutes: String(promise.minutes) })}
            </strong>
          )}
        </p>
      )}
      {position !== null && position > 0 && (
        <p className={classes.line}>
          {position === 1 ? text('cabinet-next') : text('cabinet-before', { count: position - 1 })}
        </p>
      )}
    </>
  );
}
