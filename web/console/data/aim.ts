import { useMemo, useSyncExternalStore } from 'react';
import type { TicketMessage } from '../../../contract/index.ts';

/** What is written is an answer to this message, or takes the place of its words (`source`: as they were written). */
export type Aim =
  | { readonly kind: 'reply'; readonly ticketId: number; readonly message: TicketMessage }
  | {
      readonly kind: 'edit';
      readonly ticketId: number;
      readonly message: TicketMessage;
      readonly source: string;
    };

let aim: Aim | null = null;
const listeners = new Set<() => void>();

/** Aims what is written next at a message; null: at none. */
export const setAim = (next: Aim | null): void => {
  aim = next;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What the words being written in a ticket are aimed at. */
export function useAim(ticketId: number): Aim | null {
  const current = useSyncExternalStore(subscribe, () => aim);
  return useMemo(() => (current?.ticketId === ticketId ? current : null), [current, ticketId]);
}
