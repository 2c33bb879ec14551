import { useNavigate } from '@tanstack/react-router';
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { TicketSummary } from '../../../contract/index.ts';
import { useKeys } from '../parts/keys.ts';
import type { Place } from './place.ts';
import { Row } from './row.tsx';
import classes from './rows.module.css';

/** A row's height before it is measured: three lines. */
const ROW_PX = 84;
/** How many rows before the end the next page is asked for. */
const AHEAD = 15;

interface Props {
  readonly tickets: readonly TicketSummary[];
  readonly place: Place;
  readonly me: number;
  readonly more: boolean;
  readonly loadMore: () => void;
}

/** The row that the keys are on: the open ticket's, else the one moved to. With a ticket open a move opens the next one. */
function useCursor({ tickets, place }: Props, show: (index: number) => void) {
  const navigate = useNavigate();
  const [moved, setMoved] = useState<number | null>(null);
  const cursor = place.ticketId ?? moved;
  const at = tickets.findIndex((ticket) => ticket.id === cursor);
  const move = (step: number): void => {
    const index = at < 0 ? 0 : Math.min(Math.max(at + step, 0), tickets.length - 1);
    const ticket = tickets[index];
    if (!ticket) return;
    setMoved(ticket.id);
    show(index);
    if (place.ticketId === null) return;
    void navigate({
      to: '/inbox/$view/$ticket',
      params: { view: place.view, ticket: String(ticket.id) },
      search: (old) => old,
      replace: true,
    });
  };
  return { at, move, setMoved };
}

/** The row moved to takes the focus once it exists, unless somebody is busy elsewhere. */
function useRowFocus(scroller: RefObject<HTMLDivElement | null>) {
  const next = useRef<number | null>(null);
  useEffect(() => {
    if (next.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${String(next.current)}"] a`);
    if (!row) return;
    next.current = null;
    const busy = document.activeElement;
    if (busy === document.body || scroller.current?.contains(busy)) row.focus({ preventScroll: true });
  });
  return next;
}

function useMoveKeys(move: (step: number) => void): (event: KeyboardEvent) => void {
  useKeys([
    [
      'J',
      () => {
        move(1);
      },
    ],
    [
      'K',
      () => {
        move(-1);
      },
    ],
  ]);
  return (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    move(step);
  };
}

/** The rows, of which only those in sight exist. */
export function Rows(props: Props) {
  const { tickets, place, me, more, loadMore } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const focusNext = useRowFocus(scroller);
  const rows = useVirtualizer({
    count: tickets.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => tickets[index]?.id ?? index,
    overscan: 8,
  });
  const { at, move, setMoved } = useCursor(props, (index) => {
    rows.scrollToIndex(index);
    focusNext.current = index;
  });
  const arrows = useMoveKeys(move);
  const shown = rows.getVirtualItems();
  const left = tickets.length - (shown.at(-1)?.index ?? 0);
  useEffect(() => {
    if (more && left <= AHEAD) loadMore();
  }, [more, left, loadMore]);

  const row = (item: VirtualItem) => {
    const ticket = tickets[item.index];
    if (!ticket) return null;
    return (
      <li
        key={item.key}
        ref={rows.measureElement}
        data-index={item.index}
        className={classes.item}
        style={{ transform: `translateY(${String(item.start)}px)` }}
        aria-setsize={more ? -1 : tickets.length}
        aria-posinset={item.index + 1}
        onFocus={() => {
          setMoved(ticket.id);
        }}
      >
        <Row
          ticket={ticket}
          view={place.view}
          me={me}
          open={ticket.id === place.ticketId}
          tab={item.index === Math.max(at, 0)}
        />
      </li>
    );
  };
  return (
    <div ref={scroller} className={classes.scroller}>
      <ul className={classes.rows} style={{ height: `${String(rows.getTotalSize())}px` }} onKeyDown={arrows}>
        {shown.map(row)}
      </ul>
    </div>
  );
}
