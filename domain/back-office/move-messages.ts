import { DomainError } from '../../base/kernel/index.ts';
import { record } from '../audit/index.ts';
import { customerById } from '../customers/index.ts';
import { giveTopic, placeOf, refreshCard, settle, showCard } from '../front-desk/index.ts';
import { authorOf, demand } from '../staff/index.ts';
import {
  appendEvent,
  type Counted,
  countedIn,
  createTicket,
  isOpen,
  lockTicket,
  type Moving,
  messagesIn,
  putMessages,
  type Ticket,
  type TicketStatus,
  tallyWith,
  tallyWithout,
  updateTicket,
} from '../tickets/index.ts';
import { byActor } from './recorded.ts';
import type { Work } from './replies.ts';

/** Puts messages that are in the wrong ticket into another ticket of the same customer, or into a new one (B7). Both tickets then wait, were
 * answered, and keep their time as if the messages had always been where they are now; what was measured before stays measured. Returns the
 * ticket that has them. Refuses (`not_found`) messages and tickets that are not there, and (`invalid`) another customer's ticket. */
export async function moveMessages(
  work: Work,
  move: { messageIds: readonly number[]; to: number | 'new' },
): Promise<number> {
  demand(work.actor, 'tickets.assign');
  const { tx, desk } = work;
  const now = desk.clock.now();
  const { from, to } = await lockBoth(work, move.to);
  const moving = await messagesIn(tx, from.id, move.messageIds);
  if (moving.length === 0 || moving.length < new Set(move.messageIds).size)
    throw new DomainError('not_found', 'message_unknown', { message: move.messageIds.join(', ') });
  const target = to ?? (await openFor(work, from, { moving, now }));
  await putMessages(
    tx,
    moving.map(({ id }) => id),
    { ticketId: target.id, now },
  );
  await leave(work, from, { moving, now });
  await enter(work, target, { moving, now, isNew: to === undefined });
  await note(work, { from, to: target, moving, now });
  return target.id;
}

/** Locks the ticket that the messages are in and the one that they go to, the older first: two who move at once wait, and not for each
 * other. */
async function lockBoth(
  { tx, ticketId }: Work,
  to: number | 'new',
): Promise<{ from: Ticket; to: Ticket | undefined }> {
  if (to === 'new') return { from: await lockTicket(tx, ticketId), to: undefined };
  if (to === ticketId) throw new DomainError('invalid', 'move_to_itself');
  const [first, second] = to < ticketId ? [to, ticketId] : [ticketId, to];
  const older = await lockTicket(tx, first);
  const newer = await lockTicket(tx, second);
  const [from, target] = first === ticketId ? [older, newer] : [newer, older];
  if (from.customer_id !== target.customer_id) throw new DomainError('invalid', 'move_to_another_customer');
  return { from, to: target };
}

type Moved = { moving: readonly Moving[]; now: Date };

/** A ticket of its own for the messages, in the queue that they waited in. */
async function openFor(work: Work, from: Ticket, { moving, now }: Moved): Promise<Ticket> {
  const { tx, desk, actor } = work;
  if (from.chat_id === null) throw new DomainError('conflict', 'ticket_without_chat', { ticket: from.id });
  const { language } = await customerById(tx, from.customer_id);
  const said = moving.find(({ visibility, text }) => visibility === 'public' && text.trim() !== '');
  return createTicket(tx, {
    ...{ customerId: from.customer_id, chatId: from.chat_id, queueId: from.queue_id, language },
    ...{ priority: 'normal', firstText: said?.text ?? null, by: byActor(actor), empty: true, now },
    fallbackSubject: desk.translate(language, 'subject-unknown'),
    data: { moved_from: from.id },
  });
}

const counted = (moving: readonly Moving[]): Counted[] =>
  moving.filter(({ visibility }) => visibility === 'public');

async function leave(work: Work, from: Ticket, { moving, now }: Moved): Promise<void> {
  const { tx, desk } = work;
  const set = tallyWithout(from, counted(moving), await countedIn(tx, from.id));
  const after = await settle({ tx, desk, now }, from, await updateTicket(tx, from.id, { set, now }));
  const place = await placeOf(tx, desk, after);
  if (place) await refreshCard(place, after);
}

async function enter(work: Work, to: Ticket, moved: Moved & { isNew: boolean }): Promise<void> {
  const { moving, now, isNew } = moved;
  const { tx, desk } = work;
  // A ticket that was just made waits for nothing but the words that come into it.
  const before = isNew ? { ...to, waiting_since: null } : to;
  const tally = tallyWith(before, counted(moving), await countedIn(tx, to.id));
  const set = { ...tally, ...statusWith(to, tally), last_message_at: latest(to, moving) };
  const changed = await updateTicket(tx, to.id, { set, now });
  const after = await settle({ tx, desk, now }, isNew ? undefined : to, changed);
  const place = await placeOf(tx, desk, after);
  if (!place) return;
  if (isNew) await showCard(place, await giveTopic({ ...place, now }, after));
  else await refreshCard(place, after);
}

/** A ticket whose customer was asked for something, or in which nobody has answered, moves on with the words that came into it. */
function statusWith(
  to: Ticket,
  tally: { waiting_since: Date | null; first_reply_at: Date | null },
): { status?: TicketStatus; clarification?: null } {
  if (!isOpen(to.status)) return {};
  if (to.status === 'clarification' && tally.waiting_since !== null)
    return { status: 'in_progress', clarification: null };
  return to.status === 'accepted' && tally.first_reply_at !== null ? { status: 'in_progress' } : {};
}

function latest(to: Ticket, moving: readonly Moving[]): Date {
  return moving.reduce((at, message) => (message.at > at ? message.at : at), to.last_message_at);
}

async function note(work: Work, moved: Moved & { from: Ticket; to: Ticket }): Promise<void> {
  const { tx, actor } = work;
  const { from, to, moving, now } = moved;
  const by = byActor(actor);
  const count = moving.length;
  await appendEvent(tx, from.id, { kind: 'messages_left', by, data: { count, to: to.id }, now });
  await appendEvent(tx, to.id, { kind: 'messages_came', by, data: { count, from: from.id }, now });
  await record(tx, {
    ...{ by: authorOf(actor), action: 'message.move', object: { kind: 'ticket', id: from.id }, now },
    before: { messages: moving.map(({ id }) => id), ticket: from.id },
    after: { messages: moving.map(({ id }) => id), ticket: to.id },
  });
}
