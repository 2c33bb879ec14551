import { addTo, findTicket, latest, next, openTicket, stay } from './desk.ts';
import type { DialogueState, Step, View } from './dialogue.types.ts';
import { button, say, statusButton, t } from './says.ts';

/** The customer never chose: what is kept becomes a ticket, or joins the one it most likely belongs to (F1, B6). A topic that never got
 * words is put away with a kind one and a way back (U2). */
export function onTimeout(state: DialogueState, view: View): Step {
  if (view.looseMessages === 0) return putAway(state, view);
  const { talk } = state;
  switch (talk.at) {
    case 'topic':
      return openTicket(state, {});
    case 'clarify':
      return openTicket(state, { topicId: talk.topicId });
    case 'answer':
      return openTicket(state, talk.topicId === undefined ? {} : { topicId: talk.topicId });
    case 'choose': {
      const ticket = latest(view.openTickets);
      if (ticket === undefined) return openTicket(state, {});
      const step = addTo(state, view, { ticket, messageIds: 'loose' });
      const told = say(t('added-unasked', { id: String(ticket.id) }), statusButton(ticket.id));
      return next(step.state, { at: 'idle' }, [
        ...step.effects.filter((effect) => effect.kind !== 'say'),
        told,
      ]);
    }
    case 'reopen': {
      const { ticketId } = talk;
      const add = { kind: 'addToTicket', ticketId, messageIds: 'loose' } as const;
      if (findTicket(view.openTickets, ticketId) !== undefined) return next(state, { at: 'idle' }, [add]);
      if (findTicket(view.recentlyResolved, ticketId) === undefined) return openTicket(state, {});
      return next(state, { at: 'idle' }, [{ kind: 'reopenTicket', ticketId }, add]);
    }
    // Nothing should be waiting here; if a broken state forgot words, they still reach a person.
    case 'idle':
      return openTicket(state, {});
    case 'words':
      return openTicket(state, { topicId: talk.topicId });
    case 'new':
    case 'add':
    case 'comment':
      return stay(state, []);
  }
}

function putAway(state: DialogueState, view: View): Step {
  const { talk } = state;
  if (talk.at !== 'words') return stay(state, []);
  const topic = view.topics.find(({ id }) => id === talk.topicId);
  if (topic === undefined) return next(state, { at: 'idle' }, []);
  const buttons = [
    [button(t('button-continue'), { do: 'topic', topicId: topic.id })],
    [button(t('button-person'), { do: 'human' })],
  ];
  return next(state, { at: 'idle' }, [
    { kind: 'notice', text: t('begun-put-away', { topic: topic.title }), buttons },
  ]);
}
