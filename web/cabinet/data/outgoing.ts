import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { ApiError, change } from '../../ui/api.ts';
import { deskNow } from '../../ui/clock.ts';
import { noteFailure, onFound } from './connection.ts';
import { keptLists, newKey } from './kept.ts';
import { conversationQuery, ticketQuery } from './queries.ts';

/** Words on their way to the desk, kept until it has them. */
export interface Outgoing {
  /** The request key: sending again under the same one has no second effect. */
  readonly key: string;
  readonly text: string;
  /** Uploads that go with them. */
  readonly files: readonly number[];
  readonly at: string;
  /** Why they did not go out; null: they are going. */
  readonly failure: { readonly code: string; readonly message: string } | null;
}

const CUT_SHORT = { code: 'offline', message: '' };

/** What waits for a ticket. What a closed page was still sending is offered to be sent again. */
const {
  of: waiting,
  put,
  subscribe,
} = keptLists<Outgoing>('outgoing', (entry) => ({
  ...entry,
  // Words that were kept by an earlier version have none.
  files: Array.isArray(entry.files) ? entry.files : [],
  failure: entry.failure ?? CUT_SHORT,
}));

const without = (ticketId: number, key: string): readonly Outgoing[] =>
  waiting(ticketId).filter((entry) => entry.key !== key);

async function deliver(memory: QueryClient, ticketId: number, entry: Outgoing): Promise<boolean> {
  const { key, text, files } = entry;
  put(ticketId, [...without(ticketId, key), { ...entry, failure: null }]);
  try {
    const path = `/api/cabinet/tickets/${String(ticketId)}/messages`;
    const ticket = await change('OwnTicket', path, { text, files, request_key: key });
    memory.setQueryData(ticketQuery(ticketId).queryKey, ticket);
    await memory.invalidateQueries({ queryKey: conversationQuery(ticketId).queryKey });
    put(ticketId, without(ticketId, key));
    return true;
  } catch (error) {
    noteFailure(error);
    const refused = error instanceof ApiError && error.status > 0;
    const failure = refused ? { code: error.code, message: error.message } : CUT_SHORT;
    put(ticketId, [...without(ticketId, key), { ...entry, failure }]);
    return false;
  }
}

/** The words that are on their way into a ticket, and how to send more. They go again by themselves once the desk is reached again. */
export function useOutgoing(ticketId: number) {
  const memory = useQueryClient();
  const entries = useSyncExternalStore(subscribe, () => waiting(ticketId));
  const send = useCallback(
    (text: string, files: readonly number[] = []) => {
      const at = new Date(deskNow()).toISOString();
      return deliver(memory, ticketId, { key: newKey(), text, files, at, failure: null });
    },
    [memory, ticketId],
  );
  const retry = useCallback((entry: Outgoing) => deliver(memory, ticketId, entry), [memory, ticketId]);
  const drop = useCallback(
    (key: string) => {
      put(ticketId, without(ticketId, key));
    },
    [ticketId],
  );
  useEffect(
    () =>
      onFound(() => {
        for (const entry of waiting(ticketId)) if (entry.failure?.code === 'offline') void retry(entry);
      }),
    [ticketId, retry],
  );
  return { entries, send, retry, drop };
}
