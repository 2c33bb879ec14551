import { useEffect, useRef } from 'react';
import { useMe } from '../data/me.tsx';

/** A dialog over everything, on the whole screen, and Telegram's way back leads out of it. */
export function useOver() {
  const { telegram } = useMe();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    const shrink = telegram?.fillScreen();
    const release = telegram?.showBackButton(() => dialog.current?.close());
    return () => {
      shrink?.();
      release?.();
    };
  }, [telegram]);
  return dialog;
}
