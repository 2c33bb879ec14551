import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';

/** What a customer agreed to: the purpose, the version and the very words they saw (B1, C3). */
export type Consent = { purpose: string; version: string; language: string; text: string };

/** The purpose of keeping what customers write: to help them. */
export const SUPPORT = 'support';

/** Writes down that a customer agreed. An earlier version for the same purpose ends. */
export async function giveConsent(tx: Tx, customerId: number, given: Consent & { at: Date }): Promise<void> {
  const { purpose, version, language, text, at } = given;
  await sql`
    with ended as (
      update consents set withdrawn_at = ${at} where customer_id = ${customerId} and purpose = ${purpose} and withdrawn_at is null
      returning id
    )
    insert into consents (customer_id, purpose, version, language, text, given_at)
    select ${customerId}, ${purpose}, ${version}, ${language}, ${text}, ${at}::timestamptz
    -- Reading what was ended makes sure that it ends before the new one begins.
    from (select count(*) from ended) as before`.execute(tx);
}

/** Ends a consent. What was agreed, and when, stays on record. */
export async function withdrawConsent(
  tx: Tx,
  customerId: number,
  which: { purpose: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('consents')
    .set({ withdrawn_at: which.at })
    .where('customer_id', '=', customerId)
    .where('purpose', '=', which.purpose)
    .where('withdrawn_at', 'is', null)
    .execute();
}

/** What a customer agreed to, newest first: the words they saw, when they gave it, and when they took it back (C3). */
export function readConsents(db: Db, customerId: number) {
  return db
    .selectFrom('consents')
    .select(['purpose', 'version', 'text', 'given_at', 'withdrawn_at'])
    .where('customer_id', '=', customerId)
    .orderBy('id', 'desc')
    .execute();
}
