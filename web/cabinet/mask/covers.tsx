import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import { useText } from '../../ui/i18n.tsx';
import { type Box, boxAt, boxBetween, isBox, moved, type Point, resized, type Size } from './boxes.ts';
import classes from './mask.module.css';

/** What is covered in a picture, and every step back. */
export function useCovers(size: Size) {
  const [boxes, setBoxes] = useState<readonly Box[]>([]);
  const [past, setPast] = useState<readonly (readonly Box[])[]>([]);
  const [chosen, setChosen] = useState<number | null>(null);
  // A new object each time, so that the same cover can be given the focus again.
  const [focused, setFocused] = useState<{ readonly index: number } | null>(null);
  const set = (next: readonly Box[]): void => {
    setPast([...past, boxes]);
    setBoxes(next);
  };
  return {
    ...{ size, boxes, chosen, focused },
    mayUndo: past.length > 0,
    choose: setChosen,
    /** Adds a box; without one: in the middle, for the keyboard. */
    add: (): void => {
      set([...boxes, boxAt({ x: size.width / 2, y: size.height / 2 }, size)]);
      setChosen(boxes.length);
      setFocused({ index: boxes.length });
    },
    draw: (box: Box): void => {
      set([...boxes, box]);
      setChosen(boxes.length);
    },
    change: (index: number, box: Box): void => {
      set(boxes.map((one, at) => (at === index ? box : one)));
    },
    removeChosen: (): void => {
      if (chosen === null) return;
      set(boxes.filter((_one, at) => at !== chosen));
      // Whoever works by keys goes on at a neighbour.
      const next = boxes.length > 1 ? Math.max(0, chosen - 1) : null;
      setChosen(next);
      setFocused(next === null ? null : { index: next });
    },
    undo: (): void => {
      setBoxes(past.at(-1) ?? []);
      setPast(past.slice(0, -1));
      setChosen(null);
      setFocused(null);
    },
  };
}

type Held = ReturnType<typeof useCovers>;

/** What a finger or a mouse is about: a new box, or one that is moved or resized. */
interface Drag {
  readonly pointer: number;
  readonly from: Point;
  readonly index: number | null;
  readonly resize: boolean;
}

/** What is drawn, moved or resized just now, by a finger or a mouse. */
function useDragging(covers: Held, drawing: boolean) {
  const { size, boxes } = covers;
  const layer = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  const [now, setNow] = useState<{ index: number | null; box: Box } | null>(null);
  const stop = (): void => {
    drag.current = null;
    setNow(null);
  };
  const placeOf = ({ clientX, clientY }: PointerEvent): Point => {
    const at = layer.current?.getBoundingClientRect() ?? { left: 0, top: 0, width: 1, height: 1 };
    return {
      x: ((clientX - at.left) / at.width) * size.width,
      y: ((clientY - at.top) / at.height) * size.height,
    };
  };
  const boxFor = (to: Point, { from, index, resize }: Drag): Box => {
    const before = index === null ? undefined : boxes[index];
    if (!before) return boxBetween(from, to, size);
    return (resize ? resized : moved)(before, { x: to.x - from.x, y: to.y - from.y }, size);
  };
  const onPointerDown = (event: PointerEvent): void => {
    if (!drawing || event.button !== 0) return;
    // A second finger means something else.
    if (drag.current) return stop();
    const begun = dragOf(event, placeOf(event));
    drag.current = begun;
    covers.choose(begun.index);
    layer.current?.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (drag.current?.pointer !== event.pointerId) return;
    setNow({ index: drag.current.index, box: boxFor(placeOf(event), drag.current) });
  };
  const onPointerUp = (event: PointerEvent): void => {
    const ended = drag.current;
    if (ended?.pointer !== event.pointerId) return;
    stop();
    const to = placeOf(event);
    const box = boxFor(to, ended);
    const still = Math.hypot(to.x - ended.from.x, to.y - ended.from.y) < 2;
    if (ended.index === null) {
      if (isBox(box)) covers.draw(box);
    } else if (!still) covers.change(ended.index, box);
  };
  return { layer, now, hands: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: stop } };
}

/** What is taken hold of: a box, its corner, or nothing yet. */
function dragOf(event: PointerEvent, from: Point): Drag {
  const target = event.target as HTMLElement;
  const held = target.closest<HTMLElement>('[data-box]');
  return {
    ...{ pointer: event.pointerId, from, index: held ? Number(held.dataset['box']) : null },
    resize: target.closest('[data-corner]') !== null,
  };
}

/** The layer over the picture on which boxes are drawn, moved and resized. */
export function Covers({ covers, drawing }: { covers: Held; drawing: boolean }) {
  const { size, boxes } = covers;
  const { layer, now, hands } = useDragging(covers, drawing);
  return (
    <div ref={layer} className={classes.layer} data-drawing={drawing} {...hands}>
      {boxes.map((box, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a box is known by its place in the list
        <Cover key={index} index={index} box={now?.index === index ? now.box : box} covers={covers} />
      ))}
      {now?.index === null && <div className={classes.fresh} style={placed(now.box, size)} />}
    </div>
  );
}

const percent = (part: number, whole: number): string => `${String((part / whole) * 100)}%`;
const placed = ({ x, y, width, height }: Box, size: Size) => ({
  left: percent(x, size.width),
  top: percent(y, size.height),
  width: percent(width, size.width),
  height: percent(height, size.height),
});

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const STEPS = 100;

function Cover({ index, box, covers }: { index: number; box: Box; covers: Held }) {
  const text = useText();
  const button = useRef<HTMLButtonElement>(null);
  const { size, focused, chosen } = covers;
  // Before the next key can be pressed, which belongs to the new cover.
  useLayoutEffect(() => {
    if (focused?.index === index) button.current?.focus();
  }, [focused, index]);
  const onKey = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key];
    if (arrow) {
      event.preventDefault();
      const step = event.altKey ? 1 : Math.max(1, Math.round(Math.min(size.width, size.height) / STEPS));
      const by = { x: arrow.x * step, y: arrow.y * step };
      covers.change(index, (event.shiftKey ? resized : moved)(box, by, size));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      covers.removeChosen();
    }
  };
  return (
    <button
      ref={button}
      type="button"
      className={classes.cover}
      style={placed(box, size)}
      data-box={index}
      data-chosen={chosen === index}
      aria-label={text('cabinet-mask-box', { number: index + 1 })}
      aria-describedby="mask-keys"
      onFocus={() => {
        covers.choose(index);
      }}
      onKeyDown={onKey}
    >
      <span className={classes.corner} data-corner aria-hidden />
    </button>
  );
}
