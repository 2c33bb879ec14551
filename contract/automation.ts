import { z } from 'zod';
import { Language, Moment, Tag } from './common.ts';
import { Priority, TicketStatus } from './tickets.ts';

const slug = z.string().min(1, 'name one').max(64);
const some = <T extends z.ZodType>(item: T) =>
  z.array(item).min(1, 'choose at least one').max(50, 'choose at most 50');
const minutes = z
  .int()
  .min(1, 'wait at least one minute')
  .max(129_600, 'wait at most 90 days (129600 minutes)');
const score = z.int().min(1).max(5);

/** What sets a rule off (U1). `message_in`: the customer wrote into a ticket that was there already; `message_out`: a person answered;
 * `clarification_asked`: the ticket began to wait for its customer; `sla`: a target is about to be missed, or was; `time_since`: so many
 * minutes after a moment of the ticket, once for each such moment (`waiting`: the customer's oldest unanswered words). */
export const AutomationTrigger = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('created') }),
  z.strictObject({ on: z.literal('message_in') }),
  z.strictObject({ on: z.literal('message_out') }),
  z.strictObject({
    on: z.literal('status_changed'),
    from: some(TicketStatus).optional(),
    to: some(TicketStatus).optional(),
  }),
  z.strictObject({ on: z.literal('clarification_asked') }),
  z.strictObject({
    on: z.literal('sla'),
    moment: z.enum(['warn', 'breach']),
    metric: z.enum(['first_reply', 'next_reply', 'resolution']).optional(),
  }),
  z
    .strictObject({ on: z.literal('rated'), at_least: score.default(1), at_most: score.default(5) })
    .refine(({ at_least, at_most }) => at_least <= at_most, {
      path: ['at_most'],
      error: 'is below the lowest score; raise it or lower the other',
    }),
  z.strictObject({
    on: z.literal('time_since'),
    moment: z.enum(['created', 'customer_message', 'agent_reply', 'resolved', 'clarification', 'waiting']),
    minutes,
  }),
]);
/** See the schema of the same name. */
export type AutomationTrigger = z.infer<typeof AutomationTrigger>;

const not = z.boolean().default(false);
const count = z.int().min(0).max(10_000);

/** What has to hold. A list holds for any of its values, `not` turns it round. Queues, topics and calendars are slugs. `words` are looked
 * for in the customer's message, whatever their case and accents; from four letters on, a word also stands for those that begin with it. */
export const AutomationCondition = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('queue'), in: some(slug), not }),
  z.strictObject({ field: z.literal('topic'), in: some(slug), not }),
  z.strictObject({ field: z.literal('priority'), in: some(Priority), not }),
  z.strictObject({ field: z.literal('status'), in: some(TicketStatus), not }),
  z.strictObject({ field: z.literal('language'), in: some(Language), not }),
  z.strictObject({ field: z.literal('tag'), in: some(Tag), not }),
  z.strictObject({ field: z.literal('vip'), is: z.boolean() }),
  z.strictObject({ field: z.literal('assignee'), is: z.enum(['present', 'none']) }),
  z.strictObject({
    field: z.literal('words'),
    in: some(
      z
        .string()
        .trim()
        .min(2, 'give it two letters at least')
        .max(100)
        .regex(/[\p{L}\p{N}]/u, 'write a word'),
    ),
    not,
  }),
  z.strictObject({ field: z.literal('business_hours'), calendar: slug, is: z.boolean() }),
  z
    .strictObject({
      field: z.literal('messages'),
      at_least: count.default(0),
      at_most: count.default(10_000),
    })
    .refine(({ at_least, at_most }) => at_least <= at_most, {
      path: ['at_most'],
      error: 'is below the least number; raise it or lower the other',
    }),
  z.strictObject({ field: z.literal('waiting'), at_least_minutes: z.int().min(1).max(129_600) }),
]);
/** See the schema of the same name. */
export type AutomationCondition = z.infer<typeof AutomationCondition>;

const macro = z.union([slug, z.int().positive()]);
const tags = some(Tag).max(10, 'choose at most 10');

/** What a rule does. `macro` (a macro's id, or the slug of one that came with Nightdesk) writes as the bot and does what the macro says;
 * `end` closes the matter with a macro's text; `notify` puts a notice for people of the staff on the ticket; `assign` null: to nobody. */
export const AutomationAction = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('set_priority'), to: Priority }),
  z.strictObject({ do: z.literal('move_queue'), to: slug }),
  z.strictObject({ do: z.literal('assign'), to: z.int().positive().nullable() }),
  z.strictObject({ do: z.literal('tag'), tags }),
  z.strictObject({ do: z.literal('untag'), tags }),
  z.strictObject({ do: z.literal('macro'), macro }),
  z.strictObject({ do: z.literal('note'), text: z.string().trim().min(1, 'write the note').max(1000) }),
  z.strictObject({
    do: z.literal('notify'),
    whom: z.enum(['assignee', 'queue', 'leads']),
    text: z.string().trim().min(1, 'write the notice, or leave it out').max(200).optional(),
  }),
  z.strictObject({ do: z.literal('end'), how: z.enum(['resolve', 'close']), macro }),
  z.strictObject({ do: z.literal('snooze'), minutes }),
]);
/** See the schema of the same name. */
export type AutomationAction = z.infer<typeof AutomationAction>;

const conditions = z.array(AutomationCondition).max(20, 'give at most 20 conditions').default([]);

