import type { Db, Tx } from '../../base/db/index.ts';
import { DAY, DomainError, hashToken, MINUTE, newToken, plus } from '../../base/kernel/index.ts';
import { type StaffMember, staffById } from './staff.sql.ts';

const LINK_LASTS = 10 * MINUTE;
const SESSION_LASTS = 14 * DAY;

/** Makes a secret for a sign-in link that works once, within 10 minutes. */
export async function makeLoginLink(tx: Tx, staffId: number, now: Date): Promise<string> {
  const token = newToken();
  await tx
    .insertInto('staff_login_links')
    .values({ token_hash: hashToken(token), staff_id: staffId, expires_at: plus(now, LINK_LASTS) })
    .execute();
  return token;
}

/** Uses up a sign-in link and opens a session. Refuses (`unauthorized`) a link that is unknown, used or too old. */
export async function signInByLink(
  tx: Tx,
  token: string,
  now: Date,
): Promise<{ session: string; staffId: number }> {
  const link = await tx
    .updateTable('staff_login_links')
    .set({ used_at: now })
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('staff_id')
    .executeTakeFirst();
  if (!link || !(await staffById(tx, link.staff_id))) throw new DomainError('unauthorized', 'link_spent');
  return { session: await openSession(tx, link.staff_id, now), staffId: link.staff_id };
}

/** Opens a session of 14 days; returns its secret, of which only a hash is kept. */
export async function openSession(tx: Tx, staffId: number, now: Date): Promise<string> {
  const token = newToken();
  await tx
    .insertInto('staff_sessions')
    .values({
      token_hash: hashToken(token),
      staff_id: staffId,
      created_at: now,
      expires_at: plus(now, SESSION_LASTS),
    })
    .execute();
  return token;
}

/** Whose session this is. Refuses (`unauthorized`) one that is unknown, ended, or of somebody who no longer works here. */
export async function staffOfSession(db: Db, token: string, now: Date): Promise<StaffMember> {
  const session = await db
    .selectFrom('staff_sessions')
    .select('staff_id')
    .where('token_hash', '=', hashToken(token))
    .where('expires_at', '>', now)
    .executeTakeFirst();
  const member = session && (await staffById(db, session.staff_id));
  if (!member) throw new DomainError('unauthorized', 'session_ended');
  return member;
}

/** Ends a session. */
export async function closeSession(tx: Tx, token: string): Promise<void> {
  await tx.deleteFrom('staff_sessions').where('token_hash', '=', hashToken(token)).execute();
}
