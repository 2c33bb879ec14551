import { plainWords } from '../../base/text/index.ts';
import {
  addTo,
  askClarify,
  askReopen,
  askWhich,
  consent,
  findTicket,
  first,
  keepForTopic,
  latest,
  next,
  openTicket,
  openUrgent,
  proceed,
  remind,
  stay,
} from './desk.ts';
import type {
  ClarifyOption,
  DialogueState,
  Effect,
  Input,
  Step,
  TicketView,
  View,
} from './dialogue.types.ts';
import { isEmptyOfMeaning, isThanks } from './meaning.ts';
import { isAskingForNews } from './news.ts';
import { offerTongue, whileAnswering } from './on-advice.ts';
import { asComment } from './on-aftercare.ts';
import { onStatus } from './on-command.ts';
import { say, t, topicButtons } from './says.ts';
import { ASK_AGAIN_MS, BURST_MS, GATHER_MS, holdsWords, NEWS_MS } from './state.ts';
import { findStopWord, type StopWord } from './stopwords.ts';

type Message = Extract<Input, { kind: 'message' }>;

/** What the message is, once looked at. */
type Heard = { readonly message: Message; readonly empty: boolean; readonly stop: StopWord | undefined };

/** Words, a photo or a file arrived: every one ends in a ticket, or waits with a question and a timer (B6, B7). */
export function onMessage(state: DialogueState, message: Message, view: View): Step {
  const empty = !message.hasAttachment && isEmptyOfMeaning(message.text);
  const stop = findStopWord(message.text);
  const heard: Heard = { message, empty, stop };
  const unreadable =
    message.tooBigFor === undefined ? [] : [say(t('file-too-big', { limit: String(message.tooBigFor) }))];
  // Whoever sends a picture has a matter of their own.
  const { advice: _unasked, ...plainly } = view;
  const seen = message.hasAttachment ? plainly : view;
  const told = message.unsupported ? tellUnsupported(state, view) : stay(state, []);
  const greeted = stop === undefined ? offerTongue(told.state, seen) : told;
  const offered = stop === undefined ? greeted.effects : [];
  const step = inTopic(greeted.state, heard, seen) ?? place(aside(greeted.state, message, view), heard, seen);
  return first([...(empty ? [] : consent(view)), ...told.effects, ...unreadable, ...offered], step);
}

/** Says that it cannot be shown here and is kept; once in a while, and instead of asking for words (B6). */
function tellUnsupported(state: DialogueState, view: View): Step {
  return hint(state, view, [say(t('content-unsupported'))]);
}

/** In a ticket's own topic: into that ticket, whatever else waits or is spoken about; one that ended is open again with it, thanks apart
 * (B7). Undefined: it is no topic of a ticket that can still be spoken about. */
function inTopic(state: DialogueState, { message, stop, empty }: Heard, view: View): Step | undefined {
  const { messageId, inTopicOf: ticketId } = message;
  const messageIds = [messageId];
  const ticket = findTicket(view.openTickets, ticketId);
  if (ticket !== undefined) {
    const onlyAsking = stop === undefined && !message.hasAttachment && isAskingForNews(message.text);
    if (!onlyAsking) return addTo(state, view, { ticket, messageIds, stop });
    return stay(state, [
      { kind: 'addToTicket', ticketId: ticket.id, messageIds, onlyAsking },
      { kind: 'showCard', ticketId: ticket.id },
    ]);
  }
  const ended = findTicket(view.recentlyResolved, ticketId);
  if (ended === undefined) return undefined;
  const kept: Effect = { kind: 'addToTicket', ticketId: ended.id, messageIds };
  const thanks = !message.hasAttachment && isThanks(message.text);
  if (thanks || empty) return stay(state, thanks ? [kept, say(t('thanks'))] : [kept]);
  return stay(state, [{ kind: 'reopenTicket', ticketId: ended.id }, kept]);
}

/** In a topic that the customer made, a matter of its own begins, whatever is open. */
function aside(state: DialogueState, { apart }: Message, view: View): DialogueState {
  const { at } = state.talk;
  const begins = apart === true && (at === 'idle' || at === 'add' || at === 'comment');
  return begins ? { ...state, talk: { at: 'new', since: view.now.getTime() } } : state;
}

