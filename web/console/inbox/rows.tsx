import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { TicketSummary } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { VIEW_WORDS } from '../words.ts';
import type { Place } from './inbox.tsx';
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
  const move = useCallback(
    (step: number) => {
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
    },
    [at, tickets, place.ticketId, place.view, navigate, show],
  );
  return { at, move, setMoved };
}

/** The rows, of which only those in sight exist. */
export function Rows(props: Props) {
  const { tickets, place, me, more, loadMore } = props;
  const text = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const focusNext = useRef<number | null>(null);
  const rows = useVirtualizer({
    count: tickets.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => tickets[index]?.id ?? index,
    overscan: 8,
  });
  const show = useCallback(
    (index: number) => {
      rows.scrollToIndex(index);
      focusNext.current = index;
    },
    [rows],
  );
  const { at, move, setMoved } = useCursor(props, show);
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;

  useEffect(() => {
    if (more && last >= tickets.length - AHEAD) loadMore();
  }, [more, last, tickets.length, loadMore]);

  // The row moved to takes the focus once it exists, unless somebody is busy elsewhere.
  useEffect(() => {
    const index = focusNext.current;
    if (index === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${String(index)}"] a`);
    if (!row) return;
    focusNext.current = null;
    const busy = document.activeElement;
    if (busy === document.body || scroller.current?.contains(busy)) row.focus({ preventScroll: true });
  });

  useHotkeys([
    ['J', () => move(1), { usePhysicalKeys: true }],
    ['K', () => move(-1), { usePhysicalKeys: true }],
  ]);
  const arrows = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    move(step);
  };

  return (
    <div ref={scroller} className={classes.scroller}>
      <ul
        className={classes.rows}
        style={{ height: `${String(rows.getTotalSize())}px` }}
        aria-label={text(VIEW_WORDS[place.view])}
        onKeyDown={arrows}
      >
        {shown.map((item) => {
          const ticket = tickets[item.index];
          return ticket ? (
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
          ) : null;
        })}
      </ul>
    </div>
  );
}
