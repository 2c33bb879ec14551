import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { StaffMember, Ticket } from '../../../contract/index.ts';
import { amend, change, drop, read, remove } from '../../ui/api.ts';
import { forgetWords } from './kept.ts';
import { dropAllOutgoing } from './outgoing.ts';
import { forgetSession, ticketQuery } from './queries.ts';

const path = (ticketId: number, rest: string): string => `/api/tickets/${String(ticketId)}/${rest}`;

const refresh = (client: QueryClient, ticketId: number): void => {
  void client.invalidateQueries({ queryKey: ['ticket', ticketId] });
  void client.invalidateQueries({ queryKey: ['conversation', ticketId] });
  void client.invalidateQueries({ queryKey: ['inbox'] });
};

/** Gives a ticket to somebody, or to nobody. It shows at once and goes back when the desk refuses. */
export function useAssign(ticketId: number) {
  const client = useQueryClient();
  const { queryKey } = ticketQuery(ticketId);
  return useMutation({
    mutationFn: (assignee: StaffMember | null) =>
      change('Ticket', path(ticketId, 'assignee'), { assignee_id: assignee?.id ?? null }),
    onMutate: async (assignee) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(queryKey, (ticket: Ticket | undefined) =>
        ticket ? { ...ticket, assignee: assignee && { id: assignee.id, name: assignee.name } } : ticket,
      );
      return { before };
    },
    onSuccess: (ticket) => client.setQueryData(queryKey, ticket),
    onError: (_error, _assignee, context) => client.setQueryData(queryKey, context?.before),
    onSettled: () => {
      refresh(client, ticketId);
    },
  });
}

/** Opens a resolved ticket again. */
export function useReopen(ticketId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => change('Ticket', path(ticketId, 'reopen'), {}),
    onSuccess: (ticket) => client.setQueryData(ticketQuery(ticketId).queryKey, ticket),
    onSettled: () => {
      refresh(client, ticketId);
    },
  });
}

/** Reads the words of a message of one's own as they were written. */
export const useSource = (ticketId: number) =>
  useMutation({
    mutationFn: (messageId: number) =>
      read('MessageSource', path(ticketId, `messages/${String(messageId)}/source`)),
  });

/** Gives a message of one's own other words, here and where its customer reads it. */
export const useEdit = (ticketId: number) =>
  useOwn(ticketId, ({ messageId, text }: { messageId: number; text: string }) =>
    amend('TicketMessage', path(ticketId, `messages/${String(messageId)}`), { text }),
  );

/** Takes a message of one's own back. */
export const useTakeBack = (ticketId: number) =>
  useOwn(ticketId, (messageId: number) =>
    drop('TicketMessage', path(ticketId, `messages/${String(messageId)}`)),
  );

function useOwn<T>(ticketId: number, act: (what: T) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => {
      refresh(client, ticketId);
    },
  });
}

/** Sends a message again whose delivery failed or is unknown. */
export const useResend = (ticketId: number) => useSending(ticketId, 'resend');

/** Sends a message now that waits for its customer to wake. */
export const useSendNow = (ticketId: number) => useSending(ticketId, 'send-now');

function useSending(ticketId: number, how: 'resend' | 'send-now') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (messageId: number) =>
      change('TicketMessage', path(ticketId, `messages/${String(messageId)}/${how}`), {}),
    onSettled: () => {
      refresh(client, ticketId);
    },
  });
}

/** Uses a macro in a ticket: it writes to the customer and acts at once. Under the same key it has no second effect. */
export function useRunMacro(ticketId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ macroId, fields, key }: { macroId: number; fields: object; key: string }) =>
      change('TicketMessage', path(ticketId, `macros/${String(macroId)}`), { fields, request_key: key }),
    onSettled: () => {
      refresh(client, ticketId);
    },
  });
}

/** Ends the session here and forgets what this browser kept of it. */
export function useSignOut(done: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => remove('/api/session'),
    onSuccess: () => {
      forgetWords();
      dropAllOutgoing();
      done();
      forgetSession(client);
    },
  });
}
