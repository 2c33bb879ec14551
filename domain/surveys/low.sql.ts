import { sql } from 'kysely';
import { type Db, later, type Tx } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';

/** Scores up to these are low: a lead reads them. */
export const LOW_SCORE = 2;
/** The same for the likelihood of recommending, 0 to 10: those whom NPS counts as detractors. */
export const LOW_NPS = 6;

/** Keeps the list of low ratings true to a rating: a low one is on it, one that was changed for the better is not, unless somebody has
 * seen to it already (F6). */
export async function followLow(
  tx: Tx,
  rating: { ticketId: number; npsId?: number; score: number; now: Date },
): Promise<void> {
  const { ticketId, npsId = null, score, now } = rating;
  const which = npsId === null ? sql`ticket_id = ${ticketId} and kind = 'csat'` : sql`nps_id = ${npsId}`;
  if (score > (npsId === null ? LOW_SCORE : LOW_NPS)) {
    await sql`delete from low_ratings where ${which} and handled_at is null${later}`.execute(tx);
    return;
  }
  await sql`
    with known as (update low_ratings set score = ${score} where ${which} returning id)
    insert into low_ratings (kind, ticket_id, nps_id, customer_id, agent_id, score, rated_at)
    select ${npsId === null ? 'csat' : 'nps'}, id, ${npsId}, customer_id, assignee_id, ${score}, ${now}
    from tickets where id = ${ticketId} and not exists (select from known)`.execute(tx);
}

/** Which low ratings: those that wait for a lead, oldest first; the others newest first. */
export type LowQuery = { state: 'open' | 'handled' | 'all'; cursor?: string | undefined; limit: number };

type LowRow = {
  id: number;
  kind: 'csat' | 'nps';
  score: number;
  comment: string | null;
  rated_at: Date;
  ticket_id: number;
  subject: string;
  customer_id: number;
  customer_name: string;
  agent_id: number | null;
  agent_name: string | null;
  handled_at: Date | null;
  handled_by: number | null;
  handled_name: string | null;
  note: string | null;
};

const COUNTED = 1000;

/** A page of the low ratings, how many wait (counted to 1000), and the way to the next page (F6). */
export async function listLow(db: Db, query: LowQuery) {
  const oldestFirst = query.state === 'open';
  const state =
    query.state === 'all'
      ? sql`true`
      : oldestFirst
        ? sql`l.handled_at is null`
        : sql`l.handled_at is not null`;
  const after =
    query.cursor === undefined
      ? sql`true`
      : oldestFirst
        ? sql`l.id > ${query.cursor}::bigint`
        : sql`l.id < ${query.cursor}::bigint`;
  const rows = await lowRows(
    db,
    sql`${state} and ${after} order by l.id ${sql.raw(oldestFirst ? 'asc' : 'desc')} limit ${query.limit + 1}`,
  );
  const { rows: counted } = await sql<{ open: number }>`
    select count(*)::int as open from (select from low_ratings where handled_at is null limit ${sql.lit(COUNTED)}) n`.execute(
    db,
  );
  const page = rows.slice(0, query.limit);
  return {
    ratings: page.map(shape),
    open: counted[0]?.open ?? 0,
    next_cursor: rows.length > query.limit ? String(page.at(-1)?.id) : null,
  };
}

/** One low rating. Refuses (`not_found`) a number that none has. */
export async function readLow(db: Db, id: number) {
  const [row] = await lowRows(db, sql`l.id = ${id}`);
  if (!row) throw new DomainError('not_found', 'low_rating_unknown');
  return shape(row);
}

async function lowRows(db: Db, which: ReturnType<typeof sql>): Promise<LowRow[]> {
  const { rows } = await sql<LowRow>`
    select l.id, l.kind, l.score, l.rated_at, l.ticket_id, t.subject, l.customer_id, l.handled_at, l.handled_by, l.note, l.agent_id,
      case l.kind when 'csat' then (select comment from aftercare where ticket_id = l.ticket_id)
        else (select comment from nps where id = l.nps_id) end as comment,
      concat_ws(' ', c.first_name, c.last_name) as customer_name,
      a.name as agent_name, h.name as handled_name
    from low_ratings l join tickets t on t.id = l.ticket_id join customers c on c.id = l.customer_id
      left join staff a on a.id = l.agent_id left join staff h on h.id = l.handled_by
    where ${which}`.execute(db);
  return rows;
}

function shape(row: LowRow) {
  const { id, kind, score, comment, rated_at } = row;
  return {
    ...{ id, kind, score, comment, rated_at },
    ticket: { id: row.ticket_id, subject: row.subject },
    requester: { id: row.customer_id, name: row.customer_name },
    agent: row.agent_id === null ? null : { id: row.agent_id, name: row.agent_name ?? '' },
    handled:
      row.handled_at === null || row.handled_by === null
        ? null
        : { at: row.handled_at, by: { id: row.handled_by, name: row.handled_name ?? '' }, note: row.note },
  };
}

/** Notes that somebody saw to a low rating. Refuses (`conflict`) one that somebody saw to already. Returns its ticket. */
export async function handleLow(
  tx: Tx,
  id: number,
  handled: { by: number; note?: string | undefined; now: Date },
): Promise<number> {
  const row = await tx
    .updateTable('low_ratings')
    .set({ handled_at: handled.now, handled_by: handled.by, note: handled.note ?? null })
    .where('id', '=', id)
    .where('handled_at', 'is', null)
    .returning('ticket_id')
    .executeTakeFirst();
  if (row) return row.ticket_id;
  await readLow(tx, id);
  throw new DomainError('conflict', 'low_rating_handled');
}
