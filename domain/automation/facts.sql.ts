import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import { storedCalendar } from '../sla/index.ts';
import type { Ticket } from '../tickets/index.ts';
import type { Calendars, Facts } from './fits.ts';
import type { Rule } from './rule.ts';

/** When words of the customer's `m` came into a ticket `t`, as a column. */
export const JOINED_AT = sql<Date>`greatest(coalesce(m.joined_at, m.created_at), t.created_at)`;

/** What rules look at in a locked ticket, as it stands; its words are those that came with, or last before, the event. */
export async function readFacts(tx: Tx, ticket: Ticket, at: Date): Promise<Facts> {
  const { rows } = await sql<{ queue: string; topic: string | null; messages: number; text: string | null }>`
    with said as (
      select m.id, m.text, ${JOINED_AT} as moment from messages m join tickets t on t.id = m.ticket_id
      where m.ticket_id = ${ticket.id} and m.author_kind = 'customer'
    )
    select (select slug from queues where id = ${ticket.queue_id}) as queue,
      (select slug from topics where id = ${ticket.topic_id}::bigint) as topic,
      (select count(*)::int from said) as messages,
      (select string_agg(text, e'\n' order by id) from said
        where moment = (select max(moment) from said where moment <= ${at})) as text`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('the facts of a ticket could not be read');
  return {
    ...{ at, queue: row.queue, topic: row.topic, messages: row.messages, text: row.text ?? '' },
    ...{ priority: ticket.priority, status: ticket.status, language: ticket.language, vip: ticket.vip },
    ...{ tags: ticket.tags, assigneeId: ticket.assignee_id, waitingSince: ticket.waiting_since },
  };
}

/** The calendars in force that rules name. */
export async function readCalendars(db: Db, rules: readonly Rule[]): Promise<Calendars> {
  const named = rules
    .flatMap(({ all, any }) => [...all, ...any])
    .flatMap((condition) => (condition.field === 'business_hours' ? [condition.calendar] : []));
  if (named.length === 0) return new Map();
  const { rows } = await sql<{ slug: string; spec: unknown }>`
    select distinct on (slug) slug, spec from sla_calendars where slug = any(${named}::text[]) order by slug, version desc`.execute(
    db,
  );
  return new Map(rows.map(({ slug, spec }) => [slug, storedCalendar(spec)]));
}
