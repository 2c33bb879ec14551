import { IconRefresh } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useText } from '../../ui/i18n.tsx';
import { useMe } from '../data/me.tsx';
import { ENOUGH, type Finger, pullOf } from './pull.ts';
import classes from './refresh.module.css';

const fingerOf = ({ touches }: TouchEvent): Finger | null => {
  const [one] = touches;
  return one && touches.length === 1 ? { x: one.clientX, y: one.clientY } : null;
};

/** Follows a finger that pulls the page down from its very top. Telegram's own swipe is switched off for as long as the page is open. */
function usePull(mark: RefObject<HTMLElement | null>, work: () => void): void {
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  useEffect(() => {
    let from: Finger | null = null;
    let pulled = 0;
    const show = (pull: number): void => {
      pulled = pull;
      mark.current?.style.setProperty('--pull', String(pull));
    };
    const begin = (event: TouchEvent): void => {
      const inside = event.target instanceof Element && event.target.closest('dialog, textarea, input');
      from = window.scrollY <= 0 && !inside ? fingerOf(event) : null;
    };
    const follow = (event: TouchEvent): void => {
      const to = fingerOf(event);
      show(from && to && window.scrollY <= 0 ? pullOf(from, to) : 0);
    };
    const end = (event: TouchEvent): void => {
      const enough = event.type === 'touchend' && pulled >= ENOUGH;
      from = null;
      show(0);
      if (enough) latest.current();
    };
    const heard = { touchstart: begin, touchmove: follow, touchend: end, touchcancel: end };
    const all = Object.entries(heard) as [keyof typeof heard, (event: TouchEvent) => void][];
    for (const [name, listener] of all) window.addEventListener(name, listener, { passive: true });
    return () => {
      for (const [name, listener] of all) window.removeEventListener(name, listener);
    };
  }, [mark]);
}

/** Reads the screen anew: by pulling it down, or by a button that keys reach. */
export function Refresh({ work }: { work: () => Promise<unknown> }) {
  const text = useText();
  const { telegram } = useMe();
  const [busy, setBusy] = useState(false);
  const mark = useRef<HTMLDivElement>(null);
  const refresh = async (): Promise<void> => {
    telegram?.feel('choice');
    setBusy(true);
    try {
      await work();
    } finally {
      setBusy(false);
    }
  };
  usePull(mark, () => void refresh());
  return (
    <>
      <div ref={mark} role="status" className={classes.mark} data-busy={busy}>
        <IconRefresh aria-hidden size="1.375rem" />
        {busy && <span className={classes.spoken}>{text('cabinet-loading')}</span>}
      </div>
      <button type="button" className={classes.button} aria-disabled={busy} onClick={() => void refresh()}>
        <IconRefresh aria-hidden size="1.25rem" />
        {text('cabinet-refresh')}
      </button>
    </>
  );
}
