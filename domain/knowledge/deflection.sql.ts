import { sql } from 'kysely';
import type { Db } from '../../base/db/index.ts';

/** What became of the answers that customers were shown. Each is counted once, under one of these. */
export type Deflection = {
  place: 'bot' | 'cabinet';
  /** Shown at all. */
  shown: number;
  /** Their reader said that it helped, and has not come back with the same topic within 72 hours. */
  solved: number;
  /** Their reader said that it helped, and came back with the same topic within 72 hours. */
  solved_and_back: number;
  /** Nothing was said, and no contact on the same topic followed for 72 hours. */
  quiet: number;
  /** Nothing was said, and a contact on the same topic followed within 72 hours. */
  contacted: number;
  not_solved: number;
  person: number;
  /** Nothing was said, and the 72 hours are not over. */
  pending: number;
};

const HOURS = 72;

/**
 * Deflection, counted honestly: what readers said, and that nobody came back, are kept apart (B4, N). A contact is a ticket of the same customer that did not solve itself,
 * on a topic of the article's, or on none. Readers who were erased since are left out.
 */
export async function countDeflection(
  db: Db,
  when: { from: Date; until: Date; now: Date },
): Promise<Deflection[]> {
  const { from, until, now } = when;
  const { rows } = await sql<Deflection>`
    with told as (
      select r.place, r.outcome, r.at > ${now}::timestamptz - interval '1 hour' * ${sql.lit(HOURS)} as early,
        exists (select from tickets t left join topics p on p.id = t.topic_id
          where t.customer_id = r.customer_id and t.created_at >= r.at and t.created_at < r.at + interval '1 hour' * ${sql.lit(HOURS)}
            and t.outcome is distinct from 'auto_resolved'
            and (p.slug is null or cardinality(a.topics) = 0 or p.slug = any(a.topics))) as back
      from article_reads r join articles a on a.id = r.article_id
      where r.at >= ${from} and r.at < ${until} and r.customer_id is not null
    )
    select place, count(*)::int as shown,
      (count(*) filter (where outcome = 'solved' and not back))::int as solved,
      (count(*) filter (where outcome = 'solved' and back))::int as solved_and_back,
      (count(*) filter (where outcome is null and not back and not early))::int as quiet,
      (count(*) filter (where outcome is null and back))::int as contacted,
      (count(*) filter (where outcome = 'not_solved'))::int as not_solved,
      (count(*) filter (where outcome = 'person'))::int as person,
      (count(*) filter (where outcome is null and not back and early))::int as pending
    from told group by place order by place`.execute(db);
  return rows;
}
