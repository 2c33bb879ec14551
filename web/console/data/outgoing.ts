import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Conversation, TicketMessage } from '../../../contract/index.ts';
import { ApiError, change } from '../../ui/api.ts';
import { deskNow } from '../../ui/clock.ts';
import { kept } from './kept.ts';
import { conversationQuery, ticketQuery } from './queries.ts';

/** What one can do with words in a ticket. */
export type Mode = 'reply' | 'note' | 'ask' | 'resolve';

/** Words on their way to the desk, kept until it has them. */
export interface Outgoing {
  /** The request key: sending again under the same one has no second effect. */
  readonly key: string;
  readonly staffId: number;
  readonly ticketId: number;
  readonly mode: Mode;
  readonly text: string;
  /** Uploads that go with them, and the message that they answer. */
  readonly files: readonly { readonly id: number; readonly name: string }[];
  readonly replyTo: number | null;
  readonly at: string;
  readonly state: 'sending' | 'failed';
  readonly failure: { readonly status: number; readonly code: string; readonly message: string } | null;
}

/** A page that was closed while sending cannot say how it ended; after this long its words are offered again. */
const LOST_AFTER_MS = 30_000;

let entries: readonly Outgoing[] | undefined;
const listeners = new Set<() => void>();

const revive = (key: string): Outgoing | null => {
  try {
    const entry = JSON.parse(kept.get(key) ?? 'null') as Outgoing | null;
    if (!entry || Date.now() - Date.parse(entry.at) < LOST_AFTER_MS) return null;
    return {
      ...{ ...entry, files: entry.files ?? [], replyTo: entry.replyTo ?? null },
      state: 'failed',
      failure: entry.failure ?? { status: 0, code: 'offline', message: '' },
    };
  } catch {
    return null;
  }
};

const all = (): readonly Outgoing[] => {
  entries ??= kept
    .keys('outgoing.')
    .map(revive)
    .filter((entry) => entry !== null);
  return entries;
};

const put = (next: readonly Outgoing[]): void => {
  entries = next;
  for (const listener of listeners) listener();
};

const keep = (entry: Outgoing): void => {
  kept.set(`outgoing.${entry.key}`, JSON.stringify(entry));
  put([...all().filter((other) => other.key !== entry.key), entry]);
};

/** Lets go of words: the desk has them, or their author does not want them any more. */
export const dropOutgoing = (key: string): void => {
  kept.remove(`outgoing.${key}`);
  put(all().filter((other) => other.key !== key));
};

/** Lets go of everything, at sign-out. */
export const dropAllOutgoing = (): void => {
  for (const { key } of all()) kept.remove(`outgoing.${key}`);
  put([]);
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The words on their way in a ticket, oldest first. */
export function useOutgoing(ticketId: number, staffId: number): readonly Outgoing[] {
  const everything = useSyncExternalStore(subscribe, all);
  return useMemo(
    () => everything.filter((entry) => entry.ticketId === ticketId && entry.staffId === staffId),
    [everything, ticketId, staffId],
  );
}

const showSent = (client: QueryClient, ticketId: number, message: TicketMessage): void => {
  client.setQueryData(conversationQuery(ticketId).queryKey, (old) => {
    const [newest, ...older] = old?.pages ?? [];
    if (!old || !newest || newest.messages.some((other) => other.id === message.id)) return old;
    const part: Conversation = { ...newest, messages: [...newest.messages, message] };
    return { ...old, pages: [part, ...older] };
  });
};

async function deliver(client: QueryClient, entry: Outgoing): Promise<void> {
  const ticket = `/api/tickets/${String(entry.ticketId)}`;
  const request_key = entry.key;
  if (entry.mode === 'resolve') {
    const resolved = await change('Ticket', `${ticket}/resolve`, { summary: entry.text, request_key });
    client.setQueryData(ticketQuery(entry.ticketId).queryKey, resolved);
    await client.invalidateQueries({ queryKey: conversationQuery(entry.ticketId).queryKey });
    return;
  }
  const sent =
    entry.mode === 'ask'
      ? await change('TicketMessage', `${ticket}/clarifications`, { question: entry.text, request_key })
      : await change('TicketMessage', `${ticket}/${entry.mode === 'note' ? 'notes' : 'replies'}`, {
          text: entry.text,
          files: entry.files.map(({ id }) => id),
          ...(entry.replyTo === null ? {} : { reply_to: entry.replyTo }),
          request_key,
        });
  showSent(client, entry.ticketId, sent);
}

async function send(client: QueryClient, entry: Outgoing): Promise<void> {
  keep({ ...entry, state: 'sending', failure: null });
  try {
    await deliver(client, entry);
    dropOutgoing(entry.key);
  } catch (reason) {
    const failure =
      reason instanceof ApiError
        ? { status: reason.status, code: reason.code, message: reason.message }
        : { status: 0, code: 'unexpected', message: '' };
    keep({ ...entry, state: 'failed', failure });
    if (failure.status === 401) void client.invalidateQueries({ queryKey: ['session'] });
  }
  void client.invalidateQueries({ queryKey: ['ticket', entry.ticketId] });
  void client.invalidateQueries({ queryKey: ['conversation', entry.ticketId] });
  void client.invalidateQueries({ queryKey: ['inbox'] });
}

/** Sends words, and sends them again. They stand in the conversation at once and are kept until the desk has them. */
export function useSend(ticketId: number, staffId: number) {
  const client = useQueryClient();
  const sendNew = useCallback(
    (what: Pick<Outgoing, 'mode' | 'text' | 'files' | 'replyTo'>) => {
      const at = new Date(deskNow()).toISOString();
      const key = crypto.randomUUID();
      void send(client, { ...what, key, staffId, ticketId, at, state: 'sending', failure: null });
    },
    [client, ticketId, staffId],
  );
  const sendAgain = useCallback((entry: Outgoing) => void send(client, entry), [client]);
  return { sendNew, sendAgain };
}
