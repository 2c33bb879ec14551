import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OwnTicket } from '../../../contract/index.ts';
import { change, replace } from '../../ui/api.ts';
import { useMe } from './me.tsx';
import { ticketQuery } from './queries.ts';

/** Something that a customer does to a ticket. */
export type Act =
  | { readonly kind: 'close' }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'rate'; readonly score: number }
  | { readonly kind: 'notify'; readonly on: boolean };

function perform(id: number, act: Act): Promise<OwnTicket> {
  const path = `/api/cabinet/tickets/${String(id)}`;
  switch (act.kind) {
    case 'close':
    case 'reopen':
      return change('OwnTicket', `${path}/${act.kind}`, {});
    case 'rate':
      return change('OwnTicket', `${path}/rating`, { score: act.score });
    case 'notify':
      return replace('OwnTicket', `${path}/notify`, { on: act.on });
  }
}

/** Does it at once on the screen where that is certain, and takes it back where the desk refuses. */
export function useAct(id: number) {
  const memory = useQueryClient();
  const { telegram } = useMe();
  const { queryKey } = ticketQuery(id);
  return useMutation({
    mutationFn: (act: Act) => perform(id, act),
    onMutate: async (act) => {
      await memory.cancelQueries({ queryKey });
      const before = memory.getQueryData(queryKey);
      memory.setQueryData(queryKey, (ticket: OwnTicket | undefined) => ticket && foresee(ticket, act));
      return before;
    },
    onError: (_error, _act, before) => {
      memory.setQueryData(queryKey, before);
      telegram?.feel('failed');
    },
    onSuccess: async (ticket) => {
      telegram?.feel('done');
      memory.setQueryData(queryKey, ticket);
      await memory.invalidateQueries({ queryKey: ['tickets'] });
    },
  });
}

function foresee(ticket: OwnTicket, act: Act): OwnTicket {
  if (act.kind === 'notify') return { ...ticket, notify: act.on };
  return act.kind === 'rate' ? { ...ticket, rating: act.score } : ticket;
}
