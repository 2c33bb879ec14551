import type { Tx } from '../../base/db/index.ts';
import { amendUnsent, append, keyOf, keysUnderWay, type OnAmbiguous, put } from '../../base/outbox/index.ts';
import type { Entity } from '../../base/text/index.ts';

/** A button under a message: pressing it sends `data` back (64 bytes at most), opens `url`, or opens the page `app` inside Telegram (an https
 * address), among direct messages of channels by a link into the Mini App. */
export type Button =
  | { label: string; data: string }
  | { label: string; url: string }
  | { label: string; app: string };

/** A file to send: one of the desk's attachments, or a file of its store that belongs to no message, as a photo, a video, a document, …
 * `words` stand under it alone, where what is said does not. */
export type OutFile = ({ attachment: number } | { stored: number }) & { kind: string; words?: string };

/** What a chat is shown: words with their formatting, files, and rows of buttons. What is more than Telegram takes at once is first cut
 * by `inCalls`. */
export type Said = {
  text: string;
  entities?: readonly Entity[];
  files?: readonly OutFile[];
  buttons?: readonly (readonly Button[])[];
};

/** How a message is to go out. */
export type SayOptions = {
  /** Which of our messages this is; its delivery is noted there. */
  messageId?: number;
  /** Which part of it: those of one message that is several in the chat (`planParts`). */
  part?: number;
  /** The message in the chat that this answers, by Telegram's id. */
  replyTo?: number;
  /** Default: a bot's words are sent once more when nobody knows whether they arrived. */
  onAmbiguous?: OnAmbiguous;
  /** A silent message makes no sound. */
  silent?: boolean;
  /** The account of the person whose photo goes with the words, where they show one. */
  portrait?: number;
  /** One of very many: whatever else there is to send goes first. */
  bulk?: boolean;
  /** Whom to tell how it went, where that is no message of ours. */
  ref?: Readonly<Record<string, number>>;
};

/** Telegram takes about one message a second in a chat, and short bursts. */
const CHAT_PACE = { paceMs: 1000, burst: 3 };
/** A group takes 20 messages a minute, edits and new topics included. */
const GROUP_PACE = { ...CHAT_PACE, perMinute: 20 };

const isGroup = (kind: string): boolean => kind !== 'private';

/** A chat as a place to send to; `thread` is a topic of a forum, `direct` one of a channel's direct messages, by Telegram's number. */
export type Place = { id: number; kind: string; thread?: number; direct?: number };

/** The priority of what can wait until everything else has gone. */
export const BULK = -1;
/** A place to send to that may be a ticket's topic, which may not be there yet: what is sent there waits behind it, and goes into it if it was
 * made. `pointsTo`: said only if the topic of that ticket was made. */
export type Spot = Place & { topic?: number; pointsTo?: number };

/** A message of the outbox for a chat, in the chat's lane and at its pace. */
export function message(chat: Spot, kind: string, payload: Record<string, unknown>) {
  const { id, thread, topic, pointsTo } = chat;
  const where = {
    ...(thread === undefined ? {} : { thread }),
    ...(topic === undefined ? {} : { topic }),
    ...(pointsTo === undefined ? {} : { pointsTo }),
  };
  return {
    lane: `chat:${id}`,
    kind,
    payload: {
      ...{ chat: id, ...where },
      ...payload,
      ...(chat.direct === undefined ? {} : { direct: chat.direct }),
    },
    ...(isGroup(chat.kind) ? GROUP_PACE : CHAT_PACE),
    // An album is so many messages to Telegram's limits as it has files.
    weight: Array.isArray(payload.files) ? Math.max(1, payload.files.length) : 1,
  };
}

/** What is to be said, as the outbox keeps it. */
export function payloadOf(said: Partial<Said>, options: SayOptions): Record<string, unknown> {
  return {
    ...(said.text === undefined ? {} : { text: said.text }),
    ...(said.entities?.length ? { entities: said.entities } : {}),
    ...(said.files?.length ? { files: said.files } : {}),
    ...(said.buttons ? { buttons: said.buttons } : {}),
    ...(options.replyTo ? { replyTo: options.replyTo } : {}),
    ...(options.silent ? { silent: true } : {}),
    ...(options.portrait ? { portrait: options.portrait } : {}),
  };
}

/** Says something in a chat, after the commit and after everything that was said there before. */
export async function say(tx: Tx, to: { chat: Spot; said: Said }, options: SayOptions = {}): Promise<void> {
  await append(tx, {
    ...message(to.chat, 'say', payloadOf(to.said, options)),
    onAmbiguous: options.onAmbiguous ?? 'resend',
    // Somebody who sends a command a hundred times gets its answer once while it waits, not before an agent's reply a hundred times.
    ...(options.messageId ? { ref: refOf(options), priority: 1 } : { unlessWaiting: true }),
    ...(options.bulk ? { priority: BULK } : {}),
    ...(options.ref ? { ref: options.ref } : {}),
  });
}

