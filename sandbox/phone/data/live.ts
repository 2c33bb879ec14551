import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { eventsUrl } from '../api.ts';
import { setSandboxNow } from './clock.ts';

/** A bot that is typing in a chat, as an event tells it. */
interface Typing {
  chat: number;
  users: number[];
  until: number;
}

interface EventData {
  user_ids?: number[];
  chat?: number | { id: number };
  now?: string;
}

/** A Mini App that a bot puts before somebody who wants to join a chat. */
export interface WebAppCall {
  user_ids: number[];
  url: string;
  bot: number;
}

const doors = new Set<(call: WebAppCall) => void>();

/** Hears of Mini Apps that bots open; the answer ends it. */
export const onWebApp = (listen: (call: WebAppCall) => void): (() => void) => {
  doors.add(listen);
  return () => doors.delete(listen);
};

type Link = 'connecting' | 'online' | 'offline';

const typingMs = 5000;
const kinds = ['message', 'edited', 'deleted', 'answer', 'chat', 'pin'] as const;

let link: Link = 'connecting';
let typing: readonly Typing[] = [];
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const tell = () => {
  for (const listener of listeners) listener();
};

const setLink = (next: Link) => {
  if (next === link) return;
  link = next;
  tell();
};

/** Whether live events are flowing. */
export const useLink = (): Link => useSyncExternalStore(subscribe, () => link);

const chatId = (data: EventData): number =>
  Number(typeof data.chat === 'object' ? data.chat.id : (data.chat ?? 0));

const others = (data: EventData): Typing[] => {
  const chat = chatId(data);
  // A bot has many private chats under one id, so the people tell them apart.
  return typing.filter((one) => one.chat !== chat || !one.users.some((id) => data.user_ids?.includes(id)));
};

const noteTyping = (data: EventData) => {
  typing = [
    ...others(data),
    { chat: chatId(data), users: data.user_ids ?? [], until: Date.now() + typingMs },
  ];
  tell();
  setTimeout(() => {
    typing = typing.filter((one) => one.until > Date.now());
    tell();
  }, typingMs + 50);
};

const quiet = (data: EventData) => {
  const rest = others(data);
  if (rest.length === typing.length) return;
  typing = rest;
  tell();
};

/** Whether somebody is typing to this person in a chat. */
export const useTyping = (person: number, chat: number): boolean =>
  useSyncExternalStore(subscribe, () =>
    typing.some((one) => one.chat === chat && one.users.includes(person)),
  );

/** Gathers what has to be fetched again, so that a burst of events costs one round. */
const gatherer = (queries: QueryClient) => {
  const people = new Set<number | 'all'>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    const keys = people.has('all') ? [['person']] : [...people].map((id) => ['person', id]);
    people.clear();
    for (const queryKey of keys) void queries.invalidateQueries({ queryKey });
  };
  return (ids: number[] | undefined) => {
    for (const id of ids ?? (['all'] as const)) people.add(id);
    timer ??= setTimeout(flush, 16);
  };
};

/** Follows the sandbox's live events for as long as the page stands; reconnects, and then fetches everything again. */
export const followEvents = (queries: QueryClient): void => {
  const changed = gatherer(queries);
  let delay = 500;
  const connect = () => {
    const source = new EventSource(eventsUrl);
    const on = (kind: string, handle: (data: EventData) => void) =>
      source.addEventListener(kind, (event) => handle(JSON.parse(event.data as string) as EventData));
    on('hello', (data) => {
      delay = 500;
      setLink('online');
      setSandboxNow(data.now);
      void queries.invalidateQueries();
    });
    on('clock', (data) => {
      setSandboxNow(data.now);
      void queries.invalidateQueries({ queryKey: ['clock'] });
    });
    on('typing', (data) => {
      noteTyping(data);
      changed(data.user_ids);
    });
    on('web_app', (data) => {
      for (const listen of doors) listen(data as object as WebAppCall);
    });
    for (const kind of kinds) {
      on(kind, (data) => {
        if (kind === 'message') quiet(data);
        changed(data.user_ids);
      });
    }
    on('chat', () => void queries.invalidateQueries({ queryKey: ['world'] }));
    source.onerror = () => {
      source.close();
      setLink('offline');
      setTimeout(connect, delay);
      delay = Math.min(delay * 2, 5000);
    };
  };
  connect();
};
