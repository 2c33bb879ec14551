import { useEffect, useReducer } from 'react';

/** What is open in a person's phone. */
export interface Open {
  chat: number | string;
  /** A topic; `all` shows a forum without dividing it. */
  thread?: number | 'all';
  /** A deep link's payload, to be sent with Start. */
  payload?: string;
  /** The start parameter of a link to the bot's Mini App; empty for a link without one. */
  app?: string;
}

/** Which people's phones stand on the stage, and what is open in each. */
export interface Layout {
  phones: number[];
  active: number;
  open: Record<number, Open>;
}

/** What can happen to the layout. */
export type Move =
  | { do: 'show'; person: number }
  | { do: 'add'; person: number }
  | { do: 'close'; index: number }
  | { do: 'activate'; index: number }
  | { do: 'open'; person: number; open: Open }
  | { do: 'back'; person: number }
  | { do: 'people'; ids: number[] };

/** As many phones as may stand side by side. */
export const mostPhones = 3;

const show = (layout: Layout, person: number): Layout => {
  const standing = layout.phones.indexOf(person);
  if (standing >= 0) return { ...layout, active: standing };
  if (layout.phones.length === 0) return { ...layout, phones: [person], active: 0 };
  return { ...layout, phones: layout.phones.map((one, index) => (index === layout.active ? person : one)) };
};

const close = (layout: Layout, index: number): Layout => {
  const phones = layout.phones.filter((_, at) => at !== index);
  return { ...layout, phones, active: Math.max(0, Math.min(layout.active, phones.length - 1)) };
};

const keepPeople = (layout: Layout, ids: number[]): Layout => {
  const known = layout.phones.filter((id) => ids.includes(id));
  const first = ids[0];
  const phones = known.length > 0 || first === undefined ? known : [first];
  if (phones.length === layout.phones.length && phones.every((id, at) => id === layout.phones[at]))
    return layout;
  return { ...layout, phones, active: Math.min(layout.active, Math.max(0, phones.length - 1)) };
};

/** The layout after a move. */
export const move = (layout: Layout, step: Move): Layout => {
  switch (step.do) {
    case 'show':
      return show(layout, step.person);
    case 'add':
      if (layout.phones.includes(step.person) || layout.phones.length >= mostPhones)
        return show(layout, step.person);
      return { ...layout, phones: [...layout.phones, step.person], active: layout.phones.length };
    case 'close':
      return close(layout, step.index);
    case 'activate':
      return layout.active === step.index ? layout : { ...layout, active: step.index };
    case 'open':
      return { ...layout, open: { ...layout.open, [step.person]: step.open } };
    case 'back': {
      const { [step.person]: _closed, ...open } = layout.open;
      return { ...layout, open };
    }
    case 'people':
      return keepPeople(layout, step.ids);
  }
};

const key = 'phone.layout';
const empty: Layout = { phones: [], active: 0, open: {} };

const remembered = (): Layout => {
  try {
    return { ...empty, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Layout>) };
  } catch {
    return empty;
  }
};

/** The stage's layout; it survives a reload. */
export const useLayout = () => {
  const [layout, dispatch] = useReducer(move, undefined, remembered);
  useEffect(() => localStorage.setItem(key, JSON.stringify(layout)), [layout]);
  return [layout, dispatch] as const;
};

/** What the page's address asks for: `?as=<id or username>&chat=<id or @username>&start=<payload>`. */
export interface Wish {
  as?: string;
  chat?: string;
  start?: string;
}

/** Reads the wish out of an address's query. */
export const readWish = (search: string): Wish => {
  const query = new URLSearchParams(search);
  const wish: Wish = {};
  for (const name of ['as', 'chat', 'start'] as const) {
    const value = query.get(name);
    if (value !== null && value !== '') wish[name] = value;
  }
  return wish;
};

/** A link to a topic: of a public group by its name, of a private one by its number. */
const topicLink = (text: string): Open | undefined => {
  const own = /^(?:https?:\/\/)?t\.me\/c\/(\d+)\/(\d+)(?:\/\d+)?$/i.exec(text);
  if (own !== null) return { chat: Number(`-100${own[1]}`), thread: Number(own[2]) };
  const named = /^(?:https?:\/\/)?t\.me\/(\w{2,64})\/(\d+)(?:\/\d+)?$/i.exec(text);
  return named === null ? undefined : { chat: `@${named[1]}`, thread: Number(named[2]) };
};

/** What a t.me or tg:// link leads to, or undefined for any other text. */
export const readLink = (text: string): Open | undefined => {
  const invite = /^(?:https?:\/\/)?t\.me\/(\+[\w-]+|joinchat\/[\w-]+)$/i.exec(text.trim());
  if (invite !== null) return { chat: `https://t.me/${invite[1]}` };
  const topic = topicLink(text.trim());
  if (topic !== undefined) return topic;
  const match = /^(?:https?:\/\/)?(?:t\.me|telegram\.me)\/(\w{2,64})(?:\/\w+)?\/?(?:\?(.*))?$/i.exec(
    text.trim(),
  );
  const tg = /^tg:\/\/resolve\?(.*)$/i.exec(text.trim());
  const query = new URLSearchParams(match?.[2] ?? tg?.[1] ?? '');
  const name = match?.[1] ?? query.get('domain');
  if (name === null || name === undefined) return undefined;
  const payload = query.get('start');
  const app = query.get('startapp');
  return {
    chat: `@${name}`,
    ...(payload === null ? {} : { payload }),
    ...(app === null ? {} : { app }),
  };
};
