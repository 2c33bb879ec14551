import { type CSSProperties, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNow } from './data/clock.ts';
import type { User } from './data/model.ts';
import { useBots, useUsers } from './data/queries.ts';
import { type Layout, type Move, mostPhones, type Open, readWish, useLayout } from './layout.ts';
import { Device } from './stage/device.tsx';
import { PersonDialog } from './stage/person-dialog.tsx';
import { Rail } from './stage/rail.tsx';
import { skyAt } from './stage/sky.ts';
import { TopBar } from './stage/top-bar.tsx';
import { Welcome } from './stage/welcome.tsx';

const phoneWidth = 404;
const railWidth = 96;

/** How many phones the window has room for. */
const useRoom = (): number => {
  const measure = () =>
    Math.max(1, Math.min(mostPhones, Math.floor((window.innerWidth - railWidth) / phoneWidth)));
  const [room, setRoom] = useState(measure);
  useEffect(() => {
    const change = () => setRoom(measure());
    window.addEventListener('resize', change);
    return () => window.removeEventListener('resize', change);
  }, []);
  return room;
};

/** Keeps the phones to people who are there, and does once what the page's address asks for. */
const useWishes = (users: User[] | undefined, dispatch: (move: Move) => void) => {
  const done = useRef(false);
  useEffect(() => {
    if (users !== undefined) dispatch({ do: 'people', ids: users.map((user) => user.id) });
  }, [users, dispatch]);
  useEffect(() => {
    if (users === undefined || users.length === 0 || done.current) return;
    done.current = true;
    const wish = readWish(window.location.search);
    const name = wish.as?.replace(/^@/, '').toLowerCase();
    const person =
      name === undefined
        ? undefined
        : users.find((user) => String(user.id) === name || user.username?.toLowerCase() === name);
    if (person === undefined) return;
    dispatch({ do: 'show', person: person.id });
    if (wish.chat === undefined) return;
    const open: Open = { chat: wish.chat, ...(wish.start === undefined ? {} : { payload: wish.start }) };
    dispatch({ do: 'open', person: person.id, open });
    window.history.replaceState(null, '', window.location.pathname);
  }, [users, dispatch]);
};

/** The phones that fit, the active one always among them. */
const visible = (layout: Layout, users: User[], room: number): { user: User; index: number }[] => {
  const all = layout.phones.flatMap((id, index) => {
    const user = users.find((one) => one.id === id);
    return user === undefined ? [] : [{ user, index }];
  });
  const from = Math.max(0, Math.min(layout.active - room + 1, all.length - room));
  return all.slice(from, from + room);
};

function Sky() {
  const hour = new Date(useNow());
  const sky = skyAt(hour.getHours() + hour.getMinutes() / 60);
  const style = { '--sky-top': sky.top, '--sky-low': sky.low, '--star': sky.stars } as CSSProperties;
  return (
    <div className="sky" style={style} aria-hidden>
      <div className="stars" />
    </div>
  );
}

/** The stage: people at the edge, their phones side by side, the clock above. */
export function App() {
  const users = useUsers();
  useBots();
  const [layout, dispatch] = useLayout();
  const [adding, setAdding] = useState(false);
  const room = useRoom();
  useWishes(users, dispatch);
  const shown = useMemo(() => visible(layout, users ?? [], room), [layout, users, room]);
  const add = useCallback(() => setAdding(true), []);
  const welcome = users !== undefined && users.length === 0;
  return (
    <div className="stage">
      <Sky />
      <TopBar layout={layout} users={users ?? []} room={room} dispatch={dispatch} />
      <Rail users={users ?? []} layout={layout} dispatch={dispatch} onAdd={add} />
      <main className="phones">
        {welcome ? <Welcome onAdd={add} onAdded={(person) => dispatch({ do: 'add', person })} /> : null}
        {shown.map(({ user, index }) => (
          <Device
            key={user.id}
            person={user}
            open={layout.open[user.id]}
            active={index === layout.active}
            alone={layout.phones.length === 1}
            index={index}
            dispatch={dispatch}
          />
        ))}
      </main>
      {adding ? (
        <PersonDialog
          onClose={() => setAdding(false)}
          onAdded={(person) => dispatch({ do: 'show', person })}
        />
      ) : null}
    </div>
  );
}
