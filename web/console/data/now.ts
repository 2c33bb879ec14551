import { useSyncExternalStore } from 'react';
import { deskNow } from '../../ui/clock.ts';

const TICK_MS = 15_000;

let now = 0;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

const tick = (): void => {
  now = deskNow();
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  timer ??= setInterval(tick, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    now = 0;
  };
};

const snapshot = (): number => {
  // A clock that was moved on (a demo desk's) shows at once.
  const real = deskNow();
  if (Math.abs(real - now) > TICK_MS) now = real;
  return now;
};

/** The desk's present moment in milliseconds; what shows it is drawn again every quarter of a minute. */
export const useNow = (): number => useSyncExternalStore(subscribe, snapshot);
