import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { followLive, type LiveState } from '../../ui/live.ts';

/** Changes that come close together are read in one go. */
const GATHER_MS = 150;

let state: LiveState = 'connecting';
const listeners = new Set<() => void>();

const setState = (next: LiveState): void => {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** How the live connection stands. */
export const useLiveState = (): LiveState => useSyncExternalStore(subscribe, () => state);

const readAgain = (client: QueryClient, ids: ReadonlySet<number>): void => {
  for (const id of ids) {
    void client.invalidateQueries({ queryKey: ['ticket', id] });
    void client.invalidateQueries({ queryKey: ['conversation', id] });
  }
  void client.invalidateQueries({ queryKey: ['inbox'] });
};

/** Keeps what is on the screen true while it is shown. */
export function useLive(): void {
  const client = useQueryClient();
  useEffect(() => {
    const ids = new Set<number>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = (): void => {
      timer = undefined;
      readAgain(client, ids);
      ids.clear();
    };
    const stop = followLive('/api/events', {
      onTickets: (changed) => {
        for (const id of changed) ids.add(id);
        timer ??= setTimeout(flush, GATHER_MS);
      },
      onResync: () => void client.invalidateQueries(),
      onState: (next) => {
        setState(next);
        // A refused stream may mean a session that has ended; asking for it tells.
        if (next === 'lost') void client.invalidateQueries({ queryKey: ['session'] });
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
      setState('connecting');
    };
  }, [client]);
}