function place(state: DialogueState, heard: Heard, view: View): Step {
  const { message, stop } = heard;
  const asked = stop === undefined && !message.carried ? askedForNews(state, message, view) : undefined;
  if (asked !== undefined) return asked;
  const replied = findTicket(view.openTickets, message.repliesToTicket);
  if (replied !== undefined) {
    return addTo(state, view, { ticket: replied, messageIds: [message.messageId], stop });
  }
  if (stop !== undefined) return urgent(state, stop, view);
  const noted = asComment(state, message);
  if (noted !== undefined) return noted;
  if (heard.empty) return wordless(state, message, view);
  switch (state.talk.at) {
    case 'idle':
    case 'comment':
      return message.carried ? keepForTopic(state, view) : outOfTheBlue(state, message, view);
    case 'new':
      return keepForTopic(state, view);
    case 'words': {
      const { topicId } = state.talk;
      const topic = view.topics.find((known) => known.id === topicId);
      return topic === undefined ? keepForTopic(state, view) : proceed(state, view, topic);
    }
    case 'clarify':
      return whileClarifying(state, message, view);
    case 'answer':
      return whileAnswering(state, message, view);
    case 'topic':
    case 'choose':
    case 'reopen':
      return askAgain(state, view);
    case 'add':
      return message.carried ? keepForTopic(state, view) : intoChosen(state, view);
  }
}

/** "Any news?" is answered by the card, at most once in a short while; the words stay with the ticket (U4). Undefined: it is not that, or
 * something else is being spoken about. */
function askedForNews(state: DialogueState, message: Message, view: View): Step | undefined {
  if (message.hasAttachment || holdsWords(state.talk) || state.talk.at === 'comment') return undefined;
  if (!isAskingForNews(message.text)) return undefined;
  const all = [...view.openTickets, ...view.recentlyResolved];
  const replied = findTicket(all, message.repliesToTicket);
  const ticket = replied ?? latest(view.openTickets) ?? view.recentlyResolved[0];
  if (ticket === undefined) return undefined;
  const kept = { kind: 'addToTicket', ticketId: ticket.id, messageIds: 'loose', onlyAsking: true } as const;
  const now = view.now.getTime();
  if (state.newsAt !== undefined && now - state.newsAt < NEWS_MS) return stay(state, [kept]);
  const several = replied === undefined && view.openTickets.length > 1;
  const shown: Step = several
    ? onStatus(state, view)
    : stay(state, [{ kind: 'showCard', ticketId: ticket.id }]);
  return first([kept], { state: { ...shown.state, newsAt: now }, effects: shown.effects });
}

/** A matter for a person at once: into the ticket it surely belongs to, else a ticket of its own (B5). */
function urgent(state: DialogueState, stop: StopWord, view: View): Step {
  const ticket = urgentHome(state, stop, view);
  if (ticket === undefined) return openUrgent(state, view, stop);
  const step = addTo(state, view, { ticket, messageIds: 'loose', stop });
  return state.talk.at === 'add' ? step : next(step.state, { at: 'idle' }, step.effects);
}

function urgentHome(state: DialogueState, stop: StopWord, view: View): TicketView | undefined {
  switch (state.talk.at) {
    case 'new':
    case 'words':
    case 'topic':
    case 'clarify':
    case 'answer':
      return undefined;
    case 'add':
      return findTicket(view.openTickets, state.talk.ticketId);
    case 'comment':
    case 'idle':
    case 'choose':
    case 'reopen': {
      if (view.openTickets.length === 1) return view.openTickets[0];
      const topicId = view.topics.find((topic) => topic.slug === stop.topicSlug)?.id;
      const same = view.openTickets.filter((open) => topicId !== undefined && open.topicId === topicId);
      return same.length === 1 ? same[0] : undefined;
    }
  }
}

/** Emoji, punctuation, nothing visible: it joins an open ticket quietly, else it is kept and words are asked for. */
function wordless(state: DialogueState, message: Message, view: View): Step {
  const { talk } = state;
  switch (talk.at) {
    case 'topic':
    case 'choose':
    case 'reopen':
    case 'answer':
    case 'clarify':
      return askAgain(state, view);
    case 'add':
      return intoChosen(state, view);
    case 'new':
    case 'words':
      return hint(state, view, [say(t('words-please'))]);
    case 'comment':
    case 'idle': {
      const open = latest(view.openTickets);
      if (open !== undefined) return stay(state, [putAll(open)]);
      const solved = view.recentlyResolved[0];
      if (solved !== undefined && isThanks(message.text))
        return stay(state, [putAll(solved), say(t('thanks'))]);
      return hint(state, view, [say(t('words-please'), topicButtons(view))]);
    }
  }
}

