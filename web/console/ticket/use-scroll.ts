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

const isMessage = (item: Item): boolean => item.kind === 'message';

/** Keeps the place in a conversation: at the end while one is there; where one reads when older or newer messages come; and counts what
 * came unseen. */
export function useScroll({ items, me, nearTop }: Input) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const place = useRef({ atEnd: true, top: 0, height: 0 });
  const seen = useRef<{ first: string | undefined; keys: ReadonlySet<string> }>({
    first: undefined,
    keys: new Set(),
  });
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

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const before = seen.current;
    const fresh = items.filter((item) => !before.keys.has(item.key));
    const firstMessage = items.find(isMessage)?.key;
    const older = before.first !== undefined && firstMessage !== before.first && before.keys.size > 0;
    seen.current = { first: firstMessage, keys: new Set(items.map((item) => item.key)) };
    if (place.current.atEnd || isOwn(items.at(-1), me)) {
      if (fresh.length > 0) toEnd();
    } else if (older) {
      box.scrollTop = place.current.top + box.scrollHeight - place.current.height;
      note();
    } else {
      const came = fresh.filter(isMessage).length;
      if (came > 0) setUnseen((count) => count + came);
      note();
    }
  }, [items, me, note, toEnd]);

  // Pictures that arrive and a composer that grows must not push the end out of sight.
  const ready = items.length > 0;
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
  }, [ready, note, toEnd]);

  const onScroll = (): void => {
    note();
    if (place.current.top < NEAR_TOP_PX && place.current.height > 0) nearTop();
  };
  return { scroller, content, unseen, toEnd, onScroll };
}
