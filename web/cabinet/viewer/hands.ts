import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import {
  CLOSE,
  FITTING,
  type Meant,
  meant,
  type Room,
  type Spot,
  settled,
  type View,
  zoomed,
} from './moves.ts';

const TWICE_MS = 300;
const TWICE_PX = 40;
const STEP = 1.5;

interface Hands {
  readonly stage: RefObject<HTMLElement | null>;
  readonly picture: RefObject<HTMLElement | null>;
  /** Which picture it is: another one begins as it fits. */
  readonly of: string;
  /** What one finger meant that swiped over a picture that fits. */
  readonly onSwipe: (what: Meant) => void;
}

interface Held {
  readonly fingers: Map<number, Spot>;
  /** Where and when the first finger came down. */
  start: Spot & { readonly at: number };
  /** Since then there was a second one: no swipe any more. */
  pinched: boolean;
  lastTap: (Spot & { readonly at: number }) | null;
}

const distance = (one: Spot, other: Spot): number => Math.hypot(one.x - other.x, one.y - other.y);

function roomOf(stage: HTMLElement, picture: HTMLElement): Room {
  return {
    screen: { x: stage.clientWidth, y: stage.clientHeight },
    picture: { x: picture.offsetWidth, y: picture.offsetHeight },
  };
}

/** Fingers, a mouse and its wheel on a picture: two fingers or two taps make it larger, one moves it, or swipes where it fits. */
export function useHands({ stage, picture, of, onSwipe }: Hands) {
  const view = useRef<View>(FITTING);
  useLayoutEffect(() => {
    view.current = FITTING;
  }, [of]);
  const draw = useCallback(
    (next: View, calm: boolean) => {
      view.current = next;
      const shown = picture.current;
      if (!shown) return;
      shown.dataset['calm'] = String(calm);
      shown.style.transform = `translate(${String(next.x)}px, ${String(next.y)}px) scale(${String(next.scale)})`;
    },
    [picture],
  );
  const settle = useCallback(
    (next: View) => {
      if (stage.current && picture.current) draw(settled(next, roomOf(stage.current, picture.current)), true);
    },
    [stage, picture, draw],
  );
  const swipe = useRef(onSwipe);
  useEffect(() => {
    swipe.current = onSwipe;
  });
  useEffect(() => {
    const place = stage.current;
    if (!place) return undefined;
    return follow(place, {
      view,
      draw,
      settle,
      swiped: (what) => {
        swipe.current(what);
      },
    });
  }, [stage, draw, settle]);
  return {
    zoom: (times: 1 | -1) => {
      settle(zoomed(view.current, view.current.scale * STEP ** times, { x: 0, y: 0 }));
    },
    /** By keys: whether there was anything to move to that side. */
    shift: ({ x, y }: Spot): boolean => {
      const before = view.current;
      if (before.scale === 1) return false;
      settle({ ...before, x: before.x + x, y: before.y + y });
      return true;
    },
  };
}

interface Board {
  readonly view: RefObject<View>;
  readonly draw: (next: View, calm: boolean) => void;
  readonly settle: (next: View) => void;
  readonly swiped: (what: Meant) => void;
}

function follow(stage: HTMLElement, board: Board): () => void {
  const held: Held = { fingers: new Map(), start: { x: 0, y: 0, at: 0 }, pinched: false, lastTap: null };
  const stop = new AbortController();
  const spot = (event: MouseEvent): Spot => {
    const { left, top, width, height } = stage.getBoundingClientRect();
    return { x: event.clientX - left - width / 2, y: event.clientY - top - height / 2 };
  };
  const on = <Name extends 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel' | 'wheel'>(
    name: Name,
    act: (event: HTMLElementEventMap[Name]) => void,
  ): void => {
    stage.addEventListener(name, act, { signal: stop.signal, passive: false });
  };
  on('pointerdown', (event) => {
    if (event.button !== 0) return;
    stage.setPointerCapture(event.pointerId);
    if (held.fingers.size === 0)
      Object.assign(held, { start: { ...spot(event), at: event.timeStamp }, pinched: false });
    else held.pinched = true;
    held.fingers.set(event.pointerId, spot(event));
  });
  on('pointermove', (event) => {
    if (held.fingers.has(event.pointerId)) move(held, board, { finger: event.pointerId, to: spot(event) });
  });
  on('pointerup', (event) => {
    if (held.fingers.delete(event.pointerId) && held.fingers.size === 0)
      letGo(held, board, { ...spot(event), at: event.timeStamp });
  });
  on('pointercancel', (event) => {
    held.fingers.delete(event.pointerId);
    board.settle(board.view.current);
  });
  on('wheel', (event) => {
    event.preventDefault();
    const { view } = board;
    board.settle(zoomed(view.current, view.current.scale * Math.exp(-event.deltaY / 300), spot(event)));
  });
  return () => {
    stop.abort();
  };
}

function move({ fingers }: Held, { view, draw }: Board, { finger, to }: { finger: number; to: Spot }): void {
  const from = fingers.get(finger) ?? to;
  const other = [...fingers].find(([key]) => key !== finger)?.[1];
  fingers.set(finger, to);
  const now = view.current;
  if (!other) {
    draw({ ...now, x: now.x + to.x - from.x, y: now.y + to.y - from.y }, false);
    return;
  }
  const middle = { x: (from.x + other.x) / 2, y: (from.y + other.y) / 2 };
  const next = zoomed(now, (now.scale * distance(to, other)) / Math.max(1, distance(from, other)), middle);
  draw({ ...next, x: next.x + (to.x - from.x) / 2, y: next.y + (to.y - from.y) / 2 }, false);
}

function letGo(held: Held, { view, settle, swiped }: Board, end: Spot & { at: number }): void {
  const { start, lastTap, pinched } = held;
  const still = !pinched && distance(start, end) < 10;
  held.lastTap = still ? end : null;
  if (still && lastTap && end.at - lastTap.at < TWICE_MS && distance(end, lastTap) < TWICE_PX) {
    held.lastTap = null;
    settle(view.current.scale > 1 ? FITTING : zoomed(view.current, CLOSE, end));
    return;
  }
  const swipes = !pinched && view.current.scale === 1;
  const what = swipes ? meant({ x: end.x - start.x, y: end.y - start.y }, end.at - start.at) : 'nothing';
  settle(view.current);
  if (what !== 'nothing') swiped(what);
}
