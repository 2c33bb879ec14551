import { DomainError } from '../../base/kernel/index.ts';

/** What a member of the staff may do. */
export const PERMISSIONS = [
  'tickets.read',
  'tickets.reply',
  'tickets.note',
  'tickets.resolve',
  'tickets.assign',
  'staff.manage',
] as const;
/** One thing that a member of the staff may or may not do. */
export type Permission = (typeof PERMISSIONS)[number];

const AGENT: readonly Permission[] = [
  'tickets.read',
  'tickets.reply',
  'tickets.note',
  'tickets.resolve',
  'tickets.assign',
];

/** The roles and what each grants, and nothing more (R1, R2, R8). */
export const ROLES = {
  l1: AGENT,
  l2: AGENT,
  admin: PERMISSIONS,
} as const satisfies Record<string, readonly Permission[]>;
/** The name of a role. */
export type Role = keyof typeof ROLES;

/** Someone of the staff who acts. */
export type Actor = { id: number; name: string; role: Role };

/** Whether a role grants a permission. */
export function may(role: Role, permission: Permission): boolean {
  // A role that this version does not know grants nothing.
  return Object.hasOwn(ROLES, role) && (ROLES[role] as readonly Permission[]).includes(permission);
}

/** Refuses (`forbidden`) unless the actor's role grants the permission. */
export function demand(actor: Actor, permission: Permission): void {
  if (!may(actor.role, permission)) throw new DomainError('forbidden', 'permission_missing', { permission });
}
