import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { LetsIn } from '../../../contract/index.ts';
import { change, read, replace } from '../../ui/api.ts';
import { conversationQuery, ticketQuery } from './queries.ts';

const ticket = (id: number, rest: string): string => `/api/tickets/${String(id)}/${rest}`;

/** Whose accounts are connected, and whose chats come to the desk. */
export const conciergeQuery = queryOptions({
  queryKey: ['settings', 'concierge'],
  queryFn: ({ signal }) => read('ConciergeDesk', '/api/concierge', signal),
});

/** Sets whose chats come to the desk. */
export function useLetsIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (lets_in: LetsIn) => replace('ConciergeDesk', '/api/concierge', { lets_in }),
    onSuccess: (desk) => client.setQueryData(conciergeQuery.queryKey, desk),
  });
}

/** The greeting of whoever takes a ticket over by name. */
export const greetingQuery = (id: number) =>
  queryOptions({
    queryKey: ['greeting', id],
    queryFn: ({ signal }) => read('Greeting', ticket(id, 'greeting'), signal),
    staleTime: 0,
  });

function useOnTicket<T, R>(id: number, act: (what: T) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ticketQuery(id).queryKey });
      await client.invalidateQueries({ queryKey: conversationQuery(id).queryKey });
      await client.invalidateQueries({ queryKey: ['inbox'] });
    },
  });
}

/** Takes a ticket over by name; the same key again has no second effect. */
export const useTakeOver = (id: number) =>
  useOnTicket(id, (greeting: { text: string; request_key: string }) =>
    change('Done', ticket(id, 'take-over'), greeting),
  );

/** Goes on with a concierge's ticket in the bot's chat. */
export const useGoOnInBot = (id: number) =>
  useOnTicket(id, () => change('Done', ticket(id, 'go-on-in-bot'), {}));

/** Makes the ticket's customer a VIP, or an ordinary one again. */
export const useVip = (id: number, customerId: number) =>
  useOnTicket(id, (is_vip: boolean) =>
    replace('Done', `/api/customers/${String(customerId)}/vip`, { is_vip }),
  );

/** Puts messages into another ticket of the customer's; null: into a new one. */
export const useMove = (id: number) =>
  useOnTicket(id, (move: { messages: number[]; to: number | null }) =>
    change('MovedMessages', ticket(id, 'messages/move'), move),
  );

/** Says that somebody has opened a concierge's ticket: its customer sees that it was read. */
export const markSeen = (id: number): Promise<unknown> => change('Done', ticket(id, 'seen'), {});
