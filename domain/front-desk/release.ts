import type { Tx } from '../../base/db/index.ts';
import { lockChatById } from '../chats/index.ts';
import { customerById } from '../customers/index.ts';
import { type Ticket, ticketById } from '../tickets/index.ts';
import { takeAftercareStep } from './aftercare.ts';
import type { CardPlace } from './card.sql.ts';
import type { Desk } from './context.ts';
import { type Held, heldOf, readRest, unhold, wakeAt } from './quiet.sql.ts';
import { HeldNotice, isPressing, noteReleased, restUntil, speak, wantsShort } from './quiet.ts';

/** A customer's quiet hours may be over (a durable timer): what is held goes out, in order; while they last, only what has become pressing
 * (U3). */
export async function handleQuiet(tx: Tx, desk: Desk, chatId: number): Promise<void> {
  const place = await placeOfChat(tx, desk, chatId);
  if (!place) return;
  const held = await heldOf(tx, chatId);
  // What was held may have been taken back; the next thing to hold has to set a timer again.
  if (held.length === 0) return unhold(tx, chatId, { ids: [], rest: undefined });
  const { settings, actedAt } = await readRest(tx, chatId);
  const rest = restUntil({ ...place, settings, actedAt });
  if (rest === undefined) return letGo(place, held, { all: held, bulk: true });
  const out: Held[] = [];
  for (const one of held) {
    const ticket = await ticketOf(tx, one);
    if (ticket && (await isPressing(desk, settings, ticket))) out.push(one);
  }
  await letGo(place, out, { all: held, until: rest });
  if (out.length < held.length) await wakeAt(tx, chatId, rest);
}

/** The customer did something, so they are awake: what was said meanwhile goes out before the answer to it (U3). Returns whether questions
 * of the desk's own wait for after it. */
export async function releaseWords(place: CardPlace): Promise<boolean> {
  const held = await heldOf(place.tx, place.chat.id);
  const words = held.filter(({ notice }) => HeldNotice.parse(notice).kind === 'words');
  await letGo(place, words, { all: held, until: place.desk.clock.now() });
  return words.length < held.length;
}

/** Takes the steps that were held, after the answer: it may have taken away the reason for them. */
export async function releaseSteps(place: CardPlace): Promise<void> {
  const held = await heldOf(place.tx, place.chat.id);
  await letGo(place, held, { all: held });
}

/** Sends an agent's held message now, and whatever was said before it (U3). Returns false when it is not held. */
export async function releaseUpTo(
  tx: Tx,
  desk: Desk,
  at: { chatId: number; messageId: number },
): Promise<boolean> {
  const place = await placeOfChat(tx, desk, at.chatId);
  if (!place) return false;
  const held = await heldOf(tx, at.chatId);
  const last = held.find(({ messageId }) => messageId === at.messageId);
  if (!last) return false;
  const out = held.filter(({ id, notice }) => id <= last.id && HeldNotice.parse(notice).kind === 'words');
  const { settings, actedAt } = await readRest(tx, at.chatId);
  const rest = restUntil({ ...place, settings, actedAt });
  await letGo(place, out, { all: held, until: rest ?? desk.clock.now() });
  return true;
}

async function placeOfChat(tx: Tx, desk: Desk, chatId: number): Promise<CardPlace | undefined> {
  const chat = await lockChatById(tx, chatId);
  if (chat.customerId === null) return undefined;
  return { tx, desk, chat, customer: await customerById(tx, chat.customerId) };
}

/** Takes these out of all that a locked chat holds and says them; the others wait on. */
async function letGo(
  place: CardPlace,
  out: readonly Held[],
  how: { all: readonly Held[]; until?: Date; bulk?: boolean },
): Promise<void> {
  const rest = out.length < how.all.length ? how.until : undefined;
  await unhold(place.tx, place.chat.id, { ids: out.map(({ id }) => id), rest });
  for (const one of out) await sayHeld(place, one, how.bulk ?? false);
}

async function sayHeld(place: CardPlace, held: Held, bulk: boolean): Promise<void> {
  const { tx, desk } = place;
  const notice = HeldNotice.parse(held.notice);
  if (notice.kind === 'step') {
    if (held.ticketId !== null)
      await takeAftercareStep(tx, desk, { ticket: held.ticketId, step: notice.step });
    return;
  }
  const { messageId } = held;
  const ticket = await ticketOf(tx, held);
  if (messageId === null) {
    const stale =
      (notice.whileStatus !== undefined && ticket?.status !== notice.whileStatus) ||
      (notice.step === true && wantsShort(place.customer, ticket));
    if (!stale) await speak(place, { ...notice, ...(ticket ? { ticket } : {}) }, { bulk });
    return;
  }
  await noteReleased(tx, messageId);
  await speak(place, { ...notice, messageId, ...(ticket ? { ticket } : {}) }, { bulk });
}

const ticketOf = async (tx: Tx, { ticketId }: Held): Promise<Ticket | undefined> =>
  ticketId === null ? undefined : ticketById(tx, ticketId);
