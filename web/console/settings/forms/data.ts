import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormField, TopicForm } from '../../../../contract/index.ts';
import { readList, replace } from '../../../ui/api.ts';

/** Every topic and what it asks. */
export const formsQuery = queryOptions({
  queryKey: ['settings', 'forms'],
  queryFn: ({ signal }) => readList('TopicForm', '/api/topic-forms', signal),
});

/** Sets what a topic asks. */
export function useSaveForm({ topic, version }: TopicForm) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (fields: readonly FormField[]) =>
      replace('TopicForms', `/api/topic-forms/${encodeURIComponent(topic.slug)}`, { base: version, fields }),
    onSuccess: (forms) => client.setQueryData(formsQuery.queryKey, forms),
  });
}

/** Every kind of field, likely first. */
export const KINDS = [
  ...(['text', 'choice', 'code', 'date', 'amount', 'number'] as const),
  ...(['long_text', 'choices', 'phone', 'email', 'file'] as const),
] satisfies readonly FormField['kind'][];

/** A name that none of the others has. */
function freeId(wish: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const id = `${wish}_${String(number)}`;
    if (!taken.includes(id)) return id;
  }
}

/** A field to begin with. */
export const newField = (fields: readonly FormField[]): FormField => ({
  ...{
    id: freeId(
      'field',
      fields.map(({ id }) => id),
    ),
    kind: 'text',
    label: {},
    hint: {},
    required: false,
  },
  ...{ when: null, choices: [], currencies: [], pattern: null, least: null, most: null },
});

/** A choice to begin with. */
export const newChoice = (choices: FormField['choices']): FormField['choices'][number] => ({
  id: freeId(
    'choice',
    choices.map(({ id }) => id),
  ),
  label: {},
});

/** Another kind of field: what it needs is there, and what it does not know is gone. */
export function asKind(field: FormField, kind: FormField['kind']): FormField {
  const chosen = kind === 'choice' || kind === 'choices';
  const first = newChoice([]);
  const two = [first, newChoice([first])];
  return {
    ...{ ...field, kind },
    choices: chosen ? (field.choices.length > 0 ? field.choices : two) : [],
    currencies: kind === 'amount' ? (field.currencies.length > 0 ? field.currencies : ['AZN']) : [],
    pattern: kind === 'code' ? field.pattern : null,
    ...(kind === 'number' || kind === 'amount' ? {} : { least: null, most: null }),
  };
}
