import { infiniteQueryOptions, QueryClient, queryOptions } from '@tanstack/react-query';
import { ApiError, read } from '../../ui/api.ts';
import { setDeskNow } from '../../ui/clock.ts';
import { heardFrom, noteFailure } from './connection.ts';

/** Which of one's tickets are shown. */
export type Filter = 'open' | 'ended';

const LIST_PAGE = 20;
const CONVERSATION_PAGE = 50;
const LIST_EVERY_MS = 5_000;
const TICKET_EVERY_MS = 4_000;

const isLost = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 0 || error.status >= 502);

/** What the desk has said. It is read again every few seconds while somebody looks. */
export function createMemory(): QueryClient {
  const memory = new QueryClient({
    defaultOptions: {
      queries: {
        refetchOnReconnect: true,
        staleTime: 2_000,
        networkMode: 'always',
        retry: (count, error) => count < 1 && isLost(error),
      },
      mutations: { networkMode: 'always' },
    },
  });
  memory.getQueryCache().config.onSuccess = () => {
    heardFrom(true);
  };
  // A first opening that fails says so itself.
  memory.getQueryCache().config.onError = (error, { queryKey }) => {
    if (queryKey[0] !== 'cabinet') noteFailure(error);
  };
  memory.getMutationCache().config.onError = noteFailure;
  return memory;
}

/** A customer's tickets, newest first. */
export const ticketsQuery = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: ['tickets', filter],
    initialPageParam: null as number | null,
    queryFn: async ({ pageParam, signal }) => {
      const before = pageParam === null ? '' : `&before=${String(pageParam)}`;
      const path = `/api/cabinet/tickets?filter=${filter}&limit=${String(LIST_PAGE)}${before}`;
      const page = await read('OwnTickets', path, signal);
      setDeskNow(page.now);
      return page;
    },
    getNextPageParam: ({ next_before }) => next_before,
    refetchInterval: LIST_EVERY_MS,
  });

/** One ticket. */
export const ticketQuery = (id: number) =>
  queryOptions({
    queryKey: ['ticket', id],
    queryFn: async ({ signal }) => {
      const ticket = await read('OwnTicket', `/api/cabinet/tickets/${String(id)}`, signal);
      setDeskNow(ticket.now);
      return ticket;
    },
    refetchInterval: TICKET_EVERY_MS,
  });

/** What was said in a ticket, the newest part first in the pages, oldest first in each. */
export const conversationQuery = (id: number) =>
  infiniteQueryOptions({
    queryKey: ['conversation', id],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) => {
      const before = pageParam === null ? '' : `&before=${String(pageParam)}`;
      const path = `/api/cabinet/tickets/${String(id)}/conversation?limit=${String(CONVERSATION_PAGE)}${before}`;
      return read('OwnConversation', path, signal);
    },
    getNextPageParam: ({ messages, more }) => (more ? (messages[0]?.id ?? null) : null),
    refetchInterval: TICKET_EVERY_MS,
  });

const PULSE_EVERY_MS = 3_000;

/** Whether the desk answers again, while it does not. */
export const pulseQuery = queryOptions({
  queryKey: ['pulse'],
  queryFn: ({ signal }) => read('Cabinet', '/api/cabinet/session', signal),
  refetchInterval: PULSE_EVERY_MS,
  retry: false,
});

/** Settings and consents. */
export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => read('OwnSettings', '/api/cabinet/settings', signal),
});

const COPY_EVERY_MS = 3_000;

/** What one asked of one's own data; read again while a copy is being made. */
export const privacyQuery = queryOptions({
  queryKey: ['privacy'],
  queryFn: ({ signal }) => read('OwnPrivacy', '/api/cabinet/privacy', signal),
  refetchInterval: ({ state }) => (state.data?.export?.state === 'asked' ? COPY_EVERY_MS : false),
});
