import { z } from 'zod';
import { LANGUAGES } from '../../base/i18n/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { Label } from '../../base/text/index.ts';

const PRIORITIES = ['low', 'normal', 'high', 'critical'] as const;
const STATUSES = ['accepted', 'in_progress', 'clarification', 'resolved', 'closed', 'reopened'] as const;
const METRICS = ['first_reply', 'next_reply', 'resolution'] as const;

/** From which moment of a ticket time is counted. `waiting`: the customer's oldest unanswered words; `clarification`: the question that
 * the ticket waits for. */
export const MOMENTS = [
  'created',
  'customer_message',
  'agent_reply',
  'resolved',
  'clarification',
  'waiting',
] as const;
/** One of these. */
export type Moment = (typeof MOMENTS)[number];

const MOST_MINUTES = 90 * 24 * 60;
const slug = z.string().min(1, 'name one').max(64);
const some = <T extends z.ZodType>(item: T) =>
  z.array(item).min(1, 'choose at least one').max(50, 'choose at most 50');
const status = z.enum(STATUSES);

/** What sets a rule off (U1). `message_in`: the customer wrote into a ticket that was there already; `message_out`: a person answered
 * them; `sla`: a target is about to be missed, or was; `time_since`: so many minutes after a moment, once for each such moment. */
export const Trigger = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('created') }),
  z.strictObject({ on: z.literal('message_in') }),
  z.strictObject({ on: z.literal('message_out') }),
  z.strictObject({
    on: z.literal('status_changed'),
    from: some(status).optional(),
    to: some(status).optional(),
  }),
  z.strictObject({ on: z.literal('clarification_asked') }),
  z.strictObject({
    on: z.literal('sla'),
    moment: z.enum(['warn', 'breach']),
    metric: z.enum(METRICS).optional(),
  }),
  z
    .strictObject({
      on: z.literal('rated'),
      at_least: z.int().min(1).max(5).default(1),
      at_most: z.int().min(1).max(5).default(5),
    })
    .refine(({ at_least, at_most }) => at_least <= at_most, {
      path: ['at_most'],
      error: 'is below the lowest score; raise it or lower the other',
    }),
  z.strictObject({
    on: z.literal('time_since'),
    moment: z.enum(MOMENTS),
    minutes: z
      .int()
      .min(1, 'wait at least one minute')
      .max(MOST_MINUTES, 'wait at most 90 days (129600 minutes)'),
  }),
]);
/** See the schema of the same name. */
export type Trigger = z.infer<typeof Trigger>;

const not = z.boolean().default(false);
const count = z.int().min(0).max(10_000);

/** What has to hold. A list holds for any of its values; `not` turns it round. `words` are in the customer's message, whatever their
 * case and accents; from four letters on, a word also stands for words that begin with it. `calendar` is the slug of one. */
export const Condition = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('queue'), in: some(slug), not }),
  z.strictObject({ field: z.literal('topic'), in: some(slug), not }),
  z.strictObject({ field: z.literal('priority'), in: some(z.enum(PRIORITIES)), not }),
  z.strictObject({ field: z.literal('status'), in: some(status), not }),
  z.strictObject({ field: z.literal('language'), in: some(z.enum(LANGUAGES)), not }),
  z.strictObject({ field: z.literal('tag'), in: some(Label), not }),
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
  z.strictObject({ field: z.literal('waiting'), at_least_minutes: z.int().min(1).max(MOST_MINUTES) }),
]);
/** See the schema of the same name. */
export type Condition = z.infer<typeof Condition>;

/** A macro: its slug, if it came with Nightdesk, or its id. */
const macro = z.union([slug, z.int().positive()]);

/** What a rule does, in order. `macro` writes to the customer as the bot and does what the macro says; `end` closes the matter with a
 * macro's text; `notify` puts a notice for people of the staff on the ticket; `assign` null: to nobody. */
export const Action = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('set_priority'), to: z.enum(PRIORITIES) }),
  z.strictObject({ do: z.literal('move_queue'), to: slug }),
  z.strictObject({ do: z.literal('assign'), to: z.int().positive().nullable() }),
  z.strictObject({ do: z.literal('tag'), tags: some(Label).max(10, 'choose at most 10') }),
  z.strictObject({ do: z.literal('untag'), tags: some(Label).max(10, 'choose at most 10') }),
  z.strictObject({ do: z.literal('macro'), macro }),
  z.strictObject({ do: z.literal('note'), text: z.string().trim().min(1, 'write the note').max(1000) }),
  z.strictObject({
    do: z.literal('notify'),
    whom: z.enum(['assignee', 'queue', 'leads']),
    text: z.string().trim().min(1, 'write the notice, or leave it out').max(200).optional(),
  }),
  z.strictObject({ do: z.literal('end'), how: z.enum(['resolve', 'close']), macro }),
  z.strictObject({
    do: z.literal('snooze'),
    minutes: z.int().min(1, 'snooze for at least one minute').max(MOST_MINUTES, 'snooze for at most 90 days'),
  }),
]);
/** See the schema of the same name. */
export type Action = z.infer<typeof Action>;

const conditions = z.array(Condition).max(20, 'give at most 20 conditions').default([]);

/** A rule of automation, as data (U1): when its trigger comes, every condition of `all` holds, and one of `any` if there are any, it does
 * its actions in order: all of them or none. */
export const Rule = z
  .strictObject({
    name: z.string().trim().min(1, 'give the rule a name').max(80),
    trigger: Trigger,
    all: conditions,
    any: conditions,
    actions: z
      .array(Action)
      .min(1, 'give the rule at least one action')
      .max(10, 'give the rule at most 10 actions'),
  })
  .superRefine(({ actions }, context) => {
    const end = actions.findIndex((action) => action.do === 'end');
    if (end === -1) return;
    for (const [place, action] of actions.entries()) {
      if (place !== end && CONTRARY.has(action.do)) {
        context.addIssue({
          code: 'custom',
          path: ['actions', place, 'do'],
          message: 'cannot stand beside an action that ends the ticket; take one of the two away',
        });
      }
    }
  });
/** See the schema of the same name. */
export type Rule = z.infer<typeof Rule>;

/** A rule that is switched on, in its newest version. */
export type ActiveRule = { id: number; version: number; rule: Rule };

const CONTRARY: ReadonlySet<Action['do']> = new Set(['end', 'snooze', 'macro']);

/** Reads a rule. Refuses (`invalid`) what is none; the details name the field and what to do about it. */
export function readRule(input: unknown): Rule {
  const parsed = Rule.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const details = { field: issue?.path.join('.') || 'rule', problem: issue?.message ?? '' };
  throw new DomainError('invalid', 'request_invalid', details);
}
