import { IconStarFilled, IconUserOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { InboxView, TicketSummary } from '../../../contract/index.ts';
import { type Text, useText } from '../../ui/i18n.tsx';
import { ConciergeMark } from '../parts/concierge.tsx';
import { Deadline, Waiting } from '../parts/deadline.tsx';
import { kindWords } from '../parts/kinds.ts';
import { PriorityMark, StatusMark } from '../parts/marks.tsx';
import { Ago } from '../parts/moment.tsx';
import { Initials } from '../parts/person.tsx';
import classes from './row.module.css';

function lastWords(text: Text, { last_message: last, subject }: TicketSummary): string {
  if (!last) return subject;
  const words = last.text || kindWords(text, last.kind);
  if (last.author_kind === 'customer') return words;
  return last.author_kind === 'bot'
    ? text('console-row-bot', { words })
    : text('console-row-staff', { words });
}

function Who({ ticket }: { ticket: TicketSummary }) {
  const text = useText();
  const { requester } = ticket;
  return (
    <span className={classes.who}>
      <span className={classes.name} title={requester.name}>
        {requester.name}
      </span>
      {requester.is_vip ? (
        <span className={classes.vip} title={text('console-vip')}>
          <IconStarFilled size="0.75rem" aria-hidden />
          <span>{text('console-vip-short')}</span>
        </span>
      ) : null}
      {requester.unreachable ? (
        <span className={classes.gone} title={text('console-unreachable-title')}>
          <IconUserOff size="0.875rem" aria-label={text('console-unreachable-title')} />
        </span>
      ) : null}
    </span>
  );
}

interface Props {
  readonly ticket: TicketSummary;
  readonly view: InboxView;
  readonly me: number;
  readonly open: boolean;
  readonly tab: boolean;
}

/** A ticket in a list: who and since when, the last words and the promise, and what it is. */
export const Row = memo(function Row({ ticket, view, me, open, tab }: Props) {
  const text = useText();
  const mine = ticket.last_message?.author_kind === 'customer';
  return (
    <Link
      to="/inbox/$view/$ticket"
      params={{ view, ticket: String(ticket.id) }}
      search={(old) => old}
      className={classes.row}
      data-open={open || undefined}
      tabIndex={tab ? 0 : -1}
    >
      <span className={classes.line}>
        <Who ticket={ticket} />
        <span className={classes.when}>
          {ticket.waiting_since ? (
            <Waiting since={ticket.waiting_since} />
          ) : (
            <Ago at={ticket.last_message_at} />
          )}
        </span>
      </span>
      <span className={classes.line}>
        <span className={classes.words} data-customer={mine || undefined} title={ticket.subject}>
          {lastWords(text, ticket)}
        </span>
        <span className={classes.promise}>
          <Deadline ticket={ticket} />
        </span>
      </span>
      <span className={classes.line}>
        <span className={classes.facts}>
          <span className={classes.number}>№ {ticket.id}</span>
          {ticket.priority === 'normal' ? null : <PriorityMark priority={ticket.priority} />}
          <StatusMark status={ticket.status} />
          <ConciergeMark ticket={ticket} short />
          {ticket.topic ? (
            <span className={classes.topic} title={ticket.topic.title}>
              <span aria-hidden>{ticket.topic.emoji}</span> {ticket.topic.title}
            </span>
          ) : null}
        </span>
        {ticket.assignee ? <Initials name={ticket.assignee.name} me={ticket.assignee.id === me} /> : null}
      </span>
    </Link>
  );
});
