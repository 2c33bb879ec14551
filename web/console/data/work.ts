import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Presence, PresenceState, StaffNotices } from '../../../contract/index.ts';
import { changeIfAny, replace } from '../../ui/api.ts';
import { noticesQuery, presenceQuery, ticketQuery } from './queries.ts';

/** One key for all who press: while one asks, nobody asks again. */
const NEXT_KEY = ['next'];

/** Takes the next ticket of the queues that one serves; null when nothing waits. */
export function useNext() {
  const client = useQueryClient();
  const next = useMutation({
    mutationKey: NEXT_KEY,
    mutationFn: () => changeIfAny('Ticket', '/api/next'),
    onSuccess: (ticket) => {
      if (ticket) client.setQueryData(ticketQuery(ticket.id).queryKey, ticket);
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['inbox'] });
      void client.invalidateQueries({ queryKey: presenceQuery.queryKey });
    },
  });
  return { ...next, busy: () => client.isMutating({ mutationKey: NEXT_KEY }) > 0 };
}

/** Says whether one is there for work. It shows at once and goes back when the desk refuses. */
export function useSetPresence() {
  const client = useQueryClient();
  const { queryKey } = presenceQuery;
  return useMutation({
    mutationFn: (state: PresenceState) => replace('Presence', '/api/presence', { state }),
    onMutate: async (state) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(queryKey, (old: Presence | undefined) => (old ? { ...old, state } : old));
      return { before };
    },
    onSuccess: (presence) => client.setQueryData(queryKey, presence),
    onError: (_error, _state, context) => client.setQueryData(queryKey, context?.before),
  });
}

/** Sets what the bot tells one in Telegram. It shows at once and goes back when the desk refuses. */
export function useSetNotices() {
  const client = useQueryClient();
  const { queryKey } = noticesQuery;
  return useMutation({
    mutationFn: (tell: StaffNotices['tell']) => replace('StaffNotices', '/api/notices', { tell }),
    onMutate: async (tell) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(queryKey, { tell });
      return { before };
    },
    onSuccess: (notices) => client.setQueryData(queryKey, notices),
    onError: (_error, _tell, context) => client.setQueryData(queryKey, context?.before),
  });
}
