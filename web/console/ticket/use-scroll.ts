import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
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

const isMessage = (item: Item): boolean => item.kind === 'message';

/** The box that scrolls and where one is in it. */
function usePlace() {
  const scroller = useRef<HTMLDivElement>(null);
  const place = useRef({ atEnd: true, top: 0, height: 0 });
  const [unseen, setUnseen] = useState(0);

  const note = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < AT_END_PX;
    place.current = { atEnd, top: box.scrollTop, height: box.scrollHeight };
    if (atEnd) setUnseen(0);
  }, []);

  const toEnd = useCallback(() => {
    const box = scroller.current;
    if (box) box.scrollTop = box.scrollHeight;
    note();
  }, [note]);
  return { scroller, place, note, toEnd, unseen, setUnseen };
}

type Place = ReturnType<typeof usePlace>;

/** When lines come: own words and the end come into sight, older lines leave what one reads where it is, new ones are counted. */
function useArrivals(items: readonly Item[], me: number, where: Place): void {
  const { scroller, place, note, toEnd, setUnseen } = where;
  const seen = useRef<{ first: string | undefined; keys: ReadonlySet<string> }>({
    first: undefined,
    keys: new Set(),
  });
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const before = seen.current;
    const fresh = items.filter((item) => !before.keys.has(item.key));
    const first = items.find(isMessage)?.key;
    seen.current = { first, keys: new Set(items.map((item) => item.key)) };
    const last = items.at(-1);
    if (place.current.atEnd || (last && fresh.includes(last) && isOwn(last, me))) {
      if (fresh.length > 0) toEnd();
      return;
    }
    if (before.first !== undefined && first !== before.first) {
      box.scrollTop = place.current.top + box.scrollHeight - place.current.height;
    } else {
      const came = fresh.filter(isMessage).length;
      setUnseen((count) => count + came);
    }
    note();
  }, [items, me, scroller, place, note, toEnd, setUnseen]);
}

/** Pictures that arrive and a composer that grows must not push the end out of sight. */
function useSteadyEnd(content: RefObject<HTMLDivElement | null>, ready: boolean, where: Place): void {
  const { scroller, place, note, toEnd } = where;
  useEffect(() => {
    const box = scroller.current;
    const inner = content.current;
    if (!ready || !box || !inner) return;
    const observer = new ResizeObserver(() => {
      if (place.current.atEnd) toEnd();
      else note();
    });
    observer.observe(box);
    observer.observe(inner);
    return () => {
      observer.disconnect();
    };
  }, [ready, content, scroller, place, note, toEnd]);
}

/** Keeps the place in a conversation: at the end while one is there; where one reads when older or newer messages come; and counts what
 * came unseen. */
export function useScroll({ items, me, nearTop }: Input) {
  const where = usePlace();
  const content = useRef<HTMLDivElement>(null);
  useArrivals(items, me, where);
  useSteadyEnd(content, items.length > 0, where);
  const { scroller, place, note, toEnd, unseen } = where;
  const onScroll = (): void => {
    note();
    if (place.current.top < NEAR_TOP_PX) nearTop();
  };
  return { scroller, content, unseen, toEnd, onScroll };
}
