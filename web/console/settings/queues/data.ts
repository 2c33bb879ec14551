import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Queue, RoutingRules, StaffWork } from '../../../../contract/index.ts';
import { read, readList, replace } from '../../../ui/api.ts';

/** All queues with their settings. */
export const queuesQuery = queryOptions({
  queryKey: ['settings', 'queues'],
  queryFn: ({ signal }) => readList('Queue', '/api/queues', signal),
});

/** What rules and macros can name: topics and queues. */
export const deskMapQuery = queryOptions({
  queryKey: ['settings', 'map'],
  queryFn: ({ signal }) => read('DeskMap', '/api/map', signal),
});

/** The rules of routing, in their order. */
export const rulesQuery = queryOptions({
  queryKey: ['settings', 'rules'],
  queryFn: ({ signal }) => read('RoutingRules', '/api/routing-rules', signal),
});

/** Everybody who works here, or did. */
export const everybodyQuery = queryOptions({
  queryKey: ['settings', 'staff'],
  queryFn: ({ signal }) => readList('StaffRecord', '/api/staff/all', signal),
});

/** What somebody takes on. */
export const staffWorkQuery = (id: number) =>
  queryOptions({
    queryKey: ['settings', 'staff', id, 'work'],
    queryFn: ({ signal }) => read('StaffWork', `/api/staff/${String(id)}/work`, signal),
  });

/** Sets how a queue hands out its tickets. */
export function useSaveQueue() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ slug, assignment, silent_minutes, offline_minutes }: Queue) =>
      replace('Queues', `/api/queues/${encodeURIComponent(slug)}`, {
        ...{ assignment, silent_minutes, offline_minutes },
      }),
    onSuccess: (queues) => client.setQueryData(queuesQuery.queryKey, queues),
  });
}

/** Sets all rules of routing. They show at once and go back when the desk refuses. */
export function useSaveRules() {
  const client = useQueryClient();
  const { queryKey } = rulesQuery;
  return useMutation({
    mutationFn: (rules: RoutingRules) => replace('RoutingRules', '/api/routing-rules', rules),
    onMutate: async (rules) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(queryKey, rules);
      return { before };
    },
    onSuccess: (rules) => client.setQueryData(queryKey, rules),
    onError: (_error, _rules, context) => client.setQueryData(queryKey, context?.before),
  });
}

/** Sets what somebody takes on. */
export function useSaveStaffWork(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (work: StaffWork) => replace('StaffWork', `/api/staff/${String(id)}/work`, work),
    onSuccess: (work) => client.setQueryData(staffWorkQuery(id).queryKey, work),
  });
}
