import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { ApiError, change } from '../../ui/api.ts';
import { deskNow } from '../../ui/clock.ts';
import { noteFailure, onFound } from './connection.ts';
import { kept, newKey, parseKept } from './kept.ts';
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

const listeners = new Set<() => void>();
const known = new Map<number, readonly Outgoing[]>();
const nameOf = (ticketId: number): string => `outgoing.${String(ticketId)}`;
const CUT_SHORT = { code: 'offline', message: '' };
const isOutgoing = (value: unknown): value is Outgoing[] => Array.isArray(value);

/** What waits for a ticket. What a closed page was still sending is offered to be sent again. */
function waiting(ticketId: number): readonly Outgoing[] {
  const there = known.get(ticketId);
  if (there) return there;
  const revived = parseKept(kept.get(nameOf(ticketId)), isOutgoing, []).map((entry) => ({
    ...entry,
    // Words that were kept by an earlier version have none.
    files: Array.isArray(entry.files) ? entry.files : [],
    failure: entry.failure ?? CUT_SHORT,
  }));
  known.set(ticketId, revived);
  return revived;
}

function put(ticketId: number, entries: readonly Outgoing[]): void {
  known.set(ticketId, entries);
  kept.set(nameOf(ticketId), entries.length > 0 ? JSON.stringify(entries) : '');
  for (const listener of listeners) listener();
}

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

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

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
