import { sql } from 'kysely';
import { announce, type Tx } from '../../base/db/index.ts';
import type { Language } from '../../base/i18n/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { record } from '../audit/index.ts';
import { type Actor, ADMIN, authorOf, demand, demandWithinOwn } from './permissions.ts';
import { lockRole } from './roles.sql.ts';
import { addStaff, fromRow, STAFF_COLUMNS, type StaffMember } from './staff.sql.ts';

/** Adds somebody by their Telegram account. Refuses as `addStaff` does, and (`forbidden`) a role that can do more than the actor. */
export async function hire(
  tx: Tx,
  change: {
    actor: Actor;
    person: { name: string; role: string; telegramId: number; language?: Language | undefined };
    now: Date;
  },
): Promise<StaffMember> {
  const { actor, person, now } = change;
  demand(actor, 'staff.manage');
  demandWithinOwn(actor, await lockRole(tx, person.role));
  const { language, ...rest } = person;
  return addStaff(tx, { ...rest, ...(language ? { language } : {}), by: authorOf(actor), now });
}

/** Gives somebody another role, or lets them go (their sessions end) and come back. Refuses (`forbidden`) when the old or the new role
 * can do more than the actor, and (`conflict`) to leave the desk without an admin. */
export async function changeStaff(
  tx: Tx,
  change: {
    actor: Actor;
    id: number;
    set: { role?: string | undefined; active?: boolean | undefined };
    now: Date;
  },
): Promise<StaffMember> {
  const { actor, id, set, now } = change;
  demand(actor, 'staff.manage');
  // Whoever changes staff waits here, so that two admins cannot let each other go at the same moment.
  await lockRole(tx, ADMIN);
  const before = await lockMember(tx, id);
  const role = set.role ?? before.role;
  const active = set.active ?? before.active;
  const permissions = role === before.role ? before.permissions : await lockRole(tx, role);
  demandWithinOwn(actor, [...before.permissions, ...permissions]);
  if (before.active && before.role === ADMIN && !(active && role === ADMIN)) await demandOtherAdmin(tx, id);
  await tx.updateTable('staff').set({ role, active }).where('id', '=', id).execute();
  if (!active) {
    await tx.deleteFrom('staff_sessions').where('staff_id', '=', id).execute();
    await tx.deleteFrom('staff_login_links').where('staff_id', '=', id).execute();
  }
  announce(tx, { staff: true });
  await record(tx, {
    ...{ by: authorOf(actor), action: 'staff.change', object: { kind: 'staff', id }, now },
    ...{ before: { role: before.role, active: before.active }, after: { role, active } },
  });
  return { ...before, role, active, permissions };
}

/** Speaks another language to somebody of the staff from now on, wherever they read (U1). */
export async function speakTo(
  tx: Tx,
  change: { actor: Actor; language: Language; now: Date },
): Promise<StaffMember> {
  const { actor, language, now } = change;
  const before = await lockMember(tx, actor.id);
  if (before.language === language) return before;
  await tx.updateTable('staff').set({ language }).where('id', '=', actor.id).execute();
  await record(tx, {
    ...{ by: authorOf(actor), action: 'staff.language', object: { kind: 'staff', id: actor.id }, now },
    ...{ before: { language: before.language }, after: { language } },
  });
  return { ...before, language };
}

async function lockMember(tx: Tx, id: number): Promise<StaffMember> {
  const row = await tx
    .selectFrom('staff')
    .innerJoin('roles', 'roles.name', 'staff.role')
    .select(STAFF_COLUMNS)
    .where('staff.id', '=', id)
    .forUpdate('staff')
    .executeTakeFirst();
  if (!row) throw new DomainError('not_found', 'staff_unknown');
  return fromRow(row);
}

async function demandOtherAdmin(tx: Tx, id: number): Promise<void> {
  const { rows } = await sql`
    select from staff where role = ${ADMIN} and active and id <> ${id} limit 1`.execute(tx);
  if (rows.length === 0) throw new DomainError('conflict', 'last_admin');
}
