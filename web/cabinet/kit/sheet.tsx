import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '../../ui/i18n.tsx';
import classes from './sheet.module.css';

/** Something small over the screen, from below. The browser keeps the focus in it, and Escape or a tap beside it closes it. */
export function Sheet(props: { title: string; onClose: () => void; children: ReactNode }) {
  const text = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes.sheet}
      aria-labelledby={id}
      onClose={props.onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <div className={classes.inner}>
        <header className={classes.head}>
          <h2 id={id} className={classes.title}>
            {props.title}
          </h2>
          <button
            type="button"
            className={classes.close}
            aria-label={text('cabinet-close')}
            onClick={() => dialog.current?.close()}
          >
            <IconX aria-hidden size="1.375rem" />
          </button>
        </header>
        {props.children}
      </div>
    </dialog>
  );
}
