import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import { plus } from '../../base/kernel/index.ts';
import { schedule } from '../../base/queue/index.ts';
import { atWork } from '../queues/index.ts';
import type { Notice } from '../staff/index.ts';
import type { Person } from './recipients.ts';

/** The timer of what somebody is to be told; one waits at a time. */
export const TELL_TASK = 'notices.tell';

/** What somebody wants to be told in Telegram. */
export type Wish = 'all' | 'urgent' | 'none';

/** What comes close together is told together. */
const GATHER_MS = 5_000;
/** A storm becomes one message in so long. */
const PACE_MS = 60_000;
const URGENT_PACE_MS = 10_000;

/** Who leads has a say over the queues. */
const LEADS = 'queues.manage';

type Row = { id: number; serves: boolean; leads: boolean; presence: string; shifts: unknown };

/** The staff that may read tickets, as far as a notice on a ticket of this queue asks. */
export async function peopleFor(db: Db, queueId: number, now: Date): Promise<Person[]> {
  const { rows } = await sql<Row>`
    select s.id, s.presence, s.shifts, ${LEADS} = any(r.permissions) as leads,
      (exists (select from staff_queues w where w.staff_id = s.id and w.queue_id = ${queueId})
        or not exists (select from staff_queues w where w.staff_id = s.id)) and 'tickets.reply' = any(r.permissions) as serves
    from staff s join roles r on r.name = s.role
    where s.active and 'tickets.read' = any(r.permissions) order by s.id`.execute(db);
  return rows.map(({ presence, shifts, ...person }) => {
    const onShift = atWork(shifts, now);
    return { ...person, atWork: onShift, there: presence === 'online' && onShift };
  });
}

/** Keeps a notice for these people until they are told, as far as each wants to be told. */
export async function keepNotice(
  tx: Tx,
  notice: Notice,
  to: { staffIds: readonly number[]; urgent: boolean; now: Date },
): Promise<void> {
  const { ticket, reason, metric, words } = notice;
  const { urgent, now } = to;
  // Whoever is told takes the same lock: what comes while they are told sets the next timer.
  const { rows } = await sql<{ id: number; noticed_at: Date | null; waits: boolean }>`
    select id, noticed_at, exists (select from staff_notices n where n.staff_id = s.id and n.urgent >= ${urgent}) as waits
    from staff s where id = any(${[...to.staffIds]}::bigint[]) and telegram_id is not null
      and (notices = 'all' or notices = 'urgent' and ${urgent}) order by id for no key update`.execute(tx);
  for (const { id, noticed_at, waits } of rows) {
    await sql`
      insert into staff_notices (staff_id, ticket_id, reason, metric, words, urgent, at)
      values (${id}, ${ticket}, ${reason}, ${metric}, ${words}, ${urgent}, ${now})`.execute(tx);
    if (waits) continue;
    const pause = urgent ? URGENT_PACE_MS : PACE_MS;
    const soonest = urgent ? now : plus(now, GATHER_MS);
    const paced = noticed_at === null ? soonest : plus(noticed_at, pause);
    const at = paced > soonest ? paced : soonest;
    await schedule(tx, { task: TELL_TASK, at, key: `notices:${id}`, payload: { staff: id } });
  }
}

/** What waits for somebody, the urgent first, with what a message says of each ticket. */
export type Waiting = {
  ticket_id: number;
  reason: Notice['reason'];
  metric: string | null;
  words: string | null;
  urgent: boolean;
  queue: string;
  deadline: Date | null;
};

/** Takes everything that somebody is to be told; it is told in this transaction. */
export async function takeNotices(tx: Tx, staffId: number, now: Date): Promise<Waiting[]> {
  await sql`update staff set noticed_at = ${now} where id = ${staffId}`.execute(tx);
  const { rows } = await sql<Waiting>`
    with taken as (delete from staff_notices where staff_id = ${staffId} returning *)
    select n.ticket_id, n.reason, n.metric, n.words, n.urgent, q.name as queue, t.next_deadline_at as deadline
    from taken n join tickets t on t.id = n.ticket_id join queues q on q.id = t.queue_id
    order by n.urgent desc, n.id`.execute(tx);
  return rows;
}

/** The private chat of somebody of the staff with the bot; undefined where they never wrote to it. */
export async function chatOfStaff(
  db: Db,
  telegramId: number,
): Promise<{ id: number; kind: string } | undefined> {
  const { rows } = await sql<{ id: number; kind: string }>`
    select id, kind from chats where telegram_chat_id = ${telegramId}`.execute(db);
  return rows[0];
}

/** Reads what somebody wants to be told in Telegram. */
export async function readWish(db: Db, staffId: number): Promise<Wish> {
  const { rows } = await sql<{ notices: Wish }>`select notices from staff where id = ${staffId}`.execute(db);
  return rows[0]?.notices ?? 'all';
}

/** Sets what somebody wants to be told in Telegram. */
export async function saveWish(tx: Tx, staffId: number, wish: Wish): Promise<void> {
  await sql`update staff set notices = ${wish} where id = ${staffId}`.execute(tx);
}
