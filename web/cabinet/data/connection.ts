import { useSyncExternalStore } from 'react';
import { ApiError } from '../../ui/api.ts';

let lost = false;
let ended: ApiError | null = null;
const listeners = new Set<() => void>();

/** Whether the last question to the desk was answered. */
export function heardFrom(desk: boolean): void {
  if (lost === !desk) return;
  lost = !desk;
  tell();
}

/** Takes note of what went wrong: nobody answered, or the session has ended. */
export function noteFailure(error: unknown): void {
  if (!(error instanceof ApiError)) return;
  if (error.status === 0 || error.status >= 502) heardFrom(false);
  if (error.status !== 401 || ended) return;
  ended = error;
  tell();
}

const tell = (): void => {
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether the desk cannot be reached now. */
export const useLost = (): boolean => useSyncExternalStore(subscribe, () => lost);

/** Calls `listener` when the desk is reached again, until the returned function is called. */
export const onFound = (listener: () => void): (() => void) =>
  subscribe(() => {
    if (!lost) listener();
  });

/** Ends when the desk is reached again. */
export const found = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = onFound(() => {
      stop();
      resolve();
    });
  });

/** Why the session has ended, if it has. */
export const useEnded = (): ApiError | null => useSyncExternalStore(subscribe, () => ended);
