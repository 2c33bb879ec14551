import type { Db, Tx } from '../../base/db/index.ts';
import type { Language } from '../../base/i18n/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { type Author, record } from '../audit/index.ts';
import type { Permission } from './permissions.ts';
import { type Actor, known } from './permissions.ts';
import { lockRole } from './roles.sql.ts';

/** Someone who works at the desk. */
export type StaffMember = Actor & { language: Language; telegramId: number | null; active: boolean };

/** What a member of the staff is read from: the row and what their role grants, in one question. */
export type StaffRow = {
  id: number;
  name: string;
  role: string;
  permissions: string[];
  language: string;
  telegram_id: number | null;
  active: boolean;
};

/** The columns of `StaffRow`. */
export const STAFF_COLUMNS = [
  'staff.id',
  'staff.name',
  'staff.role',
  'roles.permissions',
  'staff.language',
  'staff.telegram_id',
  'staff.active',
] as const;

/** Shapes a row. */
export const fromRow = (row: StaffRow): StaffMember => ({
  id: row.id,
  name: row.name,
  role: row.role,
  permissions: known(row.permissions),
  language: row.language as Language,
  telegramId: row.telegram_id,
  active: row.active,
});

const members = (db: Db) =>
  db.selectFrom('staff').innerJoin('roles', 'roles.name', 'staff.role').select(STAFF_COLUMNS);

/** Somebody new. `by`: who adds them; the desk itself where it is left out. */
export type NewStaff = {
  name: string;
  role: string;
  telegramId?: number;
  language?: Language;
  by?: Author;
  now: Date;
};

/** Adds someone to the staff. Refuses (`invalid`) an unknown role, and (`conflict`) a Telegram account that is there already. */
export async function addStaff(tx: Tx, member: NewStaff): Promise<StaffMember> {
  const { name, role, now } = member;
  const permissions = await lockRole(tx, role);
  const telegramId = member.telegramId ?? null;
  const row = await tx
    .insertInto('staff')
    .values({ name, role, telegram_id: telegramId, language: member.language ?? 'en', created_at: now })
    .onConflict((conflict) => conflict.column('telegram_id').doNothing())
    .returning(['id', 'name', 'role', 'language', 'telegram_id', 'active'])
    .executeTakeFirst();
  if (!row) throw new DomainError('conflict', 'staff_exists');
  await record(tx, {
    ...{ by: member.by ?? { kind: 'system' }, action: 'staff.add', object: { kind: 'staff', id: row.id } },
    ...{ after: { role, telegram_id: telegramId, active: true }, now },
  });
  return fromRow({ ...row, permissions });
}

/** Everyone who works at the desk now, by name. */
export async function listStaff(db: Db): Promise<StaffMember[]> {
  return (await members(db).where('staff.active', '=', true).orderBy('staff.name').execute()).map(fromRow);
}

/** Everyone who works or worked at the desk, by name. */
export async function listAllStaff(db: Db): Promise<StaffMember[]> {
  return (await members(db).orderBy('staff.name').orderBy('staff.id').execute()).map(fromRow);
}

/** Who of the staff has this Telegram account, if anyone. */
export async function staffByTelegram(db: Db, telegramId: number): Promise<StaffMember | undefined> {
  const row = await members(db)
    .where('staff.telegram_id', '=', telegramId)
    .where('staff.active', '=', true)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** A working member of the staff by id, if there is one. */
export async function staffById(db: Db, id: number): Promise<StaffMember | undefined> {
  const row = await members(db)
    .where('staff.id', '=', id)
    .where('staff.active', '=', true)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** The names of those of these people who work here, by id. */
export async function namesOf(db: Db, staffIds: readonly number[]): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...new Set(staffIds)]))))
    .where('active', '=', true)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Which of these people work here and may do this. One question to the database. */
export async function whoMay(
  db: Db,
  staffIds: readonly number[],
  permission: Permission,
): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('staff')
    .innerJoin('roles', 'roles.name', 'staff.role')
    .select(['staff.id', 'roles.permissions'])
    .where('staff.id', 'in', [0, ...staffIds])
    .where('staff.active', '=', true)
    .execute();
  return new Set(rows.filter(({ permissions }) => permissions.includes(permission)).map(({ id }) => id));
}
