import type { Action } from './buttons.ts';
import { askReopen, findTicket, stay } from './desk.ts';
import type { DialogueState, Effect, Step, View } from './dialogue.types.ts';
import { incidentButtons } from './incident-words.ts';
import { answer } from './says.ts';

/** The customer says that a ticket is about something else than a known problem, or wants to hear all news of it (U5); when it has ended, it can
 * be opened again. Undefined when it is in none (any more). */
export function onIncident(
  at: { state: DialogueState; view: View; spent: readonly Effect[] },
  action: Extract<Action, { do: 'unrelated' | 'follow' }>,
): Step | undefined {
  const { ticketId } = action;
  if (findTicket(at.view.recentlyResolved, ticketId) !== undefined) {
    return stay(at.state, [
      answer('ticket-closed', { id: String(ticketId) }),
      ...at.spent,
      askReopen(ticketId, false),
    ]);
  }
  const ticket = findTicket(at.view.openTickets, ticketId);
  if (ticket?.incident === undefined || ticket.incident.over) return undefined;
  if (action.do === 'unrelated') {
    const told = answer('incident-left', { id: String(ticketId) });
    return stay(at.state, [told, ...at.spent, { kind: 'leaveIncident', ticketId }]);
  }
  return stay(at.state, [
    answer('incident-followed'),
    { kind: 'setNotify', ticketId, on: true },
    { kind: 'replaceButtons', buttons: incidentButtons(ticketId, true) },
  ]);
}
