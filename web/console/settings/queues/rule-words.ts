import type { DeskMap, Queue, RoutingRules } from '../../../../contract/index.ts';
import type { Text } from '../../../ui/i18n.tsx';
import { LANGUAGE_WORDS, PRIORITY_WORDS } from '../../words.ts';

/** A rule of routing. */
export type Rule = RoutingRules[number];

/** What is needed to say a rule in words. */
export interface Known {
  readonly text: Text;
  readonly map: DeskMap;
  readonly queues: readonly Queue[];
}

/** Why words of a customer's pass to a person at once. */
export const REASONS = [
  ...['hacked', 'fraud', 'card_blocked', 'payment_failed', 'kyc', 'security', 'asked_for_person'],
] as const;

/** The words for such a reason; as it is written where there are none. */
export const reasonName = (text: Text, reason: string): string =>
  (REASONS as readonly string[]).includes(reason)
    ? text(`settings-reason-${reason.replaceAll('_', '-')}`)
    : reason;

/** A topic as customers see it. */
export const topicName = ({ map }: Pick<Known, 'map'>, slug: string): string => {
  const topic = map.topics.find((one) => one.slug === slug);
  return topic ? `${topic.emoji} ${topic.title}` : slug;
};

/** When a rule fits: all of it must hold, each for any of its values. */
export function conditionWords(known: Known, when: Rule['when']): string {
  const { text } = known;
  const any = <T extends string>(values: readonly T[] = [], name: (value: T) => string): string => {
    const names = values.map(name);
    const last = names.pop() ?? '';
    return names.length === 0 ? last : `${names.join(', ')} ${text('settings-or')} ${last}`;
  };
  const parts = [
    any(when.topics, (slug) => topicName(known, slug)),
    any(when.reasons, (reason) => reasonName(text, reason)),
    when.vip === undefined ? '' : text(when.vip ? 'settings-vip-only' : 'settings-vip-not'),
    any(when.priorities, (priority) => text(PRIORITY_WORDS[priority])),
    any(when.languages, (language) =>
      language in LANGUAGE_WORDS ? text(LANGUAGE_WORDS[language as keyof typeof LANGUAGE_WORDS]) : language,
    ),
    any(when.regions, (region) => region),
  ].filter(Boolean);
  const words = parts.length === 0 ? text('settings-rule-always') : parts.join(' · ');
  return words.charAt(0).toLocaleUpperCase(document.documentElement.lang) + words.slice(1);
}

/** What a rule decides. */
export function outcomeWords({ text, queues }: Known, to: Rule['to']): string {
  const queue = queues.find(({ slug }) => slug === to.queue)?.name ?? to.queue;
  return [
    queue && `→ ${queue}`,
    to.priority && text('console-macro-priority', { priority: text(PRIORITY_WORDS[to.priority]) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
