import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../base/kernel/index.ts';
import { addStarterRules, Rule } from '../domain/automation/index.ts';
import { addStarterForms } from '../domain/forms/index.ts';
import { addStarterMacros, MacroDraft } from '../domain/replies/index.ts';
import { addQueues, addTopics, type TopicTexts } from '../domain/routing/index.ts';
import { addSlaDefaults } from '../domain/sla/index.ts';
import { ROOT, type Runtime } from './runtime.ts';

const HOURS = 60;

/** The queues that a new desk has, with the targets of the blueprint (§6), in minutes. */
const QUEUES = [
  {
    slug: 'security-payments',
    name: 'Security & Payments',
    firstReplyMinutes: 10,
    resolutionMinutes: 4 * HOURS,
  },
  { slug: 'vip', name: 'VIP', firstReplyMinutes: 5, resolutionMinutes: 4 * HOURS },
  { slug: 'l1', name: 'L1', firstReplyMinutes: 15, resolutionMinutes: 4 * HOURS },
  { slug: 'l2', name: 'L2', firstReplyMinutes: 30, resolutionMinutes: 24 * HOURS },
];

const words = z.object({ az: z.string(), en: z.string(), ru: z.string(), tr: z.string() });
const Topics = z.array(
  z.object({
    slug: z.string(),
    emoji: z.string(),
    queue: z.string(),
    texts: z.object({
      title: words,
      prompt: words,
      clarify: z
        .object({
          text: words,
          options: z.array(
            z.object({ id: z.string(), label: words, outcome: z.enum(['ticket', 'solved', 'person']) }),
          ),
        })
        .optional(),
    }),
  }),
);

const Macros = z
  .array(z.object({ slug: z.string() }).loose())
  .transform((macros) => macros.map(({ slug, ...draft }) => ({ slug, draft: MacroDraft.parse(draft) })));

const Forms = z.array(z.object({ topic: z.string(), fields: z.unknown() }));

const Automation = z.array(z.object({ slug: z.string(), active: z.boolean(), rule: Rule }));

/** What seeding needs of a runtime. */
type Seeding = Pick<Runtime, 'transact' | 'config'> & { clock: Clock };

/** Gives a desk the starter queues, topics with their forms, service levels, macros and rules of automation that it lacks; what is there stays as it is. */
export async function seed({ transact, clock, config }: Seeding): Promise<void> {
  const topics = Topics.parse(await content('topics.json')).map((topic) => ({
    ...topic,
    texts: topic.texts as TopicTexts,
  }));
  const macros = Macros.parse(await content('macros.json'));
  const forms = Forms.parse(await content('forms.json'));
  const rules = Automation.parse(await content('automation.json'));
  await transact(async (tx) => {
    await addQueues(tx, QUEUES);
    await addTopics(tx, topics);
    await addStarterForms(tx, forms, clock.now());
    await addSlaDefaults(tx, { timeZone: config.DESK_TIME_ZONE, now: clock.now() });
    await addStarterMacros(tx, macros, clock.now());
    await addStarterRules(tx, rules, clock.now());
  });
}

async function content(name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(ROOT, 'content', name), 'utf8'));
}
