import type { Db, Tx } from '../../base/db/index.ts';
import type { Language } from '../../base/i18n/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { type Actor, ROLES, type Role } from './permissions.ts';

/** Someone who works at the desk. */
export type StaffMember = Actor & { language: Language; telegramId: number | null; active: boolean };

type Row = {
  id: number;
  name: string;
  role: string;
  language: string;
  telegram_id: number | null;
  active: boolean;
};

const COLUMNS = ['id', 'name', 'role', 'language', 'telegram_id', 'active'] as const;

const fromRow = (row: Row): StaffMember => ({
  id: row.id,
  name: row.name,
  role: row.role as Role,
  language: row.language as Language,
  telegramId: row.telegram_id,
  active: row.active,
});

/** Adds someone to the staff. Refuses (`invalid`) an unknown role, and (`conflict`) a Telegram account that is there already. */
export async function addStaff(
  tx: Tx,
  member: { name: string; role: string; telegramId?: number; language?: Language; now: Date },
): Promise<StaffMember> {
  if (!(member.role in ROLES)) throw new DomainError('invalid', 'role_unknown', { role: member.role });
  const row = await tx
    .insertInto('staff')
    .values({
      name: member.name,
      role: member.role,
      telegram_id: member.telegramId ?? null,
      language: member.language ?? 'en',
      created_at: member.now,
    })
    .onConflict((conflict) => conflict.column('telegram_id').doNothing())
    .returning(COLUMNS)
    .executeTakeFirst();
  if (!row) throw new DomainError('conflict', 'staff_exists');
  return fromRow(row);
}

/** Everyone who works at the desk now, by name. */
export async function listStaff(db: Db): Promise<StaffMember[]> {
  const rows = await db
    .selectFrom('staff')
    .select(COLUMNS)
    .where('active', '=', true)
    .orderBy('name')
    .execute();
  return rows.map(fromRow);
}

/** Who of the staff has this Telegram account, if anyone. */
export async function staffByTelegram(db: Db, telegramId: number): Promise<StaffMember | undefined> {
  const row = await db
    .selectFrom('staff')
    .select(COLUMNS)
    .where('telegram_id', '=', telegramId)
    .where('active', '=', true)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** A working member of the staff by id, if there is one. */
export async function staffById(db: Db, id: number): Promise<StaffMember | undefined> {
  const row = await db
    .selectFrom('staff')
    .select(COLUMNS)
    .where('id', '=', id)
    .where('active', '=', true)
    .executeTakeFirst();
  return row && fromRow(row);
}
