import {
  arriveAtTopic,
  askReopen,
  askTopic,
  callPerson,
  consent,
  findTicket,
  first,
  greet,
  next,
  openTicket,
  remind,
  stay,
} from './desk.ts';
import type { DialogueState, Input, Step, Talk, View } from './dialogue.types.ts';
import { isLanguage } from './language.ts';
import { onPrivacy } from './on-privacy.ts';
import { onQuiet } from './on-quiet.ts';
import { button, languageButtons, say, t, ticketButtons, wayOn } from './says.ts';
import { holdsWords } from './state.ts';

/** /start, plain or by a deep link: `t_<topic>`, `ticket_<number>`, `new`, `lang_<code>` (F1). */
export function onStart(state: DialogueState, payload: string | undefined, view: View): Step {
  const [, name = '', value = ''] = /^(t|ticket|lang)_([\w-]{1,60})$/.exec(payload ?? '') ?? [];
  if (payload === 'new') return onNew(state, view);
  if (name === 't') {
    const topic = view.topics.find((known) => known.slug === value);
    if (topic !== undefined) return arriveAtTopic(state, view, topic);
  }
  if (name === 'ticket' && /^\d{1,15}$/.test(value)) return showTicket(state, Number(value), view);
  if (name === 'lang' && isLanguage(value)) {
    return stay(state, [
      { kind: 'setLanguage', language: value },
      { kind: 'again', input: { kind: 'start' } },
    ]);
  }
  return plainStart(state, view);
}

function plainStart(state: DialogueState, view: View): Step {
  switch (state.talk.at) {
    case 'topic':
    case 'clarify':
      return next(state, { at: 'topic', askedAt: view.now.getTime() }, [askTopic(view, true)]);
    case 'answer':
    case 'choose':
    case 'reopen':
      return remind(state, view);
    case 'idle':
    case 'new':
    case 'words':
    case 'add':
    case 'comment':
      return next(state, afterGreeting(view), [greet(view)]);
  }
}

/** With nothing else to speak about, what comes after the greeting is the matter it asked for. */
function afterGreeting(view: View): Talk {
  const past = view.openTickets.length + view.recentlyResolved.length;
  return past > 0 ? { at: 'idle' } : { at: 'new', since: view.now.getTime() };
}

/** A command, at any moment. One that we don't know is answered with those that we do. */
export function onCommand(
  state: DialogueState,
  command: Extract<Input, { kind: 'command' }>,
  view: View,
): Step {
  switch (command.name) {
    case 'start':
      return onStart(state, command.args === '' ? undefined : command.args, view);
    case 'new':
      return onNew(state, view);
    case 'status':
      return onStatus(state, view);
    case 'help':
      return stay(state, [say(t('help', { desk: view.desk.name }), wayOn(view))]);
    case 'language':
      return onLanguage(state, command.args);
    case 'human':
      return onHuman(state, view);
    case 'quiet':
      return onQuiet(state, command.quiet ?? {});
    case 'privacy':
      return onPrivacy(state, view);
    case 'cancel':
      return onCancel(state, view);
    default:
      return stay(state, [say(t('command-unknown'), wayOn(view))]);
  }
}

/** A new matter beside whatever is open; words that wait for a choice go along (B7). */
export function onNew(state: DialogueState, view: View): Step {
  const now = view.now.getTime();
  const kept = holdsWords(state.talk);
  return next(state, kept ? { at: 'topic', askedAt: now } : { at: 'new', since: now }, [
    askTopic(view, kept),
  ]);
}

/** Where the customer's matters stand: the card, or the list to choose from (U4). */
export function onStatus(state: DialogueState, view: View): Step {
  const tickets = view.openTickets.length > 0 ? view.openTickets : view.recentlyResolved;
  const [only, ...others] = tickets;
  if (only === undefined) return stay(state, [say(t('status-none'), wayOn(view))]);
  if (others.length === 0) return stay(state, [{ kind: 'showCard', ticketId: only.id }]);
  const fresh = button(t('button-new-question'), { do: 'new' });
  const buttons = ticketButtons(tickets, (ticketId) => ({ do: 'show', ticketId }), fresh);
  return stay(state, [say(t('status-list', { count: String(tickets.length) }), buttons)]);
}

/** One ticket's card, by its number; somebody else's or a long closed one is said to be unknown. */
export function showTicket(state: DialogueState, ticketId: number, view: View): Step {
  const ticket = findTicket([...view.openTickets, ...view.recentlyResolved], ticketId);
  if (ticket !== undefined) return stay(state, [{ kind: 'showCard', ticketId }]);
  return stay(state, [say(t('ticket-unknown', { id: String(ticketId) }), wayOn(view))]);
}

function onLanguage(state: DialogueState, args: string): Step {
  const code = args.trim().toLowerCase();
  return isLanguage(code)
    ? stay(state, [
        { kind: 'setLanguage', language: code },
        { kind: 'again', input: { kind: 'remind' } },
      ])
    : stay(state, [say(t('language-ask'), languageButtons())]);
}

/** Talk to a person, from anywhere: what is begun goes to one at once, or an open ticket does (B5). */
export function onHuman(state: DialogueState, view: View): Step {
  const { talk } = state;
  switch (talk.at) {
    case 'topic':
    case 'clarify':
    case 'answer':
    case 'choose':
    case 'reopen':
    case 'new':
    case 'words':
      return newForPerson(state, view);
    case 'add':
      return personFor(state, talk.ticketId, view);
    case 'comment':
    case 'idle': {
      const [only, ...others] = view.openTickets;
      if (only === undefined) return newForPerson(state, view);
      if (others.length === 0) return personFor(state, only.id, view);
      const fresh = button(t('button-new-question'), { do: 'new' });
      const buttons = ticketButtons(view.openTickets, (ticketId) => ({ do: 'person', ticketId }), fresh);
      return stay(state, [say(t('person-which'), buttons)]);
    }
  }
}

function newForPerson(state: DialogueState, view: View): Step {
  const { talk } = state;
  const topic = 'topicId' in talk && talk.topicId !== undefined ? { topicId: talk.topicId } : {};
  const wordless = holdsWords(talk) ? [] : [say(t('person-called'))];
  const step = openTicket(state, {
    ...topic,
    priority: 'high',
    reason: 'asked_for_person',
    outcome: 'person',
  });
  return first([...consent(view), ...wordless], step);
}

/** A person for an open ticket; a solved one is first asked about. */
export function personFor(state: DialogueState, ticketId: number, view: View): Step {
  if (findTicket(view.openTickets, ticketId) === undefined) return stay(state, [askReopen(ticketId, false)]);
  return stay(state, [callPerson(ticketId), say(t('person-asked', { id: String(ticketId) }))]);
}

function onCancel(state: DialogueState, view: View): Step {
  if (holdsWords(state.talk)) {
    return next(state, { at: 'idle' }, [{ kind: 'setAside' }, say(t('cancelled-words'), wayOn(view))]);
  }
  const key = state.talk.at === 'idle' ? 'cancelled-nothing' : 'cancelled';
  return next(state, { at: 'idle' }, [say(t(key), wayOn(view))]);
}
