import { z } from 'zod';

/** What every refused request answers: a code for programs and a sentence for people that says what to do. */
export const ErrorBody = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.unknown()).optional(),
  }),
});
/** See the schema of the same name. */
export type ErrorBody = z.infer<typeof ErrorBody>;

/** A moment, as ISO 8601 in UTC. */
export const Moment = z.iso.datetime();

/** One of the languages served. */
export const Language = z.enum(['az', 'en', 'ru', 'tr']);
/** See the schema of the same name. */
export type Language = z.infer<typeof Language>;

/** A short name that tickets are sorted by: letters, digits, `-` and `_`, 40 at most, kept in small letters. */
export const Tag = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u, 'use letters, digits, - and _, 40 at most');

/** A key that the sender makes up for one action, so that a repeated request has no second effect. */
export const RequestKey = z.string().min(8).max(64);

/** The header that every request which changes something must carry (any value): a form on a foreign page cannot set it. */
export const CSRF_HEADER = 'x-nightdesk';
