import { announce, type Tx } from '../../base/db/index.ts';
import { HOUR, plus } from '../../base/kernel/index.ts';
import { lockChat, noteActed, type OpenChat } from '../chats/index.ts';
import type { Customer, Person } from '../customers/index.ts';
import {
  type Content,
  type Desk,
  findStopWord,
  isEmptyOfMeaning,
  isThanks,
  REOPEN_WINDOW_MS,
  settle,
} from '../front-desk/index.ts';
import { routeTicket } from '../routing/index.ts';
import {
  advance,
  answeredAt,
  appendEvent,
  assignTicket,
  createTicket,
  editMessage,
  hearCustomer,
  higherPriority,
  isOpen,
  lockTicket,
  messageByTelegram,
  noteDelivery,
  removeMessage,
  storeAlbumItem,
  storeMessage,
  type Ticket,
  takeLoose,
  takeOwnWords,
  updateTicket,
} from '../tickets/index.ts';
import type { BusinessArrival, BusinessWhat } from './arrival.types.ts';
import type { At } from './at.ts';
import { noteConnection } from './connection.ts';
import { type Concierge, servingBy } from './connections.sql.ts';
import { customerOf, isLetIn, lockEndedMatter, lockKnownChat, lockOpenMatter } from './matters.sql.ts';

type Said = Extract<BusinessWhat, { kind: 'message' }>;

/** Handles whatever reached the desk from the chats of somebody's own account, in the caller's transaction (P5). Of a chat that is not let
 * in nothing is kept. */
export async function handleBusiness(tx: Tx, desk: Desk, arrival: BusinessArrival): Promise<void> {
  const at: At = { tx, desk, now: desk.clock.now() };
  const { what } = arrival;
  if (what.kind === 'connection') return noteConnection(at, arrival, what);
  const concierge = await servingBy(tx, arrival.business);
  if (!concierge) return;
  switch (what.kind) {
    case 'message':
      return hear(at, concierge, what);
    case 'edited':
      return hearEdit(at, concierge, what);
    case 'deleted':
      return hearDeletion(at, concierge, what);
  }
}

/** One conversation of a concierge with a customer: its chat, locked. */
type Talk = At & { concierge: Concierge; chat: OpenChat; customer: Customer; matter: Matter };
type Matter = { customerId: number; staffId: number; chatId: number };

async function hear(at: At, concierge: Concierge, said: Said): Promise<void> {
  if (!(await isLetIn(at, said.partner))) return;
  const talk = await talkOf(at, concierge, said.partner);
  if (said.from === concierge.accountId) return hearOwner(talk, said);
  return hearPartner(talk, said.content);
}

async function talkOf(at: At, concierge: Concierge, partner: Person): Promise<Talk> {
  const which = {
    telegramChatId: partner.telegramId,
    kind: 'private',
    conciergeId: concierge.staffId,
  } as const;
  const chat = await lockChat(at.tx, which, at.now);
  const customer = await customerOf(at, chat, partner);
  const matter = { customerId: customer.id, staffId: concierge.staffId, chatId: chat.id };
  return { ...at, concierge, chat, customer, matter };
}

type Author = { kind: 'customer' | 'staff' | 'bot'; id?: number };

/** A message that is stored, and the ticket that it belongs to: it answers a message there, or came to others of its album (`joined`). */
type Kept = { id: number; answers: number | null; joined: boolean };

/** Stores what was said. Undefined: there is nothing to decide about it, because it is stored already, or is one more picture of an album. */
async function keep({ tx, chat, now }: Talk, content: Content, author: Author): Promise<Kept | undefined> {
  const { replyTo, mediaGroupId, telegramMessageId, ...words } = content;
  const answered = replyTo === undefined ? undefined : await messageByTelegram(tx, chat.id, replyTo);
  const said = {
    ...{ ...words, telegramMessageId, chatId: chat.id, author, now },
    ...(answered ? { replyToId: answered.id } : {}),
  };
  const answers = answered?.ticketId ?? null;
  if (mediaGroupId === undefined) {
    const id = await storeMessage(tx, said);
    return id === undefined ? undefined : { id, answers, joined: false };
  }
  const stored = await storeAlbumItem(tx, { ...said, mediaGroupId });
  if (!stored?.joined) return stored && { id: stored.id, answers, joined: false };
  if (stored.ticketId !== null) announce(tx, { ticket: stored.ticketId });
  return content.text === '' ? undefined : { id: stored.id, answers: stored.ticketId, joined: true };
}

