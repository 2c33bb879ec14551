import { type QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Route, Router, Switch, useLocation } from 'wouter';
import type { Cabinet } from '../../contract/index.ts';
import { useText } from '../ui/i18n.tsx';
import { Closed } from './closed.tsx';
import { useEnded } from './data/connection.ts';
import { MeProvider } from './data/me.tsx';
import { fetchAhead, screenOf } from './data/parts.ts';
import { openCabinet } from './data/session.ts';
import { useDelivering } from './data/waiting.ts';
import { type Words, WordsProvider } from './data/words.tsx';
import { Connection } from './kit/notice.tsx';
import page from './kit/page.module.css';
import { Skeleton } from './kit/skeleton.tsx';
import { placeOf } from './place.ts';
import type { Telegram } from './telegram.ts';
import { Tickets } from './tickets/tickets.tsx';

const loadTicket = () => import('./ticket/ticket.tsx');
const loadAsking = () => import('./new/new.tsx');
const loadSettings = () => import('./settings/settings.tsx');
const Ticket = lazy(() => screenOf(loadTicket));
const Asking = lazy(() => screenOf(loadAsking));
const loadHelp = () => import('./help/help.tsx');
const Settings = lazy(() => screenOf(loadSettings));
const Help = lazy(() => screenOf(loadHelp));
const Article = lazy(() => screenOf(() => import('./help/article.tsx')));

interface Start {
  readonly telegram: Telegram | null;
  readonly words: Words;
  /** The cabinet, which is being opened already. */
  readonly opening: Promise<Cabinet>;
  readonly memory: QueryClient;
}

/** The cabinet. */
export function App(start: Start) {
  return (
    <QueryClientProvider client={start.memory}>
      <Opened {...start} />
    </QueryClientProvider>
  );
}

/** Opens the cabinet, and says what to do where it does not open. A session that ends while one is here ends the same way. */
function Opened({ telegram, words, opening }: Start) {
  const begun = useRef<Promise<Cabinet> | null>(opening);
  const cabinet = useQuery({
    queryKey: ['cabinet'],
    queryFn: () => {
      const first = begun.current;
      begun.current = null;
      return first ?? openCabinet({ telegram, link: null });
    },
    staleTime: 60_000,
  });
  const language = cabinet.data?.customer.language ?? words.language;
  const ended = useEnded();
  const error = ended ?? (cabinet.data ? null : cabinet.error);
  return (
    <WordsProvider language={language} first={words}>
      {error ? (
        <Closed error={error} telegram={telegram} onAgain={() => void cabinet.refetch()} />
      ) : cabinet.data ? (
        <MeProvider cabinet={cabinet.data} telegram={telegram}>
          <Router base="/cabinet">
            <Screens startParam={telegram?.startParam} />
          </Router>
          <Connection />
        </MeProvider>
      ) : (
        <Waiting />
      )}
    </WordsProvider>
  );
}

const LIST = /^\/cabinet\/?$/;

/** The shape of the screen that comes. */
function Waiting() {
  const text = useText();
  const list = LIST.test(window.location.pathname);
  return (
    <main className={page.page}>
      <header className={page.head}>
        {list && <h1 className={page.title}>{text('cabinet-tickets')}</h1>}
      </header>
      <Skeleton shape={list ? 'list' : 'rows'} />
    </main>
  );
}

/** The screens by their addresses. What is likely to be opened next is fetched while nothing else is. */
function Screens({ startParam }: { startParam: string | undefined }) {
  const [place, go] = useLocation();
  const [started, setStarted] = useState(false);
  useDelivering();
  useEffect(() => {
    const wanted = place === '/' ? placeOf(startParam) : null;
    if (wanted !== null) go(wanted, { replace: true });
    setStarted(true);
    const timer = setTimeout(() => void fetchAhead([loadTicket, loadAsking, loadSettings, loadHelp]), 1_500);
    return () => {
      clearTimeout(timer);
    };
    // Only at the beginning: afterwards people go where they want.
  }, []);
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [place]);
  if (!started) return <Waiting />;
  return (
    <Suspense fallback={<Waiting />}>
      <Switch>
        <Route path="/tickets/:id">{({ id }) => <Ticket key={id} id={Number(id)} />}</Route>
        <Route path="/new">
          <Asking />
        </Route>
        <Route path="/help">
          <Help />
        </Route>
        <Route path="/help/:slug">{({ slug }) => <Article key={slug} slug={slug} />}</Route>
        <Route path="/settings">
          <Settings />
        </Route>
        <Route>
          <Tickets />
        </Route>
      </Switch>
    </Suspense>
  );
}
