import { z } from 'zod';
import { Moment } from './common.ts';

const hours = (least: number, most: number) => z.int().min(least).max(most);

/** What the desk asks and does around the end of a ticket, and when (F6, F7, U2). Hours count from solving where nothing else is said. */
export const SurveySettings = z.object({
  /** The question about a rating (CSAT), in faces or stars; `survey_hours` 0: at once. */
  survey_enabled: z.boolean(),
  survey_style: z.enum(['faces', 'stars']),
  survey_hours: hours(0, 168),
  /** "Did it hold?" */
  follow_up_hours: hours(24, 72),
  /** A solved ticket is closed; a day after "did it hold?" at the earliest. */
  close_hours: hours(1, 720),
  /** The customer is reminded of what they were asked for, after the question; and the ticket closed, after the reminder. */
  remind_hours: hours(1, 168),
  abandon_hours: hours(1, 720),
  /** "How likely do you recommend us?": a customer is asked once in `nps_days`, from their solved ticket number `nps_after` on, and only
   * `nps_share` percent of those who could be; never within a day of a question about a rating. */
  nps_enabled: z.boolean(),
  nps_hours: hours(0, 720),
  nps_days: z.int().min(1).max(730),
  nps_after: z.int().min(1).max(100),
  nps_share: z.int().min(1).max(100),
});
/** See the schema of the same name. */
export type SurveySettings = z.infer<typeof SurveySettings>;

/** A time of day, such as 22:00. */
const TimeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** When a customer is left alone, in their own local time; over midnight where `until` is earlier than `from`. */
export const QuietHours = z
  .object({ from: TimeOfDay, until: TimeOfDay })
  .refine(({ from, until }) => from !== until, { error: 'ends at another time than it begins' });
/** See the schema of the same name. */
export type QuietHours = z.infer<typeof QuietHours>;

/** The desk's quiet hours (U3): what is not an answer to the customer's own action waits for their end. */
export const QuietSettings = z.object({
  /** For customers who have not set their own; null: none. */
  hours: QuietHours.nullable(),
  /** Whoever did something in the chat so recently is awake. */
  awake_minutes: z.int().min(0).max(720),
  /** Slugs of the queues whose matters are told at any hour, as critical ones are. */
  waking_queues: z.array(z.string().min(1).max(64)).max(50),
});
/** See the schema of the same name. */
export type QuietSettings = z.infer<typeof QuietSettings>;

/** A low rating as a task for a lead (F6): CSAT up to 2 of 5, NPS up to 6 of 10. */
export const LowRating = z.object({
  id: z.int(),
  kind: z.enum(['csat', 'nps']),
  score: z.int(),
  comment: z.string().nullable(),
  rated_at: Moment,
  ticket: z.object({ id: z.int(), subject: z.string() }),
  requester: z.object({ id: z.int(), name: z.string() }),
  /** Who had the ticket when it was rated. */
  agent: z.object({ id: z.int(), name: z.string() }).nullable(),
  handled: z
    .object({
      at: Moment,
      by: z.object({ id: z.int(), name: z.string() }),
      note: z.string().nullable(),
    })
    .nullable(),
});
/** See the schema of the same name. */
export type LowRating = z.infer<typeof LowRating>;

/** Which low ratings: those that wait for a lead, oldest first; those that were handled, or all, newest first. */
export const LowRatingQuery = z.object({
  state: z.enum(['open', 'handled', 'all']).default('open'),
  cursor: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** A page of low ratings; `open` counts all that wait, to 1000 at most. */
export const LowRatingPage = z.object({
  ratings: z.array(LowRating),
  open: z.int(),
  next_cursor: z.string().nullable(),
});
/** See the schema of the same name. */
export type LowRatingPage = z.infer<typeof LowRatingPage>;

/** What a lead did about a low rating. */
export const LowRatingHandled = z.object({ note: z.string().trim().min(1).max(2000).optional() });
