import { infiniteQueryOptions, keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query';
import type { InboxView } from '../../../contract/index.ts';
import { ApiError, change, read, readList } from '../../ui/api.ts';

/** The inbox lists, in the order in which they are shown. */
export const VIEWS: readonly InboxView[] = ['waiting', 'mine', 'unassigned', 'open', 'resolved', 'all'];

/** Whether a word names an inbox list. */
export const isView = (word: string): word is InboxView => (VIEWS as readonly string[]).includes(word);

const LIST_PAGE = 50;
const CONVERSATION_PAGE = 50;

const worthRetrying = (count: number, error: Error): boolean =>
  count < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 502);

/** The console's memory of what the desk has said. Live events say when it is out of date. `desk` may be reachable without a network
 * (it can run on this machine), so requests are always tried. */
export const createMemory = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: worthRetrying, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });

/** Who is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  // Not abortable: the router waits for it while no screen does, and must not lose it to a screen that leaves.
  queryFn: () => read('Session', '/api/session'),
  staleTime: Number.POSITIVE_INFINITY,
});

/** How one can sign in here. */
export const signInQuery = queryOptions({
  queryKey: ['sign-in'],
  queryFn: ({ signal }) => read('SignInOptions', '/api/sign-in', signal),
});

/** The colleagues to whom a ticket can be given. */
export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: ({ signal }) => readList('StaffMember', '/api/staff', signal),
  staleTime: 5 * 60_000,
});

/** Whether the colleague here is there for work, and how much of it they have. Nothing announces a change that the desk makes;
 * who opens a page is soon counted as there. */
export const presenceQuery = queryOptions({
  queryKey: ['presence'],
  queryFn: ({ signal }) => read('Presence', '/api/presence', signal),
  refetchInterval: ({ state }) => (state.data?.state === 'offline' ? 5_000 : 60_000),
});

/** What the bot tells the colleague here in Telegram. */
export const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: ({ signal }) => read('StaffNotices', '/api/notices', signal),
});

/** How many tickets each list holds. */
export const countsQuery = queryOptions({
  queryKey: ['inbox', 'counts'],
  queryFn: ({ signal }) => read('InboxCounts', '/api/inbox/counts', signal),
});

/** A list of the inbox, page after page. */
export const listQuery = (view: InboxView, q: string) =>
  infiniteQueryOptions({
    queryKey: ['inbox', 'list', view, q],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ view, limit: String(LIST_PAGE) });
      if (q) query.set('q', q);
      if (pageParam) query.set('cursor', pageParam);
      return read('TicketPage', `/api/inbox?${query.toString()}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
  });

/** A ticket. */
export const ticketQuery = (id: number) =>
  queryOptions({
    queryKey: ['ticket', id],
    queryFn: ({ signal }) => read('Ticket', `/api/tickets/${String(id)}`, signal),
  });

/** The macros that fit a ticket, as its customer would read them; a search finds those of other topics too. */
export const macrosQuery = (ticketId: number, q: string) =>
  queryOptions({
    queryKey: ['macros', ticketId, q],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ ticket: String(ticketId) });
      if (q) query.set('q', q);
      return readList('MacroPreview', `/api/macros?${query.toString()}`, signal);
    },
  });

/** One macro as it would read in a ticket with these fields. */
export const macroQuery = (ticketId: number, macroId: number, fields: object) =>
  queryOptions({
    queryKey: ['macros', ticketId, 'filled', macroId, fields],
    queryFn: () =>
      change('MacroPreview', `/api/tickets/${String(ticketId)}/macros/${String(macroId)}/preview`, {
        fields,
      }),
    placeholderData: keepPreviousData,
  });

/** What was said in a ticket: the newest part first, older parts on request. */
export const conversationQuery = (id: number) =>
  infiniteQueryOptions({
    queryKey: ['conversation', id],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: String(CONVERSATION_PAGE) });
      if (pageParam !== 0) query.set('before', String(pageParam));
      return read('Conversation', `/api/tickets/${String(id)}/conversation?${query.toString()}`, signal);
    },
    initialPageParam: 0,
    getNextPageParam: (part) => (part.more ? (part.messages[0]?.id ?? null) : null),
  });

/** Forgets what was read under a session that has ended. Who is signed in is asked anew; how one can sign in stays. */
export function forgetSession(memory: QueryClient): void {
  memory.removeQueries({ predicate: ({ queryKey: [what] }) => what !== 'session' && what !== 'sign-in' });
  void memory.resetQueries({ queryKey: sessionQuery.queryKey });
}
