import type { Entity } from '../../base/text/index.ts';
import type { ChatKind } from '../chats/index.ts';
import type { Person } from '../customers/index.ts';
import type { FileRef, Origin } from '../tickets/index.ts';

/** What somebody sent, taken apart (B6). `raw` keeps what could not be. */
export type Content = {
  telegramMessageId: number;
  kind: string;
  text: string;
  entities?: readonly Entity[];
  files: readonly FileRef[];
  /** What it is besides words and files: a place, a contact, a poll, … by its kind. */
  details?: unknown;
  mediaGroupId?: string;
  /** The message that this one answers, and the words of it that it quotes. */
  replyTo?: number;
  quote?: string;
  /** Who wrote it first, where it was forwarded. */
  origin?: Origin;
  raw?: unknown;
};

/** What reached the desk from a chat. */
export type What =
  | { kind: 'start'; payload?: string }
  | { kind: 'command'; name: string; args: string; content: Content }
  | { kind: 'message'; content: Content }
  /** Words that the person wrote elsewhere, in a group, and now brings here. */
  | { kind: 'carried'; content: Omit<Content, 'telegramMessageId'> }
  | { kind: 'edited'; content: Content }
  /** Words of the desk's own to this person, said or changed by hand by somebody who looks after the channel. */
  | { kind: 'by_hand'; edited: boolean; content: Content }
  /** What the person answers a message with by one tap; nothing: not any more. */
  | { kind: 'reaction'; telegramMessageId: number; emoji: readonly string[] }
  | { kind: 'press'; queryId: string; data: string; onMessage?: number }
  /** The person blocked the bot, or took it back. */
  | { kind: 'reachable'; yes: boolean };

/** Something that reached the desk: where, from whom, and what. */
export type Arrival = {
  /** `direct`: the person's topic among the direct messages of a channel, by Telegram's number. */
  chat: { telegramChatId: number; kind: ChatKind; direct?: number };
  /** The topic of the chat, by Telegram's number; undefined where it was none. */
  thread?: number;
  person: Person;
  what: What;
};

/** What happened in a group or a channel. */
export type PlaceWhat =
  | { kind: 'message'; content: Content }
  | { kind: 'edited'; content: Content }
  /** A command; `to` is the bot that it names, where it names one. */
  | { kind: 'command'; name: string; args: string; to?: string; content: Content }
  | { kind: 'press'; queryId: string; data: string; onMessage: number }
  /** What the desk's bot is there now, and what it may do: rights by Telegram's names. */
  | { kind: 'membership'; status: string; rights: Readonly<Record<string, boolean>> };

/** Something that reached the desk from a group or a channel. */
export type PlaceArrival = {
  place: {
    telegramChatId: number;
    kind: Exclude<ChatKind, 'private'>;
    title?: string;
    username?: string;
    isForum?: boolean;
  };
  /** The topic, by Telegram's number; undefined in the general one and where there are no topics. */
  thread?: number;
  /** Who did it; undefined where nobody's name stands on it: a channel's post, an anonymous administrator. */
  person?: Person;
  /** The chat in whose name it was said, by Telegram's number. */
  inNameOf?: number;
  what: PlaceWhat;
};

/** Somebody writes to the bot from another chat, to choose one of its answers and send it there. */
export type InlineArrival = { inline: { queryId: string; text: string }; person: Person };

/** A group became a supergroup: what Telegram called it, and what it calls it from now on. */
export type GroupMoved = { moved: { from: number; to: number } };
