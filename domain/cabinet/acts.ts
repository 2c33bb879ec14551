import { DomainError } from '../../base/kernel/index.ts';
import { lockChat, saveDialogue } from '../chats/index.ts';
import { takeUploads } from '../files/index.ts';
import { storeAnswers } from '../forms/index.ts';
import {
  CONSENT_VERSION,
  type Effect,
  findStopWord,
  IDLE,
  noteAwake,
  perform,
  type Scene,
} from '../front-desk/index.ts';
import { readAftercare } from '../surveys/index.ts';
import { isOpen, storeMessage, type Ticket } from '../tickets/index.ts';
import { type Asked, type Checked, checkForm } from './form.ts';
import { mayReopen, ownTicket } from './read.sql.ts';
import type { Visit } from './visit.ts';

/** What a customer wrote, and which of their uploads go with it; the same `requestKey` again adds nothing. */
type Written = { text: string; uploads?: readonly number[]; requestKey: string };

/** Customers and staff are numbered apart, and each makes up their own keys. */
const keyOf = (requestKey: string): string => `customer:${requestKey}`;

/** Opens a ticket (M2). Words that still wait in the chat for a topic come along, so that nothing is lost. Refuses (`invalid`) a topic that
 * is not offered, and answers that its form does not take. Returns the ticket's number. */
export async function openTicket(visit: Visit, asked: Written & Asked): Promise<number> {
  const topic = (await visit.desk.routing()).topics.find(({ slug }) => slug === asked.topic);
  if (!topic) throw new DomainError('invalid', 'topic_unknown', { topic: asked.topic });
  const scene = await enter(visit);
  const before = await ticketOf(visit, asked);
  if (before !== undefined) return before;
  const checked = await checkForm(visit, topic, asked);
  await keep(scene, { ...asked, text: [asked.text, ...checked.lines].join('\n') });
  // What it is about are the customer's own words.
  scene.firstLooseText = asked.text;
  await take(scene, { topicId: topic.id, words: asked.text });
  const ticketId = await ticketOf(visit, asked);
  if (ticketId === undefined) throw new DomainError('conflict', 'request_key_used');
  await keepAnswers(scene, ticketId, checked);
  return ticketId;
}

/** Makes a ticket of the words that are in none. */
async function take(scene: Scene, { topicId, words }: { topicId: number; words: string }): Promise<void> {
  const stop = findStopWord(words);
  if (scene.customer.consent !== CONSENT_VERSION)
    await act(scene, { kind: 'recordConsent', version: CONSENT_VERSION });
  await act(scene, {
    kind: 'createTicket',
    topicId,
    priority: stop?.priority ?? 'normal',
    outcome: stop ? 'person' : 'open',
    ...(stop ? { reason: stop.reason } : {}),
  });
  await act(scene, { kind: 'cancelTimer', what: 'draft' });
  await saveDialogue(scene.tx, scene.chat, { dialogue: IDLE, now: scene.now, acted: true });
}

async function keepAnswers({ tx }: Scene, ticketId: number, checked: Checked): Promise<void> {
  if (Object.keys(checked.answers).length > 0) await storeAnswers(tx, ticketId, checked);
}

/** Adds words to a ticket (M1, B6). One that was solved is to be reopened first (`conflict`). */
export async function write(visit: Visit, ticketId: number, written: Written): Promise<void> {
  const ticket = await ownTicket(visit.tx, visit.customer.id, ticketId);
  if (!isOpen(ticket.status)) throw new DomainError('conflict', 'ticket_ended', { ticket: ticketId });
  const scene = await enter(visit);
  const messageId = await keep(scene, written);
  if (messageId === undefined) return;
  await act(scene, { kind: 'addToTicket', ticketId, messageIds: [messageId] });
  const stop = findStopWord(written.text);
  if (stop) {
    const { priority, reason } = stop;
    await act(scene, { kind: 'requestPerson', ticketId, priority, reason });
  }
}

/** The matter is over for its customer. */
export const closeTicket = (visit: Visit, ticketId: number): Promise<void> =>
  onOwn(visit, ticketId, () => ({ kind: 'closeTicket', ticketId }));