/** The customer wrote: into the ticket that they answer or that is open with this concierge, else a new one that the concierge has. */
async function hearPartner(talk: Talk, content: Content): Promise<void> {
  const { tx, chat, customer, now } = talk;
  const kept = await keep(talk, content, { kind: 'customer', id: customer.id });
  if (!kept) return;
  await noteActed(tx, chat.id, now);
  const open = await answeredTicket(talk, kept.answers, isOpenTicket);
  if (kept.joined && !open) return;
  const ticket = open ?? (await lockOpenMatter(tx, talk.matter));
  if (ticket) return into(talk, ticket, { id: kept.id, text: content.text });
  const ended = content.files.length === 0 && isLastWord(content.text) ? await ended72(talk) : undefined;
  if (!ended) return openMatter(talk, content.text);
  await takeLoose(tx, chat.id, { ticketId: ended.id, messageIds: [kept.id], now });
  await updateTicket(tx, ended.id, { set: { last_message_at: now, last_customer_message_at: now }, now });
}

const isOpenTicket = ({ status }: Ticket): boolean => isOpen(status);

/** Thanks, and what says nothing: they begin no new matter. */
const isLastWord = (text: string): boolean => isThanks(text) || isEmptyOfMeaning(text);

const ended72 = ({ tx, matter, now }: Talk) => lockEndedMatter(tx, matter, plus(now, -REOPEN_WINDOW_MS));

async function answeredTicket(
  { tx, customer }: Talk,
  ticketId: number | null,
  fits: (ticket: Ticket) => boolean,
): Promise<Ticket | undefined> {
  if (ticketId === null) return undefined;
  const ticket = await lockTicket(tx, ticketId);
  return ticket.customer_id === customer.id && fits(ticket) ? ticket : undefined;
}

async function into(talk: Talk, ticket: Ticket, message: { id: number; text: string }): Promise<void> {
  const { tx, desk, chat, now } = talk;
  await takeLoose(tx, chat.id, { ticketId: ticket.id, messageIds: [message.id], now });
  const heard = await hearCustomer(tx, ticket, now);
  const here = await updateTicket(tx, ticket.id, {
    set: { ...urgency(heard, message.text), chat_id: chat.id },
    now,
  });
  await settle({ tx, desk, now, heard: true }, ticket, here);
}

/** Words that call for haste make the ticket more pressing, also here (B5). */
function urgency(ticket: Ticket, text: string): Pick<Ticket, 'priority' | 'urgent_reason'> {
  const stop = findStopWord(text);
  return {
    priority: stop ? higherPriority(ticket.priority, stop.priority) : ticket.priority,
    urgent_reason: ticket.urgent_reason ?? stop?.reason ?? null,
  };
}

/** How far back a concierge's own words belong to the matter that the customer's answer begins. */
const OWN_WORDS_MS = 24 * HOUR;

