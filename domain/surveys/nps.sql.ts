import type { Db, Tx } from '../../base/db/index.ts';
import { plus } from '../../base/kernel/index.ts';
import { appendEvent, type By, type Ticket } from '../tickets/index.ts';
import { followLow, LOW_NPS } from './low.sql.ts';
import { CHANGE_WITHIN_MS, joined, RATE_WITHIN_MS } from './ratings.sql.ts';

/** What a customer may still answer to a question how likely they recommend the desk. */
export type NpsFacts = {
  readonly npsId: number;
  /** The answer can be given, or changed within a day. */
  readonly mayRate: boolean;
  /** Words can be added to it. */
  readonly mayComment: boolean;
};

/** Keeps that a ticket was the occasion to ask its customer how likely they recommend the desk; returns the question's number (F6). */
export async function askNps(tx: Tx, ticket: Ticket, now: Date): Promise<number> {
  const row = await tx
    .insertInto('nps')
    .values({ customer_id: ticket.customer_id, ticket_id: ticket.id, asked_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  await appendEvent(tx, ticket.id, { kind: 'nps_asked', by: { kind: 'bot' }, now });
  return row.id;
}

/** What the customer may answer to this question now; undefined when it is somebody else's or there is none. */
export async function readNps(
  db: Db,
  of: { npsId: number; customerId: number },
  now: Date,
): Promise<NpsFacts | undefined> {
  const row = await db
    .selectFrom('nps')
    .select(['asked_at', 'rated_at'])
    .where('id', '=', of.npsId)
    .where('customer_id', '=', of.customerId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { asked_at, rated_at } = row;
  const [start, within] = rated_at === null ? [asked_at, RATE_WITHIN_MS] : [rated_at, CHANGE_WITHIN_MS];
  return {
    npsId: of.npsId,
    mayRate: now < plus(start, within),
    mayComment: rated_at !== null && now < plus(rated_at, RATE_WITHIN_MS),
  };
}

type Answer = { npsId: number; customerId: number; now: Date };

async function lockAnswer(tx: Tx, { npsId, customerId }: Answer) {
  return tx
    .selectFrom('nps')
    .select(['ticket_id', 'score', 'rated_at', 'comment'])
    .where('id', '=', npsId)
    .where('customer_id', '=', customerId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

const byCustomer = (id: number): By => ({ kind: 'customer', id });

/** Keeps how likely a customer recommends the desk, 0 to 10; the same once more changes nothing. A low one goes to a lead (F6). */
export async function rateNps(tx: Tx, answer: Answer & { score: number }): Promise<void> {
  const { npsId, score, now } = answer;
  const before = await lockAnswer(tx, answer);
  if (before.score === score) return;
  await tx
    .updateTable('nps')
    .set({ score, rated_at: before.rated_at ?? now })
    .where('id', '=', npsId)
    .execute();
  const data = { score, ...(before.score === null ? {} : { from: before.score }) };
  const by = byCustomer(answer.customerId);
  await appendEvent(tx, before.ticket_id, { kind: 'nps_rated', by, data, now });
  await followLow(tx, { ticketId: before.ticket_id, npsId, score, now });
}

/** Keeps words with the answer; later ones are added to them. */
export async function commentNps(tx: Tx, answer: Answer & { text: string }): Promise<void> {
  const before = await lockAnswer(tx, answer);
  const comment = joined(before.comment, answer.text);
  await tx.updateTable('nps').set({ comment }).where('id', '=', answer.npsId).execute();
  const by = byCustomer(answer.customerId);
  await appendEvent(tx, before.ticket_id, { kind: 'rating_comment', by, now: answer.now });
}

/** Whether an answer is one that a lead reads. */
export const isLowNps = (score: number): boolean => score <= LOW_NPS;
