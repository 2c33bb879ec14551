import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useText } from '../../ui/i18n.tsx';
import { useLiveState } from '../data/live.ts';
import classes from './connection.module.css';

/** A connection that is back within this time was never worth a word. */
const SILENCE_MS = 1_500;

/** Says that the screen may be behind, while it may be. */
export function ConnectionBanner() {
  const text = useText();
  const lost = useLiveState() === 'lost';
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!lost) {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => {
      setShown(true);
    }, SILENCE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [lost]);
  return (
    <div role="status" className={classes.holder}>
      {shown ? (
        <div className={classes.banner}>
          <IconPlugConnectedX size="1rem" stroke={1.75} aria-hidden />
          <span>{text('console-connection-lost')}</span>
        </div>
      ) : null}
    </div>
  );
}
