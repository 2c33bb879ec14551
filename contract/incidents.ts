import { z } from 'zod';
import { Language, Moment, RequestKey } from './common.ts';
import { TicketStatus } from './tickets.ts';

/** Where an incident stands (U5); `resolved` is its end. */
export const IncidentStatus = z.enum(['investigating', 'identified', 'monitoring', 'resolved']);
/** See the schema of the same name. */
export type IncidentStatus = z.infer<typeof IncidentStatus>;

const texts = (most: number) =>
  z
    .partialRecord(Language, z.string().trim().min(1).max(most))
    .refine((words) => Object.keys(words).length > 0, { error: 'write it in at least one language' });

/** What it is called: in at least one language. A customer without words in theirs reads the desk's language, else English. */
export const IncidentTitle = texts(80);
/** What is said about it. */
export const IncidentText = texts(600);

const slugs = z.array(z.string().min(1).max(64)).max(50).default([]);

/** Which tickets belong to it: those of one of the topics AND in one of the queues (both by slug) AND whose customer says one of `words`. An
 * empty list asks nothing; all three empty: tickets come by hand only. `words`: a word or several that stand near each other; letter case,
 * accents and endings do not matter. */
export const IncidentRule = z.object({
  topics: slugs,
  queues: slugs,
  words: z
    .array(
      z
        .string()
        .trim()
        .min(2)
        .max(80)
        .regex(/[\p{L}\p{N}]/u),
    )
    .max(50)
    .default([]),
});
/** See the schema of the same name. */
export type IncidentRule = z.infer<typeof IncidentRule>;

const Person = z.object({ id: z.int(), name: z.string() }).nullable();

/** An incident as a list shows it. */
export const Incident = z.object({
  id: z.int(),
  status: IncidentStatus,
  title: IncidentTitle,
  rule: IncidentRule,
  /** When customers were promised to hear more. */
  next_news_at: Moment.nullable(),
  declared_by: Person,
  declared_at: Moment,
  resolved_at: Moment.nullable(),
  /** `held`: wait for its end and are nobody's work; `left`: were something else; `untold`: are yet to hear the latest news. */
  counts: z.object({ tickets: z.int(), held: z.int(), left: z.int(), untold: z.int() }),
});
/** See the schema of the same name. */
export type Incident = z.infer<typeof Incident>;

/** What was said about an incident. */
export const IncidentUpdate = z.object({
  id: z.int(),
  status: IncidentStatus,
  texts: IncidentText,
  next_news_at: Moment.nullable(),
  author: Person,
  at: Moment,
});
/** See the schema of the same name. */
export type IncidentUpdate = z.infer<typeof IncidentUpdate>;

/** An incident with all that was said about it, newest first. Its tickets: `GET /api/incidents/:id/tickets`. */
export const IncidentDetails = Incident.extend({ updates: z.array(IncidentUpdate) });
/** See the schema of the same name. */
export type IncidentDetails = z.infer<typeof IncidentDetails>;

/** A ticket of an incident. */
export const IncidentTicket = z.object({
  id: z.int(),
  status: TicketStatus,
  subject: z.string(),
  requester: z.string(),
  held: z.boolean(),
  created_at: Moment,
});
/** See the schema of the same name. */
export type IncidentTicket = z.infer<typeof IncidentTicket>;

/** The query of the list of incidents. */
export const IncidentQuery = z.object({ view: z.enum(['open', 'all']).default('open') });

const said = {
  texts: IncidentText,
  next_news_at: Moment.nullable().default(null),
  request_key: RequestKey,
};
const open = IncidentStatus.exclude(['resolved']);

/** Declares an incident (`POST /api/incidents`). `since`: open tickets made since then that fit the rule belong to it too (30 days at most);
 * null: only new ones. Ask `POST /api/incidents/preview` before, which says how many. */
export const IncidentDeclaration = z.object({
  title: IncidentTitle,
  status: open.default('investigating'),
  rule: IncidentRule,
  since: Moment.nullable().default(null),
  ...said,
});

/** What an incident with this rule would take of the open tickets made since then. */
export const IncidentPreviewRequest = z.object({ rule: IncidentRule, since: Moment });
/** Counted to about 2000 (`more`: there are more), with the newest 20. */
export const IncidentPreview = z.object({
  count: z.int(),
  more: z.boolean(),
  tickets: z.array(z.object({ id: z.int(), subject: z.string(), created_at: Moment })),
});
/** See the schema of the same name. */
export type IncidentPreview = z.infer<typeof IncidentPreview>;

/** Says something new (`POST /api/incidents/:id/updates`): customers who asked to be told hear it. */
export const IncidentNews = z.object({ status: open, ...said });
/** Ends it (`POST /api/incidents/:id/resolve`): everybody whom it concerned hears it once. */
export const IncidentEnd = z.object({ texts: IncidentText, request_key: RequestKey });

/** Puts a ticket into an incident, or takes it out of the one it is in (`PUT /api/tickets/:id/incident`). */
export const TicketIncidentRequest = z.object({ incident_id: z.int().positive().nullable() });

/** Where statuses are posted (`GET` and `PUT /api/incidents/place`): a group, in a forum also its topic, or a channel, by Telegram's numbers. */
export const StatusPlaceRequest = z.object({
  place: z
    .object({
      chat_id: z.int().max(-1),
      thread_id: z.int().positive().nullable().default(null),
    })
    .nullable(),
});
/** The setting. `state`: whether the first message, a silent one, arrived there; `problem`: Telegram's words if not. */
export const StatusPlace = z.object({
  place: z
    .object({
      chat_id: z.int(),
      thread_id: z.int().nullable(),
      state: z.enum(['checking', 'works', 'refused']),
      problem: z.string().nullable(),
    })
    .nullable(),
});
/** See the schema of the same name. */
export type StatusPlace = z.infer<typeof StatusPlace>;
