import { type Db, later, type Tx } from '../../base/db/index.ts';
import { DAY, plus } from '../../base/kernel/index.ts';
import { appendEvent, type By, isOpen, type TicketStatus } from '../tickets/index.ts';
import { followLow, LOW_SCORE } from './low.sql.ts';
import type { SurveyStyle } from './settings.sql.ts';

/** How long a question waits for its answer, and how long that can be changed, in ms. */
export const RATE_WITHIN_MS = 14 * DAY;
/** See `RATE_WITHIN_MS`. */
export const CHANGE_WITHIN_MS = DAY;

/** What a customer may still answer about a ticket of theirs. */
export type AftercareFacts = {
  readonly ticketId: number;
  readonly open: boolean;
  /** How the desk asks. */
  readonly style: SurveyStyle;
  readonly score?: number;
  /** The rating can be given, or changed within a day (F6). */
  readonly mayRate: boolean;
  /** Words can be added to the rating. */
  readonly mayComment: boolean;
  /** "Did it hold?" waits for an answer (F7). */
  readonly mayAnswer: boolean;
};

/** What the customer may answer about this ticket now; undefined when it is somebody else's or was never asked about. */
export async function readAftercare(
  db: Db,
  of: { ticketId: number; customerId: number },
  now: Date,
): Promise<AftercareFacts | undefined> {
  const row = await db
    .selectFrom('aftercare as a')
    .innerJoin('tickets as t', 't.id', 'a.ticket_id')
    .crossJoin('aftercare_settings as s')
    .select(['t.status', 't.resolved_at', 'a.survey_asked_at', 'a.score', 'a.rated_at'])
    .select(['a.follow_up_asked_at', 'a.held', 's.survey_style'])
    .where('t.id', '=', of.ticketId)
    .where('t.customer_id', '=', of.customerId)
    .executeTakeFirst();
  if (!row) return undefined;
  const open = isOpen(row.status as TicketStatus);
  const within = (start: Date | null, ms: number) => start !== null && now < plus(start, ms);
  const asked = row.follow_up_asked_at;
  return {
    ticketId: of.ticketId,
    open,
    style: row.survey_style as SurveyStyle,
    ...(row.score === null ? {} : { score: row.score }),
    mayRate:
      !open &&
      (row.rated_at === null
        ? within(row.survey_asked_at, RATE_WITHIN_MS)
        : within(row.rated_at, CHANGE_WITHIN_MS)),
    mayComment: within(row.rated_at, RATE_WITHIN_MS),
    mayAnswer:
      !open &&
      row.held === null &&
      within(asked, RATE_WITHIN_MS) &&
      (row.resolved_at === null || (asked !== null && asked >= row.resolved_at)),
  };
}

type Answer = { ticketId: number; by: By; now: Date };

/** Keeps a rating, 1 to 5; the same once more changes nothing, and false is returned. A low one is an event of its own, for a lead (F6). */
export async function rate(tx: Tx, answer: Answer & { score: number }): Promise<boolean> {
  const { ticketId, score, by, now } = answer;
  const before = await tx
    .selectFrom('aftercare')
    .select(['score', 'rated_at'])
    .where('ticket_id', '=', ticketId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (before.score === score) return false;
  await tx
    .updateTable('aftercare')
    .set({ score, rated_at: before.rated_at ?? now })
    .where('ticket_id', '=', ticketId)
    .modifyEnd(later)
    .execute();
  const data = { score, ...(before.score === null ? {} : { from: before.score }) };
  await appendEvent(tx, ticketId, { kind: 'rated', by, data, now });
  if (score <= LOW_SCORE && (before.score === null || before.score > LOW_SCORE))
    await appendEvent(tx, ticketId, { kind: 'low_rating', by, data: { score }, now });
  await followLow(tx, { ticketId, score, now });
  return true;
}

/** Keeps words with a rating; later ones are added to them. */
export async function comment(tx: Tx, answer: Answer & { text: string }): Promise<void> {
  const { ticketId, text, by, now } = answer;
  const before = await tx
    .selectFrom('aftercare')
    .select('comment')
    .where('ticket_id', '=', ticketId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('aftercare')
    .set({ comment: joined(before.comment, text) })
    .where('ticket_id', '=', ticketId)
    .execute();
  await appendEvent(tx, ticketId, { kind: 'rating_comment', by, now });
}

/** Words that are added to earlier ones. */
export const joined = (before: string | null, text: string): string =>
  before === null ? text : `${before}\n${text}`;

/** Notes whether the solution held (F7). */
export async function noteHeld(tx: Tx, answer: Answer & { held: boolean }): Promise<void> {
  const { ticketId, held, by, now } = answer;
  await tx
    .updateTable('aftercare')
    .set({ held })
    .where('ticket_id', '=', ticketId)
    .modifyEnd(later)
    .execute();
  await appendEvent(tx, ticketId, { kind: 'follow_up', by, data: { held }, now });
}

/** A ticket's rating and whether its solution held, as its page shows them. */
export async function readRating(db: Db, ticketId: number) {
  const row = await db
    .selectFrom('aftercare')
    .select(['score', 'comment', 'rated_at', 'follow_up_asked_at', 'held'])
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst();
  return {
    rating:
      !row || row.score === null || row.rated_at === null
        ? null
        : { score: row.score, comment: row.comment, at: row.rated_at },
    follow_up:
      !row || row.follow_up_asked_at === null ? null : { asked_at: row.follow_up_asked_at, held: row.held },
  };
}