/** A rule of automation (U1): when its trigger comes, every condition of `all` holds, and one of `any` if there are any, it does its
 * actions in order: all of them or none. */
export const AutomationRule = z.strictObject({
  name: z.string().trim().min(1, 'give the rule a name').max(80),
  trigger: AutomationTrigger,
  all: conditions,
  any: conditions,
  actions: z
    .array(AutomationAction)
    .min(1, 'give the rule at least one action')
    .max(10, 'give the rule at most 10 actions'),
});
/** See the schema of the same name. */
export type AutomationRule = z.infer<typeof AutomationRule>;

/** A new rule (`POST /api/automation/rules`); it comes last in the order. */
export const NewAutomationRule = z.object({ rule: AutomationRule, active: z.boolean().default(false) });
/** The next version of a rule (`PUT /api/automation/rules/:id`); `base` is the version that was edited. */
export const AutomationRuleChange = z.object({ base: z.int().positive(), rule: AutomationRule });
/** Switches a rule on or off (`PUT /api/automation/rules/:id/active`). */
export const AutomationSwitch = z.object({ active: z.boolean() });
/** All rules by id, in the order in which they are to act (`PUT /api/automation/order`). */
export const AutomationOrder = z.object({ ids: z.array(z.int().positive()).max(1000) });

/** A rule in its newest version. `slug`: it came with Nightdesk. `paused_at`: the desk switched it off because it ran too often. */
export const AutomationRuleItem = z.object({
  id: z.int(),
  slug: z.string().nullable(),
  version: z.int(),
  active: z.boolean(),
  paused_at: Moment.nullable(),
  rule: AutomationRule,
  author: z.string().nullable(),
  updated_at: Moment,
  last_run_at: Moment.nullable(),
  /** Within the last 24 hours. */
  runs_today: z.int(),
});
/** See the schema of the same name. */
export type AutomationRuleItem = z.infer<typeof AutomationRuleItem>;
/** All rules, in the order in which they act. */
export const AutomationRules = z.array(AutomationRuleItem);

/** A rule with all its versions, newest first. */
export const AutomationRuleHistory = AutomationRuleItem.extend({
  versions: z.array(
    z.object({
      version: z.int(),
      rule: AutomationRule,
      author: z.string().nullable(),
      created_at: Moment,
    }),
  ),
});
/** See the schema of the same name. */
export type AutomationRuleHistory = z.infer<typeof AutomationRuleHistory>;

/** What an action did, or would do: `changed` false: it was so already. */
export const AutomationDeed = z.object({ do: z.string(), changed: z.boolean() }).loose();
/** See the schema of the same name. */
export type AutomationDeed = z.infer<typeof AutomationDeed>;

/** Which runs (`GET /api/automation/runs`), newest first. */
export const AutomationRunQuery = z.object({
  rule: z.coerce.number().int().positive().optional(),
  ticket: z.coerce.number().int().positive().optional(),
  cursor: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** One run of a rule on a ticket. `nothing`: all was so already; `refused`: an action was not possible, so none was taken (`why`: the
 * code); `limited`: the rule might not run (`why`: `own_effect`, `too_deep`, `ticket_limit`, `rule_limit`). */
export const AutomationRun = z.object({
  id: z.int(),
  rule: z.object({ id: z.int(), version: z.int(), name: z.string() }),
  ticket: z.int(),
  trigger: z.string(),
  outcome: z.enum(['done', 'nothing', 'refused', 'limited']),
  deeds: z.array(AutomationDeed),
  why: z.string().nullable(),
  at: Moment,
});
/** See the schema of the same name. */
export type AutomationRun = z.infer<typeof AutomationRun>;

/** A page of runs; ask for the next one with `cursor=next_cursor`. */
export const AutomationRunPage = z.object({
  runs: z.array(AutomationRun),
  next_cursor: z.string().nullable(),
});

/** Tries a rule on the past, without effect (`POST /api/automation/dry-run`): on the newest `last` tickets opened in the period (until
 * now, where none is named). `id`: the rule that this is a draft of. */
export const AutomationTrial = z
  .object({
    rule: AutomationRule,
    id: z.int().positive().optional(),
    from: Moment.optional(),
    until: Moment.optional(),
    last: z.int().min(1).max(1000).default(200),
  })
  .refine(({ from, until }) => from === undefined || until === undefined || from < until, {
    path: ['until'],
    error: 'is before the beginning; choose a later moment',
  });

/** What would have happened. `looked_at`: tickets; `complete` false: time was up, or there are more tickets in the period. `matches`: the
 * newest first, 200 at most. `busiest_minute`: the most runs within a minute; at 300 the desk switches a rule off. `unknown`: what the
 * past does not say: `vip` and `calendar` are taken as they are today, `words` as they were last edited, `queue` of older tickets as it is
 * today, `people`: what anybody would have done after it, `others`: what other rules would have done. */
export const AutomationTrialResult = z.object({
  looked_at: z.int(),
  complete: z.boolean(),
  tickets_matched: z.int(),
  times_matched: z.int(),
  busiest_minute: z.int(),
  matches: z.array(
    z.object({
      ticket: z.int(),
      subject: z.string(),
      at: Moment,
      outcome: z.enum(['done', 'nothing', 'refused']),
      deeds: z.array(AutomationDeed),
      why: z.string().nullable(),
    }),
  ),
  unknown: z.array(z.enum(['vip', 'calendar', 'words', 'queue', 'people', 'others'])),
});
/** See the schema of the same name. */
export type AutomationTrialResult = z.infer<typeof AutomationTrialResult>;
