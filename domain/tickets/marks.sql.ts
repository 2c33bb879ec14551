import type { Tx } from '../../base/db/index.ts';
import { DomainError, MINUTE } from '../../base/kernel/index.ts';
import { cancel, schedule } from '../../base/queue/index.ts';
import { isOpen } from './status.ts';
import { appendEvent, type By, type Ticket, updateTicket } from './tickets.sql.ts';

/** The timer that brings a snoozed ticket back. */
export const WAKE_TASK = 'tickets.wake';

/** How many tags a ticket has at most. */
const MOST_TAGS = 30;

const keyOf = (ticketId: number) => `wake:${ticketId}`;

/** Puts tags on a locked ticket and takes others off; the same ticket where nothing changes (T4). Refuses (`invalid`) more than 30. */
export async function changeTags(
  tx: Tx,
  ticket: Ticket,
  change: { add: readonly string[]; remove: readonly string[]; by: By; now: Date },
): Promise<Ticket> {
  const { by, now } = change;
  const add = [...new Set(change.add)].filter((tag) => !ticket.tags.includes(tag));
  const remove = ticket.tags.filter((tag) => change.remove.includes(tag) && !change.add.includes(tag));
  if (add.length === 0 && remove.length === 0) return ticket;
  const tags = [...ticket.tags.filter((tag) => !remove.includes(tag)), ...add];
  if (tags.length > MOST_TAGS) throw new DomainError('invalid', 'too_many_tags', { most: MOST_TAGS });
  const after = await updateTicket(tx, ticket.id, { set: { tags }, now });
  await appendEvent(tx, ticket.id, { kind: 'tagged', by, data: { added: add, removed: remove }, now });
  return after;
}

/** Whether a ticket whose snooze ends at `end` is snoozed until then already: moving the end by less than a minute changes nothing. */
export const isSnoozedTill = (end: Date | null, until: Date): boolean =>
  end !== null && Math.abs(until.getTime() - end.getTime()) < MINUTE;

/** Takes a locked ticket out of its queue until then, or until its customer writes (T4); a durable timer brings it back. Its clocks run
 * on: what was promised stays promised. Refuses (`conflict`) a ticket that ended, and (`invalid`) a moment that is not to come. */
export async function snoozeTicket(
  tx: Tx,
  ticket: Ticket,
  how: { until: Date; by: By; now: Date },
): Promise<Ticket> {
  const { until, by, now } = how;
  if (!isOpen(ticket.status)) throw new DomainError('conflict', 'snooze_ended');
  if (until <= now) throw new DomainError('invalid', 'snooze_past');
  if (isSnoozedTill(ticket.snoozed_until, until)) return ticket;
  const after = await updateTicket(tx, ticket.id, { set: { snoozed_until: until }, now });
  await appendEvent(tx, ticket.id, { kind: 'snoozed', by, data: { until: until.toISOString() }, now });
  await schedule(tx, { task: WAKE_TASK, at: until, key: keyOf(ticket.id), payload: { ticket: ticket.id } });
  return after;
}

/** Brings a locked ticket back into its queue; the same ticket when it is there. */
export async function wakeTicket(
  tx: Tx,
  ticket: Ticket,
  how: { reason: 'time' | 'customer' | 'hand' | 'end'; by: By; now: Date },
): Promise<Ticket> {
  if (ticket.snoozed_until === null) return ticket;
  const { reason, by, now } = how;
  const after = await updateTicket(tx, ticket.id, { set: { snoozed_until: null }, now });
  await appendEvent(tx, ticket.id, { kind: 'woken', by, data: { reason }, now });
  await cancel(tx, keyOf(ticket.id));
  return after;
}

/** The timer of a snoozed ticket has come: wakes it where its time is over, and waits on where it moved. */
export async function wakeInTime(tx: Tx, ticket: Ticket, now: Date): Promise<Ticket> {
  const { id, snoozed_until: until } = ticket;
  if (until === null) return ticket;
  if (until <= now) return wakeTicket(tx, ticket, { reason: 'time', by: { kind: 'system' }, now });
  await schedule(tx, { task: WAKE_TASK, at: until, key: keyOf(id), payload: { ticket: id } });
  return ticket;
}
