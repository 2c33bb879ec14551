import { sql } from 'kysely';
import type { Db } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { findMatching, type IncidentRule, type IncidentStatus, type Texts } from '../incidents/index.ts';
import { readRoutingMap } from '../routing/index.ts';
import type { TicketStatus } from '../tickets/index.ts';
import { checkedRule } from './incidents.ts';

type Row = {
  id: number;
  status: IncidentStatus;
  title: Texts;
  rule: IncidentRule;
  next_news_at: Date | null;
  declared_by: { id: number; name: string } | null;
  declared_at: Date;
  resolved_at: Date | null;
  tickets: number;
  held: number;
  left: number;
  untold: number;
};

/** How many incidents a list shows. */
const SHOWN = 100;

const INCIDENT = sql`
  select i.id, i.status, i.title, i.rule, i.next_news_at, i.declared_at, i.resolved_at,
    (select json_build_object('id', s.id, 'name', s.name) from staff s where s.id = i.declared_by) as declared_by,
    (select count(*)::int from tickets where incident_id = i.id) as tickets,
    (select count(*)::int from tickets where incident_id = i.id and held) as held,
    (select count(*)::int from incident_tickets where incident_id = i.id and left_at is not null) as left,
    (select count(*)::int from incident_tickets where incident_id = i.id and left_at is null
      and told < (select max(id) from incident_updates where incident_id = i.id)) as untold
  from incidents i`;

/** Incidents, newest first: those that are not over, or the latest hundred (U5). */
export async function listIncidents(db: Db, only: 'open' | 'all') {
  const { rows } = await sql<Row>`
    ${INCIDENT} where ${only === 'open' ? sql`i.status <> 'resolved'` : sql`true`} order by i.id desc limit ${sql.lit(SHOWN)}`.execute(
    db,
  );
  return rows.map(shape);
}

const shape = ({ tickets, held, left, untold, ...incident }: Row) => ({
  ...incident,
  counts: { tickets, held, left, untold },
});

type UpdateRow = {
  id: number;
  status: IncidentStatus;
  texts: Texts;
  next_news_at: Date | null;
  author: { id: number; name: string } | null;
  at: Date;
};

/** An incident with everything that was said about it, newest first. Refuses (`not_found`) a number that none has. */
export async function readIncident(db: Db, id: number) {
  const { rows } = await sql<Row>`${INCIDENT} where i.id = ${id}`.execute(db);
  const [row] = rows;
  if (!row) throw new DomainError('not_found', 'incident_unknown', { incident: id });
  const updates = await sql<UpdateRow>`
    select u.id, u.status, u.texts, u.next_news_at, u.at,
      (select json_build_object('id', s.id, 'name', s.name) from staff s where s.id = u.author_id) as author
    from incident_updates u where u.incident_id = ${id} order by u.id desc`.execute(db);
  return { ...shape(row), updates: updates.rows };
}

type AttachedRow = {
  id: number;
  status: TicketStatus;
  subject: string;
  requester: string;
  held: boolean;
  created_at: Date;
};

/** A page of an incident's tickets, newest first: those with a number below `before`. */
export async function incidentTickets(
  db: Db,
  incidentId: number,
  part: { before?: number | undefined; limit: number },
) {
  const { rows } = await sql<AttachedRow>`
    select t.id, t.status, t.subject, concat_ws(' ', c.first_name, c.last_name) as requester, t.held, t.created_at
    from tickets t join customers c on c.id = t.customer_id
    where t.incident_id = ${incidentId} and t.id < ${part.before ?? 2 ** 53} order by t.id desc limit ${part.limit}`.execute(
    db,
  );
  return rows;
}

const MOST_COUNTED = 2000;
const SAMPLE = 20;

/** The open tickets that an incident of this rule would take when it is declared, counted to about 2000, with the newest of them (U5). */
export async function previewIncident(db: Db, asked: { rule: unknown; since: Date }) {
  const rule = checkedRule(asked.rule, await readRoutingMap(db));
  const tickets: { id: number; subject: string; created_at: Date }[] = [];
  let after: number | undefined = 0;
  while (after !== undefined && tickets.length < MOST_COUNTED) {
    const part: Awaited<ReturnType<typeof findMatching>> = await findMatching(db, {
      rule,
      since: asked.since,
      after,
    });
    tickets.push(...part.found.map(({ id, subject, created_at }) => ({ id, subject, created_at })));
    after = part.lookedAt;
  }
  return { count: tickets.length, more: after !== undefined, tickets: tickets.slice(-SAMPLE).reverse() };
}
