import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type {
  AutomationRule,
  AutomationRuleHistory,
  AutomationRuleItem,
  Session,
} from '../../../../contract/index.ts';
import { change, read, readList, remove, replace } from '../../../ui/api.ts';
import type { Text } from '../../../ui/i18n.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { staffQuery } from '../../data/queries.ts';
import { macrosQuery } from '../macros/data.ts';
import type { Choice } from '../parts/fields.tsx';
import { deskMapQuery } from '../queues/data.ts';
import { slaQuery } from '../sla/data.ts';

/** All rules, in the order in which they act. */
export const automationQuery = queryOptions({
  queryKey: ['settings', 'automation'],
  queryFn: ({ signal }) => readList('AutomationRuleItem', '/api/automation/rules', signal),
});

/** A rule with all its versions. */
export const automationRuleQuery = (id: number) =>
  queryOptions({
    queryKey: ['settings', 'automation', id],
    queryFn: ({ signal }) => read('AutomationRuleHistory', `/api/automation/rules/${String(id)}`, signal),
  });

/** What the rules did, newest first; of one rule, or of all. */
export const automationRunsQuery = (rule: number | null) =>
  infiniteQueryOptions({
    queryKey: ['settings', 'automation', 'runs', rule],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: '20' });
      if (rule !== null) query.set('rule', String(rule));
      if (pageParam) query.set('cursor', pageParam);
      return read('AutomationRunPage', `/api/automation/runs?${query.toString()}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
  });

function useRuleChange<T>(mutationFn: (what: T) => Promise<AutomationRuleHistory>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: (rule) => {
      client.setQueryData(automationRuleQuery(rule.id).queryKey, rule);
      void client.invalidateQueries({ queryKey: automationQuery.queryKey, exact: true });
    },
  });
}

/** Saves a rule: a new one, which is off at first, or the next version of `of`. */
export const useSaveRule = (of: { id: number; version: number } | null) =>
  useRuleChange((rule: AutomationRule) =>
    of === null
      ? change('AutomationRuleHistory', '/api/automation/rules', { rule })
      : replace('AutomationRuleHistory', `/api/automation/rules/${String(of.id)}`, {
          base: of.version,
          rule,
        }),
  );

/** Switches a rule on or off. */
export const useSwitchRule = (id: number) =>
  useRuleChange((active: boolean) =>
    replace('AutomationRuleHistory', `/api/automation/rules/${String(id)}/active`, { active }),
  );

/** Takes a rule away; what it did stays in the tickets. */
export function useDeleteRule(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => remove(`/api/automation/rules/${String(id)}`),
    onSuccess: () => client.invalidateQueries({ queryKey: automationQuery.queryKey, exact: true }),
  });
}

/** Sets the order of the rules. It shows at once and goes back when the desk refuses. */
export function useOrderRules() {
  const client = useQueryClient();
  const { queryKey } = automationQuery;
  return useMutation({
    mutationFn: (rules: readonly AutomationRuleItem[]) =>
      replace('AutomationRules', '/api/automation/order', { ids: rules.map(({ id }) => id) }),
    onMutate: async (rules) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(queryKey, [...rules]);
      return { before };
    },
    onSuccess: (rules) => client.setQueryData(queryKey, rules),
    onError: (_error, _rules, context) => client.setQueryData(queryKey, context?.before),
  });
}

/** Tries a rule on the newest tickets, without effect. */
export const useTrial = () =>
  useMutation({
    mutationFn: (trial: { rule: AutomationRule; id?: number }) =>
      change('AutomationTrialResult', '/api/automation/dry-run', trial),
  });

/** What rules can name, each with the words for it. */
export interface Names {
  readonly queue: readonly Choice[];
  readonly topic: readonly Choice[];
  readonly staff: readonly Choice[];
  readonly macro: readonly Choice[];
  readonly calendar: readonly Choice[];
}

/** Reads what rules can name. Calendars are read where the reader may; a rule that names one keeps its name elsewhere. */
export function useNames({ permissions }: Session): Names {
  const map = useQuery(deskMapQuery).data;
  const staff = useQuery({ ...staffQuery, enabled: permissions.includes('tickets.read') }).data ?? [];
  const macros = useQuery({ ...macrosQuery, enabled: permissions.includes('macros.use') }).data ?? [];
  const sla = useQuery({ ...slaQuery, enabled: permissions.includes('sla.manage') }).data;
  return {
    queue: map?.queues.map(({ slug, name }) => ({ value: slug, label: name })) ?? [],
    topic: map?.topics.map(({ slug, emoji, title }) => ({ value: slug, label: `${emoji} ${title}` })) ?? [],
    staff: staff.map(({ id, name }) => ({ value: String(id), label: name })),
    macro: macros
      .filter(({ place }) => place === 'ticket')
      .map(({ id, title }) => ({ value: String(id), label: title })),
    calendar: sla?.calendars.map(({ slug, name = slug }) => ({ value: slug, label: name })) ?? [],
  };
}

/** The words for a value that rules name; the value itself where nothing is known of it. */
export const nameOf = (choices: readonly Choice[], value: string | number): string =>
  choices.find((choice) => choice.value === String(value))?.label ?? String(value);

/** A text function and what rules can name: what is needed to say a rule in words. */
export interface Saying {
  readonly text: Text;
  readonly names: Names;
}

/** What is needed to say rules in words, here. */
export const useSaying = (session: Session): Saying => ({ text: useText(), names: useNames(session) });
