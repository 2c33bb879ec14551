import type { Tx } from '../../base/db/index.ts';
import { DomainError, MINUTE, plus } from '../../base/kernel/index.ts';
import { type Desk, placeOf, refreshCard, settle } from '../front-desk/index.ts';
import type { Queue } from '../routing/index.ts';
import { demand } from '../staff/index.ts';
import {
  assignTicket,
  type By,
  changeTags,
  isOpen,
  lockTicket,
  type Priority,
  raiseTicket,
  snoozeTicket,
  type Ticket,
  updateTicket,
  wakeInTime,
  wakeTicket,
} from '../tickets/index.ts';
import { byActor } from './recorded.ts';
import type { Work } from './replies.ts';

/** What moves a ticket without a word to its customer (T4, U1). `assigneeId` null: to nobody; `snooze`: minutes. */
export type Moves = {
  priority?: Priority | undefined;
  queue?: Queue | undefined;
  /** By when a text said that the new queue answers. */
  etaAt?: Date | undefined;
  assigneeId?: number | null | undefined;
  tag?: readonly string[] | undefined;
  untag?: readonly string[] | undefined;
  snooze?: number | undefined;
};

/** Moves a locked ticket; the same ticket where all is so already. */
export async function move(
  at: { tx: Tx; by: By; reason: string; now: Date },
  ticket: Ticket,
  moves: Moves,
): Promise<Ticket> {
  const { tx, by, reason, now } = at;
  const { priority, queue, etaAt, assigneeId, tag = [], untag = [], snooze } = moves;
  let after = ticket;
  if (assigneeId !== undefined)
    after = await assignTicket(tx, after, { assigneeId, by, passOver: assigneeId === null, now });
  after = await raiseTicket(tx, after, {
    ...{ priority: priority ?? after.priority, queueId: queue?.id ?? after.queue_id, reason, by, now },
  });
  if (etaAt && after.waiting_since !== null && isOpen(after.status))
    after = await updateTicket(tx, after.id, { set: { eta_at: etaAt }, now });
  after = await changeTags(tx, after, { add: tag, remove: untag, by, now });
  if (snooze !== undefined)
    after = await snoozeTicket(tx, after, { until: plus(now, snooze * MINUTE), by, now });
  return after;
}

/** Hands a ticket on to another queue (F4): nobody has it there, and its customer waits since they began to. Refuses (`invalid`) a queue that is
 * not there, and (`conflict`) a ticket that ended. */
export async function escalate(work: Work, slug: string): Promise<void> {
  const { tx, desk, actor } = work;
  demand(actor, 'tickets.assign');
  const queue = (await desk.routing()).queues.find((one) => one.slug === slug);
  if (!queue) throw new DomainError('invalid', 'queue_unknown', { queue: slug });
  const now = desk.clock.now();
  const before = await lockTicket(tx, work.ticketId);
  if (!isOpen(before.status)) throw new DomainError('conflict', 'escalate_ended');
  if (before.queue_id === queue.id) return;
  const moved = await move({ tx, by: byActor(actor), reason: 'hand', now }, before, {
    queue,
    assigneeId: null,
  });
  const after = await updateTicket(tx, moved.id, {
    set: { waiting_since: before.waiting_since ?? now },
    now,
  });
  const settled = await settle({ tx, desk, now }, before, after);
  const place = await placeOf(tx, desk, settled);
  if (place) await refreshCard(place, settled);
}

/** Puts tags on a ticket and takes others off (T4). Refuses (`invalid`) more than a ticket can have. */
export async function tag(
  work: Work,
  tags: { add: readonly string[]; remove: readonly string[] },
): Promise<void> {
  demand(work.actor, 'tickets.note');
  const ticket = await lockTicket(work.tx, work.ticketId);
  await changeTags(work.tx, ticket, { ...tags, by: byActor(work.actor), now: work.desk.clock.now() });
}

/** Takes a ticket out of its queue until then or until its customer writes; null brings it back (T4). Refuses (`conflict`) one that ended,
 * and (`invalid`) a moment that is past. */
export async function snooze(work: Work, until: Date | null): Promise<void> {
  demand(work.actor, 'tickets.assign');
  const { tx, desk } = work;
  const now = desk.clock.now();
  const by = byActor(work.actor);
  const before = await lockTicket(tx, work.ticketId);
  const after =
    until === null
      ? await wakeTicket(tx, before, { reason: 'hand', by, now })
      : await snoozeTicket(tx, before, { until: sane(until, now), by, now });
  if (after !== before) await settle({ tx, desk, now }, before, after);
}

const LONGEST_SNOOZE = 365 * 24 * 60 * MINUTE;

function sane(until: Date, now: Date): Date {
  if (until > plus(now, LONGEST_SNOOZE)) throw new DomainError('invalid', 'snooze_too_long');
  return until;
}

/** The time of a snoozed ticket is over (a durable timer): it is in its queue again (T4). */
export async function handleWake(tx: Tx, desk: Desk, ticketId: number): Promise<void> {
  const now = desk.clock.now();
  const before = await lockTicket(tx, ticketId);
  const after = await wakeInTime(tx, before, now);
  if (after === before) return;
  const settled = await settle({ tx, desk, now }, before, after);
  const place = await placeOf(tx, desk, settled);
  if (place) await refreshCard(place, settled);
}
