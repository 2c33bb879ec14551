import { sql } from 'kysely';
import { announce, later, type Transact, type Tx } from '../../base/db/index.ts';
import { plus } from '../../base/kernel/index.ts';
import { cancel, schedule } from '../../base/queue/index.ts';
import {
  estimate,
  headOfQueue,
  isMuchEarlier,
  type Load,
  measureAt,
  measureQueue,
  nextTick,
  type Outlook,
  PACE_EVERY_MS,
  readOutlook,
  renew,
  renewalAt,
} from '../queues/index.ts';
import { firstQueueOf } from '../sla/index.ts';
import { staffById } from '../staff/index.ts';
import { appendEvent, lockTicket, type Ticket } from '../tickets/index.ts';
import { type CardPlace, placeOf, readerAt, refreshCard } from './card.sql.ts';
import type { Desk } from './context.ts';
import { isWatched, promiseCall, targetOf, toldAhead, type Why, waits, whyLater } from './promise.ts';
import { newTime, newTimeButtons } from './promise-words.ts';
import { dropHeld } from './quiet.sql.ts';
import { tell } from './quiet.ts';

/** The one timer that a promised time has: it counts down on the card, and makes a new time before the promised one passes. */
export const PROMISE_TASK = 'front-desk.promise';

const keyOf = (ticketId: number) => `promise:${ticketId}`;
const slotOf = keyOf;

type At = { tx: Tx; desk: Desk; now: Date };

/** Brings a ticket's promised time in line with a change of it (F3, Q3): a wait that begins gets one, one that is over loses it, and
 * a ticket that comes to another place keeps the better of both. Two statements where a wait begins, none where nothing moved. */
export async function followPromise(at: At, before: Ticket | undefined, after: Ticket): Promise<Ticket> {
  switch (promiseCall(before, after)) {
    case 'begin':
      return begin(at, before, after);
    case 'look':
      return look(at, after);
    case 'end':
      return end(at.tx, after);
    case 'nothing':
      return after;
  }
}

async function begin({ tx, now }: At, before: Ticket | undefined, ticket: Ticket): Promise<Ticket> {
  const outlook = await readFresh(tx, ticket, now);
  const { load, ahead, targetMinutes } = outlook;
  // A time that was said with the change itself stands.
  const said = ticket.eta_at?.getTime() === before?.eta_at?.getTime() ? null : ticket.eta_at;
  const eta = estimate(load, { now, deadline: targetOf(ticket, targetMinutes) });
  const time = said && said > now ? said : eta.at;
  const why = eta.late && time === eta.at ? whyLater({ ...eta, moved: false, ahead }) : null;
  return keep(tx, ticket, {
    ...{
      eta_at: time,
      eta_why: why === 'longer' ? null : why,
      eta_opens_at: eta.opensAt ?? null,
      eta_moves: 0,
    },
    ...{ ahead, next: nextLook(ticket, { eta: time, now, watched: true }) },
  });
}

async function look({ tx, now }: At, ticket: Ticket): Promise<Ticket> {
  const outlook = await readFresh(tx, ticket, now);
  return keepBetter(tx, ticket, { ...outlook, now, watched: true });
}

/** As `readOutlook`; a queue that nobody measured lately is measured soon. */
async function readFresh(tx: Tx, ticket: Ticket, now: Date): Promise<Outlook> {
  const outlook = await readOutlook(tx, ticket, now);
  if (outlook.unmeasured) await measureAt(tx, ticket.queue_id, now);
  return outlook;
}

/** Looks again at the time of somebody who asks: a much better one is kept. A later one is not told before the promised one is near. */
export async function lookAgain(at: At, ticket: Ticket): Promise<Ticket> {
  return waits(ticket) ? look(at, ticket) : ticket;
}

type Time = Pick<Ticket, 'eta_at' | 'eta_why' | 'eta_opens_at' | 'eta_moves'>;

