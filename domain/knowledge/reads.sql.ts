import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import type { Language } from '../../base/i18n/index.ts';
import { plainWords } from '../../base/text/index.ts';

/** Who reads an article, and where. */
export type Reading = {
  articleId: number;
  customerId: number;
  language: Language;
  place: 'bot' | 'cabinet';
  /** How sure the desk was that it answers, where it chose the article. */
  confidence?: number;
  now: Date;
};

/** Shown again within this time, with nothing said meanwhile, it is one reading. */
const SAME_READING = '1 hour';

/** Notes that a customer was shown an article; returns the note's id. */
export async function noteRead(tx: Tx, reading: Reading): Promise<number> {
  const { articleId, customerId, language, place, confidence, now } = reading;
  const { rows } = await sql<{ id: number }>`
    select id from article_reads where customer_id = ${customerId} and article_id = ${articleId} and place = ${place}
      and outcome is null and ticket_id is null and at > ${now}::timestamptz - ${SAME_READING}::interval
    order by at desc limit 1`.execute(tx);
  if (rows[0]) return rows[0].id;
  const { id } = await tx
    .insertInto('article_reads')
    .values({
      ...{ article_id: articleId, customer_id: customerId, language, place, at: now },
      confidence: confidence ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Notes what a customer said of the bot's last answer by this article, and the ticket that came of it; without an outcome they said nothing. */
export async function settleRead(
  tx: Tx,
  read: { articleId: number; customerId: number },
  how: { outcome?: 'solved' | 'not_solved' | 'person'; ticketId: number; now: Date },
): Promise<void> {
  const { outcome = null, ticketId, now } = how;
  await sql`
    update article_reads set outcome = ${outcome}, decided_at = ${outcome === null ? null : now}::timestamptz, ticket_id = ${ticketId}
    where id = (select id from article_reads where customer_id = ${read.customerId} and article_id = ${read.articleId}
      and place = 'bot' and ticket_id is null order by at desc limit 1)`.execute(tx);
}

/** Keeps whether an article helped its reader; the last word counts (M3). */
export async function voteArticle(
  tx: Tx,
  vote: { articleId: number; customerId: number; language: Language; helpful: boolean; now: Date },
): Promise<void> {
  const { articleId, customerId, language, helpful, now } = vote;
  await tx
    .insertInto('article_votes')
    .values({ article_id: articleId, customer_id: customerId, language, helpful, at: now })
    .onConflict((conflict) =>
      conflict.columns(['article_id', 'customer_id']).doUpdateSet({ language, helpful, at: now }),
    )
    .execute();
}

/** What this reader said of an article; undefined: nothing. */
export async function voteOf(db: Db, articleId: number, customerId: number): Promise<boolean | undefined> {
  const row = await db
    .selectFrom('article_votes')
    .select('helpful')
    .where('article_id', '=', articleId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  return row?.helpful;
}

/** What was looked for, and whether something answered it. */
export type Search = {
  customerId: number;
  place: 'bot' | 'cabinet';
  language: Language;
  query: string;
  /** The article that answers, where one surely does. */
  articleId?: number | undefined;
  now: Date;
};

/** Who goes on typing looks for one thing. */
const GOES_ON = '90 seconds';
const LONGEST_QUERY = 200;

/** Words without what may be somebody's: digits in a row are left out, and so are addresses. */
export function withoutSecrets(query: string): string {
  return query
    .replace(/\S+@\S+/gu, '…')
    .replace(/\d[\d\s-]{3,}\d|\d{4,}/gu, '…')
    .trim()
    .slice(0, LONGEST_QUERY);
}

/** Notes what was looked for, for the lists of popular and unanswered searches. What goes on from, or back to, the last words is the same search. */
export async function noteSearch(tx: Tx, search: Search): Promise<void> {
  const words = withoutSecrets(search.query);
  const plain = plainWords(words).join(' ');
  if (plain.length < 3) return;
  const { customerId, place, language, articleId, now } = search;
  const values = { language, words, plain, found: articleId !== undefined, article_id: articleId ?? null };
  const last = await tx
    .selectFrom('knowledge_searches')
    .select(['id', 'plain'])
    .where('asker', '=', customerId)
    .where('place', '=', place)
    .where('at', '>', sql<Date>`${now}::timestamptz - ${GOES_ON}::interval`)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last && (plain.startsWith(last.plain) || last.plain.startsWith(plain))) {
    // Letters that are taken back say less than what stood there before.
    if (plain.length < last.plain.length) return;
    await tx
      .updateTable('knowledge_searches')
      .set({ ...values, at: now })
      .where('id', '=', last.id)
      .execute();
    return;
  }
  await tx
    .insertInto('knowledge_searches')
    .values({ ...values, asker: customerId, place, at: now })
    .execute();
}

const ASKER_KEPT = '1 day';
const SEARCH_KEPT = '400 days';

/** Forgets who looked for what, once nobody goes on typing, and searches that no list counts any more. */
export async function forgetAskers(db: Db, now: Date): Promise<void> {
  await sql`update knowledge_searches set asker = null
    where asker is not null and at < ${now}::timestamptz - ${ASKER_KEPT}::interval`.execute(db);
  await sql`delete from knowledge_searches where at < ${now}::timestamptz - ${SEARCH_KEPT}::interval`.execute(
    db,
  );
}
