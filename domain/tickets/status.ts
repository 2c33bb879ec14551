import { DomainError } from '../../base/kernel/index.ts';

/** Where a ticket stands; a customer sees it in words of their own (F3). */
export type TicketStatus = 'accepted' | 'in_progress' | 'clarification' | 'resolved' | 'closed' | 'reopened';

/** What can happen to a ticket's status. `answer`: a person of the staff wrote to the customer; `hear`: the customer wrote. */
export type StatusAction = 'answer' | 'ask' | 'hear' | 'resolve' | 'close' | 'reopen';

const NEXT: Record<TicketStatus, Partial<Record<StatusAction, TicketStatus>>> = {
  accepted: {
    answer: 'in_progress',
    ask: 'clarification',
    hear: 'accepted',
    resolve: 'resolved',
    close: 'closed',
  },
  in_progress: {
    answer: 'in_progress',
    ask: 'clarification',
    hear: 'in_progress',
    resolve: 'resolved',
    close: 'closed',
  },
  clarification: {
    answer: 'clarification',
    ask: 'clarification',
    hear: 'in_progress',
    resolve: 'resolved',
    close: 'closed',
  },
  reopened: {
    answer: 'in_progress',
    ask: 'clarification',
    hear: 'reopened',
    resolve: 'resolved',
    close: 'closed',
  },
  resolved: { answer: 'resolved', hear: 'resolved', close: 'closed', reopen: 'reopened' },
  closed: { reopen: 'reopened' },
};

/** The status after an action. Refuses (`conflict`) what is not possible from here. */
export function nextStatus(status: TicketStatus, action: StatusAction): TicketStatus {
  const next = NEXT[status][action];
  if (!next) throw new DomainError('conflict', 'status_not_possible', { status, action });
  return next;
}

/** Whether somebody still works, or will work, on a ticket with this status. */
export function isOpen(status: TicketStatus): boolean {
  return status !== 'resolved' && status !== 'closed';
}

/** How pressing a ticket is (Q1). */
export type Priority = 'low' | 'normal' | 'high' | 'critical';

const RANK: Record<Priority, number> = { low: 0, normal: 1, high: 2, critical: 3 };

/** The more pressing of two priorities. */
export function higherPriority(a: Priority, b: Priority): Priority {
  return RANK[a] >= RANK[b] ? a : b;
}
