import { sql } from 'kysely';
import type { Tx } from '../../base/db/index.ts';
import { LANGUAGES } from '../../base/i18n/index.ts';
import type { Assignment } from '../routing/index.ts';
import { assignTicket, type Ticket } from '../tickets/index.ts';
import { assignSoon } from './follow.ts';
import { takeTurn } from './next.sql.ts';
import { chooseServer, type Server } from './push.ts';
import { atWork } from './shifts.ts';

const AT_ONCE = 25;

/** A ticket that a queue gave to somebody. */
export type Given = { before: Ticket; after: Ticket };

/** Gives the waiting tickets of a queue, in the order of work, to those who serve it, are there and have room (Q5); nothing happens in
 * a queue to pull from. A ticket that somebody has is never touched. After 25 the rest follow in a transaction of their own. */
export async function giveOut(tx: Tx, queueId: number, now: Date): Promise<Given[]> {
  const { rows } = await sql<{ assignment: Assignment }>`
    select assignment from queues where id = ${queueId} for no key update`.execute(tx);
  const method = rows[0]?.assignment ?? 'pull';
  if (method === 'pull') return [];
  let servers = await lockServers(tx, queueId, now);
  const given: Given[] = [];
  const passed: number[] = [];
  while (given.length < AT_ONCE) {
    const languages = LANGUAGES.filter((language) =>
      chooseServer(servers, { language, returned_from: null }, method),
    );
    const before = languages.length === 0 ? undefined : await lockFirst(tx, { queueId, languages, passed });
    if (!before) return given;
    const server = chooseServer(servers, before, method);
    if (!server) {
      passed.push(before.id);
      continue;
    }
    const by = { kind: 'system' } as const;
    const after = await assignTicket(tx, before, { assigneeId: server.id, by, reason: method, now });
    const turn = await takeTurn(tx, server.id);
    servers = servers.map((one) => (one.id === server.id ? { ...one, held: one.held + 1, turn } : one));
    given.push({ before, after });
  }
  await assignSoon(tx, queueId, now);
  return given;
}

/** Everybody who serves a queue, locked in the order of their ids before their tickets are counted. */
async function lockServers(tx: Tx, queueId: number, now: Date): Promise<Server[]> {
  const serves = sql`
    active and (exists (select from staff_queues w where w.staff_id = s.id and w.queue_id = ${queueId})
      or not exists (select from staff_queues w where w.staff_id = s.id))`;
  await sql`select id from staff s where ${serves} order by id for no key update`.execute(tx);
  const { rows } = await sql<Omit<Server, 'there'> & { presence: string; shifts: unknown }>`
    select id, presence, shifts, languages, capacity, turn, (
      select count(*)::int from tickets where assignee_id = s.id and status not in ('resolved', 'closed')
    ) as held from staff s where ${serves} order by id`.execute(tx);
  return rows.map(({ presence, shifts, ...server }) => ({
    ...server,
    there: presence === 'online' && atWork(shifts, now),
  }));
}

async function lockFirst(
  tx: Tx,
  where: { queueId: number; languages: readonly string[]; passed: readonly number[] },
): Promise<Ticket | undefined> {
  const { rows } = await sql<Ticket>`
    select * from tickets
    where queue_id = ${where.queueId} and assignee_id is null and waiting_since is not null and snoozed_until is null
      and language = any(${where.languages}::text[]) and id <> all(${where.passed}::bigint[])
    order by work_class, waiting_since, topic_rank, id limit 1 for update skip locked`.execute(tx);
  return rows[0];
}
