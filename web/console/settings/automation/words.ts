import type {
  AutomationAction,
  AutomationCondition,
  AutomationDeed,
  AutomationRule,
  AutomationTrigger,
} from '../../../../contract/index.ts';
import type { Text } from '../../../ui/i18n.tsx';
import { LANGUAGE_WORDS, PRIORITY_WORDS, STATUS_WORDS } from '../../words.ts';
import { minutesWords } from '../parts/words.ts';
import { type Names, nameOf, type Saying } from './data.ts';

/** Everything that can set a rule off, in the order in which it is offered. */
export const TRIGGERS = [
  ...[
    'created',
    'message_in',
    'message_out',
    'status_changed',
    'clarification_asked',
    'sla',
    'rated',
    'time_since',
  ],
] as const satisfies readonly AutomationTrigger['on'][];

/** A condition on the number of messages that names this many has no upper end. */
export const MOST_MESSAGES = 10_000;

/** Everything that can be asked of a ticket. */
export const FIELDS = [
  ...['topic', 'queue', 'priority', 'status', 'language', 'tag', 'words', 'vip', 'assignee'],
  ...['business_hours', 'messages', 'waiting'],
] as const satisfies readonly AutomationCondition['field'][];

/** Everything that a rule can do. */
export const DEEDS = [
  ...['set_priority', 'move_queue', 'assign', 'tag', 'untag', 'macro', 'note', 'notify', 'end', 'snooze'],
] as const satisfies readonly AutomationAction['do'][];

const key = (name: string): string => name.replaceAll('_', '-');

/** The words for a trigger, a field or a deed by its kind alone. */
export const triggerName = (text: Text, on: AutomationTrigger['on']): string =>
  text(`automation-on-${key(on)}`);
/** See `triggerName`. */
export const fieldName = (text: Text, field: AutomationCondition['field']): string =>
  text(`automation-field-${key(field)}`);
/** See `triggerName`. */
export const deedName = (text: Text, deed: AutomationAction['do']): string =>
  text(`automation-do-${key(deed)}`);

const listed = (text: Text, names: readonly string[]): string =>
  names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} ${text('settings-or')} ${names.at(-1) ?? ''}`;

/** What sets a rule off. */
export function triggerWords(text: Text, trigger: AutomationTrigger): string {
  switch (trigger.on) {
    case 'status_changed': {
      const statuses = (trigger.to ?? []).map((status) => text(STATUS_WORDS[status]));
      const name = triggerName(text, trigger.on);
      return statuses.length === 0 ? name : `${name}: ${listed(text, statuses)}`;
    }
    case 'sla': {
      const metric = text(`automation-metric-${key(trigger.metric ?? 'any')}`);
      return `${text(`automation-sla-${trigger.moment}`)}: ${metric}`;
    }
    case 'rated':
      return text('automation-rated', { least: trigger.at_least, most: trigger.at_most });
    case 'time_since':
      return text('automation-since', {
        time: minutesWords(text, trigger.minutes),
        moment: text(`automation-moment-${key(trigger.moment)}`),
      });
    default:
      return triggerName(text, trigger.on);
  }
}

/** The values of a list that is a condition, in words. */
export function valueWords(
  text: Text,
  names: Names,
  condition: { field: string; in: readonly string[] },
): string[] {
  switch (condition.field) {
    case 'priority':
      return condition.in.map((one) => text(PRIORITY_WORDS[one as keyof typeof PRIORITY_WORDS]));
    case 'status':
      return condition.in.map((one) => text(STATUS_WORDS[one as keyof typeof STATUS_WORDS]));
    case 'language':
      return condition.in.map((one) => text(LANGUAGE_WORDS[one as keyof typeof LANGUAGE_WORDS]));
    case 'queue':
    case 'topic':
      return condition.in.map((one) => nameOf(names[condition.field as 'queue' | 'topic'], one));
    default:
      return [...condition.in];
  }
}

/** What has to hold. */
export function conditionWords({ text, names }: Saying, condition: AutomationCondition): string {
  const name = fieldName(text, condition.field);
  if ('in' in condition) {
    const values = listed(text, valueWords(text, names, condition));
    return condition.not ? text('automation-is-not', { name, values }) : `${name}: ${values}`;
  }
  switch (condition.field) {
    case 'vip':
      return text(condition.is ? 'settings-vip-only' : 'settings-vip-not');
    case 'assignee':
      return text(`automation-assignee-${condition.is}`);
    case 'business_hours':
      return text(condition.is ? 'automation-hours-in' : 'automation-hours-out', {
        calendar: nameOf(names.calendar, condition.calendar),
      });
    case 'messages':
      return text(condition.at_most < MOST_MESSAGES ? 'automation-messages' : 'automation-messages-least', {
        least: condition.at_least,
        most: condition.at_most,
      });
    case 'waiting':
      return text('automation-waiting', { time: minutesWords(text, condition.at_least_minutes) });
  }
}

/** What a rule does. */
export function actionWords({ text, names }: Saying, action: AutomationAction): string {
  const name = deedName(text, action.do);
  switch (action.do) {
    case 'set_priority':
      return `${name}: ${text(PRIORITY_WORDS[action.to])}`;
    case 'move_queue':
      return `${name}: ${nameOf(names.queue, action.to)}`;
    case 'assign':
      return `${name}: ${action.to === null ? text('settings-macro-nobody') : nameOf(names.staff, action.to)}`;
    case 'tag':
    case 'untag':
      return `${name}: ${action.tags.join(', ')}`;
    case 'macro':
      return `${name}: ${nameOf(names.macro, action.macro)}`;
    case 'end':
      return `${text(`automation-end-${action.how}`)}: ${nameOf(names.macro, action.macro)}`;
    case 'notify':
      return `${name}: ${text(`automation-whom-${action.whom}`)}`;
    case 'snooze':
      return `${name}: ${minutesWords(text, action.minutes)}`;
    case 'note':
      return name;
  }
}

/** A whole rule in a line: when, if, then. */
export function ruleWords(saying: Saying, rule: AutomationRule): string {
  const when = triggerWords(saying.text, rule.trigger);
  const all = rule.all.map((condition) => conditionWords(saying, condition));
  const any = listed(
    saying.text,
    rule.any.map((condition) => conditionWords(saying, condition)),
  );
  const then = rule.actions.map((action) => actionWords(saying, action)).join(', ');
  return `${[when, ...all, any].filter(Boolean).join(' · ')} → ${then}`;
}

/** What was done, or would be. */
export const deedsWords = (text: Text, deeds: readonly AutomationDeed[]): string =>
  deeds
    .filter(({ changed }) => changed)
    .map(({ do: deed }) => text(`console-automation-deed-${deed}`))
    .join(', ');
