import type { Tx } from '../../base/db/index.ts';
import { append, put } from '../../base/outbox/index.ts';
import { BULK, message, type Place, type Said } from './outgoing.ts';

/** A group with topics; what is sent there waits until everybody's private chat is served. */
export type Forum = Omit<Place, 'thread'>;
/** One topic of a forum. */
export type Topic = Place & { thread: number };
/** Whom to tell how it went. */
type Ref = Readonly<Record<string, number>>;

/** The lane in which everything for a chat waits. */
export const laneOf = (chat: Forum): string => `chat:${chat.id}`;

/** Makes a topic; its number comes back as the remote id. `icon`: an emoji, shown where Telegram offers it for topics. */
export async function openTopic(
  tx: Tx,
  forum: Forum,
  topic: { name: string; icon: string; ref: Ref },
): Promise<void> {
  const { ref, ...payload } = topic;
  await append(tx, {
    ...{ ...message(forum, 'staff.topic', payload), ref, priority: BULK },
    // Twice is better than never: an empty topic too many can be deleted.
    onAmbiguous: 'resend',
  });
}

/** Gives a topic another name or icon; of several that wait, the last one counts. */
export async function renameTopic(
  tx: Tx,
  topic: Topic,
  to: { name: string; icon: string; ref: Ref },
): Promise<void> {
  const { ref, ...payload } = to;
  await put(tx, {
    ...{ ...message(topic, 'staff.change', payload), ref, priority: BULK },
    ...{ key: `topic:${topic.id}:${topic.thread}`, onAmbiguous: 'resend' },
  });
}

/** Closes a topic for everybody but administrators, or opens it again. */
export async function setTopicOpen(tx: Tx, topic: Topic, to: { open: boolean; ref: Ref }): Promise<void> {
  await append(tx, {
    ...{ ...message(topic, 'staff.open', { open: to.open }), ref: to.ref, priority: BULK },
    onAmbiguous: 'resend',
  });
}

/** Deletes a topic with everything that stands in it, whoever wrote it. */
export async function removeTopic(tx: Tx, topic: Topic): Promise<void> {
  await append(tx, { ...message(topic, 'staff.remove', {}), priority: BULK, onAmbiguous: 'resend' });
}

/** Says something in a topic, without a sound; with a `key` it is one message that is edited in place. */
export async function postInTopic(
  tx: Tx,
  topic: Topic,
  post: { said: Said; key?: string; ref: Ref },
): Promise<void> {
  const { said, key, ref } = post;
  const words = {
    ...{ ...message(topic, 'say', { ...said, silent: true }), ref, priority: BULK },
    onAmbiguous: 'resend' as const,
  };
  await (key === undefined ? append(tx, words) : put(tx, { ...words, key }));
}

/** Copies messages of another chat of the bot's into a topic, as they are; albums stay together. The new ids come back in order, with
 * commas between them. */
export async function copyInto(
  tx: Tx,
  topic: Topic,
  copy: { fromTelegramChat: number; messageIds: readonly number[]; ref: Ref },
): Promise<void> {
  const { ref, ...payload } = copy;
  await append(tx, {
    ...{ ...message(topic, 'staff.copy', payload), ref, priority: BULK, onAmbiguous: 'resend' },
    weight: copy.messageIds.length,
  });
}

/** Pins a message of a forum, without a sound. Does not wait for the forum's messages, and takes nothing from their pace. */
export async function pinMessage(
  tx: Tx,
  chat: Forum,
  pinned: { messageId: number; ref: Ref },
): Promise<void> {
  const { messageId, ref } = pinned;
  await append(tx, {
    ...{ lane: `pins:${chat.id}`, kind: 'staff.pin', payload: { chat: chat.id, messageId }, ref },
    ...{ paceMs: 1000, weight: 0, priority: BULK, onAmbiguous: 'resend' },
  });
}

/** Asks somebody in a topic for words: their answer is a reply to this message, which stands under `key`. */
export async function askInTopic(
  tx: Tx,
  topic: Topic,
  ask: { text: string; key: string; whom: { telegramId: number; name: string } },
): Promise<void> {
  const { text, key, whom } = ask;
  await put(tx, {
    ...{ ...message(topic, 'staff.ask', { text, whom }), key, fresh: true, onAmbiguous: 'resend' },
  });
}

/** Sets the bot's reaction to a message of a chat. Does not wait for the chat's messages, and takes nothing from their pace. */
export async function react(tx: Tx, chat: Forum, to: { messageId: number; emoji: string }): Promise<void> {
  await append(tx, {
    ...{ lane: `reactions:${chat.id}`, kind: 'staff.react', payload: { chat: chat.id, ...to } },
    ...{ paceMs: 1000, burst: 5, weight: 0, priority: BULK, onAmbiguous: 'resend' },
  });
}

/** One of the answers to an inline query: what it is called, what it reads like, and what is written when it is chosen. */
export type InlineResult = { id: string; title: string; description: string; text: string };

/** Answers somebody's inline query; it is due within seconds and waits for nothing. `ticket`: the one that the answers speak of. */
export async function answerInline(
  tx: Tx,
  answer: { queryId: string; personId: number; ticket?: number; results: readonly InlineResult[] },
): Promise<void> {
  const { personId, ...payload } = answer;
  await append(tx, {
    ...{
      lane: `inline:${personId}`,
      kind: 'staff.inline',
      payload,
      priority: 2,
      weight: 0,
      onAmbiguous: 'resend',
    },
  });
}
