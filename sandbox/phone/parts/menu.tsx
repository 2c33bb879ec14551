import { type KeyboardEvent, type ReactNode, useLayoutEffect, useState } from 'react';
import { useFocusInside } from './sheet.tsx';

/** A line of a menu. */
export interface MenuItem {
  label: string;
  icon: ReactNode;
  run: () => void;
  danger?: boolean;
}

/** Where a menu opens, in the window's pixels. */
export interface Spot {
  x: number;
  y: number;
}

interface MenuProps {
  label: string;
  items: MenuItem[];
  at: Spot;
  onClose: () => void;
  head?: ReactNode;
}

const step = (event: KeyboardEvent<HTMLElement>) => {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const here = all.indexOf(document.activeElement as HTMLElement);
  const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  all[(here + by + all.length) % all.length]?.focus();
};

/** A menu that opens at a spot and stays inside its phone. Arrows move, Escape closes. */
export function Menu({ label, items, at, onClose, head }: MenuProps) {
  const box = useFocusInside();
  const [place, setPlace] = useState({ left: 0, top: 0 });
  useLayoutEffect(() => {
    const menu = box.current;
    const frame = menu?.parentElement?.getBoundingClientRect();
    if (!menu || !frame) return;
    setPlace({
      left: Math.max(8, Math.min(at.x - frame.left, frame.width - menu.offsetWidth - 8)),
      top: Math.max(8, Math.min(at.y - frame.top, frame.height - menu.offsetHeight - 8)),
    });
    menu.querySelector('button')?.focus({ preventScroll: true });
  }, [at, box]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    step(event);
    if (event.key !== 'Escape' && event.key !== 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <div className="layer layer-menu">
      <div className="layer-shade clear" onClick={onClose} onContextMenu={onClose} aria-hidden />
      <div
        ref={box}
        className="menu"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        style={place}
        onKeyDown={onKeyDown}
      >
        {head}
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            role="menuitem"
            className={item.danger === true ? 'menu-item danger' : 'menu-item'}
            onClick={() => {
              onClose();
              item.run();
            }}
          >
            {item.icon}
            <span>{item.label}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
