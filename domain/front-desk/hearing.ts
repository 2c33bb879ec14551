import { announce } from '../../base/db/index.ts';
import { nameOf, ticketOfThread } from '../chats/index.ts';
import {
  editMessage,
  messageByTelegram,
  setReaction,
  storeAlbumItem,
  storeMessage,
} from '../tickets/index.ts';
import type { Content } from './arrival.types.ts';
import { ticketOfCard } from './card.sql.ts';
import type { Input } from './dialogue.types.ts';
import type { Scene } from './scene.ts';

/** The largest file that can be fetched for an agent, in megabytes. */
const FILE_LIMIT_MB = 20;

const isTooBig = ({ sizeBytes }: Content['files'][number]): boolean =>
  (sizeBytes ?? 0) > FILE_LIMIT_MB * 1024 * 1024;

/** Kinds that say something without words. */
const SPEAKING = new Set(['location', 'venue', 'contact', 'poll', 'checklist', 'form', 'article']);

/** What somebody sent; without Telegram's number where they wrote it in another chat. */
type Heard = Omit<Content, 'telegramMessageId'> & Partial<Pick<Content, 'telegramMessageId'>>;

/** Stores a message before anything else is decided, so that nothing a customer sends is lost (B6). Undefined: there is nothing to decide
 * about it, because it was heard before, or is one more picture of an album. */
export async function hear(
  scene: Scene,
  content: Heard,
): Promise<Extract<Input, { kind: 'message' }> | undefined> {
  const { tx } = scene;
  const repliesTo = content.replyTo === undefined ? undefined : await repliedTicket(scene, content.replyTo);
  const stored = await store(scene, content, repliesTo?.messageId);
  if (!stored) return undefined;
  const ticketId = stored.ticketId ?? repliesTo?.ticketId;
  if (stored.ticketId !== null) announce(tx, { ticket: stored.ticketId });
  const tooBig = content.files.some(isTooBig);
  if (stored.joined && content.text === '' && !tooBig) return undefined;
  return {
    kind: 'message',
    messageId: stored.id,
    text: content.text,
    // A sticker says no more than an emoji does.
    hasAttachment: SPEAKING.has(content.kind) || (content.kind !== 'sticker' && content.files.length > 0),
    ...(isShownHere(content) ? {} : { unsupported: true }),
    ...(tooBig ? { tooBigFor: FILE_LIMIT_MB } : {}),
    ...(ticketId === undefined ? {} : { repliesToTicket: ticketId }),
    ...(await topicOfWords(scene)),
  };
}

/** In which topic of the chat words were written, and whose that is. */
async function topicOfWords({ tx, chat }: Scene) {
  const { id, thread } = chat;
  if (thread === undefined) return {};
  const ticketId = await ticketOfThread(tx, id, thread);
  return ticketId === undefined ? ({ thread, apart: true } as const) : { thread, inTopicOf: ticketId };
}

const isShownHere = ({ kind, files }: Heard): boolean =>
  kind !== 'unsupported' && (kind !== 'paid_media' || files.length > 0);

type Stored = { id: number; joined: boolean; ticketId: number | null };

async function store(
  scene: Scene,
  content: Heard,
  replyToId: number | undefined,
): Promise<Stored | undefined> {
  const { replyTo: _, mediaGroupId, ...said } = content;
  const message = {
    ...said,
    chatId: scene.chat.id,
    author: { kind: 'customer', id: scene.customer.id } as const,
    ...(replyToId === undefined ? {} : { replyToId }),
    now: scene.now,
  };
  const { telegramMessageId } = said;
  if (mediaGroupId !== undefined && telegramMessageId !== undefined)
    return storeAlbumItem(scene.tx, { ...message, mediaGroupId, telegramMessageId });
  const id = await storeMessage(scene.tx, message);
  return id === undefined ? undefined : { id, joined: false, ticketId: null };
}

/** Keeps what a message says now, and what it said before (B6). One that nobody has heard yet is heard now. */
export async function hearEdit(scene: Scene, content: Content): Promise<Input | undefined> {
  const { tx, chat, now } = scene;
  const known = await messageByTelegram(tx, chat.id, content.telegramMessageId);
  if (!known) return hear(scene, content);
  if (known.authorKind !== 'customer') return undefined;
  const { text, entities, details, kind, files } = content;
  await editMessage(tx, known.id, {
    ...{ text, details, kind, files, now, item: content.telegramMessageId },
    ...(entities ? { entities } : {}),
  });
  if (known.ticketId !== null) announce(tx, { ticket: known.ticketId });
  return {
    kind: 'edited',
    messageId: known.id,
    ...(known.ticketId === null ? {} : { ticketId: known.ticketId }),
  };
}

/** Keeps with a message what its reader answered it with by one tap. */
export async function hearReaction(
  { tx, chat, customer }: Scene,
  reaction: { telegramMessageId: number; emoji: readonly string[] },
): Promise<void> {
  const known = await messageByTelegram(tx, chat.id, reaction.telegramMessageId);
  if (!known) return;
  await setReaction(tx, known.id, { by: `customer:${customer.id}`, emoji: reaction.emoji });
  if (known.ticketId !== null) announce(tx, { ticket: known.ticketId });
}

/** What the message that was answered belongs to: a ticket's card, or a stored message of a ticket. */
async function repliedTicket(
  scene: Scene,
  telegramMessageId: number,
): Promise<{ ticketId?: number; messageId?: number }> {
  const card = await ticketOfMessage(scene, telegramMessageId);
  if (card !== undefined) return { ticketId: card };
  const known = await messageByTelegram(scene.tx, scene.chat.id, telegramMessageId);
  if (!known) return {};
  return { messageId: known.id, ...(known.ticketId === null ? {} : { ticketId: known.ticketId }) };
}

/** The ticket whose card stands in the chat under this Telegram id, if one does. */
export async function ticketOfMessage(scene: Scene, telegramMessageId: number): Promise<number | undefined> {
  return ticketOfCard(await nameOf(scene.tx, scene.chat, telegramMessageId));
}
