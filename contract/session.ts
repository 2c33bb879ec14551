import { z } from 'zod';
import { Language } from './common.ts';

/** What a role may do (R1–R8). */
export const Permission = z.enum([
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
]);
/** See the schema of the same name. */
export type Permission = z.infer<typeof Permission>;

/** A member of the staff, as colleagues see them. */
export const StaffMember = z.object({ id: z.int(), name: z.string(), role: z.string() });
/** See the schema of the same name. */
export type StaffMember = z.infer<typeof StaffMember>;

/** Who is signed in, and what they may do. */
export const Session = z.object({
  staff: StaffMember.extend({ language: Language }),
  permissions: z.array(Permission),
  desk: z.object({ name: z.string(), time_zone: z.string() }),
  demo: z.boolean(),
  /** Answers can be drafted here. */
  drafts: z.boolean(),
});
/** See the schema of the same name. */
export type Session = z.infer<typeof Session>;

/** The language in which the console speaks to whoever is signed in, and the bot too (`PUT /api/session/language`). */
export const SpokenLanguage = z.object({ language: Language });

/** How one can sign in here. `demo_staff` is there only beside a sandbox. */
export const SignInOptions = z.object({
  desk: z.object({ name: z.string() }),
  bot_username: z.string().nullable(),
  demo_staff: z.array(StaffMember).nullable(),
});
/** See the schema of the same name. */
export type SignInOptions = z.infer<typeof SignInOptions>;

/** Signs in by the one-time link that the bot sends. */
export const SignInByLink = z.object({ token: z.string().min(20).max(128) });
/** Signs in as a member of a demo desk's staff. */
export const SignInAsDemo = z.object({ staff_id: z.int() });
