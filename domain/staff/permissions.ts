import { DomainError } from '../../base/kernel/index.ts';
import type { Author, Origin } from '../audit/index.ts';

/** What a member of the staff may do. A role is a set of these (R1–R8). */
export const PERMISSIONS = [
  'tickets.read',
  'tickets.reply',
  'tickets.note',
  'tickets.resolve',
  'tickets.assign',
  'macros.use',
  'macros.edit',
  'macros.approve',
  'knowledge.read',
  'knowledge.edit',
  'knowledge.publish',
  'knowledge.approve',
  'queues.manage',
  'sla.manage',
  'incidents.manage',
  'automation.manage',
  'staff.manage',
  'roles.manage',
  'surveys.read',
  'surveys.manage',
  'audit.read',
  'delivery.manage',
  'places.manage',
  'concierge.serve',
  'concierge.manage',
  'telegram.manage',
] as const;
/** One thing that a member of the staff may or may not do. */
export type Permission = (typeof PERMISSIONS)[number];

/** The role that can always manage staff and roles, and that somebody always has (R8). */
export const ADMIN = 'admin';
/** What the role `admin` cannot lose. */
export const ADMIN_KEEPS: readonly Permission[] = ['staff.manage', 'roles.manage'];

/** Someone of the staff who acts, with what their role grants. `from`: from where they act now. */
export type Actor = {
  id: number;
  name: string;
  role: string;
  permissions: readonly Permission[];
  from?: Origin;
};

/** The permissions among some names; a name that this version does not know grants nothing. */
export function known(names: readonly string[]): Permission[] {
  return PERMISSIONS.filter((permission) => names.includes(permission));
}

/** Refuses (`forbidden`) unless the actor's role grants the permission. */
export function demand(actor: Actor, permission: Permission): void {
  if (!actor.permissions.includes(permission)) {
    throw new DomainError('forbidden', 'permission_missing', { permission });
  }
}

/** Refuses (`forbidden`) to hand out, or to touch, what the actor does not have: nobody makes a role, or a member, mightier than they are. */
export function demandWithinOwn(actor: Actor, permissions: readonly Permission[]): void {
  const foreign = permissions.find((permission) => !actor.permissions.includes(permission));
  if (foreign) throw new DomainError('forbidden', 'permission_not_yours', { permission: foreign });
}

/** A member of the staff as the audit log names them. */
export function authorOf({ id, from }: Pick<Actor, 'id' | 'from'>): Author {
  return { kind: 'staff', id, ...(from ? { from } : {}) };
}
