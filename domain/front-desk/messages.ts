import type { CardReader } from './card.ts';
import type { Button, Buttons, T } from './dialogue.types.ts';
import { button, named, statusButton, t } from './says.ts';
import { when } from './when.ts';

/** What an agent wrote, under the agent's name: a person says their name (F5). */
export function agentReply(agent: string, text: string): T {
  return t('agent-reply', { agent, text });
}

/** A person takes the ticket: the first thing that the customer hears from them (T). */
export function agentGreeting(greeting: { name: string; agent: string; id: number }): T {
  return t('agent-greeting', { ...named(greeting.name), agent: greeting.agent, id: String(greeting.id) });
}

/** One thing is needed from the customer, and until when the ticket waits for it (T). */
export function clarificationAsked(asked: { need: string; until: Date }, reader: CardReader): T {
  return t('clarification-asked', { need: asked.need, ...when(asked.until, reader) });
}

/** The answer did not come in time: what happens now. */
export function clarificationReminder(asked: { id: number; need: string }): T {
  return t('clarification-reminder', { id: String(asked.id), need: asked.need });
}

/** The ticket is solved: what was done and, where there is one, the next step (F6). */
export function solvedSummary(done: { id: number; what: string; next?: string }): T {
  const vars = { id: String(done.id), what: done.what };
  return done.next === undefined
    ? t('solved-summary', vars)
    : t('solved-summary-next', { ...vars, next: done.next });
}

/** The question went to an expert, with the time of the answer if it is known (F4). */
export function escalated(ticket: { id: number; etaAt?: Date }, reader: CardReader): T {
  const id = String(ticket.id);
  return ticket.etaAt === undefined || ticket.etaAt <= reader.now
    ? t('escalated', { id })
    : t('escalated-eta', { id, ...when(ticket.etaAt, reader) });
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

/** A file that is larger than can be fetched: `limit` in megabytes. The rest of the message is kept. */
export function fileTooBig(limit: number): T {
  return t('file-too-big', { limit: String(limit) });
}

/** A kind of message that carries nothing an agent could read (a dice, a game, a poll). */
export function kindNotRead(): T {
  return t('kind-not-read');
}

/** So many messages at once that answers pause; everything is kept. */
export function tooMany(): T {
  return t('too-many');
}

/** Something failed on our side; what was sent is kept, and what helps now. */
export function failed(): { text: T; buttons: readonly (readonly Button[])[] } {
  return { text: t('failed'), buttons: [[button(t('button-person'), { do: 'human' })]] };
}
