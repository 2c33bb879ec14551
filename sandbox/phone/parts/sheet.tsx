import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../settings.tsx';

const focusable = 'button:not([disabled]), input, select, textarea, a[href], iframe, [tabindex="0"]';

const keepInside = (event: KeyboardEvent<HTMLElement>) => {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(focusable)];
  const edge = event.shiftKey ? all[0] : all.at(-1);
  if (document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? all.at(-1) : all[0])?.focus();
};

/** Moves the focus in when something opens, and back when it closes. */
export const useFocusInside = () => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    const wanted = box.current?.querySelector<HTMLElement>('[data-autofocus]') ?? box.current;
    wanted?.focus({ preventScroll: true });
    return () => before?.focus({ preventScroll: true });
  }, []);
  return box;
};

interface SheetProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** `card` floats in the middle, `bottom` slides up, `full` covers the phone. */
  form?: 'bottom' | 'card' | 'full';
  tools?: ReactNode;
}

/** A modal layer inside one phone: it traps the focus, Escape and a tap outside close it. */
export function Sheet({ title, onClose, children, form = 'bottom', tools }: SheetProps) {
  const say = useWords();
  const box = useFocusInside();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
    if (event.key === 'Tab') keepInside(event);
  };
  return (
    <div className={`layer layer-${form}`} onKeyDown={onKeyDown}>
      <div className="layer-shade" onClick={onClose} aria-hidden />
      <div ref={box} className="sheet" role="dialog" aria-modal aria-label={title} tabIndex={-1}>
        <header className="sheet-head">
          <h2 className="sheet-title">{title}</h2>
          {tools}
          <button type="button" className="icon-button" onClick={onClose} aria-label={say('close')}>
            <IconX size={20} />
          </button>
        </header>
        <div className="sheet-body">{children}</div>
      </div>
    </div>
  );
}

interface AlertProps {
  text: string;
  detail?: string;
  action?: string;
  onAction?: () => void;
  onClose: () => void;
}

/** A short question or notice in the middle of a phone. */
export function Alert({ text, detail, action, onAction, onClose }: AlertProps) {
  const say = useWords();
  const box = useFocusInside();
  const confirm = () => {
    onClose();
    onAction?.();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Tab') keepInside(event);
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <div className="layer layer-alert" onKeyDown={onKeyDown}>
      <div className="layer-shade" onClick={onClose} aria-hidden />
      <div ref={box} className="alert" role="alertdialog" aria-modal aria-label={text} tabIndex={-1}>
        <p className="alert-text" dir="auto">
          {text}
        </p>
        {detail === undefined ? null : (
          <p className="alert-detail" dir="auto">
            {detail}
          </p>
        )}
        <div className="alert-actions">
          {action === undefined ? null : (
            <button type="button" className="text-button" onClick={onClose}>
              {say('cancel')}
            </button>
          )}
          <button type="button" className="text-button strong" onClick={confirm} data-autofocus>
            {action ?? say('ok')}
          </button>
        </div>
      </div>
    </div>
  );
}
