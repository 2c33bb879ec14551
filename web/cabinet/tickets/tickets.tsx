import { IconHelp, IconSettings } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { OwnTicketItem } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { useMe } from '../data/me.tsx';
import { useNow } from '../data/now.ts';
import { type Filter, ticketsQuery } from '../data/queries.ts';
import { useWaiting } from '../data/waiting.ts';
import { MainButton } from '../kit/main-button.tsx';
import { Blank, PlainButton } from '../kit/notice.tsx';
import { Page } from '../kit/page.tsx';
import { Refresh } from '../kit/refresh.tsx';
import { Skeleton } from '../kit/skeleton.tsx';
import { isEnded, momentWords, promised, reasonWords } from '../words.ts';
import { Status } from './status.tsx';
import classes from './tickets.module.css';
import { WaitingList } from './waiting.tsx';

/** My tickets (M1): where each stands, what is unread, when a person answers. */
export function Tickets() {
  const text = useText();
  const [, go] = useLocation();
  const memory = useQueryClient();
  const waiting = useWaiting();
  const filter: Filter = new URLSearchParams(useSearch()).get('filter') === 'ended' ? 'ended' : 'open';
  return (
    <Page
      title={text('cabinet-tickets')}
      beside={
        <span className={classes.ways}>
          <Link href="/help" className={classes.settings} aria-label={text('cabinet-help')}>
            <IconHelp aria-hidden size="1.625rem" />
          </Link>
          <Link href="/settings" className={classes.settings} aria-label={text('cabinet-settings')}>
            <IconSettings aria-hidden size="1.625rem" />
          </Link>
        </span>
      }
      under={
        <Filters
          chosen={filter}
          onChoose={(next) => {
            go(next === 'open' ? '/' : '/?filter=ended', { replace: true });
          }}
        />
      }
    >
      <Refresh work={() => memory.invalidateQueries({ queryKey: ['tickets'] })} />
      {filter === 'open' && <WaitingList waiting={waiting} />}
      <List key={filter} filter={filter} waiting={filter === 'open' && waiting.length > 0} />
      <MainButton
        label={text('cabinet-ask')}
        onPress={() => {
          go('/new');
        }}
      />
    </Page>
  );
}

function Filters(props: { chosen: Filter; onChoose: (filter: Filter) => void }) {
  const text = useText();
  const one = (filter: Filter, label: string) => (
    <button
      type="button"
      className={classes.filter}
      aria-pressed={props.chosen === filter}
      onClick={() => {
        props.onChoose(filter);
      }}
    >
      {label}
    </button>
  );
  return (
    <div role="group" aria-label={text('cabinet-filter')} className={classes.filters}>
      {one('open', text('cabinet-filter-open'))}
      {one('ended', text('cabinet-filter-ended'))}
    </div>
  );
}

/** `waiting`: something stands above it already. */
function List({ filter, waiting }: { filter: Filter; waiting: boolean }) {
  const text = useText();
  const query = useInfiniteQuery(ticketsQuery(filter));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const end = useEnd(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  });
  if (query.isPending) return <Skeleton shape="rows" />;
  if (!query.data)
    return (
      <Blank face="🌙" title={text('cabinet-unreachable')} hint={reasonWords(text, query.error)}>
        <PlainButton label={text('cabinet-again')} onPress={() => void query.refetch()} />
      </Blank>
    );
  const tickets = query.data.pages.flatMap((page) => page.tickets);
  if (tickets.length === 0)
    return waiting ? null : filter === 'open' ? (
      <Blank face="👋" title={text('cabinet-empty')} hint={text('cabinet-empty-hint')} />
    ) : (
      <Blank face="🗂️" title={text('cabinet-empty-ended')} hint={text('cabinet-empty-ended-hint')} />
    );
  return (
    <>
      <ul className={classes.list}>
        {tickets.map((ticket) => (
          <Row key={ticket.id} ticket={ticket} />
        ))}
      </ul>
      <div ref={end} className={classes.end}>
        {hasNextPage && <PlainButton label={text('cabinet-more')} onPress={() => void fetchNextPage()} />}
      </div>
    </>
  );
}

/** Calls `reached` when the end of the list comes near. */
function useEnd(reached: () => void) {
  const end = useRef<HTMLDivElement>(null);
  const call = useRef(reached);
  useEffect(() => {
    call.current = reached;
  });
  useEffect(() => {
    if (!end.current) return;
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) call.current();
      },
      { rootMargin: '400px' },
    );
    watcher.observe(end.current);
    return () => {
      watcher.disconnect();
    };
  });
  return end;
}

function Row({ ticket }: { ticket: OwnTicketItem }) {
  const text = useText();
  const { format } = useMe();
  const now = useNow();
  const { topic, subject } = ticket;
  // The only words there are need not be said twice.
  const last =
    ticket.last_message?.own && ticket.last_message.text.startsWith(subject.replace(/…$/u, ''))
      ? null
      : ticket.last_message;
  return (
    <li className={classes.item}>
      <Link href={`/tickets/${String(ticket.id)}`} className={classes.row}>
        <span className={classes.emoji} aria-hidden>
          {topic?.emoji ?? '💬'}
        </span>
        <span className={classes.words}>
          <span className={classes.top}>
            <span className={ticket.unread > 0 ? classes.newSubject : classes.subject} dir="auto">
              {subject || topic?.title || text('cabinet-ticket', { id: String(ticket.id) })}
            </span>
            <time className={classes.time} dateTime={ticket.last_message_at}>
              {momentWords(format, ticket.last_message_at, now)}
            </time>
          </span>
          {last && (
            <span className={classes.top}>
              <span className={classes.last} dir="auto">
                {last.own ? text('cabinet-you', { words: last.text }) : last.text}
              </span>
              {ticket.unread > 0 && (
                <span className={classes.unread}>
                  <span aria-hidden>{ticket.unread >= 100 ? '99+' : String(ticket.unread)}</span>
                  <span className={classes.spoken}>{text('cabinet-unread', { count: ticket.unread })}</span>
                </span>
              )}
            </span>
          )}
          <span className={classes.state}>
            <Status status={ticket.status} who={ticket.assignee_name} />
            {!isEnded(ticket.status) && <Eta ticket={ticket} now={now} />}
          </span>
        </span>
      </Link>
    </li>
  );
}

/** When a person answers, short. */
function Eta({ ticket, now }: { ticket: OwnTicketItem; now: number }) {
  const text = useText();
  const promise = promised(text, useMe().format, { ticket, now });
  if (!promise) return null;
  if (promise.late) return <span className={classes.late}>{text('cabinet-late-short')}</span>;
  return (
    <span className={classes.eta}>
      {promise.minutes === null
        ? promise.by
        : text('cabinet-in-by', { by: promise.by, minutes: String(promise.minutes) })}
    </span>
  );
}
