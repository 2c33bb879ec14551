import { comment, noteHeld, rate } from '../surveys/index.ts';
import { endTicket, setLooseAside } from '../tickets/index.ts';
import { refreshCard } from './card.sql.ts';
import type { Effect } from './dialogue.types.ts';
import type { Scene } from './scene.ts';
import { settle } from './settle.ts';
import { ownTicket } from './ticket-effects.ts';

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

/** Keeps what the customer thinks of a ticket's end (F6, F7). */
export async function keepAnswer(scene: Scene, effect: Of<'rate' | 'comment' | 'held'>): Promise<void> {
  const { tx, customer, now } = scene;
  const ticket = await ownTicket(scene, effect.ticketId);
  const by = { kind: 'customer', id: customer.id } as const;
  const answer = { ticketId: ticket.id, by, now };
  switch (effect.kind) {
    case 'rate':
      return rate(tx, { ...answer, score: effect.score });
    case 'comment':
      await setLooseAside(tx, scene.chat.id, [effect.messageId]);
      return comment(tx, { ...answer, text: effect.text });
    case 'held': {
      await noteHeld(tx, { ...answer, held: effect.held });
      if (!effect.held || ticket.status !== 'resolved') return;
      const closed = await endTicket(tx, ticket, { action: 'close', by, outcome: ticket.outcome, now });
      return refreshCard(scene, await settle(scene, ticket, closed));
    }
  }
}
