import type { Buttons, T } from './dialogue.types.ts';
import { statusButton, t } from './says.ts';

/** What an agent wrote, under the agent's name: a person says their name (F5). */
export function agentReply(agent: string, text: string): T {
  return t('agent-reply', { agent, text });
}

/** One thing is needed from the customer, and until when (the notice's moment) the ticket waits for it (T). */
export function clarificationAsked(need: string): T {
  return t('clarification-asked', { need });
}

/** The ticket is solved: what was done and, where there are some, the next steps (F6). */
export function solvedSummary(done: { id: number; what: string; next: readonly string[] }): T {
  const vars = { id: String(done.id), what: done.what };
  const [only, ...others] = done.next;
  if (only === undefined) return t('solved-summary', vars);
  return others.length === 0
    ? t('solved-summary-next', { ...vars, next: only })
    : t('solved-summary-points', { ...vars, points: `\n${asPoints(done.next)}` });
}

/** A point a line. */
export const asPoints = (points: readonly string[]): string => points.map((point) => `• ${point}`).join('\n');

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
