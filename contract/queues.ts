import { z } from 'zod';
import { Language } from './common.ts';
import { Priority } from './tickets.ts';

/** Whether somebody is there for work (Q5). `away`: there, but given nothing. */
export const PresenceState = z.enum(['online', 'away', 'offline']);
/** See the schema of the same name. */
export type PresenceState = z.infer<typeof PresenceState>;

/** Sets one's own presence (`PUT /api/presence`). Who has every page closed for three minutes goes offline by themselves. */
export const PresenceRequest = z.object({ state: PresenceState });

/** Where somebody stands: the queues that they serve, by slug, and how many open tickets they have of how many. */
export const Presence = z.object({
  state: PresenceState,
  open_tickets: z.int(),
  capacity: z.int(),
  queues: z.array(z.string()),
});
/** See the schema of the same name. */
export type Presence = z.infer<typeof Presence>;

const minutes = z.int().min(1).max(10_080).nullable();

/** How a queue hands out its tickets: agents ask for the next one, or each goes to whoever waited longest for one, or has the fewest open.
 * `silent_minutes`, `offline_minutes`: when a ticket goes back to the queue because its assignee does not answer, or has gone; null: never. */
export const QueueSettings = z.object({
  assignment: z.enum(['pull', 'round_robin', 'least_loaded']),
  silent_minutes: minutes,
  offline_minutes: minutes,
});

/** A queue, its targets in minutes and its settings. */
export const Queue = QueueSettings.extend({
  slug: z.string(),
  name: z.string(),
  first_reply_minutes: z.int(),
  resolution_minutes: z.int(),
});
/** See the schema of the same name. */
export type Queue = z.infer<typeof Queue>;

/** All queues, in their order. */
export const Queues = z.array(Queue);

/** What rules and macros can name (`GET /api/map`): topics, with their titles in the reader's language, and queues. */
export const DeskMap = z.object({
  topics: z.array(z.object({ slug: z.string(), emoji: z.string(), title: z.string() })),
  queues: z.array(z.object({ slug: z.string(), name: z.string() })),
});
/** See the schema of the same name. */
export type DeskMap = z.infer<typeof DeskMap>;

const slugs = z.array(z.string().min(1).max(64)).max(50);
const some = slugs.min(1).optional();

/** A rule of routing: where all conditions hold (each for any of its values), it names a queue, a priority, or both. `topics` and `queue`
 * are slugs, `regions` IANA time zones of customers, `reasons` those of stop-words. */
export const RoutingRule = z.object({
  when: z.strictObject({
    topics: some,
    priorities: z.array(Priority).min(1).optional(),
    languages: some,
    regions: some,
    reasons: some,
    vip: z.boolean().optional(),
  }),
  to: z.strictObject({ queue: z.string().max(64).optional(), priority: Priority.optional() }),
});
/** All rules, in their order: the first that fits and names a queue (or a priority) decides it; `PUT` replaces them all. */
export const RoutingRules = z.array(RoutingRule).max(200);
/** See the schema of the same name. */
export type RoutingRules = z.infer<typeof RoutingRules>;

const hours = z.array(z.tuple([z.string(), z.string()])).max(12);

/** What somebody takes on: queues by slug (none: all of them), languages (none: any), the most open tickets at once, and their weekly shifts
 * (null: always), with times such as "09:00" in the zone named. */
export const StaffWork = z.object({
  queues: slugs,
  languages: z.array(Language),
  capacity: z.int().min(0).max(1000),
  shifts: z
    .object({
      timeZone: z.string().max(64),
      week: z.object({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours }),
      holidays: z
        .array(z.object({ name: z.string(), from: z.string(), until: z.string() }))
        .max(500)
        .default([]),
    })
    .nullable(),
});
/** See the schema of the same name. */
export type StaffWork = z.infer<typeof StaffWork>;
