import { queryOptions } from '@tanstack/react-query';
import { readList } from '../../../ui/api.ts';

/** All queues with their settings. */
export const queuesQuery = queryOptions({
  queryKey: ['settings', 'queues'],
  queryFn: ({ signal }) => readList('Queue', '/api/queues', signal),
});
