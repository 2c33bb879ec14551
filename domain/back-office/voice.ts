import { DomainError } from '../../base/kernel/index.ts';
import { SLOT } from '../../base/text/index.ts';
import { personalPlace, readUpTo, takeToBot } from '../concierge/index.ts';
import { type CardPlace, type Notice, placeOf, speak, tell } from '../front-desk/index.ts';
import { demand } from '../staff/index.ts';
import { lockTicket, type Ticket } from '../tickets/index.ts';
import { byActor } from './recorded.ts';
import type { Work } from './work.types.ts';

/** How an agent's words reach a ticket's customer. `chatId`: where they are said; `say` says them: as the agent typed them where a person
 * speaks in their own chat, as the desk frames them elsewhere. */
export type Voice = {
  ticket: Ticket;
  chatId: number;
  say: (notice: Notice) => Promise<void>;
};

/** The voice of an agent in a locked ticket (F5, P5). `through: 'bot'`: what began in a concierge's chat goes on in the one with the bot.
 * Refuses (`conflict`) a ticket without a chat, and a concierge's chat that is closed. */
export async function voiceOf(work: Work, ticket: Ticket, through?: 'bot'): Promise<Voice> {
  const { tx, desk, actor } = work;
  const at = { tx, desk, now: desk.clock.now() };
  const here = through === 'bot' ? await takeToBot(at, ticket, byActor(actor)) : ticket;
  const own = await personalPlace(at, here, actor);
  if (own) return personally(own, here);
  const place = await placeOf(tx, desk, here);
  if (!place) throw new DomainError('conflict', 'ticket_without_chat', { ticket: ticket.id });
  return { ticket: here, chatId: place.chat.id, say: async (notice) => void (await tell(place, notice)) };
}

/** An agent has opened a ticket: what its customer wrote in a concierge's own chat is marked as read there, where that is allowed (P5). */
export async function readTicketChat({ tx, desk, ticketId, actor }: Work): Promise<void> {
  demand(actor, 'tickets.reply');
  await readUpTo({ tx, desk, now: desk.clock.now() }, await lockTicket(tx, ticketId));
}

/** A person in their own chat has no frame around their words, no buttons under them and no hours of rest: they decide when they write. */
function personally(place: CardPlace, ticket: Ticket): Voice {
  const say = async ({ messageId }: Notice): Promise<void> => {
    const { tx, desk } = place;
    await readUpTo({ tx, desk, now: desk.clock.now() }, ticket);
    await speak(place, { words: SLOT, ...(messageId === undefined ? {} : { messageId }) });
  };
  return { ticket, chatId: place.chat.id, say };
}
