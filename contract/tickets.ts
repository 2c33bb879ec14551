import { z } from 'zod';
import { Language, Moment, RequestKey, Tag } from './common.ts';
import { Attachment, Entity, Files, Origin } from './content.ts';
import { ShownAnswer } from './forms.ts';

/** Where a ticket stands (F3). */
export const TicketStatus = z.enum([
  'accepted',
  'in_progress',
  'clarification',
  'resolved',
  'closed',
  'reopened',
]);
/** See the schema of the same name. */
export type TicketStatus = z.infer<typeof TicketStatus>;

/** How pressing a ticket is (Q1). */
export const Priority = z.enum(['low', 'normal', 'high', 'critical']);
/** See the schema of the same name. */
export type Priority = z.infer<typeof Priority>;

/** A list of the inbox: `waiting` are open tickets whose customer waits for a person, longest first; the others are newest first. */
export const InboxView = z.enum(['waiting', 'mine', 'unassigned', 'open', 'resolved', 'all']);
/** See the schema of the same name. */
export type InboxView = z.infer<typeof InboxView>;

/** The one who asks. */
export const Requester = z.object({
  id: z.int(),
  name: z.string(),
  username: z.string().nullable(),
  language: Language,
  is_vip: z.boolean(),
  /** The customer blocked the bot or is gone: answers do not arrive. */
  unreachable: z.boolean(),
});
/** See the schema of the same name. */
export type Requester = z.infer<typeof Requester>;

/** A ticket as a list shows it. */
export const TicketSummary = z.object({
  id: z.int(),
  status: TicketStatus,
  priority: Priority,
  topic: z.object({ slug: z.string(), emoji: z.string(), title: z.string() }).nullable(),
  queue: z.object({ slug: z.string(), name: z.string() }),
  requester: Requester,
  assignee: z.object({ id: z.int(), name: z.string() }).nullable(),
  subject: z.string(),
  last_message: z
    .object({ author_kind: z.enum(['customer', 'staff', 'bot']), text: z.string(), kind: z.string() })
    .nullable(),
  waiting_since: Moment.nullable(),
  eta_at: Moment.nullable(),
  /** The earliest running deadline; in the past when it was missed. */
  next_deadline_at: Moment.nullable(),
  /** Whose deadline that is; `paused`: the customer is asked. null: nothing is promised. */
  sla: z
    .object({
      metric: z.enum(['first_reply', 'next_reply', 'resolution']),
      state: z.enum(['running', 'paused', 'breached']),
    })
    .nullable(),
  /** The incident that it belongs to, or belonged to when that was over; `held`: it waits for its end and is nobody's work meanwhile. */
  incident: z
    .object({
      id: z.int(),
      title: z.string(),
      status: z.enum(['investigating', 'identified', 'monitoring', 'resolved']),
      held: z.boolean(),
    })
    .nullable(),
  /** Whose personal matter it is, if it is one (P5). `own_chat`: it is spoken about in that person's own account, where answers get through
   * until `window_until` and while `state` is `connected` and `may_reply`; else in the bot's chat, under their name. */
  concierge: z
    .object({
      id: z.int(),
      name: z.string(),
      own_chat: z.boolean(),
      state: z.enum(['connected', 'off', 'lost']),
      may_reply: z.boolean(),
      window_until: Moment.nullable(),
    })
    .nullable(),
  tags: z.array(z.string()),
  /** Out of its queue until then, or until its customer writes; null: in it. */
  snoozed_until: Moment.nullable(),
  created_at: Moment,
  last_message_at: Moment,
  revision: z.int(),
});
/** See the schema of the same name. */
export type TicketSummary = z.infer<typeof TicketSummary>;

/** A page of an inbox list; ask for the next one with `cursor=next_cursor`. */
export const TicketPage = z.object({ tickets: z.array(TicketSummary), next_cursor: z.string().nullable() });
/** See the schema of the same name. */
export type TicketPage = z.infer<typeof TicketPage>;

/** How many tickets each list holds; counted to 1000 at most. */
export const InboxCounts = z.record(InboxView, z.int());
/** See the schema of the same name. */
export type InboxCounts = z.infer<typeof InboxCounts>;

