import type { ChatKind } from '../chats/index.ts';
import type { Person } from '../customers/index.ts';
import type { FileRef } from '../tickets/index.ts';

/** What somebody sent, taken apart (B6). `raw` keeps what could not be. */
export type Content = {
  telegramMessageId: number;
  kind: string;
  text: string;
  entities?: unknown;
  files: readonly FileRef[];
  mediaGroupId?: string;
  /** The message that this one answers. */
  replyTo?: number;
  raw?: unknown;
};

/** What reached the desk from a chat. */
export type What =
  | { kind: 'start'; payload?: string }
  | { kind: 'command'; name: string; args: string }
  | { kind: 'message'; content: Content }
  | { kind: 'edited'; telegramMessageId: number; text: string; entities?: unknown }
  | { kind: 'press'; queryId: string; data: string; onMessage?: number }
  /** The person blocked the bot, or took it back. */
  | { kind: 'reachable'; yes: boolean };

/** Something that reached the desk: where, from whom, and what. */
export type Arrival = {
  chat: { telegramChatId: number; kind: ChatKind };
  person: Person;
  what: What;
};
