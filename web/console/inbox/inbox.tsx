import { useMediaQuery } from '@mantine/hooks';
import { IconInbox } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { InboxView, Session } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { useLive } from '../data/live.ts';
import { countsQuery, sessionQuery, VIEWS } from '../data/queries.ts';
import { ConnectionBanner } from '../parts/connection.tsx';
import { useKeys } from '../parts/keys.ts';
import { Empty } from '../parts/problem.tsx';
import { TicketPane } from '../ticket/ticket.tsx';
import { VIEW_WORDS } from '../words.ts';
import { Commands } from './commands.tsx';
import classes from './inbox.module.css';
import { TicketList } from './list.tsx';
import { usePlace } from './place.ts';
import { InboxSkeleton } from './skeletons.tsx';
import { ViewChips, ViewsColumn } from './views.tsx';

/** The window's title: how many wait, and where. */
function useTitle(view: InboxView, desk: string): void {
  const text = useText();
  const waiting = useQuery(countsQuery).data?.waiting ?? 0;
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${String(waiting)}) ` : ''}${text(VIEW_WORDS[view])} · ${desk}`;
  }, [waiting, view, desk, text]);
}

/** One key a list: 1 to 6. */
function useViewKeys(): void {
  const navigate = useNavigate();
  useKeys(
    VIEWS.map((view, index) => [
      `Digit${String(index + 1)}`,
      () => void navigate({ to: '/inbox/$view', params: { view }, search: {} }),
    ]),
  );
}

/** The inbox of whoever is signed in. */
export function InboxScreen() {
  const session = useQuery(sessionQuery).data;
  return session ? <Inbox session={session} /> : <InboxSkeleton />;
}

/** Lists, the tickets of one of them, and the open ticket. On a narrow screen one at a time. */
function Inbox({ session }: { session: Session }) {
  const text = useText();
  const place = usePlace();
  const narrow = useMediaQuery('(max-width: 59.99em)', undefined, { getInitialValueInEffect: false });
  useLive();
  useTitle(place.view, session.desk.name);
  useViewKeys();
  const list = !narrow || place.ticketId === null;
  const ticket = !narrow || place.ticketId !== null;
  return (
    <div className={classes.shell}>
      <ConnectionBanner />
      <div className={classes.panes}>
        {narrow ? null : <ViewsColumn place={place} session={session} />}
        {list ? (
          <div className={classes.list}>
            {narrow ? <ViewChips place={place} session={session} /> : null}
            <TicketList key={place.view} place={place} session={session} />
          </div>
        ) : null}
        {ticket ? (
          <div className={classes.ticket}>
            {place.ticketId === null ? (
              <Empty shape={IconInbox} title={text('console-no-ticket-title')}>
                {text('console-no-ticket-words')}
              </Empty>
            ) : (
              <TicketPane key={place.ticketId} place={place} ticketId={place.ticketId} session={session} />
            )}
          </div>
        ) : null}
      </div>
      <Commands session={session} />
    </div>
  );
}
