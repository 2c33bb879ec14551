import { type RefObject, useEffect, useRef } from 'react';
import type { Open } from '../layout.ts';

/** Whether a real keyboard is likely: focusing an input on a touch screen would bring up one of glass. */
export const hasKeyboard = (): boolean => window.matchMedia('(hover: hover) and (pointer: fine)').matches;

/** Moves the focus along when a chat opens or closes, since what had it is gone from the screen then. */
export const useFocusOnTop = (panes: RefObject<HTMLDivElement | null>, open: Open | undefined): void => {
  const key = open === undefined ? '' : `${open.chat}:${open.thread ?? ''}`;
  const before = useRef(key);
  useEffect(() => {
    if (before.current === key) return;
    before.current = key;
    const top = panes.current?.querySelector<HTMLElement>(key === '' ? '.pane' : '.pane-over');
    const input = hasKeyboard() ? top?.querySelector<HTMLElement>('textarea') : undefined;
    (input ?? top)?.focus({ preventScroll: true });
  }, [panes, key]);
};
