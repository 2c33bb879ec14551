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

const readAgain = (client: QueryClient, ids: readonly number[]): Promise<unknown> =>
  Promise.all([
    client.invalidateQueries({ queryKey: ['inbox'] }),
    ...ids.flatMap((id) => [
      client.invalidateQueries({ queryKey: ['ticket', id] }),
      client.invalidateQueries({ queryKey: ['conversation', id] }),
    ]),
  ]);

/** Reads what changed, one batch after the other: under a stream of changes each batch is read to its end, and none is left out. */
function createReader(client: QueryClient) {
  const ids = new Set<number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading = false;
  const flush = async (): Promise<void> => {
    timer = undefined;
    reading = true;
    const batch = [...ids];
    ids.clear();
    await readAgain(client, batch);
    reading = false;
    if (ids.size > 0) plan();
  };
  const plan = (): void => {
    if (!reading) timer ??= setTimeout(() => void flush(), GATHER_MS);
  };
  return {
    add: (changed: readonly number[]): void => {
      for (const id of changed) ids.add(id);
      plan();
    },
    stop: (): void => {
      ids.clear();
      clearTimeout(timer);
    },
  };
}

/** Keeps what is on the screen true while it is shown. */
export function useLive(): void {
  const client = useQueryClient();
  useEffect(() => {
    const reader = createReader(client);
    const leave = followLive('/api/events', {
      onTickets: reader.add,
      onResync: () => void client.invalidateQueries(),
      onState: (next) => {
        setState(next);
        // A refused stream may mean a session that has ended; asking for it tells.
        if (next === 'lost') void client.invalidateQueries({ queryKey: ['session'] });
      },
    });
    return () => {
      reader.stop();
      leave();
      setState('connecting');
    };
  }, [client]);
}