/** The matter is not over (F7). Refuses (`conflict`) when the ticket ended too long ago: then a new one is better. */
export const reopenTicket = (visit: Visit, ticketId: number): Promise<void> =>
  onOwn(visit, ticketId, (ticket) => {
    if (isOpen(ticket.status)) return undefined;
    if (!mayReopen(ticket, visit.desk.clock.now()))
      throw new DomainError('conflict', 'reopen_too_late', { ticket: ticketId });
    return { kind: 'reopenTicket', ticketId };
  });

/** Whether the customer is told about changes of this ticket (B3). */
export const setNotify = (visit: Visit, ticketId: number, on: boolean): Promise<void> =>
  onOwn(visit, ticketId, () => ({ kind: 'setNotify', ticketId, on }));

/** How content the customer is, 1 to 5 (F6). Refuses (`conflict`) when that is not asked, or not any more. */
export async function rateTicket(visit: Visit, ticketId: number, score: number): Promise<void> {
  const { tx, desk, customer } = visit;
  await ownTicket(tx, customer.id, ticketId);
  const asked = await readAftercare(tx, { ticketId, customerId: customer.id }, desk.clock.now());
  if (!asked?.mayRate) throw new DomainError('conflict', 'rating_not_asked', { ticket: ticketId });
  await actFor(visit, { kind: 'rate', ticketId, score });
}

/** The customer's private chat, locked: what they do here and what they say there happens one after the other. */
async function enter({ tx, desk, customer }: Visit): Promise<Scene> {
  if (customer.telegram_id === null) throw new DomainError('conflict', 'chat_unknown');
  const now = desk.clock.now();
  const chat = await lockChat(tx, { telegramChatId: customer.telegram_id, kind: 'private' }, now);
  await noteAwake({ tx, now }, chat);
  return { tx, desk, chat: { ...chat, customerId: customer.id }, customer, firstLooseText: null, now };
}

/** Does in the customer's chat what the bot does there. */
export const actFor = async (visit: Visit, effect: Exclude<Effect, { kind: 'again' }>): Promise<void> =>
  act(await enter(visit), effect);

const act = (scene: Scene, effect: Exclude<Effect, { kind: 'again' }>): Promise<void> =>
  perform(scene, effect);

/** Stores the words, before anything else is decided. Undefined: this request was heard before. */
async function keep(scene: Scene, { text, uploads = [], requestKey }: Written): Promise<number | undefined> {
  const { tx, chat, customer, now } = scene;
  const author = { kind: 'customer', id: customer.id } as const;
  scene.firstLooseText = text;
  if (await wasHeard(scene, requestKey)) return undefined;
  if (text === '' && uploads.length === 0) throw new DomainError('invalid', 'message_empty');
  const files = await takeUploads(tx, uploads, { customerId: customer.id });
  const kind = files.length > 1 ? 'album' : (files[0]?.kind ?? 'text');
  return storeMessage(tx, {
    ...{ chatId: chat.id, author, kind, text, files, now },
    requestKey: keyOf(requestKey),
  });
}

async function wasHeard({ tx, customer }: Scene, requestKey: string): Promise<boolean> {
  const row = await tx
    .selectFrom('messages')
    .select('id')
    .where('author_id', '=', customer.id)
    .where('request_key', '=', keyOf(requestKey))
    .executeTakeFirst();
  return row !== undefined;
}

/** The ticket that a request opened; undefined: it was not heard yet. Refuses (`conflict`) the key of other words. */
async function ticketOf({ tx, customer }: Visit, { requestKey }: Written): Promise<number | undefined> {
  const row = await tx
    .selectFrom('messages')
    .select('ticket_id')
    .where('author_id', '=', customer.id)
    .where('request_key', '=', keyOf(requestKey))
    .executeTakeFirst();
  if (row?.ticket_id === null) throw new DomainError('conflict', 'request_key_used');
  return row?.ticket_id;
}

type Decided = Exclude<Effect, { kind: 'again' }> | undefined;

async function onOwn(visit: Visit, ticketId: number, decide: (ticket: Ticket) => Decided): Promise<void> {
  const scene = await enter(visit);
  const effect = decide(await ownTicket(visit.tx, visit.customer.id, ticketId));
  if (effect) await act(scene, effect);
}
