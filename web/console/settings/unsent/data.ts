import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { FailedUpdate, UnsentChoice } from '../../../../contract/index.ts';
import { change, drop, read } from '../../../ui/api.ts';

/** What did not arrive, page after page: for one reason, or all. */
export const unsentQuery = (reason: string | null) =>
  infiniteQueryOptions({
    queryKey: ['settings', 'unsent', reason],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({
        ...(reason === null ? {} : { reason }),
        ...(pageParam ? { cursor: pageParam } : {}),
      });
      return read('UnsentPage', `/api/unsent?${query.toString()}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
  });

/** Sends some of it again, or gives it up. */
export function useUnsent(act: 'retry' | 'discard') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (choice: UnsentChoice) => change('UnsentDone', `/api/unsent/${act}`, choice),
    onSettled: () => client.invalidateQueries({ queryKey: ['settings', 'unsent'] }),
  });
}

/** Tries an update again, or gives it up. */
export function useFailedUpdate({ bot, update }: FailedUpdate) {
  const client = useQueryClient();
  const path = `/api/failed-updates/${String(bot)}/${String(update)}`;
  return useMutation({
    mutationFn: (act: 'retry' | 'discard') =>
      act === 'retry' ? change('UpdateTried', `${path}/retry`, {}) : drop('UpdateTried', path),
    onSettled: () => client.invalidateQueries({ queryKey: ['settings', 'unsent'] }),
  });
}
