import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../settings.tsx';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  form?: 'middle' | 'drawer';
}

/** A modal dialog over the whole stage. */
export function Dialog({ title, onClose, children, form = 'middle' }: DialogProps) {
  const say = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const box = dialog.current;
    if (box?.open === false) box.showModal();
    return () => box?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog dialog-${form}`}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className="dialog-box">
        <header className="sheet-head">
          <h2 className="sheet-title">{title}</h2>
          <button type="button" className="icon-button" onClick={onClose} aria-label={say('close')}>
            <IconX size={20} />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
