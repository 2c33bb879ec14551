import { Button, Loader } from '@mantine/core';
import { IconArrowDown, IconMessageOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Session, Ticket, TicketMessage } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { useNow } from '../data/now.ts';
import { useOutgoing } from '../data/outgoing.ts';
import { usePreferences } from '../data/preferences.tsx';
import { conversationQuery } from '../data/queries.ts';
import { Empty, Problem } from '../parts/problem.tsx';
import classes from './conversation.module.css';
import { EventLine } from './event-line.tsx';
import { Message } from './message.tsx';
import { OutgoingMessage } from './outgoing-message.tsx';
import { BubblesSkeleton } from './skeleton.tsx';
import { type Item, messagesOf, timeline } from './timeline.ts';
import { useScroll } from './use-scroll.ts';

function DayLine({ at }: { at: string }) {
  const text = useText();
  const now = useNow();
  const { format } = usePreferences();
  const today = format.dayKey(at) === format.dayKey(now);
  const yesterday = format.dayKey(at) === format.dayKey(now - 24 * 60 * 60_000);
  const words = today ? text('console-today') : yesterday ? text('console-yesterday') : format.day(at, now);
  return (
    <div className={classes.day} data-standing>
      <span>{words}</span>
    </div>
  );
}

interface LinesProps {
  readonly items: readonly Item[];
  readonly messages: readonly TicketMessage[];
  readonly ticket: Ticket;
  readonly session: Session;
}

function Lines({ items, messages, ticket, session }: LinesProps) {
  const byId = useMemo(() => new Map(messages.map((message) => [message.id, message])), [messages]);
  return items.map((item) => {
    switch (item.kind) {
      case 'day':
        return <DayLine key={item.key} at={item.at} />;
      case 'event':
        return <EventLine key={item.key} event={item.event} times={item.times} />;
      case 'outgoing':
        return <OutgoingMessage key={item.key} entry={item.entry} />;
      case 'message':
        return (
          <Message
            key={item.key}
            message={item.message}
            headless={item.headless}
            quoted={item.message.reply_to_id ? byId.get(item.message.reply_to_id) : undefined}
            ticketId={ticket.id}
            customer={ticket.requester.name}
            mayReply={session.permissions.includes('tickets.reply')}
          />
        );
    }
  });
}

function Earlier(props: { busy: boolean; failed: boolean; load: () => void }) {
  const text = useText();
  return (
    <div className={classes.earlier} data-standing>
      {props.busy ? (
        <Loader size="1.25rem" aria-label={text('console-loading')} />
      ) : (
        <Button size="compact-sm" variant="default" onClick={props.load}>
          {props.failed ? text('console-earlier-failed') : text('console-earlier')}
        </Button>
      )}
    </div>
  );
}

function NewMessages({ count, show }: { count: number; show: () => void }) {
  const text = useText();
  if (count === 0) return null;
  return (
    <Button
      className={classes.pill ?? ''}
      size="compact-sm"
      radius="xl"
      leftSection={<IconArrowDown size="0.875rem" stroke={2} aria-hidden />}
      onClick={show}
    >
      {text('console-new-messages', { count })}
    </Button>
  );
}

/** The loaded part of a conversation, as lines, and the way to an older one. */
function useConversation(ticket: Ticket, session: Session) {
  const { format } = usePreferences();
  const query = useInfiniteQuery(conversationQuery(ticket.id));
  const outgoing = useOutgoing(ticket.id, session.staff.id);
  const parts = query.data?.pages;
  const messages = useMemo(() => messagesOf(parts ?? []), [parts]);
  const items = useMemo(() => timeline(parts ?? [], outgoing, format.dayKey), [parts, outgoing, format]);
  const { hasNextPage, isFetching, fetchNextPage } = query;
  const load = (): void => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  };
  return { query, messages, items, load };
}

/** What was said and what happened, oldest first, with the end in sight until one scrolls up. */
export function ConversationPane({ ticket, session }: { ticket: Ticket; session: Session }) {
  const text = useText();
  const { query, messages, items, load } = useConversation(ticket, session);
  const failed = query.isFetchNextPageError;
  const scroll = useScroll({
    items,
    me: session.staff.id,
    nearTop: () => {
      if (!failed) load();
    },
  });

  if (query.isPending) return <BubblesSkeleton />;
  if (!query.data) {
    return (
      <div className={classes.failed}>
        <Problem
          title={text('console-conversation-failed')}
          error={query.error}
          retry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      </div>
    );
  }
  return (
    <div className={classes.frame}>
      <div
        ref={scroll.scroller}
        className={classes.scroller}
        onScroll={scroll.onScroll}
        role="log"
        aria-label={text('console-conversation')}
        tabIndex={0}
      >
        <div ref={scroll.content} className={classes.content}>
          {query.hasNextPage ? <Earlier busy={query.isFetchingNextPage} failed={failed} load={load} /> : null}
          {items.length === 0 ? (
            <Empty shape={IconMessageOff} title={text('console-conversation-empty')} />
          ) : (
            <Lines items={items} messages={messages} ticket={ticket} session={session} />
          )}
        </div>
      </div>
      <NewMessages count={scroll.unseen} show={scroll.toEnd} />
    </div>
  );
}
