import { sql } from 'kysely';
import { announce, type Db, type Tx } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import type { Incident, IncidentStatus, IncidentUpdate, Standing, Texts } from './incident.ts';
import type { IncidentRule } from './matching.ts';

type Row = {
  id: number;
  status: string;
  title: unknown;
  rule: unknown;
  next_news_at: Date | null;
  declared_at: Date;
  resolved_at: Date | null;
};

type UpdateRow = {
  id: number;
  status: string;
  texts: unknown;
  next_news_at: Date | null;
  at: Date;
};

const toIncident = (row: Row): Incident => ({
  id: row.id,
  status: row.status as IncidentStatus,
  title: row.title as Texts,
  rule: row.rule as IncidentRule,
  nextNewsAt: row.next_news_at,
  declaredAt: row.declared_at,
  resolvedAt: row.resolved_at,
});

const toUpdate = (row: UpdateRow): IncidentUpdate => ({
  id: row.id,
  status: row.status as IncidentStatus,
  texts: row.texts as Texts,
  nextNewsAt: row.next_news_at,
  at: row.at,
});

/** Writes down a new incident, about which nothing is said yet; returns its number. */
export async function insertIncident(
  tx: Tx,
  incident: { title: Texts; rule: IncidentRule; declaredBy: number; now: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('incidents')
    .values({
      status: 'investigating',
      title: JSON.stringify(incident.title),
      rule: JSON.stringify(incident.rule),
      declared_by: incident.declaredBy,
      declared_at: incident.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Locks an incident until the end of the transaction. Refuses (`not_found`) a number that none has. */
export async function lockIncident(tx: Tx, id: number): Promise<Incident> {
  const row = await tx
    .selectFrom('incidents')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new DomainError('not_found', 'incident_unknown', { incident: id });
  return toIncident(row);
}

/** What is said about an incident now. */
export type NewUpdate = {
  status: IncidentStatus;
  texts: Texts;
  nextNewsAt: Date | null;
  authorId: number;
  requestKey: string;
  now: Date;
};

/** Adds what is said about a locked incident, which then stands where the update says. */
export async function addUpdate(tx: Tx, incidentId: number, update: NewUpdate): Promise<Standing> {
  const { status, nextNewsAt, now } = update;
  const latest = await tx
    .insertInto('incident_updates')
    .values({
      incident_id: incidentId,
      status,
      texts: JSON.stringify(update.texts),
      next_news_at: nextNewsAt,
      author_id: update.authorId,
      request_key: update.requestKey,
      at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const incident = await tx
    .updateTable('incidents')
    .set({ status, next_news_at: nextNewsAt, resolved_at: status === 'resolved' ? now : null })
    .where('id', '=', incidentId)
    .returningAll()
    .executeTakeFirstOrThrow();
  announce(tx, { incident: incidentId });
  return { incident: toIncident(incident), latest: toUpdate(latest) };
}

/** The incident about which the author said this already with the same key, if they did. */
export async function sameUpdate(tx: Tx, authorId: number, requestKey: string): Promise<number | undefined> {
  const row = await tx
    .selectFrom('incident_updates')
    .select('incident_id')
    .where('author_id', '=', authorId)
    .where('request_key', '=', requestKey)
    .executeTakeFirst();
  return row?.incident_id;
}

/** The incidents that are not over, oldest first. */
export async function openIncidents(db: Db): Promise<Incident[]> {
  const rows = await db
    .selectFrom('incidents')
    .selectAll()
    .where('status', '!=', 'resolved')
    .orderBy('id')
    .execute();
  return rows.map(toIncident);
}

/** Incidents and what was said of each last, by number. */
export async function standings(db: Db, ids: readonly number[]): Promise<Map<number, Standing>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Row & { latest: Omit<UpdateRow, 'at' | 'next_news_at'> & { at: string } }>`
    select i.*, to_jsonb(u) as latest from incidents i cross join lateral (
      select id, status, texts, at from incident_updates where incident_id = i.id order by id desc limit 1
    ) u where i.id = any(${ids}::bigint[])`.execute(db);
  return new Map(
    rows.map(({ latest, ...row }) => {
      const update = toUpdate({ ...latest, at: new Date(latest.at), next_news_at: row.next_news_at });
      return [row.id, { incident: toIncident(row), latest: update }];
    }),
  );
}

/** An incident that is not over, with what was said of it last; it stays so until the end of the transaction, in which a ticket joins it. */
export async function joinable(tx: Tx, id: number): Promise<Standing | undefined> {
  const { rows } = await sql`
    select from incidents where id = ${id} and status <> 'resolved' for share`.execute(tx);
  return rows.length === 0 ? undefined : (await standings(tx, [id])).get(id);
}
