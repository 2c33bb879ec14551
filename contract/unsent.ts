import { z } from 'zod';
import { Moment } from './common.ts';

/** A message that did not arrive, or perhaps not. */
export const UnsentMessage = z.object({
  id: z.int(),
  at: Moment,
  /** Why, for programs: `unknown` when nobody knows whether it arrived, `unreachable`, `refused`. */
  reason: z.string(),
  /** What Telegram said. */
  error: z.string().nullable(),
  /** The first words of it. */
  text: z.string(),
  /** Where it should have gone; null: to no chat. */
  chat: z.object({ id: z.int(), kind: z.string(), name: z.string().nullable() }).nullable(),
  ticket: z.object({ id: z.int(), subject: z.string() }).nullable(),
});
/** See the schema of the same name. */
export type UnsentMessage = z.infer<typeof UnsentMessage>;

/** An update of Telegram's that could not be handled. */
export const FailedUpdate = z.object({
  bot: z.int(),
  update: z.int(),
  at: Moment,
  /** Telegram's name of its kind. */
  kind: z.string(),
  error: z.string(),
  tries: z.int(),
});
/** See the schema of the same name. */
export type FailedUpdate = z.infer<typeof FailedUpdate>;

const Reason = z.string().regex(/^[a-z_]{1,32}$/);

/** Which unsent messages, the latest first. */
export const UnsentQuery = z.object({
  reason: Reason.optional(),
  cursor: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** A staff group that shows nothing now: the bot is out of it, or lacks something there. What did not arrive in one is not listed singly:
 * it is shown there once that is mended. */
const TroubledGroup = z.object({ title: z.string(), state: z.enum(['lost', 'lacking']) });

/** A page of unsent messages, how many there are for each reason, the latest 100 updates that could not be handled, and staff groups in
 * trouble. */
export const UnsentPage = z.object({
  messages: z.array(UnsentMessage),
  reasons: z.array(z.object({ reason: z.string(), count: z.int() })),
  updates: z.array(FailedUpdate),
  staff_groups: z.array(TroubledGroup),
  next_cursor: z.string().nullable(),
});
/** See the schema of the same name. */
export type UnsentPage = z.infer<typeof UnsentPage>;

/** One unsent message, or all for one reason. */
export const UnsentChoice = z.union([
  z.strictObject({ id: z.int().positive() }),
  z.strictObject({ reason: Reason }),
]);
/** See the schema of the same name. */
export type UnsentChoice = z.infer<typeof UnsentChoice>;

/** How many messages it was done to. */
export const UnsentDone = z.object({ count: z.int() });

/** What became of an update that was tried again. */
export const UpdateTried = z.object({ done: z.boolean() });
