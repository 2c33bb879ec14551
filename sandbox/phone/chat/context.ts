import { createContext, useContext } from 'react';
import type { Place } from '../api.ts';
import type { Chat, Message } from '../data/model.ts';

/** What the next message does to another one. */
export interface Aim {
  do: 'reply' | 'edit' | 'comment';
  message: Message;
}

/** What everything inside an open conversation can do with it. */
export interface Talk {
  chat: Chat;
  place: Place;
  /** Topic in which new messages go. */
  thread: number | undefined;
  /** Sends words at once, as a command or a button of the keyboard does. */
  say: (text: string) => void;
  reply: (message: Message) => void;
  edit: (message: Message) => void;
  /** Where the posts of this channel are discussed. */
  linked: number | undefined;
  comment: (message: Message) => void;
  /** Puts words into the input, as a button that leads to a bot's inline mode does. */
  write: (text: string) => void;
  prefill: { text: string; count: number } | undefined;
  /** Scrolls to a message and lights it up. */
  jump: (messageId: number) => void;
  /** Follows a link: t.me inside the phone, anything else in a new tab. */
  follow: (url: string) => void;
}

export const TalkContext = createContext<Talk | undefined>(undefined);

/** The conversation that one stands in. */
export const useTalk = (): Talk => {
  const talk = useContext(TalkContext);
  if (talk === undefined) throw new Error('useTalk stands outside of a conversation');
  return talk;
};
