import type { Db, Tx } from '../../base/db/index.ts';
import { DAY, DomainError, hashToken, MINUTE, newToken, plus } from '../../base/kernel/index.ts';
import { type Origin, record } from '../audit/index.ts';
import { type Actor, authorOf } from './permissions.ts';
import { fromRow, STAFF_COLUMNS, type StaffMember, staffById } from './staff.sql.ts';

const LINK_LASTS = 10 * MINUTE;
const SESSION_LASTS = 14 * DAY;

/** When something is done, and from where. */
type When = { now: Date; from?: Origin };

/** Makes a secret for a sign-in link that works once, within 10 minutes. */
export async function makeLoginLink(tx: Tx, staffId: number, when: When): Promise<string> {
  const token = newToken();
  await tx
    .insertInto('staff_login_links')
    .values({ token_hash: hashToken(token), staff_id: staffId, expires_at: plus(when.now, LINK_LASTS) })
    .execute();
  await note(tx, 'session.link', { id: staffId, ...when });
  return token;
}

/** Uses up a sign-in link and opens a session. Refuses (`unauthorized`) a link that is unknown, used or too old. */
export async function signInByLink(
  tx: Tx,
  token: string,
  when: When,
): Promise<{ session: string; staffId: number }> {
  const { now } = when;
  const link = await tx
    .updateTable('staff_login_links')
    .set({ used_at: now })
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('staff_id')
    .executeTakeFirst();
  if (!link || !(await staffById(tx, link.staff_id))) throw new DomainError('unauthorized', 'link_spent');
  return { session: await openSession(tx, link.staff_id, when), staffId: link.staff_id };
}

/** Opens a session of 14 days; returns its secret, of which only a hash is kept. */
export async function openSession(tx: Tx, staffId: number, when: When): Promise<string> {
  const token = newToken();
  await tx
    .insertInto('staff_sessions')
    .values({
      token_hash: hashToken(token),
      staff_id: staffId,
      created_at: when.now,
      expires_at: plus(when.now, SESSION_LASTS),
    })
    .execute();
  await note(tx, 'session.open', { id: staffId, ...when });
  return token;
}

/** Whose session this is, with what their role grants now. Refuses (`unauthorized`) one that is unknown, ended, or of somebody who no
 * longer works here. One question to the database. */
export async function staffOfSession(db: Db, token: string, now: Date): Promise<StaffMember> {
  const row = await db
    .selectFrom('staff_sessions')
    .innerJoin('staff', 'staff.id', 'staff_sessions.staff_id')
    .innerJoin('roles', 'roles.name', 'staff.role')
    .select(STAFF_COLUMNS)
    .where('staff_sessions.token_hash', '=', hashToken(token))
    .where('staff_sessions.expires_at', '>', now)
    .where('staff.active', '=', true)
    .executeTakeFirst();
  if (!row) throw new DomainError('unauthorized', 'session_ended');
  return fromRow(row);
}

/** Ends a session. */
export async function closeSession(tx: Tx, token: string, who: { actor: Actor; now: Date }): Promise<void> {
  await tx.deleteFrom('staff_sessions').where('token_hash', '=', hashToken(token)).execute();
  await note(tx, 'session.close', { ...who.actor, now: who.now });
}

async function note(tx: Tx, action: string, who: Pick<Actor, 'id' | 'from'> & When): Promise<void> {
  const { id, now } = who;
  await record(tx, { by: authorOf(who), action, object: { kind: 'staff', id }, now });
}
