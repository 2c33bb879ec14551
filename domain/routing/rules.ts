import { z } from 'zod';

const names = z.array(z.string().min(1).max(64)).min(1).max(50);
const PRIORITIES = ['low', 'normal', 'high', 'critical'] as const;

/** A rule of routing, as data (F4): where all of its conditions hold, it names a queue, a priority, or both. A condition that lists
 * several values holds for any of them; `regions` are IANA time zones of customers, `reasons` those of stop-words (B5). */
export const RoutingRule = z.object({
  when: z.strictObject({
    topics: names.optional(),
    priorities: z.array(z.enum(PRIORITIES)).min(1).optional(),
    languages: names.optional(),
    regions: names.optional(),
    reasons: names.optional(),
    vip: z.boolean().optional(),
  }),
  to: z
    .strictObject({ queue: z.string().min(1).max(64).optional(), priority: z.enum(PRIORITIES).optional() })
    .refine(({ queue, priority }) => queue !== undefined || priority !== undefined, {
      error: 'a rule names a queue or a priority',
    }),
});
/** See the schema of the same name. */
export type RoutingRule = z.infer<typeof RoutingRule>;

/** All rules of a desk, in their order. */
export const RoutingRules = z.array(RoutingRule).max(200);

/** What rules look at. */
export type Facts = {
  topic?: string | undefined;
  priority: RoutingRule['when']['priorities'] extends (infer P)[] | undefined ? P : never;
  language: string;
  region?: string | undefined;
  reason?: string | undefined;
  isVip: boolean;
};

/** Whether all conditions of a rule hold. A rule without conditions always fits. */
export function fits({ when }: RoutingRule, facts: Facts): boolean {
  const among = (wanted: readonly string[] | undefined, value: string | undefined) =>
    wanted === undefined || (value !== undefined && wanted.includes(value));
  return (
    among(when.topics, facts.topic) &&
    among(when.priorities, facts.priority) &&
    among(when.languages, facts.language) &&
    among(when.regions, facts.region) &&
    among(when.reasons, facts.reason) &&
    (when.vip === undefined || when.vip === facts.isVip)
  );
}
