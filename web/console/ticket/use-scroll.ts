import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Item } from './timeline.ts';

/** Nearer to the end than this counts as being there. */
const AT_END_PX = 64;
/** Nearer to the top than this asks for older messages. */
const NEAR_TOP_PX = 240;

interface Input {
  readonly items: readonly Item[];
  /** The colleague who reads: their own words always come into sight. */
  readonly me: number;
  readonly nearTop: () => void;
}

const isOwn = (item: Item | undefined, me: number): boolean =>
  item?.kind === 'outgoing' ||
  (item?.kind === 'message' && item.message.author_kind === 'staff' && item.message.author?.id === me);

/** The line at the top of what one sees, and how far it is from there: what must not move when lines come or go elsewhere. Lines that
 * stand above whatever comes first (a day, the way to older lines) are none. */
interface Anchor {
  readonly line: HTMLElement;
  readonly offset: number;
}

function anchorIn(box: HTMLElement, content: HTMLElement | null): Anchor | null {
  for (const line of content?.children ?? []) {
    if (!(line instanceof HTMLElement) || line.dataset['standing'] !== undefined) continue;
    if (line.offsetTop + line.offsetHeight > box.scrollTop) {
      return { line, offset: line.offsetTop - box.scrollTop };
    }
  }
  return null;
}

/** The box that scrolls and where one is in it. */
function usePlace() {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const place = useRef<{ atEnd: boolean; anchor: Anchor | null }>({ atEnd: true, anchor: null });
  const [unseen, setUnseen] = useState(0);

  const note = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < AT_END_PX;
    place.current = { atEnd, anchor: atEnd ? null : anchorIn(box, content.current) };
    if (atEnd) setUnseen(0);
  }, []);

  const toEnd = useCallback(() => {
    const box = scroller.current;
    if (box) box.scrollTop = box.scrollHeight;
    note();
  }, [note]);

  const stay = useCallback(() => {
    const { anchor } = place.current;
    const box = scroller.current;
    if (box && anchor?.line.isConnected) box.scrollTop = anchor.line.offsetTop - anchor.offset;
    note();
  }, [note]);
  return { scroller, content, place, note, toEnd, stay, unseen, setUnseen };
}

type Place = ReturnType<typeof usePlace>;

/** When lines come: own words and the end come into sight; else what one reads stays where it is, and what came is counted. */
function useArrivals(items: readonly Item[], me: number, where: Place): void {
  const { scroller, place, toEnd, stay, setUnseen } = where;
  const seen = useRef<ReadonlySet<string>>(new Set());
  useLayoutEffect(() => {
    if (!scroller.current) return;
    const before = seen.current;
    seen.current = new Set(items.map((item) => item.key));
    const known = items.findLastIndex((item) => before.has(item.key));
    const came = items.slice(known + 1);
    if (place.current.atEnd || came.some((item) => isOwn(item, me))) {
      toEnd();
      return;
    }
    stay();
    const messages = came.filter((item) => item.kind === 'message').length;
    setUnseen((count) => count + messages);
  }, [items, me, scroller, place, toEnd, stay, setUnseen]);
}

/** Pictures that arrive and a composer that grows must not push away the end, or what one reads. */
function useSteadyPlace(ready: boolean, where: Place): void {
  const { scroller, content, place, toEnd, stay } = where;
  useEffect(() => {
    const box = scroller.current;
    const inner = content.current;
    if (!ready || !box || !inner) return;
    const observer = new ResizeObserver(() => {
      if (place.current.atEnd) toEnd();
      else stay();
    });
    observer.observe(box);
    observer.observe(inner);
    return () => {
      observer.disconnect();
    };
  }, [ready, scroller, content, place, toEnd, stay]);
}

/** Keeps the place in a conversation: at the end while one is there; where one reads when older or newer messages come; and counts what
 * came unseen. */
export function useScroll({ items, me, nearTop }: Input) {
  const where = usePlace();
  useArrivals(items, me, where);
  useSteadyPlace(items.length > 0, where);
  const { scroller, content, note, toEnd, unseen } = where;
  const onScroll = (): void => {
    note();
    if ((scroller.current?.scrollTop ?? NEAR_TOP_PX) < NEAR_TOP_PX) nearTop();
  };
  return { scroller, content, unseen, toEnd, onScroll };
}
