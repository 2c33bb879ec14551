import { Drawer } from '@mantine/core';
import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { IconFileUnknown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import type { Session } from '../../../contract/index.ts';
import { ApiError } from '../../ui/api.ts';
import { useText } from '../../ui/i18n.tsx';
import { ticketQuery } from '../data/queries.ts';
import type { Place } from '../inbox/inbox.tsx';
import { Empty, Problem } from '../parts/problem.tsx';
import { Composer } from './composer.tsx';
import { ConversationPane } from './conversation.tsx';
import { CustomerRail } from './customer.tsx';
import { TicketHeader } from './header.tsx';
import { TicketSkeleton } from './skeleton.tsx';
import classes from './ticket.module.css';

/** The way from a ticket back to its list. */
function useBack(place: Place): () => void {
  const navigate = useNavigate();
  const { view } = place;
  return useCallback(() => {
    void navigate({ to: '/inbox/$view', params: { view }, search: (old) => old });
  }, [navigate, view]);
}

interface Props {
  readonly place: Place;
  readonly ticketId: number;
  readonly session: Session;
}

/** An open ticket: its head, the conversation, where one writes, and the customer beside it. */
export function TicketPane({ place, ticketId, session }: Props) {
  const text = useText();
  const query = useQuery(ticketQuery(ticketId));
  const railInline = useMediaQuery('(min-width: 80em)', undefined, { getInitialValueInEffect: false });
  const [railOpened, setRailOpened] = useState(false);
  const back = useBack(place);
  useHotkeys([['Escape', back]]);

  if (query.isPending) return <TicketSkeleton back={back} />;
  if (!query.data) {
    const missing = query.error instanceof ApiError && query.error.status === 404;
    return missing ? (
      <Empty shape={IconFileUnknown} title={text('console-ticket-missing', { number: String(ticketId) })}>
        <Link to="/inbox/$view" params={{ view: place.view }} search={{}}>
          {text('console-ticket-missing-next')}
        </Link>
      </Empty>
    ) : (
      <Problem
        title={text('console-ticket-failed', { number: String(ticketId) })}
        error={query.error}
        retry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    );
  }
  const ticket = query.data;
  const rail = <CustomerRail ticket={ticket} view={place.view} />;
  return (
    <article
      className={classes.pane}
      aria-label={text('console-ticket-label', { number: String(ticket.id) })}
    >
      <div className={classes.main}>
        <TicketHeader
          ticket={ticket}
          session={session}
          back={back}
          showRail={
            railInline
              ? null
              : () => {
                  setRailOpened(true);
                }
          }
        />
        <ConversationPane ticket={ticket} session={session} />
        <Composer ticket={ticket} session={session} />
      </div>
      {railInline ? (
        <aside className={classes.rail} aria-label={text('console-customer')}>
          {rail}
        </aside>
      ) : (
        <Drawer
          opened={railOpened}
          onClose={() => {
            setRailOpened(false);
          }}
          position="right"
          size="20rem"
          title={text('console-customer')}
          closeButtonProps={{ 'aria-label': text('console-close') }}
        >
          {rail}
        </Drawer>
      )}
    </article>
  );
}
