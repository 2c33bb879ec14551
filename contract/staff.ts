import { z } from 'zod';
import { Language, Moment } from './common.ts';
import { Permission, StaffMember } from './session.ts';

/** A role's name: small letters, digits, `-` and `_`. */
export const RoleName = z.string().regex(/^[a-z][a-z0-9_-]{0,31}$/);

/** A role: what it grants, and how many people have it now (R1–R8 and the desk's own). */
export const Role = z.object({ name: RoleName, permissions: z.array(Permission), members: z.int() });
/** See the schema of the same name. */
export type Role = z.infer<typeof Role>;

/** What a role is to grant from now on. */
export const RoleChange = z.object({ permissions: z.array(Permission).max(100) });

/** A member of the staff, as those who manage staff see them. */
export const StaffRecord = StaffMember.extend({
  language: Language,
  telegram_id: z.int().nullable(),
  /** False: they no longer work here and cannot sign in. */
  active: z.boolean(),
});
/** See the schema of the same name. */
export type StaffRecord = z.infer<typeof StaffRecord>;

/** Somebody new; they find their Telegram id by writing /id to the bot. */
export const NewStaffMember = z.object({
  name: z.string().trim().min(1).max(64),
  role: z.string().max(32),
  telegram_id: z.int().positive(),
  language: Language.optional(),
});

/** Another role for somebody, or their leaving (`active: false` ends their sessions) and coming back. */
export const StaffChange = z
  .object({ role: z.string().max(32), active: z.boolean() })
  .partial()
  .refine((change) => change.role !== undefined || change.active !== undefined, { error: 'changes nothing' });

/** Which entries of the audit log: of an object (`ticket:1001`, or `ticket` for all), of an actor (`staff:3`, `bot`, `system`, `operator`). */
export const AuditQuery = z.object({
  object: z
    .string()
    .regex(/^[a-z]{1,20}(:.{1,80})?$/)
    .optional(),
  actor: z
    .string()
    .regex(/^(staff|operator|bot|system)(:\d{1,15})?$/)
    .optional(),
  cursor: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const Fields = z.record(z.string(), z.unknown()).nullable();

/** One change that somebody or something made (C6): only the fields that differ, ids and codes, never anybody's words. */
export const AuditEntry = z.object({
  id: z.int(),
  at: Moment,
  actor: z.object({
    kind: z.enum(['staff', 'operator', 'bot', 'system']),
    id: z.int().nullable(),
    name: z.string().nullable(),
  }),
  action: z.string(),
  object: z.object({ kind: z.string(), id: z.string() }),
  before: Fields,
  after: Fields,
  place: z.enum(['console', 'bot', 'cli', 'system']),
  /** A keyed hash: equal for equal addresses. */
  address_hash: z.string().nullable(),
  /** Its place in the chain; null for a second or so, until it has one. */
  position: z.int().nullable(),
});
/** See the schema of the same name. */
export type AuditEntry = z.infer<typeof AuditEntry>;

/** A page of the audit log, newest first. */
export const AuditPage = z.object({ entries: z.array(AuditEntry), next_cursor: z.string().nullable() });
/** See the schema of the same name. */
export type AuditPage = z.infer<typeof AuditPage>;

/** What somebody wants the bot to tell them: everything, only what cannot wait, or nothing (`GET` and `PUT /api/notices`). */
export const StaffNotices = z.object({ tell: z.enum(['all', 'urgent', 'none']) });
/** See the schema of the same name. */
export type StaffNotices = z.infer<typeof StaffNotices>;
