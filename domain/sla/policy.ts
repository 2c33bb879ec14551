import { z } from 'zod';
import { DomainError } from '../../base/kernel/index.ts';
import type { Priority, Ticket } from '../tickets/index.ts';
import type { Applied, Metric } from './clock.ts';

const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,49}$/);
const Priorities = z.enum(['low', 'normal', 'high', 'critical']);
const Metrics = z.enum(['first_reply', 'next_reply', 'resolution']);
const Minutes = z.int().min(1).max(525_600);

/** What a desk promises for one metric of a queue (Q2). A queue has at most one policy for a metric and a priority; the one without
 * a priority serves all priorities that have none of their own. */
export const Policy = z.object({
  queue: Slug,
  priority: Priorities.nullable().default(null),
  metric: Metrics,
  target_minutes: Minutes,
  /** For a ticket that was opened again; null: the same target. */
  reopened_minutes: Minutes.nullable().default(null),
  /** The calendar that it runs on; null: round the clock. */
  calendar: Slug.nullable().default(null),
  /** When to warn, as a share of the target; null: never. */
  warn_percent: z.int().min(1).max(99).nullable().default(75),
  /** Whether the clock stands still while the customer is asked. */
  pause_in_clarification: z.boolean().default(true),
  active: z.boolean().default(true),
});
/** See the schema of the same name. */
export type Policy = z.infer<typeof Policy>;

/** A step of escalation, performed once a clock (F4, Q4). `start`: when the queue gets a ticket. */
export const Escalation = z.object({
  queue: Slug.nullable().default(null),
  metric: Metrics.nullable().default(null),
  moment: z.enum(['start', 'warn', 'breach']),
  action: z.discriminatedUnion('do', [
    z.object({ do: z.literal('notify'), whom: z.enum(['assignee', 'queue', 'leads']) }),
    z.object({ do: z.literal('raise_priority'), to: Priorities }),
    z.object({ do: z.literal('move_queue'), to: Slug }),
    z.object({ do: z.literal('page_on_call') }),
  ]),
  active: z.boolean().default(true),
});
/** See the schema of the same name. */
export type Escalation = z.infer<typeof Escalation>;

/** The slug of a calendar or a queue. */
export const CalendarSlug = Slug;

/** Checks data that a desk edits. Refuses (`invalid`) with the code and the first place that is wrong. */
export function checked<T>(schema: z.ZodType<T>, input: unknown, code: string): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new DomainError('invalid', code, {
    field: issue?.path.join('.') ?? '',
    problem: issue?.message ?? '',
  });
}

/** A policy as it is stored for a ticket's queue, with the calendar version in force. */
export type StoredPolicy = {
  id: number;
  priority: Priority | null;
  metric: Metric;
  target_minutes: number;
  reopened_minutes: number | null;
  calendar_id: number | null;
  warn_percent: number | null;
  pause_in_clarification: boolean;
};

/** A step of escalation as it is stored. */
export type StoredEscalation = {
  id: number;
  metric: Metric | null;
  moment: 'start' | 'warn' | 'breach';
  action: Escalation['action'];
};

/** What applies in a ticket's queue. */
export type Rules = {
  queue_id: number;
  policies: readonly StoredPolicy[];
  escalations: readonly StoredEscalation[];
  /** When a policy or a calendar of this queue last changed. */
  changed_at: Date | null;
};

/** What applies to a clock of a ticket now. */
export function applying(
  rules: Rules,
  ticket: Pick<Ticket, 'priority' | 'queue_id'>,
  clock: { metric: Metric; kind: 'opened' | 'reopened' },
): Applied {
  const { priority, queue_id } = ticket;
  const candidates = rules.policies.filter((policy) => policy.metric === clock.metric);
  const policy =
    candidates.find((one) => one.priority === priority) ?? candidates.find((one) => one.priority === null);
  if (!policy) {
    return {
      policy_id: null,
      priority,
      queue_id,
      target_minutes: null,
      calendar_id: null,
      warn_percent: null,
      pauses: true,
    };
  }
  const reopened = clock.kind === 'reopened' ? policy.reopened_minutes : null;
  return {
    policy_id: policy.id,
    priority,
    queue_id,
    target_minutes: reopened ?? policy.target_minutes,
    calendar_id: policy.calendar_id,
    warn_percent: policy.warn_percent,
    pauses: policy.pause_in_clarification,
  };
}
