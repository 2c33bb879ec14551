import type { Tx } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { clarificationAsked, type Desk, placeOf, reopenButtons, tell } from '../front-desk/index.ts';
import { answerBy } from '../surveys/index.ts';
import { advance, endTicket, lockTicket, storeMessage, type Ticket } from '../tickets/index.ts';
import { macroByDesk } from './macros.ts';
import { move } from './moves.ts';

/** The desk at work on a ticket by itself. */
export type DeskWork = { tx: Tx; desk: Desk; now: Date };

const by = { kind: 'system' } as const;

/** Writes a macro to a locked ticket's customer as the bot and does what it says (U1, T4); `end` closes the matter with it. No clock of a
 * person's answer stops. Refuses (`not_found`, `invalid`) as `macroByDesk` does, and (`conflict`) what is impossible in this ticket. */
export async function sendMacro(
  work: DeskWork,
  ticket: Ticket,
  how: { macro: string | number; end?: 'resolve' | 'close' },
): Promise<Ticket> {
  const { tx, now } = work;
  const { macro, text, moves } = await macroByDesk(work, ticket.id, how.macro);
  const status = how.end ?? macro.actions.status ?? 'write';
  const after = await changeBy(work, ticket, { status, text });
  await write(work, after, { status, text });
  return move({ tx, by, reason: 'automation', now }, await lockTicket(tx, ticket.id), moves);
}

type Written = { status: 'write' | 'ask' | 'resolve' | 'close'; text: string };

async function changeBy({ tx, now }: DeskWork, ticket: Ticket, { status, text }: Written): Promise<Ticket> {
  switch (status) {
    case 'write':
      return ticket;
    case 'ask':
      return advance(tx, ticket, {
        ...{ action: 'ask', by, now },
        // Nobody owes an answer while the customer is asked; what was promised pauses with it.
        set: {
          clarification: text,
          last_reply_at: now,
          last_message_at: now,
          waiting_since: null,
          eta_at: null,
        },
      });
    case 'resolve':
    case 'close':
      return endTicket(tx, ticket, { action: status, by, outcome: outcomeOf(ticket), summary: text, now });
  }
}

/** How a matter ended that the desk ends by itself: answered by a person, never answered by its customer, or neither. */
function outcomeOf(ticket: Ticket): Ticket['outcome'] {
  if (ticket.status === 'clarification') return 'abandoned';
  return ticket.first_reply_at === null ? 'auto_resolved' : 'answered';
}

async function write(work: DeskWork, ticket: Ticket, { status, text }: Written): Promise<void> {
  const { tx, desk, now } = work;
  const place = await placeOf(tx, desk, ticket);
  if (!place) throw new DomainError('conflict', 'ticket_without_chat', { ticket: ticket.id });
  const messageId = await storeMessage(tx, {
    ...{ chatId: place.chat.id, ticketId: ticket.id, author: { kind: 'bot' }, kind: 'text', text, now },
  });
  const ends = status === 'resolve' || status === 'close';
  await tell(place, {
    ...(status === 'ask'
      ? { words: clarificationAsked(text), moment: await answerBy(tx, now) }
      : { words: text }),
    ...(ends ? { buttons: reopenButtons(ticket.id) } : {}),
    ...(messageId === undefined ? {} : { messageId }),
    ticket,
  });
}
