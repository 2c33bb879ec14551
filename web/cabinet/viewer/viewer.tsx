import {
  IconChevronLeft,
  IconChevronRight,
  IconDownload,
  IconX,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useText } from '../../ui/i18n.tsx';
import { bytesQuery, type File, nameOf, save, usePicture, wordsFor } from '../files/picture.ts';
import { useOver } from '../kit/over.ts';
import { Tool } from '../kit/tool.tsx';
import { useHands } from './hands.ts';
import type { Spot } from './moves.ts';
import classes from './viewer.module.css';

/** A picture, and where its bytes are. */
export interface Looked {
  readonly file: File;
  readonly path: string;
}

/** How far a key moves a picture that is larger than the screen. */
const STEP_PX = 80;

/** Which of the pictures is shown, and what leads to another one and out. */
function useLooking(pictures: readonly Looked[], begin: string) {
  const dialog = useOver();
  const stage = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLImageElement>(null);
  const [path, setPath] = useState(begin);
  const at = pictures.findIndex((one) => one.path === path);
  const shown = pictures[at];
  const close = (): void => dialog.current?.close();
  const step = (by: 1 | -1): void => {
    const next = pictures[at + by];
    if (next) setPath(next.path);
  };
  const hands = useHands({
    ...{ stage, picture, of: path },
    onSwipe: (what) => {
      if (what === 'close') close();
      else step(what === 'next' ? 1 : -1);
    },
  });
  useNeighbours([pictures[at - 1], pictures[at + 1]]);
  useWayBack(close);
  // It was taken back, and is no longer among them.
  useEffect(() => {
    if (!shown) dialog.current?.close();
  }, [shown, dialog]);
  const keys = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key];
    if (event.key === '+' || event.key === '=') hands.zoom(1);
    else if (event.key === '-') hands.zoom(-1);
    else if (arrow && !hands.shift(arrow) && arrow.x !== 0) step(arrow.x < 0 ? 1 : -1);
  };
  return { dialog, stage, picture, at, shown, close, step, zoom: hands.zoom, keys };
}

/** Pictures as large as the screen (C2): a tap has opened one; its neighbours are a swipe, a key or a button away. */
export default function Viewer(props: { pictures: readonly Looked[]; at: string; onClose: () => void }) {
  const text = useText();
  const { pictures } = props;
  const { dialog, stage, picture, at, shown, close, step, zoom, keys } = useLooking(pictures, props.at);
  const name = shown ? nameOf(text, shown.file) : '';
  return (
    <dialog
      ref={dialog}
      className={classes.screen}
      aria-label={text('cabinet-view')}
      onClose={props.onClose}
      onKeyDown={keys}
    >
      <header className={classes.head}>
        <p role="status" className={classes.what}>
          {pictures.length > 1 && (
            <span className={classes.place}>
              {text('cabinet-view-place', { at: at + 1, count: pictures.length })}
            </span>
          )}
          <span dir="auto">{shown && wordsFor(text, shown.file)}</span>
        </p>
        <Tool
          label={text('cabinet-file-save', { name })}
          Shape={IconDownload}
          onPress={() => shown && void save(shown.path, name)}
        />
        <Tool label={text('cabinet-close')} Shape={IconX} onPress={close} />
      </header>
      <div ref={stage} className={classes.stage}>
        {shown && <Large key={shown.path} {...{ shown, picture }} />}
      </div>
      <Steps {...{ step, zoom }} first={at <= 0} last={at === pictures.length - 1} />
    </dialog>
  );
}

/** To the neighbours, and closer, for whoever has no fingers on the screen. */
function Steps(props: {
  first: boolean;
  last: boolean;
  step: (by: 1 | -1) => void;
  zoom: (times: 1 | -1) => void;
}) {
  const text = useText();
  const { step, zoom } = props;
  return (
    <footer className={classes.tools}>
      <Tool
        label={text('cabinet-view-previous')}
        Shape={IconChevronLeft}
        off={props.first}
        onPress={() => {
          step(-1);
        }}
      />
      <Tool
        label={text('cabinet-mask-smaller')}
        Shape={IconZoomOut}
        onPress={() => {
          zoom(-1);
        }}
      />
      <Tool
        label={text('cabinet-mask-larger')}
        Shape={IconZoomIn}
        onPress={() => {
          zoom(1);
        }}
      />
      <Tool
        label={text('cabinet-view-next')}
        Shape={IconChevronRight}
        off={props.last}
        onPress={() => {
          step(1);
        }}
      />
    </footer>
  );
}

const ARROWS: Readonly<Record<string, Spot>> = {
  ArrowLeft: { x: STEP_PX, y: 0 },
  ArrowRight: { x: -STEP_PX, y: 0 },
  ArrowUp: { x: 0, y: STEP_PX },
  ArrowDown: { x: 0, y: -STEP_PX },
};

function Large(props: { shown: Looked; picture: RefObject<HTMLImageElement | null> }) {
  const text = useText();
  const { shown, picture } = props;
  const [broken, setBroken] = useState(false);
  const { address, failed } = usePicture(shown.path);
  const words = wordsFor(text, shown.file);
  if (failed || broken) return <p className={classes.none}>{text('cabinet-picture-none')}</p>;
  if (address === null) return <div className={classes.waiting} role="img" aria-label={words} />;
  return (
    <img
      ref={picture}
      className={classes.picture}
      src={address}
      alt={words}
      draggable={false}
      onError={() => {
        setBroken(true);
      }}
    />
  );
}

/** Fetches what a swipe would show. */
function useNeighbours(neighbours: readonly (Looked | undefined)[]): void {
  const memory = useQueryClient();
  const paths = neighbours.flatMap((one) => (one ? [one.path] : [])).join(' ');
  useEffect(() => {
    for (const path of paths.split(' ').filter(Boolean)) void memory.prefetchQuery(bytesQuery(path));
  }, [memory, paths]);
}

// Whoever closes one picture and opens the next at once: the step back for the first is still on its way.
let left: Promise<unknown> = Promise.resolve();

/** The browser's way back, and a phone's, leads out of it too, and to what is below; in Telegram as well, which may be a page in a browser itself. */
function useWayBack(close: () => void): void {
  const leave = useRef(close);
  useEffect(() => {
    leave.current = close;
  });
  useEffect(() => {
    let above: 'soon' | 'yes' | 'no' = 'soon';
    const back = (): void => {
      above = 'no';
      leave.current();
    };
    void left.then(() => {
      if (above === 'no') return;
      above = 'yes';
      window.history.pushState({ picture: true }, '');
      window.addEventListener('popstate', back);
    });
    return () => {
      window.removeEventListener('popstate', back);
      if (above === 'yes') left = stepBack();
      above = 'no';
    };
  }, []);
}

const stepBack = (): Promise<unknown> =>
  new Promise((resolve) => {
    window.addEventListener('popstate', resolve, { once: true });
    window.history.back();
  });
