import { type Event, tellRules } from '../automation/index.ts';
import { comment, commentNps, noteHeld, rate, rateNps } from '../surveys/index.ts';
import { endTicket, setLooseAside } from '../tickets/index.ts';
import { refreshCard } from './card.sql.ts';
import { causeOf } from './context.ts';
import type { Effect } from './dialogue.types.ts';
import type { Scene } from './scene.ts';
import { settle } from './settle.ts';
import { ownTicket } from './ticket-effects.ts';

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

/** Keeps how likely the customer recommends the desk (F6). */
export async function keepNps({ tx, customer, now }: Scene, { npsId, score }: Of<'nps'>): Promise<void> {
  await rateNps(tx, { npsId, score, customerId: customer.id, now });
}

/** Keeps words with a rating, or with the answer to NPS (F6). */
export async function keepComment(scene: Scene, effect: Of<'comment'>): Promise<void> {
  const { tx, customer, now } = scene;
  const { of, text } = effect;
  await setLooseAside(tx, scene.chat.id, [effect.messageId]);
  if ('npsId' in of) return commentNps(tx, { npsId: of.npsId, customerId: customer.id, text, now });
  const ticket = await ownTicket(scene, of.ticketId);
  await comment(tx, { ticketId: ticket.id, by: { kind: 'customer', id: customer.id }, text, now });
}

/** Keeps what the customer thinks of a ticket's end (F6, F7). */
export async function keepAnswer(scene: Scene, effect: Of<'rate' | 'held'>): Promise<void> {
  const { tx, customer, now } = scene;
  const ticket = await ownTicket(scene, effect.ticketId);
  const by = { kind: 'customer', id: customer.id } as const;
  const answer = { ticketId: ticket.id, by, now };
  switch (effect.kind) {
    case 'rate':
      return rated(scene, { ...answer, score: effect.score });
    case 'held': {
      await noteHeld(tx, { ...answer, held: effect.held });
      if (!effect.held || ticket.status !== 'resolved') return;
      const closed = await endTicket(tx, ticket, { action: 'close', by, outcome: ticket.outcome, now });
      return refreshCard(scene, await settle(scene, ticket, closed));
    }
  }
}

type Rated = { ticketId: number; by: { kind: 'customer'; id: number }; score: number; now: Date };

/** Keeps a rating; where it says something new, rules may answer it (U1). */
async function rated({ tx, desk }: Scene, rating: Rated): Promise<void> {
  if (!(await rate(tx, rating))) return;
  const { ticketId, score, now } = rating;
  const event: Event = { on: 'rated', key: `rated:${now.getTime()}`, at: now, score };
  const rules = await desk.automation();
  await tellRules(tx, { ticketId, events: [event] }, { rules, cause: causeOf(desk), now });
}
