import { type Selectable, sql } from 'kysely';
import type { Customers } from '../../base/db/generated/schema.ts';
import { announce, type Db, type Tx } from '../../base/db/index.ts';
import { type Language, nearestLanguage } from '../../base/i18n/index.ts';
import { SUPPORT } from './consents.sql.ts';
import { type QuietChoice, writeChoice } from './quiet-hours.ts';

/** A person who asks, as Telegram introduces them. */
export type Person = {
  telegramId: number;
  firstName: string;
  lastName?: string;
  username?: string;
  /** The language of their Telegram, such as "ru" or "pt-br". */
  languageTag?: string;
};

/** A customer: the requester of tickets. */
export type Customer = Selectable<Customers> & {
  language: Language;
  /** The version of the consent to support that is in force (B1). */
  consent: string | null;
};

/** Customers with the consent that each has given. */
const withConsent = (db: Db) =>
  db
    .selectFrom('customers')
    .selectAll('customers')
    .select((eb) =>
      eb
        .selectFrom('consents')
        .select('version')
        .whereRef('consents.customer_id', '=', 'customers.id')
        .where('purpose', '=', SUPPORT)
        .where('withdrawn_at', 'is', null)
        .as('consent'),
    );

/** All that a `Customer` is read from, of the customer `u`, in a row that may tell of something else as well. */
export const CUSTOMER = sql`u.*, (select version from consents
  where customer_id = u.id and purpose = ${sql.lit(SUPPORT)} and withdrawn_at is null) as consent`;

/** Finds the customer this person is, or makes one; what Telegram says of them is kept current. New customers speak the nearest
 * language served, `fallback` where there is none. */
export async function recognise(
  tx: Tx,
  person: Person,
  at: { now: Date; fallback: Language },
): Promise<Customer> {
  const known = await withConsent(tx).where('telegram_id', '=', person.telegramId).executeTakeFirst();
  if (!known) return create(tx, person, at);
  const current = {
    first_name: person.firstName,
    last_name: person.lastName ?? null,
    username: person.username ?? null,
  };
  const same =
    known.first_name === current.first_name &&
    known.last_name === current.last_name &&
    known.username === current.username &&
    known.unreachable_at === null;
  // Whoever writes can be reached again.
  if (!same) await update(tx, known.id, { ...current, unreachable_at: null });
  return { ...known, ...current, unreachable_at: null, language: known.language as Language };
}

async function create(tx: Tx, person: Person, at: { now: Date; fallback: Language }): Promise<Customer> {
  const row = await tx
    .insertInto('customers')
    .values({
      telegram_id: person.telegramId,
      first_name: person.firstName,
      last_name: person.lastName ?? null,
      username: person.username ?? null,
      language: nearestLanguage(person.languageTag, at.fallback),
      created_at: at.now,
    })
    .onConflict((conflict) => conflict.column('telegram_id').doUpdateSet({ first_name: person.firstName }))
    .returningAll()
    .executeTakeFirstOrThrow();
  return { ...row, language: row.language as Language, consent: null };
}

const TICKETS_SHOWN = 20;

async function update(tx: Tx, id: number, set: Partial<Omit<Customer, 'consent'>>): Promise<void> {
  await tx.updateTable('customers').set(set).where('id', '=', id).execute();
  // Screens show the requester with every ticket.
  const shown = await tx
    .selectFrom('tickets')
    .select('id')
    .where('customer_id', '=', id)
    .orderBy('id', 'desc')
    .limit(TICKETS_SHOWN)
    .execute();
  for (const ticket of shown) announce(tx, { ticket: ticket.id });
}

/** A customer by id. */
export async function customerById(db: Db, id: number): Promise<Customer> {
  const row = await withConsent(db).where('customers.id', '=', id).executeTakeFirstOrThrow();
  return { ...row, language: row.language as Language };
}

/** The customer chose a language; it stays until they choose another. */
export async function setLanguage(tx: Tx, customerId: number, language: Language): Promise<void> {
  await update(tx, customerId, { language, language_chosen: true });
}

/** The customer chose when to be left alone (U3). */
export async function setQuietChoice(tx: Tx, customerId: number, choice: QuietChoice): Promise<void> {
  const stored = writeChoice(choice);
  const quiet_hours = stored === null ? null : sql<never>`${JSON.stringify(stored)}::jsonb`;
  await tx.updateTable('customers').set({ quiet_hours }).where('id', '=', customerId).execute();
}

/** How much a customer is told: every step, or only what needs them (M4). */
export type Notices = 'short' | 'series';

/** The customer chose how much they are told (M4). */
export async function setNotices(tx: Tx, customerId: number, notices: Notices): Promise<void> {
  await tx.updateTable('customers').set({ notices }).where('id', '=', customerId).execute();
}

/** Messages no longer arrive (the bot was blocked, the account is gone): since when. null: they do again. */
export async function setUnreachable(tx: Tx, customerId: number, since: Date | null): Promise<void> {
  await update(tx, customerId, { unreachable_at: since });
}

/** The customer's own time zone (an IANA name), in which they read times; null: the desk's (M4). */
export async function setTimeZone(tx: Tx, customerId: number, timeZone: string | null): Promise<void> {
  await update(tx, customerId, { time_zone: timeZone });
}
