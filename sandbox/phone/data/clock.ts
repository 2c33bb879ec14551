import { useEffect, useState, useSyncExternalStore } from 'react';

let offset = 0;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Takes over the sandbox's time, an ISO string; without one, nothing changes. */
export const setSandboxNow = (now: string | undefined): void => {
  const time = now === undefined ? Number.NaN : Date.parse(now);
  if (Number.isNaN(time)) return;
  const next = time - Date.now();
  // Answers take some milliseconds on their way; without a threshold the seconds would tremble.
  if (Math.abs(next - offset) < 400) return;
  offset = next;
  for (const listener of listeners) listener();
};

/** How far the sandbox's clock runs ahead of this machine's, in milliseconds. */
export const useOffset = (): number => useSyncExternalStore(subscribe, () => offset);

/** The sandbox's time in milliseconds, renewed each second. */
export const useNow = (): number => {
  const ahead = useOffset();
  const [machine, setMachine] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setMachine(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return machine + ahead;
};
