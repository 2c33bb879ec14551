import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { QuietSettings, SurveySettings } from '../../../../contract/index.ts';
import { change, read, replace } from '../../../ui/api.ts';

/** What customers are asked around the end of a ticket, and when. */
export const surveysQuery = queryOptions({
  queryKey: ['settings', 'surveys'],
  queryFn: ({ signal }) => read('SurveySettings', '/api/survey-settings', signal),
});

/** When customers are left alone. */
export const quietQuery = queryOptions({
  queryKey: ['settings', 'quiet'],
  queryFn: ({ signal }) => read('QuietSettings', '/api/quiet-hours', signal),
});

/** Low ratings, page after page: those that wait for a lead, or those that were handled. */
export const lowRatingsQuery = (state: 'open' | 'handled') =>
  infiniteQueryOptions({
    queryKey: ['inbox', 'low-ratings', state],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ state, ...(pageParam ? { cursor: pageParam } : {}) });
      return read('LowRatingPage', `/api/low-ratings?${query.toString()}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
  });

/** Sets what customers are asked. */
export function useSaveSurveys() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (settings: SurveySettings) => replace('SurveySettings', '/api/survey-settings', settings),
    onSuccess: (settings) => client.setQueryData(surveysQuery.queryKey, settings),
  });
}

/** Sets when customers are left alone. */
export function useSaveQuiet() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (settings: QuietSettings) => replace('QuietSettings', '/api/quiet-hours', settings),
    onSuccess: (settings) => client.setQueryData(quietQuery.queryKey, settings),
  });
}

/** Says what was done about a low rating. */
export function useHandled(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (note: string) =>
      change('LowRating', `/api/low-ratings/${String(id)}/handled`, note === '' ? {} : { note }),
    onSettled: () => client.invalidateQueries({ queryKey: ['inbox', 'low-ratings'] }),
  });
}
