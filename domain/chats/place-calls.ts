import { z } from 'zod';
import type { Tx } from '../../base/db/index.ts';
import { append } from '../../base/outbox/index.ts';
import { message, type Place, payloadOf, type Said } from './outgoing.ts';

/** What Telegram says of a group or a channel, and of the desk's bot there; rights by Telegram's names. */
export const PlaceFacts = z.object({
  title: z.string(),
  username: z.string().optional(),
  isForum: z.boolean(),
  /** The discussion group of a channel, or the channel of a discussion group, by Telegram's number. */
  linkedChat: z.number().optional(),
  /** What the bot is there: administrator, member, left, … */
  status: z.string(),
  rights: z.array(z.string()),
});
/** See the schema of the same name. */
export type PlaceFacts = z.infer<typeof PlaceFacts>;

/** Whom to tell how it went. */
type Ref = Readonly<Record<string, number>>;

/** Asks what a group or a channel is, and what the bot may do there; the answer comes with the settlement, as `facts` (`PlaceFacts`). */
export async function lookAt(tx: Tx, chat: Place, ref: Ref): Promise<void> {
  await append(tx, {
    // Nobody waits behind it, and it is not a message.
    ...{ lane: `look:${chat.id}`, kind: 'look', payload: { chat: chat.id } },
    ...{ onAmbiguous: 'resend', unlessWaiting: true, ref },
  });
}

/** A topic of a forum. `thread`: the one that is to be there, by Telegram's number; without it, or when it is gone, a new one is made.
 * `rename`: one that is there gets the name too. */
export type WantedTopic = { name: string; thread?: number; rename?: boolean };

/** Sees to it that a topic is there. The settlement carries its number as `remoteId`. */
export async function keepTopic(tx: Tx, chat: Place, topic: WantedTopic & { ref: Ref }): Promise<void> {
  const { ref, ...wanted } = topic;
  // Nobody knows whether one that was asked for was made: a second one of the same name is worse than asking once more by hand.
  await append(tx, { ...message(chat, 'topic', wanted), onAmbiguous: 'hold', unlessWaiting: true, ref });
}

/** Pins the message named `key`, silently; where it is pinned nothing happens. */
export async function pin(tx: Tx, chat: Place, of: { key: string; ref: Ref }): Promise<void> {
  const { key, ref } = of;
  await append(tx, {
    ...message(chat, 'pin', { of: key }),
    key,
    onAmbiguous: 'resend',
    unlessWaiting: true,
    ref,
  });
}

/** Deletes the message named `key` where it stands. */
export async function takeDown(tx: Tx, chat: Place, key: string): Promise<void> {
  await append(tx, {
    ...message(chat, 'remove', { of: key }),
    ...{ key, onAmbiguous: 'resend', unlessWaiting: true },
  });
}

/** Says something in a group to one person alone. Where Telegram does not offer that, everybody sees a short answer to `replyTo` instead;
 * only then is there a message named `key`, to be taken down later. */
export async function whisper(
  tx: Tx,
  to: { chat: Place; person: number; said: Said; replyTo: number },
  key: string,
): Promise<void> {
  const { chat, person, said, replyTo } = to;
  await append(tx, {
    ...message(chat, 'whisper', { ...payloadOf(said, { replyTo, silent: true }), person }),
    ...{ key, fresh: true, onAmbiguous: 'resend', priority: 1 },
  });
}
