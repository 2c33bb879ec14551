import type { Person } from '../customers/index.ts';
import type { Content } from '../front-desk/index.ts';
import type { Right } from './window.ts';

/** What happened in chats of an account whose owner lets the desk read and answer there (P5). */
export type BusinessWhat =
  /** Its owner let the desk in, changed what it may do, or ended it. `ownerChatId`: the bot's own chat with the owner. */
  | {
      kind: 'connection';
      account: Person;
      ownerChatId: number;
      rights: readonly Right[];
      enabled: boolean;
    }
  /** Something said; `partner` is with whom the owner speaks, `from` the account that said it. `automatic`: nobody wrote it now, it is a
   * greeting or an away message. */
  | { kind: 'message'; partner: Person; from: number; content: Content; automatic: boolean }
  | { kind: 'edited'; partner: Person; content: Content }
  /** Whoever wrote these messages, or read them, deleted them for both. */
  | { kind: 'deleted'; telegramChatId: number; telegramMessageIds: readonly number[] };

/** Something that reached the desk from a chat of somebody's own account; `business` is Telegram's name of the connection. */
export type BusinessArrival = { business: string; what: BusinessWhat };
