import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import { DomainError, MINUTE, plus } from '../../base/kernel/index.ts';
import { schedule } from '../../base/queue/index.ts';
import { assignSoon } from './follow.ts';
import { servedBy } from './next.sql.ts';
import { measureServed } from './pace.sql.ts';
import { atWork, nextShift } from './shifts.ts';
import type { Presence } from './watch.ts';
import { watchTicket } from './watching.sql.ts';

/** The timer that finds that no page of somebody's is open any more. */
export const GONE_TASK = 'queues.gone';

/** The timer that looks once more at what somebody was given as they left. */
export const LEFT_TASK = 'queues.left';

/** The timer of somebody's next shift. */
export const SHIFT_TASK = 'queues.shift';

/** So long after somebody left, no change of a ticket is under way any more that still took them to be there. */
const LEFT_FOR_SURE_MS = MINUTE;

/** How long all pages of somebody may be closed before they count as offline. */
const GONE_AFTER_MS = 3 * MINUTE;

/** Whether somebody is there, how many tickets they have and may have, and which queues they serve. */
export type Desk = {
  state: Presence['presence'];
  open_tickets: number;
  capacity: number;
  queues: string[];
};

/** Reads where somebody stands (Q5). */
export async function readPresence(db: Db, staffId: number): Promise<Desk> {
  const { rows } = await sql<Desk>`
    select presence as state, capacity,
      (select count(*)::int from tickets where assignee_id = s.id and status not in ('resolved', 'closed')) as open_tickets,
      array(select slug from queues where id in (${servedBy(staffId)}) order by position, id) as queues
    from staff s where id = ${staffId}`.execute(db);
  const [row] = rows;
  if (!row) throw new DomainError('not_found', 'staff_unknown');
  return row;
}

/** Somebody comes, steps away or goes (Q5). Who comes is given what waits, when their shift is on; of who goes, the waiting tickets go back
 * where their queue says so. `chosen`: they said so themselves, so that opening a page does not bring them back. */
export async function setPresence(
  tx: Tx,
  staffId: number,
  to: { state: Presence['presence']; chosen: boolean; now: Date },
): Promise<void> {
  const { state, now } = to;
  const { rows } = await sql<{ shifts: unknown }>`
    update staff set presence = ${state}, presence_chosen = ${to.chosen && state === 'offline'}, presence_at = ${now}
    where id = ${staffId} and (presence, presence_chosen) is distinct from (${state}, ${to.chosen && state === 'offline'})
    returning shifts`.execute(tx);
  const [changed] = rows;
  if (!changed) return;
  await measureServed(tx, staffId);
  if (state === 'online') {
    const at = nextShift(changed.shifts, now);
    if (at && at > now) await workLater(tx, staffId, at);
    else if (at) await offerWork(tx, staffId, now);
  }
  if (state !== 'offline') return;
  await watchTickets(tx, staffId, now);
  const again = plus(now, LEFT_FOR_SURE_MS);
  await schedule(tx, { task: LEFT_TASK, at: again, key: `left:${staffId}`, payload: { staff: staffId } });
}

/** Of who left a while ago, what they were given at that moment goes back as well, unless they returned. */
export async function lookAgainAt(tx: Tx, staffId: number, now: Date): Promise<void> {
  const { rows } = await sql`select from staff where id = ${staffId} and presence = 'offline'`.execute(tx);
  if (rows.length > 0) await watchTickets(tx, staffId, now);
}

/** Somebody's shift begins (a timer of its own, which nothing else moves): they are given what waits, if they are there. */
export async function startShift(tx: Tx, staffId: number, now: Date): Promise<void> {
  if (await isThere(tx, staffId, now)) await offerWork(tx, staffId, now);
}

async function workLater(tx: Tx, staffId: number, at: Date): Promise<void> {
  await schedule(tx, { task: SHIFT_TASK, at, key: `shift:${staffId}`, payload: { staff: staffId } });
}

/** Lets the queues that somebody serves, and that give tickets out, look for work for them. */
export async function offerWork(tx: Tx, staffId: number, now: Date): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    select id from queues where assignment <> 'pull' and id in (${servedBy(staffId)}) order by id`.execute(
    tx,
  );
  for (const { id } of rows) await assignSoon(tx, id, now);
}

async function watchTickets(tx: Tx, staffId: number, now: Date): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    select t.id from tickets t join queues q on q.id = t.queue_id
    where t.assignee_id = ${staffId} and t.status not in ('resolved', 'closed') and t.waiting_since is not null
      and q.offline_minutes is not null order by t.id`.execute(tx);
  for (const { id } of rows) await watchTicket(tx, id, now);
}

/** These people have a page open at this moment: they are not gone, and who had gone only for want of one is back. */
export async function seePeople(tx: Tx, staffIds: readonly number[], now: Date): Promise<void> {
  const { rows } = await sql<{ id: number; back: boolean }>`
    update staff set seen_at = clock_timestamp() where id = any(${staffIds}::bigint[]) and active
    returning id, presence = 'offline' and not presence_chosen as back`.execute(tx);
  for (const { id, back } of rows.toSorted((a, b) => a.id - b.id)) {
    await goneLater(tx, id, plus(now, GONE_AFTER_MS));
    if (back) await setPresence(tx, id, { state: 'online', chosen: false, now });
  }
}

/** The timer of somebody's last open page has come: they are offline, unless a page was open since (a clock that was turned brings
 * timers early, and pages do not live in the desk's time). */
export async function noticeGone(tx: Tx, staffId: number, now: Date): Promise<void> {
  const { rows } = await sql<{ presence: string; unseen_ms: number | null }>`
    select presence, (extract(epoch from clock_timestamp() - seen_at) * 1000)::float8 as unseen_ms
    from staff where id = ${staffId} for no key update`.execute(tx);
  const [person] = rows;
  if (!person || person.presence === 'offline') return;
  const left = GONE_AFTER_MS - (person.unseen_ms ?? GONE_AFTER_MS);
  if (left > 0) await goneLater(tx, staffId, plus(now, left));
  else await setPresence(tx, staffId, { state: 'offline', chosen: false, now });
}

async function goneLater(tx: Tx, staffId: number, at: Date): Promise<void> {
  await schedule(tx, { task: GONE_TASK, at, key: `gone:${staffId}`, payload: { staff: staffId } });
}

/** Whether somebody is at work now: online, and within their shift. */
export async function isThere(db: Db, staffId: number, now: Date): Promise<boolean> {
  const { rows } = await sql<{ presence: string; shifts: unknown }>`
    select presence, shifts from staff where id = ${staffId} and active`.execute(db);
  const [person] = rows;
  return person !== undefined && person.presence === 'online' && atWork(person.shifts, now);
}
