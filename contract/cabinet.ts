import { z } from 'zod';
import { Language, Moment, RequestKey } from './common.ts';
import { Files } from './content.ts';
import { FormAnswers, ShownForm } from './forms.ts';

/** Where a ticket stands, as its customer sees it. */
export const OwnStatus = z.enum([
  'accepted',
  'in_progress',
  'clarification_needed',
  'resolved',
  'closed',
  'reopened',
]);
/** See the schema of the same name. */
export type OwnStatus = z.infer<typeof OwnStatus>;

const ShownTopic = z.object({ slug: z.string(), emoji: z.string(), title: z.string() });

/** A ticket as its customer's list shows it (M1). `eta_at`: when a person answers, as promised; in the past when that was missed. */
export const OwnTicketItem = z.object({
  id: z.int(),
  status: OwnStatus,
  subject: z.string(),
  topic: ShownTopic.nullable(),
  assignee_name: z.string().nullable(),
  eta_at: Moment.nullable(),
  notify: z.boolean(),
  /** Messages of the staff's that were not read here; counted to 100. */
  unread: z.int(),
  last_message: z.object({ text: z.string(), own: z.boolean() }).nullable(),
  created_at: Moment,
  last_message_at: Moment,
});
/** See the schema of the same name. */
export type OwnTicketItem = z.infer<typeof OwnTicketItem>;

/** A page of a customer's tickets, newest first; ask for the next one with `before=next_before`. `now`: the desk's time. */
export const OwnTickets = z.object({
  tickets: z.array(OwnTicketItem),
  next_before: z.int().nullable(),
  now: Moment,
});
/** See the schema of the same name. */
export type OwnTickets = z.infer<typeof OwnTickets>;

/** The query of a customer's tickets. */
export const OwnTicketsQuery = z.object({
  filter: z.enum(['open', 'ended', 'all']).default('all'),
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

/** A ticket as its customer's own page shows it (M1). `now`: the desk's time. */
export const OwnTicket = OwnTicketItem.extend({
  /** What the customer is asked for. */
  need: z.string().nullable(),
  /** What was done, once it is solved. */
  summary: z.string().nullable(),
  /** How many are before it in the queue, and one; null: somebody has it. */
  position: z.int().nullable(),
  rating: z.int().min(1).max(5).nullable(),
  may_rate: z.boolean(),
  may_reopen: z.boolean(),
  now: Moment,
});
/** See the schema of the same name. */
export type OwnTicket = z.infer<typeof OwnTicket>;

/** Something said in a ticket, as far as its customer may read it. `bot`: nobody in person. */
export const OwnMessage = z.object({
  id: z.int(),
  author_kind: z.enum(['customer', 'staff', 'bot']),
  author_name: z.string().nullable(),
  kind: z.string(),
  text: z.string(),
  files: z.array(
    z.object({
      id: z.int(),
      kind: z.string(),
      file_name: z.string().nullable(),
      mime_type: z.string().nullable(),
      size_bytes: z.int().nullable(),
      description: z.string().nullable(),
    }),
  ),
  created_at: Moment,
  edited_at: Moment.nullable(),
  /** Whoever wrote it took it back: there are no words and no files in it any more. */
  taken_back: z.boolean(),
});
/** See the schema of the same name. */
export type OwnMessage = z.infer<typeof OwnMessage>;

/** The newest part of a conversation, oldest first. `more`: ask for the part before with `before` = the first message's id. */
export const OwnConversation = z.object({ messages: z.array(OwnMessage), more: z.boolean() });
/** See the schema of the same name. */
export type OwnConversation = z.infer<typeof OwnConversation>;

/** The query of a conversation. */
export const OwnConversationQuery = z.object({
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** Opens the cabinet with what Telegram handed the Mini App, or with the one-time link of a browser. Exactly one of them. */
export const CabinetSignIn = z
  .object({ init_data: z.string().min(1).max(4096).optional(), link: z.string().min(20).max(128).optional() })
  .refine(({ init_data, link }) => (init_data === undefined) !== (link === undefined), {
    error: 'give init_data or link',
  });

/** Who is in the cabinet, and where. */
export const Cabinet = z.object({
  customer: z.object({
    id: z.int(),
    first_name: z.string(),
    language: Language,
    time_zone: z.string().nullable(),
  }),
  desk: z.object({ name: z.string(), time_zone: z.string(), bot_username: z.string().nullable() }),
  /** What a new ticket can be about, likely first. */
  topics: z.array(ShownTopic.extend({ prompt: z.string(), form: ShownForm })),
});
/** See the schema of the same name. */
export type Cabinet = z.infer<typeof Cabinet>;

/** An opened cabinet and the secret of its session, for the header `authorization: Bearer …`. */
export const OpenedCabinet = Cabinet.extend({ session: z.string() });
/** See the schema of the same name. */
export type OpenedCabinet = z.infer<typeof OpenedCabinet>;

const words = z.string().trim().min(1).max(4000);

/** A new ticket (M2), with uploads of the customer's and the answers to the topic's form in the version that they saw. Wrong answers are refused
 * as `form_invalid`, with what is wrong under `answers.ID`; as `form_changed` where the form is another one by now. */
export const OpenTicketRequest = z.object({
  topic: z.string(),
  text: words,
  files: Files,
  form_version: z.int().min(0).default(0),
  answers: FormAnswers.default({}),
  request_key: RequestKey,
});
/** Words and files (uploads of theirs) of the customer's for their ticket; without files there must be words. */
export const OwnWordsRequest = z.object({
  text: z.string().trim().max(4000).default(''),
  files: Files,
  request_key: RequestKey,
});
/** How content the customer is (F6). */
export const RatingRequest = z.object({ score: z.int().min(1).max(5) });
/** Whether the customer is told about changes of a ticket (B3). */
export const NotifyRequest = z.object({ on: z.boolean() });

const TimeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const Hours = z.strictObject({ from: TimeOfDay, until: TimeOfDay });

/** When a customer is left alone: hours of their own, `off`: never, null: as the desk keeps it (U3). */
export const QuietChoice = z.union([Hours, z.literal('off')]).nullable();
/** See the schema of the same name. */
export type QuietChoice = z.infer<typeof QuietChoice>;

const Notices = z.enum(['short', 'series']);

/** A customer's settings and what they agreed to (M4, C3). */
export const OwnSettings = z.object({
  language: Language,
  time_zone: z.string().nullable(),
  quiet_hours: QuietChoice,
  /** How much the bot tells: every step, or only answers, questions and the end. */
  notices: Notices,
  /** The desk's own quiet hours; null: it has none. */
  desk_quiet_hours: Hours.nullable(),
  consents: z.array(
    z.object({
      purpose: z.string(),
      version: z.string(),
      text: z.string(),
      given_at: Moment,
      withdrawn_at: Moment.nullable(),
    }),
  ),
});
/** See the schema of the same name. */
export type OwnSettings = z.infer<typeof OwnSettings>;

/** Changes settings; what is left out stays. */
export const OwnSettingsChange = z.object({
  language: Language.optional(),
  time_zone: z.string().max(64).nullable().optional(),
  notices: Notices.optional(),
  quiet_hours: QuietChoice.refine(
    (hours) => hours === null || hours === 'off' || hours.from !== hours.until,
    {
      error: 'ends at another time than it begins',
    },
  ).optional(),
});
