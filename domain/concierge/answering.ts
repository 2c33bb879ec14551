import { DomainError } from '../../base/kernel/index.ts';
import { chatById, markRead } from '../chats/index.ts';
import { customerById } from '../customers/index.ts';
import { showCard } from '../front-desk/index.ts';
import { type Actor, demand } from '../staff/index.ts';
import { appendEvent, type By, type Ticket, updateTicket } from '../tickets/index.ts';
import type { At } from './at.ts';
import { type Concierge, conciergeById, SERVES } from './connections.sql.ts';
import { botChatOf, lastHeardIn, noteReadTo, readConciergeChat } from './matters.sql.ts';
import { whyClosed } from './window.ts';

/** Lets somebody write in a concierge's name, in this chat of theirs. Refuses (`forbidden`) whoever may not serve as a concierge, and
 * (`conflict`) what Telegram would not let through: the connection is lost, the right to answer is missing, or the customer's last word is 24
 * hours old (P5). */
export async function demandPersonal(
  { tx, now }: At,
  chat: { id: number; conciergeId: number },
  actor: Actor,
): Promise<void> {
  demand(actor, SERVES);
  const facts = await readConciergeChat(tx, chat.id);
  const concierge = await conciergeById(tx, chat.conciergeId);
  if (!facts || !concierge) throw new DomainError('conflict', 'concierge_lost', { name: '' });
  const closed = whyClosed(concierge, { heardAt: facts.heardAt, now });
  if (closed) throw new DomainError('conflict', closed, { name: concierge.name });
}

/** Goes on with a concierge's ticket in the customer's chat with the bot, where there is no window and no connection to lose. Refuses
 * (`conflict`) where the customer has never met the bot. The same ticket where it is there already. */
export async function takeToBot(at: At, ticket: Ticket, by: By): Promise<Ticket> {
  const { tx, desk, now } = at;
  const facts = ticket.chat_id === null ? undefined : await readConciergeChat(tx, ticket.chat_id);
  if (!facts) return ticket;
  const chatId = await botChatOf(tx, ticket.customer_id);
  const chat = chatId === undefined ? undefined : await chatById(tx, chatId);
  if (!chat) throw new DomainError('conflict', 'concierge_no_bot_chat');
  const moved = await updateTicket(tx, ticket.id, { set: { chat_id: chat.id }, now });
  await appendEvent(tx, ticket.id, { kind: 'taken_to_bot', by, now });
  await showCard({ tx, desk, chat, customer: await customerById(tx, ticket.customer_id) }, moved);
  return moved;
}

/** Marks what the customer wrote as read in the concierge's account, where that is allowed: somebody has opened the ticket, or answered. */
export async function readUpTo(at: At, ticket: Ticket): Promise<void> {
  const { tx } = at;
  const facts = ticket.chat_id === null ? undefined : await readConciergeChat(tx, ticket.chat_id);
  if (!facts || ticket.chat_id === null) return;
  const last = await lastHeardIn(tx, ticket.chat_id);
  if (last === undefined || (facts.readTo !== null && last <= facts.readTo)) return;
  if (!mayMark(await conciergeById(tx, facts.staffId))) return;
  await noteReadTo(tx, ticket.chat_id, last);
  await markRead(tx, { id: ticket.chat_id }, last);
}

const mayMark = (concierge: Concierge | undefined): boolean =>
  concierge?.state === 'connected' && concierge.rights.includes('read');