/** Keeps a much earlier time, else the promised one, and the place in the queue. */
async function keepBetter(
  tx: Tx,
  ticket: Ticket,
  by: Pick<Outlook, 'load' | 'ahead' | 'targetMinutes'> & { now: Date; watched: boolean },
): Promise<Ticket> {
  const { now, ahead } = by;
  const time = better(ticket, by);
  return keep(tx, ticket, {
    ...time,
    ...{ ahead, next: nextLook(ticket, { eta: time.eta_at ?? now, now, watched: by.watched }) },
  });
}

function better(ticket: Ticket, by: { load: Load; targetMinutes: number; now: Date }): Time {
  const { eta_at, eta_why, eta_opens_at, eta_moves } = ticket;
  const deadline = targetOf(ticket, by.targetMinutes);
  const eta = estimate(by.load, { now: by.now, deadline });
  const passesTarget = eta_at !== null && deadline !== undefined && eta_at > deadline && !eta.late;
  // Whoever was told a new time is not given hope again by what was wrong before.
  const stays = eta_at && (eta_moves > 0 || !(passesTarget || isMuchEarlier(eta.at, eta_at, by.now)));
  if (stays) return { eta_at, eta_why, eta_opens_at, eta_moves };
  return { eta_at: eta.at, eta_why: null, eta_opens_at: eta.opensAt ?? null, eta_moves };
}

/** When the timer looks next: at the next step of the countdown while somebody looks, and in time before the promised time. */
function nextLook(ticket: Ticket, by: { eta: Date; now: Date; watched: boolean }): Date {
  const { eta, now, watched } = by;
  const renewal = renewalAt(eta, ticket.waiting_since ?? now);
  const tick = watched ? nextTick(eta, now) : undefined;
  return tick && tick < renewal ? tick : renewal;
}

async function end(tx: Tx, ticket: Ticket): Promise<Ticket> {
  if (ticket.eta_moves > 0 && ticket.chat_id !== null) await dropHeld(tx, ticket.chat_id, slotOf(ticket.id));
  const none = { eta_at: null, eta_why: null, eta_opens_at: null, eta_moves: 0, ahead: null };
  await sql`
    update tickets set eta_at = null, eta_why = null, eta_opens_at = null, eta_moves = 0, ahead = null
    where id = ${ticket.id}${later}`.execute(tx);
  await cancel(tx, keyOf(ticket.id));
  return { ...ticket, ...none };
}

/** Writes a promised time and sets its timer. */
async function keep(
  tx: Tx,
  ticket: Ticket,
  to: Time & { ahead: number | null; next: Date },
): Promise<Ticket> {
  const { next, ...set } = to;
  await sql`
    update tickets set eta_at = ${set.eta_at}, eta_why = ${set.eta_why}, eta_opens_at = ${set.eta_opens_at},
      eta_moves = ${set.eta_moves}, ahead = ${set.ahead}, revision = revision + 1 where id = ${ticket.id}${later}`.execute(
    tx,
  );
  await schedule(tx, {
    task: PROMISE_TASK,
    at: next,
    key: keyOf(ticket.id),
    payload: { ticket: ticket.id },
  });
  announce(tx, { ticket: ticket.id });
  return { ...ticket, ...set, revision: ticket.revision + 1 };
}

/** A promised time's timer has come (Q3, U4): the card counts down; and before the time passes unanswered there is a new one, which the
 * customer hears with its reason. Looks at the ticket anew, under its lock. */
export async function handlePromise(tx: Tx, desk: Desk, ticketId: number): Promise<void> {
  const now = desk.clock.now();
  const ticket = await lockTicket(tx, ticketId);
  if (!waits(ticket) || !ticket.eta_at || !ticket.waiting_since) return;
  const at = { tx, desk, now };
  if (now >= renewalAt(ticket.eta_at, ticket.waiting_since)) return makeNew(at, ticket, ticket.eta_at);
  const place = await placeOf(tx, desk, ticket);
  const watched = place?.heardAt !== undefined && isWatched(place.heardAt, now);
  const after = await keepBetter(tx, ticket, { ...(await readFresh(tx, ticket, now)), now, watched });
  if (place) await refreshCard(place, after);
}

