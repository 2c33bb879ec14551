import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconFileUnknown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import type { Session, Ticket } from '../../../contract/index.ts';
import { ApiError } from '../../ui/api.ts';
import { useText } from '../../ui/i18n.tsx';
import { ticketQuery } from '../data/queries.ts';
import type { Place } from '../inbox/place.ts';
import { useKeys } from '../parts/keys.ts';
import { Empty, Problem } from '../parts/problem.tsx';
import { Composer } from './composer.tsx';
import { ConciergeGate, useSeen } from './concierge.tsx';
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

function NoTicket({ place, ticketId }: Pick<Props, 'place' | 'ticketId'>) {
  const text = useText();
  const query = useQuery(ticketQuery(ticketId));
  const number = String(ticketId);
  if (query.error instanceof ApiError && query.error.status === 404) {
    return (
      <Empty shape={IconFileUnknown} title={text('console-ticket-missing', { number })}>
        <Link to="/inbox/$view" params={{ view: place.view }} search={{}}>
          {text('console-ticket-missing-next')}
        </Link>
      </Empty>
    );
  }
  return (
    <Problem
      title={text('console-ticket-failed', { number })}
      error={query.error}
      retry={() => void query.refetch()}
      retrying={query.isFetching}
    />
  );
}

/** The customer beside the conversation where there is room, else in a drawer. */
function Rail(props: {
  ticket: Ticket;
  place: Place;
  session: Session;
  inline: boolean;
  opened: boolean;
  close: () => void;
}) {
  const text = useText();
  const rail = <CustomerRail ticket={props.ticket} view={props.place.view} session={props.session} />;
  if (props.inline) {
    return (
      <aside className={classes.rail} aria-label={text('console-customer')}>
        {rail}
      </aside>
    );
  }
  return (
    <Drawer
      opened={props.opened}
      onClose={props.close}
      position="right"
      size="20rem"
      title={text('console-customer')}
    >
      {rail}
    </Drawer>
  );
}

/** An open ticket: its head, the conversation, where one writes, and the customer beside it. */
export function TicketPane({ place, ticketId, session }: Props) {
  const text = useText();
  const query = useQuery(ticketQuery(ticketId));
  const inline = useMediaQuery('(min-width: 80em)', undefined, { getInitialValueInEffect: false });
  const [opened, setOpened] = useState(false);
  const back = useBack(place);
  useKeys([['Escape', back]]);
  const ticket = query.data;
  useSeen(ticket, session);
  if (query.isPending) return <TicketSkeleton back={back} />;
  if (!ticket) return <NoTicket place={place} ticketId={ticketId} />;
  const show = (): void => {
    setOpened(true);
  };
  const close = (): void => {
    setOpened(false);
  };
  return (
    <article
      className={classes.pane}
      aria-label={text('console-ticket-label', { number: String(ticket.id) })}
    >
      <div className={classes.main}>
        <TicketHeader ticket={ticket} session={session} back={back} showRail={inline ? null : show} />
        <ConversationPane ticket={ticket} session={session} />
        <ConciergeGate ticket={ticket} session={session} />
        <Composer ticket={ticket} session={session} />
      </div>
      <Rail session={session} ticket={ticket} place={place} inline={inline} opened={opened} close={close} />
    </article>
  );
}
