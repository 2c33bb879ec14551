import { isOpen, type TicketStatus } from './status.ts';

/** A message as the tally of a ticket counts it: only public ones, oldest first. */
export type Counted = { readonly by: 'customer' | 'staff' | 'bot'; readonly at: Date };

/** What of a ticket follows from its messages. */
export type Tally = {
  waiting_since: Date | null;
  first_reply_at: Date | null;
  last_reply_at: Date | null;
};

type Before = Tally & { status: TicketStatus; held: boolean };

/** A ticket after messages left it: its replies are those that remain, and its customer waits since the oldest unanswered word that
 * remains. One that waited for something else than what left waits on. */
export function tallyWithout(ticket: Before, left: readonly Counted[], remaining: readonly Counted[]): Tally {
  const replies = repliesIn(remaining);
  const { waiting_since: since } = ticket;
  const lost = since !== null && left.some(({ by, at }) => by === 'customer' && at >= since);
  return { ...replies, waiting_since: lost ? oldestUnanswered(remaining, replies.last_reply_at) : since };
}

/** A ticket after messages came into it; `all`: those that are in it now. Words that nobody has answered since they were said make their
 * customer wait since then; in a ticket that ended, or that waits for an incident, they do not. */
export function tallyWith(ticket: Before, came: readonly Counted[], all: readonly Counted[]): Tally {
  const replies = repliesIn(all);
  const { waiting_since: since } = ticket;
  const waits = isOpen(ticket.status) && !ticket.held;
  // Where nobody waited, what was there before begins no waiting either.
  const unanswered = waits ? oldestUnanswered(since === null ? came : all, replies.last_reply_at) : null;
  const last = replies.last_reply_at;
  const answered = since !== null && last !== null && last >= since;
  return { ...replies, waiting_since: since === null || answered ? unanswered : earlier(since, unanswered) };
}

const earlier = (since: Date, other: Date | null): Date => (other !== null && other < since ? other : since);

function repliesIn(messages: readonly Counted[]): Pick<Tally, 'first_reply_at' | 'last_reply_at'> {
  const replies = messages.filter(({ by }) => by === 'staff');
  return { first_reply_at: replies.at(0)?.at ?? null, last_reply_at: replies.at(-1)?.at ?? null };
}

function oldestUnanswered(messages: readonly Counted[], lastReply: Date | null): Date | null {
  const waiting = messages.find(({ by, at }) => by === 'customer' && (lastReply === null || at > lastReply));
  return waiting?.at ?? null;
}
