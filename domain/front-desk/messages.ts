import type { CardReader } from './card.ts';
import type { Buttons, T } from './dialogue.types.ts';
import { statusButton, t } from './says.ts';
import { when } from './when.ts';

/** What an agent wrote, under the agent's name: a person says their name (F5). */
export function agentReply(agent: string, text: string): T {
  return t('agent-reply', { agent, text });
}

/** One thing is needed from the customer, and until when the ticket waits for it (T). */
export function clarificationAsked(asked: { need: string; until: Date }, reader: CardReader): T {
  return t('clarification-asked', { need: asked.need, ...when(asked.until, reader) });
}

/** The ticket is solved: what was done and, where there is one, the next step (F6). */
export function solvedSummary(done: { id: number; what: string; next?: string }): T {
  const vars = { id: String(done.id), what: done.what };
  return done.next === undefined
    ? t('solved-summary', vars)
    : t('solved-summary-next', { ...vars, next: done.next });
}

/** A change of the ticket's status, as a message of its own for those who asked to be told (B3). */
export function statusChanged(change: {
  id: number;
  to: 'in_progress' | 'closed' | 'reopened';
  agent?: string;
}): T {
  const id = String(change.id);
  switch (change.to) {
    case 'in_progress':
      return change.agent === undefined
        ? t('changed-in-progress', { id })
        : t('changed-in-progress-by', { id, agent: change.agent });
    case 'closed':
      return t('changed-closed', { id });
    case 'reopened':
      return t('changed-reopened', { id });
  }
}

/** A press of this shows where the ticket stands. */
export function statusButtons(ticketId: number): Buttons {
  return statusButton(ticketId);
}
