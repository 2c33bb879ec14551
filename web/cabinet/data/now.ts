import { useEffect, useState } from 'react';
import { deskNow, onClockMoved } from '../../ui/clock.ts';

const EVERY_MS = 5_000;

/** The desk's present moment, in milliseconds; it goes on by itself. */
export function useNow(): number {
  const [now, setNow] = useState(deskNow);
  useEffect(() => {
    const look = (): void => {
      setNow(deskNow());
    };
    const timer = setInterval(look, EVERY_MS);
    const stop = onClockMoved(look);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, []);
  return now;
}
