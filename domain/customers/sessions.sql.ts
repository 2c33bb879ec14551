import type { Db, Tx } from '../../base/db/index.ts';
import { DAY, DomainError, HOUR, hashToken, MINUTE, newToken, plus } from '../../base/kernel/index.ts';
import { type Customer, customerById } from './customers.sql.ts';

const SESSION_LASTS = 30 * DAY;
const LINK_LASTS = 10 * MINUTE;

/** How long what Telegram signed at the opening of a Mini App may be shown to us (M1–M5). */
export const LAUNCH_LASTS = HOUR;

/** Opens a session of 30 days for a customer; returns its secret, of which only a hash is kept. */
export async function openCustomerSession(tx: Tx, customerId: number, now: Date): Promise<string> {
  const token = newToken();
  await tx
    .insertInto('customer_sessions')
    .values({
      token_hash: hashToken(token),
      customer_id: customerId,
      created_at: now,
      expires_at: plus(now, SESSION_LASTS),
    })
    .execute();
  return token;
}

/** Takes note that this launch of the Mini App has opened its session. Refuses (`unauthorized`) a second one with the same signature. */
export async function useLaunch(tx: Tx, hash: string, now: Date): Promise<void> {
  const taken = await tx
    .insertInto('customer_launches')
    .values({ hash, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('hash')
    .executeTakeFirst();
  if (!taken) throw new DomainError('unauthorized', 'launch_spent');
}

/** Makes a secret for a link that opens the cabinet in a browser once, within 10 minutes. */
export async function makeCustomerLink(tx: Tx, customerId: number, now: Date): Promise<string> {
  const token = newToken();
  await tx
    .insertInto('customer_links')
    .values({ token_hash: hashToken(token), customer_id: customerId, expires_at: plus(now, LINK_LASTS) })
    .execute();
  return token;
}

/** Uses up such a link; answers whose it is. Refuses (`unauthorized`) one that is unknown, used or too old. */
export async function useCustomerLink(tx: Tx, token: string, now: Date): Promise<number> {
  const link = await tx
    .updateTable('customer_links')
    .set({ used_at: now })
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('customer_id')
    .executeTakeFirst();
  if (!link) throw new DomainError('unauthorized', 'cabinet_link_spent');
  return link.customer_id;
}

/** Whose session this is. Refuses (`unauthorized`) one that is unknown or ended. */
export async function customerOfSession(db: Db, token: string, now: Date): Promise<Customer> {
  const session = await db
    .selectFrom('customer_sessions')
    .select('customer_id')
    .where('token_hash', '=', hashToken(token))
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (!session) throw new DomainError('unauthorized', 'cabinet_session_ended');
  return customerById(db, session.customer_id);
}

/** Ends a session. */
export async function closeCustomerSession(tx: Tx, token: string): Promise<void> {
  await tx.deleteFrom('customer_sessions').where('token_hash', '=', hashToken(token)).execute();
}

/** Deletes what can open nothing any more. */
export async function forgetEndedSessions(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('customer_sessions').where('expires_at', '<', now).execute();
  await db.deleteFrom('customer_links').where('expires_at', '<', now).execute();
  // A launch that is too old is refused by its date.
  await db
    .deleteFrom('customer_launches')
    .where('at', '<', plus(now, -2 * LAUNCH_LASTS))
    .execute();
}
