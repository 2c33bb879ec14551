import { sql } from 'kysely';
import { announce, type Db, type Tx } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { record } from '../audit/index.ts';
import {
  type Actor,
  ADMIN,
  ADMIN_KEEPS,
  authorOf,
  demand,
  demandWithinOwn,
  known,
  type Permission,
} from './permissions.ts';

/** A role, what it grants, and how many people have it. */
export type Role = { name: string; permissions: Permission[]; members: number };

/** All roles by name (R1–R8 and the desk's own). */
export async function listRoles(db: Db): Promise<Role[]> {
  const { rows } = await sql<{ name: string; permissions: string[]; members: number }>`
    select r.name, r.permissions, (select count(*) from staff where role = r.name and active) as members
    from roles r order by r.name`.execute(db);
  return rows.map((row) => ({ ...row, permissions: known(row.permissions) }));
}

/** Locks a role until the end of the transaction. Refuses (`invalid`) a name that no role has. */
export async function lockRole(tx: Tx, name: string): Promise<Permission[]> {
  const permissions = await findRole(tx, name);
  if (!permissions) {
    const names = (await listRoles(tx)).map((role) => role.name);
    throw new DomainError('invalid', 'role_unknown', { role: name, roles: names.join(', ') });
  }
  return permissions;
}

async function findRole(tx: Tx, name: string): Promise<Permission[] | undefined> {
  const row = await tx
    .selectFrom('roles')
    .select('permissions')
    .where('name', '=', name)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && known(row.permissions);
}

/** Makes a role, or changes what it grants; whoever has it has the new permissions from their next call on. Refuses (`forbidden`) what
 * the actor's own role lacks, and (`conflict`) to take from `admin` what keeps the desk manageable. */
export async function saveRole(
  tx: Tx,
  change: { actor: Actor; name: string; permissions: readonly Permission[]; now: Date },
): Promise<void> {
  const { actor, name, now } = change;
  demand(actor, 'roles.manage');
  const permissions = known(change.permissions);
  const before = await findRole(tx, name);
  demandWithinOwn(actor, [...(before ?? []), ...permissions]);
  if (name === ADMIN && !ADMIN_KEEPS.every((kept) => permissions.includes(kept))) {
    throw new DomainError('conflict', 'admin_needs_permissions', { permissions: ADMIN_KEEPS.join(', ') });
  }
  await tx
    .insertInto('roles')
    .values({ name, permissions, updated_at: now })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ permissions, updated_at: now }))
    .execute();
  announce(tx, { staff: true });
  await record(tx, {
    ...{
      by: authorOf(actor),
      action: before ? 'role.change' : 'role.add',
      object: { kind: 'role', id: name },
    },
    ...(before ? { before: { permissions: before } } : {}),
    after: { permissions },
    now,
  });
}

/** Deletes a role. Refuses (`conflict`) one that somebody has or had, and `admin`. */
export async function deleteRole(tx: Tx, change: { actor: Actor; name: string; now: Date }): Promise<void> {
  const { actor, name, now } = change;
  demand(actor, 'roles.manage');
  const before = await findRole(tx, name);
  if (!before) throw new DomainError('not_found', 'role_gone', { role: name });
  demandWithinOwn(actor, before);
  if (name === ADMIN) throw new DomainError('conflict', 'admin_stays');
  const { rows } = await sql<{ people: number }>`
    select count(*) as people from staff where role = ${name}`.execute(tx);
  const people = rows[0]?.people ?? 0;
  if (people > 0) throw new DomainError('conflict', 'role_in_use', { role: name, people });
  await tx.deleteFrom('roles').where('name', '=', name).execute();
  await record(tx, {
    ...{ by: authorOf(actor), action: 'role.delete', object: { kind: 'role', id: name } },
    ...{ before: { permissions: before }, now },
  });
}