/** By what the outbox tells how a message of ours went. */
function refOf({ messageId = 0, part }: SayOptions): Record<string, number> {
  return { message: messageId, ...(part === undefined ? {} : { part }) };
}

/** Makes the message named `key` say this: edits it in place, or sends it where it does not stand yet. Many changes in a row make
 * one edit. */
export async function show(
  tx: Tx,
  to: { chat: Spot; said: Said },
  how: { key: string; bulk?: boolean; ref?: Readonly<Record<string, number>> },
): Promise<void> {
  await put(tx, {
    ...message(to.chat, 'say', payloadOf(to.said, { silent: true })),
    key: how.key,
    onAmbiguous: 'resend',
    ...(how.bulk ? { priority: BULK } : {}),
    ...(how.ref ? { ref: how.ref } : {}),
  });
}

/** Says this as a new message named `key`; one of that name that has not left yet is replaced. */
export async function showAnew(tx: Tx, to: { chat: Spot; said: Said }, key: string): Promise<void> {
  await put(tx, {
    ...message(to.chat, 'say', payloadOf(to.said, {})),
    key,
    fresh: true,
    onAmbiguous: 'resend',
  });
}

/** The name of the message of ours that stands in a chat under this Telegram id, if it has one. */
export function nameOf(tx: Tx, chat: Place, telegramMessageId: number): Promise<string | undefined> {
  return keyOf(tx, `chat:${chat.id}`, String(telegramMessageId));
}

/** The names of messages of ours that are on their way into a chat, newest first: people may see one before its Telegram id is known here. */
export function namesUnderWay(tx: Tx, chat: Place): Promise<string[]> {
  return keysUnderWay(tx, `chat:${chat.id}`);
}

/** Changes a message whose Telegram id is known: the one under which a button was pressed. Without a text only its buttons change. */
export async function change(
  tx: Tx,
  to: { chat: Place; said: Partial<Said> },
  telegramMessageId: number,
): Promise<void> {
  await append(tx, {
    ...message(to.chat, 'change', { ...payloadOf(to.said, {}), messageId: telegramMessageId }),
    onAmbiguous: 'resend',
    unlessWaiting: true,
  });
}

/** Marks a message of a concierge's chat as read, and what came before it. Does not wait for the chat's other messages. */
export async function markRead(tx: Tx, chat: { id: number }, telegramMessageId: number): Promise<void> {
  await append(tx, {
    lane: `read:${chat.id}`,
    kind: 'read',
    payload: { chat: chat.id, messageId: telegramMessageId },
    priority: BULK,
    weight: 0,
    onAmbiguous: 'resend',
  });
}

/** Ends the waiting of somebody who pressed a button; with a text, they read it in passing, or in a box if `alert`. Does not wait for
 * the chat's other messages, because the answer is due within seconds. */
export async function answerPress(
  tx: Tx,
  chat: Place,
  press: { queryId: string; text?: string; alert?: boolean },
): Promise<void> {
  await append(tx, {
    lane: `press:${chat.id}`,
    kind: 'answer',
    payload: { ...press },
    priority: 2,
    // It is no message, so no limit counts it.
    weight: 0,
    onAmbiguous: 'resend',
  });
}

/** Changes words of ours that stand in a chat under this Telegram id, or those under a file (`caption`). Nothing new is sent where they are
 * gone. */
export async function rewrite(
  tx: Tx,
  to: { chat: Place; said: Said; caption: boolean },
  telegramMessageId: number,
): Promise<void> {
  const { chat, said, caption } = to;
  await append(tx, {
    ...message(chat, 'rewrite', { ...payloadOf(said, {}), caption, messageId: telegramMessageId }),
    onAmbiguous: 'resend',
  });
}

/** Lets a message of ours that is one in the chat, and that nobody has begun to send, say these words when it goes out. False: it is no
 * longer, or not only, waiting. */
export function reword(
  tx: Tx,
  to: { chat: { id: number }; said: Said },
  messageId: number,
): Promise<boolean> {
  const { text, entities } = to.said;
  return amendUnsent(
    tx,
    { lane: `chat:${to.chat.id}`, ref: refOf({ messageId }) },
    { instead: ['text', 'entities'], add: payloadOf({ text, ...(entities ? { entities } : {}) }, {}) },
  );
}

/** Takes messages of ours out of a chat, by their Telegram ids. */
export async function takeBack(tx: Tx, chat: Place, telegramMessageIds: readonly number[]): Promise<void> {
  await append(tx, {
    ...message(chat, 'delete', { messageIds: telegramMessageIds }),
    onAmbiguous: 'resend',
  });
}