async function makeNew(at: At, ticket: Ticket, promised: Date): Promise<void> {
  const { tx, desk, now } = at;
  const { load, ahead, targetMinutes } = await readFresh(tx, ticket, now);
  const deadline = targetOf(ticket, targetMinutes);
  const eta = renew(load, { now, deadline, promised, moves: ticket.eta_moves });
  const first = await firstQueueOf(tx, ticket.id);
  const why = whyLater({ ...eta, moved: first !== undefined && first !== ticket.queue_id, ahead });
  const after = await keep(tx, ticket, {
    ...{ eta_at: eta.at, eta_why: why, eta_opens_at: eta.opensAt ?? null, eta_moves: ticket.eta_moves + 1 },
    ...{ ahead, next: nextLook(ticket, { eta: eta.at, now, watched: true }) },
  });
  const data = { from: promised.toISOString(), to: eta.at.toISOString(), why };
  await appendEvent(tx, ticket.id, { kind: 'eta_moved', by: { kind: 'system' }, data, now });
  const place = await placeOf(tx, desk, after);
  if (!place) return;
  await refreshCard(place, after);
  await tellNew(place, after, { at: eta.at, why });
}

/** The one place from which a new time is told. Who wants to hear of no changes reads it without a sound; who sleeps reads the last one
 * when they wake, if they still wait; who wants it short reads it on the card. */
async function tellNew(place: CardPlace, ticket: Ticket, time: { at: Date; why: Why }): Promise<void> {
  const assignee = ticket.assignee_id === null ? undefined : await staffById(place.tx, ticket.assignee_id);
  const { id, eta_opens_at: opensAt, notify, status } = ticket;
  const told = { id, why: time.why, opensAt, assigneeName: assignee?.name };
  await tell(place, {
    words: newTime(told, readerAt(place, place.desk.clock.now())),
    moment: time.at,
    buttons: newTimeButtons(id, assignee === undefined && ticket.urgent_reason === null),
    slot: slotOf(id),
    ...{ ticket, whileStatus: status, silent: notify === false, step: true },
  });
}

/** A queue is measured (a durable job, at most once in five minutes while tickets wait in it): the first hundred tickets keep a much
 * better time, and their cards follow. However many wait, a run costs the same; each card changes in a transaction of its own. */
export async function handlePace(transact: Transact, desk: Desk, queueId: number): Promise<void> {
  const now = desk.clock.now();
  const { pace, head } = await transact(async (tx) => {
    const measured = await measureQueue(tx, queueId, now);
    if (measured.waiting > 0) await measureAt(tx, queueId, plus(now, PACE_EVERY_MS));
    return { pace: measured, head: measured.waiting > 0 ? await headOfQueue(tx, queueId) : [] };
  });
  for (const [index, ticket] of head.entries()) {
    const by = { load: { ...pace.first, ahead: pace.first.ahead + index }, ahead: index, now };
    if (isWorthIt(ticket, { ...by, targetMinutes: pace.targetMinutes }))
      await transact((tx) =>
        refreshOne({ tx, desk, now }, ticket, { ...by, targetMinutes: pace.targetMinutes }),
      );
  }
}

type Better = Pick<Outlook, 'load' | 'ahead' | 'targetMinutes'> & { now: Date };

// Whoever takes the next ticket passes over one that is being written at that moment, so few are.
function isWorthIt(ticket: Ticket, by: Better): boolean {
  if (!ticket.eta_at) return false;
  const time = better(ticket, by);
  const sameTime = time.eta_at?.getTime() === ticket.eta_at?.getTime();
  return !sameTime || toldAhead(ticket.ahead) !== toldAhead(by.ahead);
}

async function refreshOne({ tx, desk, now }: At, found: Ticket, by: Better): Promise<void> {
  const ticket = await lockTicket(tx, found.id);
  const same = ticket.assignee_id === null && ticket.queue_id === found.queue_id;
  if (!same || !waits(ticket) || ticket.waiting_since?.getTime() !== found.waiting_since?.getTime()) return;
  const place = await placeOf(tx, desk, ticket);
  const watched = place?.heardAt !== undefined && isWatched(place.heardAt, now);
  const after = await keepBetter(tx, ticket, { ...by, watched });
  if (place) await refreshCard(place, after);
}
