import { DomainError } from '../../base/kernel/index.ts';
import { SLOT } from '../../base/text/index.ts';
import { demandPersonal, readUpTo, takeToBot } from '../concierge/index.ts';
import { anyPlaceOf, type CardPlace, type Notice, speak, tell } from '../front-desk/index.ts';
import { demand } from '../staff/index.ts';
import { lockTicket, type Ticket } from '../tickets/index.ts';
import { byActor } from './recorded.ts';
import type { Work } from './work.types.ts';

/** How an agent's words reach a ticket's customer. `chatId`: where they are said; `say` says them: as the agent typed them where a person
 * speaks in their own chat, as the desk frames them elsewhere. `card`: where the ticket's card is shown, where one is. */
export type Voice = {
  ticket: Ticket;
  chatId: number;
  card: CardPlace | undefined;
  say: (notice: Notice) => Promise<void>;
};

/** The voice of an agent in a locked ticket (F5, P5). `through: 'bot'`: what began in a concierge's chat goes on in the one with the bot.
 * Refuses (`conflict`) a ticket without a chat, and a concierge's chat that is closed. */
export async function voiceOf(work: Work, ticket: Ticket, through?: 'bot'): Promise<Voice> {
  const { tx, desk, actor } = work;
  const at = { tx, desk, now: desk.clock.now() };
  const here = through === 'bot' ? await takeToBot(at, ticket, byActor(actor)) : ticket;
  const place = await anyPlaceOf(tx, desk, here);
  if (!place) throw new DomainError('conflict', 'ticket_without_chat', { ticket: ticket.id });
  const { id, conciergeId } = place.chat;
  if (conciergeId !== null) {
    await demandPersonal(at, { id, conciergeId }, actor);
    return personally(place, here);
  }
  const say = async (notice: Notice) => void (await tell(place, notice));
  return { ticket: here, chatId: id, card: place, say };
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
  return { ticket, chatId: place.chat.id, card: undefined, say };
}