async function openMatter(talk: Talk, text: string): Promise<void> {
  const { tx, desk, chat, customer, concierge, now } = talk;
  const stop = findStopWord(text);
  const priority = stop?.priority ?? 'normal';
  const { queue, priority: ruled } = routeTicket(await desk.routing(), {
    ...{ priority, language: customer.language, isVip: customer.is_vip, reason: stop?.reason },
    region: customer.time_zone ?? undefined,
  });
  const created = await createTicket(tx, {
    ...{ customerId: customer.id, chatId: chat.id, queueId: queue.id, language: customer.language },
    ...{ priority: higherPriority(priority, ruled ?? priority), firstText: text, now },
    fallbackSubject: desk.translate(customer.language, 'subject-unknown'),
    ...(stop ? { urgentReason: stop.reason } : {}),
    data: { concierge: concierge.staffId },
  });
  await takeOwnWords(tx, { chatId: chat.id, ticketId: created.id, since: plus(now, -OWN_WORDS_MS) });
  const personal = await updateTicket(tx, created.id, { set: { concierge_id: concierge.staffId }, now });
  const given = await assignTicket(tx, personal, {
    ...{ assigneeId: concierge.staffId, by: { kind: 'system' }, reason: 'concierge', now },
  });
  await settle({ tx, desk, now, heard: true }, undefined, given);
}

/** The concierge wrote in their own app: that is their public answer. Words outside any matter wait for one. */
async function hearOwner(talk: Talk, { content, automatic }: Said): Promise<void> {
  const { tx, concierge, now } = talk;
  const author = automatic ? { kind: 'bot' as const } : { kind: 'staff' as const, id: concierge.staffId };
  const kept = await keep(talk, content, author);
  if (!kept || kept.joined) return;
  if (!automatic) await noteDelivery(tx, kept.id, { state: 'sent' });
  const ticket =
    (await answeredTicket(talk, kept.answers, isOpenTicket)) ??
    (await lockOpenMatter(tx, talk.matter)) ??
    (await ended72(talk));
  if (!ticket) return;
  await tx.updateTable('messages').set({ ticket_id: ticket.id }).where('id', '=', kept.id).execute();
  if (automatic || !isOpen(ticket.status)) {
    await updateTicket(tx, ticket.id, { set: { last_message_at: now }, now });
    return;
  }
  await answerBy(talk, ticket);
}

async function answerBy({ tx, desk, concierge, now }: Talk, ticket: Ticket): Promise<void> {
  const by = { kind: 'staff', id: concierge.staffId, from: { place: 'bot' } } as const;
  const assigneeId = ticket.assignee_id ?? concierge.staffId;
  const taken = await assignTicket(tx, ticket, { assigneeId, by, now });
  const after = await advance(tx, taken, { action: 'answer', by, set: answeredAt(taken, now), now });
  await settle({ tx, desk, now }, ticket, after);
}

/** Words were changed: what stood there before is kept as a version. */
async function hearEdit(
  at: At,
  concierge: Concierge,
  { partner, content }: Extract<BusinessWhat, { kind: 'edited' }>,
): Promise<void> {
  const { tx, now } = at;
  const chat = await lockKnownChat(tx, { staffId: concierge.staffId, telegramChatId: partner.telegramId });
  const known = chat && (await messageByTelegram(tx, chat.id, content.telegramMessageId));
  if (!known) return;
  const { text, entities, details, kind, files } = content;
  const item = content.telegramMessageId;
  await editMessage(tx, known.id, { text, entities, details, kind, files, item, now });
  if (known.ticketId !== null) announce(tx, { ticket: known.ticketId });
}

/** Messages were deleted for both: what they said goes here too; that they were there stays in the ticket (C4). */
async function hearDeletion(
  at: At,
  concierge: Concierge,
  { telegramChatId, telegramMessageIds }: Extract<BusinessWhat, { kind: 'deleted' }>,
): Promise<void> {
  const { tx, now } = at;
  const chat = await lockKnownChat(tx, { staffId: concierge.staffId, telegramChatId });
  if (!chat) return;
  const partner = { kind: 'customer', ...(chat.customerId === null ? {} : { id: chat.customerId }) } as const;
  for (const telegramMessageId of telegramMessageIds) {
    const known = await messageByTelegram(tx, chat.id, telegramMessageId);
    if (!known || !(await removeMessage(tx, known.id, now)) || known.ticketId === null) continue;
    const by = known.authorKind === 'customer' ? partner : ({ kind: 'system' } as const);
    await appendEvent(tx, known.ticketId, { kind: 'message_removed', by, data: { message: known.id }, now });
  }
}