function hint(state: DialogueState, view: View, effects: readonly Effect[]): Step {
  const now = view.now.getTime();
  if (state.hintedAt !== undefined && now - state.hintedAt < ASK_AGAIN_MS) return stay(state, []);
  return stay({ ...state, hintedAt: now }, effects);
}

function putAll(ticket: TicketView): Effect {
  return { kind: 'addToTicket', ticketId: ticket.id, messageIds: 'loose' };
}

/** Free text with nothing begun: one open ticket takes it, several are asked about, a solved one may be reopened. */
function outOfTheBlue(state: DialogueState, message: Message, view: View): Step {
  const [only, ...others] = view.openTickets;
  const askedAt = view.now.getTime();
  const answered = findTicket(view.recentlyResolved, message.repliesToTicket);
  if (answered === undefined && only !== undefined && others.length === 0) {
    return addTo(state, view, { ticket: only, messageIds: 'loose' });
  }
  const open = latest(view.openTickets);
  if (answered === undefined && open !== undefined) {
    if (!message.hasAttachment && isThanks(message.text)) return stay(state, [putAll(open)]);
    return next(state, { at: 'choose', askedAt }, [askWhich(view)]);
  }
  const solved = answered ?? view.recentlyResolved[0];
  if (solved === undefined) return keepForTopic(state, view);
  if (!message.hasAttachment && isThanks(message.text)) {
    return stay(state, [putAll(solved), say(t('thanks'))]);
  }
  return next(state, { at: 'reopen', ticketId: solved.id, askedAt }, [askReopen(solved.id, true)]);
}

/** More words while a question waits: kept with the others; the question is said again when it has scrolled away. Which ticket they belong to
 * is asked once in a burst and never again: whoever does not choose is told where they went (B7). */
function askAgain(state: DialogueState, view: View): Step {
  const { talk } = state;
  if (talk.at === 'choose') return stay(state, []);
  const now = view.now.getTime();
  if (!('askedAt' in talk) || now - talk.askedAt < ASK_AGAIN_MS) return stay(state, []);
  return remind({ ...state, talk: { ...talk, askedAt: now } }, view);
}

/** Words after the topic's question: an answer in own words, or the rest of what happened. */
function whileClarifying(state: DialogueState, message: Message, view: View): Step {
  if (state.talk.at !== 'clarify') return stay(state, []);
  const { topicId, askedAt } = state.talk;
  const topic = view.topics.find((known) => known.id === topicId);
  if (topic?.clarify === undefined) return openTicket(state, {});
  const typed = topic.clarify.options.find((option) => sameWords(option.label, message.text));
  if (typed !== undefined) return clarified(state, view, typed);
  const now = view.now.getTime();
  if (now - askedAt < GATHER_MS) return stay(state, []);
  if (isEmptyOfMeaning(message.text)) {
    return next(state, { at: 'clarify', topicId, askedAt: now }, [askClarify(topic)]);
  }
  const clarification = { question: topic.clarify.text, answer: message.text };
  return openTicket(state, { topicId, clarification });
}

function sameWords(label: string, text: string): boolean {
  return plainWords(label).join(' ') === plainWords(text).join(' ');
}

/** The topic's question is answered: solved by itself, a ticket, or a person at once (F2, B4, B5). */
export function clarified(state: DialogueState, view: View, option: ClarifyOption): Step {
  if (state.talk.at !== 'clarify') return stay(state, []);
  const { topicId } = state.talk;
  const question = view.topics.find((topic) => topic.id === topicId)?.clarify?.text ?? '';
  const ticket = { topicId, clarification: { question, answer: option.label } };
  switch (option.outcome) {
    case 'ticket':
      return openTicket(state, ticket);
    case 'solved': {
      const step = openTicket(state, { ...ticket, outcome: 'auto_resolved' });
      return { state: step.state, effects: [...step.effects, say(t('solved-by-itself'))] };
    }
    case 'person':
      return openTicket(state, {
        ...ticket,
        priority: 'high',
        reason: 'asked_for_person',
        outcome: 'person',
      });
  }
}

/** The customer said where this belongs, a moment ago. */
function intoChosen(state: DialogueState, view: View): Step {
  const { talk } = state;
  const ticket = talk.at === 'add' ? findTicket(view.openTickets, talk.ticketId) : undefined;
  if (ticket === undefined) return keepForTopic(state, view);
  const step = addTo(state, view, { ticket, messageIds: 'loose' });
  return next(
    step.state,
    { at: 'add', ticketId: ticket.id, until: view.now.getTime() + BURST_MS },
    step.effects,
  );
}
