import { IconChevronDown } from '@tabler/icons-react';
import {
  memo,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useNow } from '../data/clock.ts';
import type { Message } from '../data/model.ts';
import { usePhone } from '../device/context.ts';
import { Bubble } from '../message/bubble.tsx';
import { useSettings, useWords } from '../settings.tsx';
import { dayName, serviceText } from '../text.ts';
import { type Item, layOut } from './grouping.ts';

/** Lines drawn at once, and how many more are drawn on reaching the top. */
const page = 80;
const nearPx = 120;

function Day({ date }: { date: number }) {
  const words = useSettings();
  const now = useNow();
  return (
    <li className="day">
      <span>{dayName(date, now, words)}</span>
    </li>
  );
}

const Line = memo(function Line({ item, inGroup }: { item: Item; inGroup: boolean }) {
  const say = useWords();
  if (item.kind === 'day') return <Day date={item.date} />;
  if (item.kind === 'bubble') return <Bubble item={item} inGroup={inGroup} />;
  return (
    <li className="service" data-message={item.key}>
      <span dir="auto">{serviceText(item.message, say)}</span>
    </li>
  );
});

/** Keeps the newest line in view while one stands there, and the same lines in view when earlier ones come. */
const useScroll = (
  box: RefObject<HTMLDivElement | null>,
  items: Item[],
  reach: { top: () => void; end: () => void },
) => {
  const [away, setAway] = useState(false);
  const stick = useRef(true);
  const height = useRef(0);
  const toEnd = useCallback(() => {
    const log = box.current;
    if (log !== null) log.scrollTop = log.scrollHeight;
  }, [box]);
  const first = items[0]?.key;
  const before = useRef(first);
  useLayoutEffect(() => {
    const log = box.current;
    if (log === null) return;
    if (stick.current) toEnd();
    else if (before.current !== first) log.scrollTop += log.scrollHeight - height.current;
    before.current = first;
    height.current = log.scrollHeight;
  }, [box, items, first, toEnd]);
  useEffect(() => {
    const log = box.current;
    if (log === null) return;
    const watch = new ResizeObserver(() => stick.current && toEnd());
    watch.observe(log);
    if (log.firstElementChild !== null) watch.observe(log.firstElementChild);
    return () => watch.disconnect();
  }, [box, toEnd]);
  const onScroll = () => {
    const log = box.current;
    if (log === null) return;
    const gap = log.scrollHeight - log.scrollTop - log.clientHeight;
    stick.current = gap < nearPx;
    setAway(gap > nearPx * 2);
    height.current = log.scrollHeight;
    if (log.scrollTop < nearPx) reach.top();
    else if (stick.current) reach.end();
  };
  const release = () => {
    stick.current = false;
  };
  return { away, onScroll, toEnd, release };
};

/** A wish to see one message; `count` makes a repeated wish a new one. */
export interface Jump {
  id: number;
  count: number;
}

const flash = (line: Element) => {
  line.scrollIntoView({ block: 'center' });
  line.classList.remove('flash');
  // Reading the layout restarts the animation of a line that is still lit.
  void (line as HTMLElement).offsetWidth;
  line.classList.add('flash');
};

interface LogProps {
  messages: Message[];
  inGroup: boolean;
  jump: Jump | undefined;
}

/** How many of the first lines are left undrawn: fewer as one scrolls up, the most again at the end. */
const useHidden = (count: number) => {
  const most = Math.max(0, count - page);
  const [hidden, setHidden] = useState(most);
  const start = Math.min(hidden, most);
  const showTo = useCallback((index: number) => setHidden((now) => Math.min(now, Math.max(0, index))), []);
  const reach = {
    top: () => showTo(start - page),
    end: () => {
      if (count - start > page * 2) setHidden(most);
    },
  };
  return { start, reach, showTo };
};

/** The messages of a conversation. Only the last lines are drawn until one scrolls up to earlier ones. */
export function Log({ messages, inGroup, jump }: LogProps) {
  const say = useWords();
  const { person } = usePhone();
  const items = useMemo(() => layOut(messages, person.id), [messages, person.id]);
  const { start, reach, showTo } = useHidden(items.length);
  const shown = useMemo(() => items.slice(start), [items, start]);
  const box = useRef<HTMLDivElement>(null);
  const { away, onScroll, toEnd, release } = useScroll(box, shown, reach);
  useEffect(() => {
    if (jump === undefined) return;
    const at = items.findIndex(
      (item) => item.kind === 'bubble' && item.messages.some((one) => one.message_id === jump.id),
    );
    if (at < 0) return;
    release();
    showTo(at - 10);
    const timer = requestAnimationFrame(() => {
      const line = box.current?.querySelector(`[data-message="${items[at]?.key}"]`);
      if (line) flash(line);
    });
    return () => cancelAnimationFrame(timer);
    // Only a new wish moves the page; messages that come meanwhile do not.
  }, [jump]);
  return (
    <div className="log-place">
      <div ref={box} className="log" onScroll={onScroll} role="log" aria-label={say('messages')} tabIndex={0}>
        <ol className="log-lines">
          {start > 0 ? (
            <li className="day">
              <button type="button" className="chip" onClick={reach.top}>
                {say('earlier')}
              </button>
            </li>
          ) : null}
          {shown.map((item) => (
            <Line key={item.key} item={item} inGroup={inGroup} />
          ))}
        </ol>
      </div>
      {away ? (
        <button type="button" className="to-end" onClick={toEnd} aria-label={say('scrollDown')}>
          <IconChevronDown size={24} />
        </button>
      ) : null}
    </div>
  );
}
