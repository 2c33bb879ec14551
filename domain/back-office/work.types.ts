import type { Tx } from '../../base/db/index.ts';
import type { Entity } from '../../base/text/index.ts';
import type { Desk } from '../front-desk/index.ts';
import type { Actor } from '../staff/index.ts';
import type { FileRef } from '../tickets/index.ts';

/** An agent at work on a ticket: who, which ticket, and the time. */
export type Work = { tx: Tx; desk: Desk; actor: Actor; ticketId: number };

/** What an agent wrote: words with their formatting, files that they uploaded, and the message that it answers, by our id. The same
 * `requestKey` again adds nothing. `through: 'bot'`: what began in a concierge's own chat goes on in the
 * customer's chat with the bot (P5). `inPerson`: with the agent's photo. */
export type Written = {
  text: string;
  entities?: readonly Entity[];
  /** Uploads of the agent's, by their ids. */
  uploads?: readonly number[];
  /** Files that the agent has sent to the bot, as Telegram knows them. */
  files?: readonly FileRef[];
  replyTo?: number | undefined;
  requestKey: string;
  through?: 'bot' | undefined;
  inPerson?: true;
};