/** The query of an inbox list. `q` searches ticket numbers, names, usernames and subjects. */
export const InboxQuery = z.object({
  view: InboxView.default('waiting'),
  q: z.string().max(200).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** Something said in a ticket. `internal` notes never reach the customer. */
export const TicketMessage = z.object({
  id: z.int(),
  author_kind: z.enum(['customer', 'staff', 'bot']),
  author: z.object({ id: z.int(), name: z.string() }).nullable(),
  visibility: z.enum(['public', 'internal']),
  /** text, photo, album, voice, location, …: what it is. */
  kind: z.string(),
  text: z.string(),
  /** How stretches of the text are shown. */
  entities: z.array(Entity),
  attachments: z.array(Attachment),
  /** What it is besides words and files, by its kind: location {latitude, longitude, live_until?}, venue {…, title, address}, contact {name,
   * phone}, poll {question, voters, options}, checklist {title, tasks}, paid_media {stars}, unsupported {what}. */
  details: z.record(z.string(), z.unknown()).nullable(),
  origin: Origin.nullable(),
  reply_to_id: z.int().nullable(),
  /** The words of the answered message that it quotes. */
  quote: z.string().nullable(),
  /** The key of the request of the staff's that wrote it. */
  request_key: z.string().nullable(),
  /** What its readers answered it with by one tap. */
  reactions: z.array(z.string()),
  /** For what goes to the customer: did it arrive? `held`: they are asleep, it goes out at `held_until` or when they wake, and can be sent
   * now; `ambiguous`: nobody knows; it can be sent again. */
  delivery: z.enum(['held', 'pending', 'sent', 'failed', 'ambiguous']).nullable(),
  delivery_error: z.string().nullable(),
  held_until: Moment.nullable(),
  created_at: Moment,
  edited_at: Moment.nullable(),
  /** Its author deleted it: what it said is gone. */
  removed_at: Moment.nullable(),
  /** Taken back by the staff: nobody but them sees it any more. */
  deleted_at: Moment.nullable(),
  /** Whether its author can change its words, and take it back, now. */
  may_edit: z.boolean(),
  may_delete: z.boolean(),
  /** Earlier wordings, oldest first, with the files that were replaced; 50 at most. */
  versions: z.array(z.object({ text: z.string(), at: Moment, attachments: z.array(Attachment) })),
});
/** See the schema of the same name. */
export type TicketMessage = z.infer<typeof TicketMessage>;

/** Something that happened to a ticket: `created`, `status_changed` {from, to}, `assigned` {assignee}, `raised` {priority,
 * queue_name, reason}, `priority_changed`, … */
export const TicketEvent = z.object({
  id: z.int(),
  kind: z.string(),
  actor: z.object({ kind: z.enum(['customer', 'staff', 'bot', 'system']), name: z.string().nullable() }),
  data: z.record(z.string(), z.unknown()),
  at: Moment,
});
/** See the schema of the same name. */
export type TicketEvent = z.infer<typeof TicketEvent>;

/** A ticket as its own page shows it. */
export const Ticket = TicketSummary.extend({
  /** The place among what waits in its queue for somebody to take it, 1 for the next, counted to 1000; null: somebody has it, or it
   * waits for nobody. */
  queue_position: z.int().nullable(),
  clarification: z.string().nullable(),
  summary: z.string().nullable(),
  /** What the summary told the customer to do next. */
  next_steps: z.array(z.string()),
  /** `abandoned`: its customer never answered what they were asked. */
  outcome: z.enum(['answered', 'auto_resolved', 'closed_by_customer', 'abandoned']).nullable(),
  first_reply_at: Moment.nullable(),
  resolved_at: Moment.nullable(),
  closed_at: Moment.nullable(),
  /** What the customer said about its end: 1 to 5, and words if they wrote some (F6). */
  rating: z.object({ score: z.int().min(1).max(5), comment: z.string().nullable(), at: Moment }).nullable(),
  /** "Did it hold?", asked some days after solving; `held` null: no answer yet (F7). null: not asked. */
  follow_up: z.object({ asked_at: Moment, held: z.boolean().nullable() }).nullable(),
  /** What the customer answered to the topic's form when they opened it (M2). */
  answers: z.array(ShownAnswer),
  /** The customer has a chat with the bot, in which one can go on where a concierge's own chat is closed. */
  knows_bot: z.boolean(),
  /** Other tickets of the same customer, newest first, 20 at most. */
  other_tickets: z.array(
    z.object({ id: z.int(), status: TicketStatus, subject: z.string(), created_at: Moment }),
  ),
});
/** See the schema of the same name. */
export type Ticket = z.infer<typeof Ticket>;

/** The newest part of a ticket's conversation, oldest first, and the events of the same stretch. `more`: there is an older part, ask
 * with `before` = the first message's id. */
export const Conversation = z.object({
  messages: z.array(TicketMessage),
  events: z.array(TicketEvent),
  more: z.boolean(),
  /** The ticket's revision that this shows. */
  revision: z.int(),
});
/** See the schema of the same name. */
export type Conversation = z.infer<typeof Conversation>;

// Telegram takes 4096 characters; the agent's name and the frame around the words need some of them.
const words = z.string().trim().min(1).max(3900);

/** `bot`: what began in a concierge's own chat goes on in the customer's chat with the bot (P5). */
const through = z.literal('bot').optional();

/** The longest answer; it goes out as several messages. */
export const LONGEST_REPLY = 16_000;

/** Words and files of an agent's: an answer that the customer gets (the first one takes an unassigned ticket), or a note that only the staff
 * sees. The words are a little Markdown: `**bold**`, `_italic_`, `~~struck~~`, `||hidden||`, `code` in backticks, `[words](https://…)`, lines
 * that begin with `> `, code between lines of three backticks. `files`: uploads of the agent's; without them there must be words. */
export const ReplyRequest = z.object({
  text: z.string().trim().max(LONGEST_REPLY).default(''),
  files: Files,
  reply_to: z.int().positive().optional(),
  request_key: RequestKey,
  through,
});
/** Other words for a message of one's own (`PATCH /api/tickets/:id/messages/:message`), in the same Markdown. */
export const EditRequest = z.object({ text: z.string().trim().max(LONGEST_REPLY) });
/** A message's words as they can be edited (`GET /api/tickets/:id/messages/:message/source`). */
export const MessageSource = z.object({ text: z.string() });
/** Asks the customer for one thing; the ticket waits for them. */
export const ClarificationRequest = z.object({ question: words, request_key: RequestKey, through });
/** Closes the matter with a summary that the customer reads, and up to three points on what is next for them. */
export const ResolveRequest = z.object({
  summary: words.max(1000),
  next: z.array(z.string().trim().min(1).max(200)).max(3).default([]),
  request_key: RequestKey,
  through,
});
/** Puts tags on a ticket and takes others off (`POST /api/tickets/:id/tags`). */
export const TagRequest = z.object({
  add: z.array(Tag).max(10).default([]),
  remove: z.array(Tag).max(30).default([]),
});
/** Takes a ticket out of its queue until then (`POST /api/tickets/:id/snooze`); null brings it back. */
export const SnoozeRequest = z.object({ until: Moment.nullable() });
/** Gives the ticket to somebody; null takes it from everybody. */
export const AssignRequest = z.object({ assignee_id: z.int().nullable() });
