import { useSyncExternalStore } from 'react';
import { deskNow, onClockMoved } from '../../ui/clock.ts';

const TICK_MS = 15_000;

let now = 0;
let stop: (() => void) | undefined;
const listeners = new Set<() => void>();

const tick = (): void => {
  now = deskNow();
  for (const listener of listeners) listener();
};

const start = (): (() => void) => {
  const timer = setInterval(tick, TICK_MS);
  const forget = onClockMoved(tick);
  return () => {
    clearInterval(timer);
    forget();
  };
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  stop ??= start();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = undefined;
    now = 0;
  };
};

const snapshot = (): number => {
  if (now === 0) now = deskNow();
  return now;
};

/** The desk's present moment in milliseconds; what shows it is drawn again every quarter of a minute. */
export const useNow = (): number => useSyncExternalStore(subscribe, snapshot);
