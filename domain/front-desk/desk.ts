import type {
  DialogueState,
  Effect,
  Step,
  Talk,
  TicketView,
  TopicView,
  UrgentReason,
  View,
} from './dialogue.types.ts';
import { incidentButtons } from './incident-words.ts';
import {
  addedText,
  answerButtons,
  articleButtons,
  button,
  clarifyButtons,
  guessButtons,
  named,
  reopenButtons,
  say,
  statusButton,
  t,
  ticketButtons,
  topicButtons,
  waits,
} from './says.ts';
import { BURST_MS, GATHER_MS, holdsWords } from './state.ts';
import type { StopWord } from './stopwords.ts';

/** Move the conversation on. */
export function next(state: DialogueState, talk: Talk, effects: readonly Effect[]): Step {
  return { state: { ...state, talk }, effects };
}

/** Stay where the conversation is. */
export function stay(state: DialogueState, effects: readonly Effect[]): Step {
  return { state, effects };
}

/** Do this first, then what the step wants. */
export function first(effects: readonly Effect[], step: Step): Step {
  return { state: step.state, effects: [...effects, ...step.effects] };
}

/** Record the consent that choosing a topic or writing gives, if it isn't there in today's version (B1, C3). */
export function consent(view: View): Effect[] {
  return agreed(view) ? [] : [{ kind: 'recordConsent', version: view.consent.required }];
}

/** Whether the customer knows and accepts what is kept, in today's version. */
function agreed(view: View): boolean {
  return view.consent.given === view.consent.required;
}

/** The greeting with the topics; before consent it also says what is kept (B1, B2). */
export function greet(view: View): Effect {
  const vars = { ...named(view.customer.firstName), desk: view.desk.name };
  return ask(say(t(agreed(view) ? 'greeting-again' : 'greeting', vars), topicButtons(view)));
}

/** Ask for the topic of words that are kept, or of a new matter. */
export function askTopic(view: View, kept: boolean): Effect {
  const guess = kept ? guessed(view) : undefined;
  if (guess !== undefined) return ask(say(t('topic-guess', { topic: guess.title }), guessButtons(guess)));
  return ask(say(t(kept ? 'topic-ask-kept' : 'topic-ask'), topicButtons(view)));
}

/** What the words that are kept are surely about. */
function guessed({ advice, topics }: View): TopicView | undefined {
  return topics.find(({ id }) => id === advice?.topicId);
}

/** The article that answers the words that are kept, if one surely does and was not offered before (B4). With a topic it has to be the article's. */
function offerAnswer(state: DialogueState, view: View, topic?: TopicView): Step | undefined {
  const article = view.advice?.article;
  if (article === undefined || state.offered !== undefined) return undefined;
  if (topic !== undefined && !article.topicIds.includes(topic.id)) return undefined;
  const [about] = article.topicIds;
  const talk: Talk = {
    ...{ at: 'answer', articleId: article.id, askedAt: view.now.getTime() },
    ...(topic === undefined ? {} : { topicId: topic.id }),
    ...(about === undefined ? {} : { about }),
  };
  const offered = { articleId: article.id, notSolved: false };
  const stranger = state.talk.at === 'idle' && !agreed(view);
  return next({ ...state, offered }, talk, [
    ...(stranger ? [say(t('answer-first', { desk: view.desk.name }))] : []),
    { kind: 'offerArticle', article, buttons: articleButtons(article) },
  ]);
}

/** Keep words that have no topic yet and ask for it; whoever has not met the bot is told who asks (B1, B6). */
export function keepForTopic(state: DialogueState, view: View): Step {
  const answered = offerAnswer(state, view);
  if (answered !== undefined) return answered;
  const talk: Talk = { at: 'topic', askedAt: view.now.getTime() };
  const stranger = state.talk.at === 'idle' && !agreed(view);
  if (!stranger) return next(state, talk, [askTopic(view, true)]);
  const guess = guessed(view);
  const introduced =
    guess === undefined
      ? say(t('topic-ask-kept-first', { desk: view.desk.name }), topicButtons(view))
      : say(t('topic-guess-first', { desk: view.desk.name, topic: guess.title }), guessButtons(guess));
  return next(state, talk, [ask(introduced)]);
}

/** Mark what is said as the question that waits: a newer one replaces it while it is unsent. */
export function ask(effect: Effect): Effect {
  return effect.kind === 'say' ? { ...effect, key: 'ask' } : effect;
}

/** The topic is known: its question or the ticket if words are kept, else ask for words (B2, F2). */
export function chooseTopic(state: DialogueState, view: View, topic: TopicView): Step {
  if (holdsWords(state.talk)) return proceed(state, view, topic);
  const talk: Talk = { at: 'words', topicId: topic.id, since: view.now.getTime() };
  return next(state, talk, [askWords(view, topic)]);
}

/** A topic by a deep link: like a choice, but whoever comes that way has not met the bot yet (F1, B1). */
export function arriveAtTopic(state: DialogueState, view: View, topic: TopicView): Step {
  if (holdsWords(state.talk) || agreed(view)) return chooseTopic(state, view, topic);
  const talk: Talk = { at: 'words', topicId: topic.id, since: view.now.getTime() };
  return next(state, talk, [askWords(view, topic, 'topic-prompt-first')]);
}

/** The topic's prompt for words. */
function askWords(view: View, topic: TopicView, key = 'topic-prompt'): Effect {
  const vars = {
    emoji: topic.emoji,
    title: topic.title,
    prompt: topic.prompt,
    desk: view.desk.name,
  };
  return ask(
    say(t(key, vars), [
      [
        button(t('button-other-topic'), { do: 'topics', page: 0 }),
        button(t('button-person'), { do: 'human' }),
      ],
    ]),
  );
}

/** Topic and words are there: the topic's clarifying question, or the ticket. */
export function proceed(state: DialogueState, view: View, topic: TopicView): Step {
  const answered = offerAnswer(state, view, topic);
  if (answered !== undefined) return answered;
  // Whoever read an answer already is not asked one more question.
  if (state.offered !== undefined) return openTicket(state, { topicId: topic.id });
  if (topic.clarify === undefined || topic.clarify.options.length === 0) {
    return openTicket(state, { topicId: topic.id });
  }
  const talk: Talk = { at: 'clarify', topicId: topic.id, askedAt: view.now.getTime() };
  return next(state, talk, [askClarify(topic)]);
}

/** The topic's clarifying question. */
export function askClarify(topic: TopicView): Effect {
  return ask(say(topic.clarify?.text ?? '', clarifyButtons(topic)));
}

/** Which open ticket the kept words belong to (B7). */
export function askWhich(view: View): Effect {
  const fresh = button(t('button-new-question'), { do: 'new' });
  const buttons = ticketButtons(view.openTickets, (ticketId) => ({ do: 'choose', ticketId }), fresh);
  return ask(say(t('choose-ask'), buttons));
}

/** Whether the solved ticket is to be reopened (F7). */
export function askReopen(ticketId: number, kept: boolean): Effect {
  const key = kept ? 'reopen-ask-kept' : 'reopen-ask';
  return ask(say(t(key, { id: String(ticketId) }), reopenButtons(ticketId)));
}

type NewTicket = Omit<Extract<Effect, { kind: 'createTicket' }>, 'kind' | 'priority' | 'outcome'> &
  Partial<Pick<Extract<Effect, { kind: 'createTicket' }>, 'priority' | 'outcome'>>;

/** Open a ticket with everything that is kept (F1, B3). */
export function openTicket(state: DialogueState, ticket: NewTicket): Step {
  const { offered, ...rest } = state;
  const effect: Effect = {
    ...{ kind: 'createTicket', priority: 'normal', outcome: 'open', ...ticket },
    ...(offered === undefined ? {} : { offered }),
  };
  return next(rest, { at: 'idle' }, [effect]);
}

/** Open a ticket for words that need a person at once; the most urgent ones decide the topic themselves (B5). */
export function openUrgent(state: DialogueState, view: View, stop: StopWord): Step {
  const chosen = 'topicId' in state.talk ? state.talk.topicId : undefined;
  const spoken = view.topics.find(({ slug }) => slug === stop.topicSlug)?.id;
  const topicId = stop.priority === 'critical' ? (spoken ?? chosen) : (chosen ?? spoken);
  return openTicket(state, {
    ...(topicId === undefined ? {} : { topicId }),
    priority: stop.priority,
    reason: stop.reason,
    outcome: 'person',
  });
}

/** What to put into which ticket, and whether it needs a person at once. */
export type Addition = {
  readonly ticket: TicketView;
  readonly messageIds: readonly number[] | 'loose';
  readonly stop?: StopWord | undefined;
  /** Say that it arrived even within a burst. */
  readonly always?: boolean;
};

/** Put messages into an open ticket and say so, once per burst and not into a conversation that is under way (B6). */
export function addTo(
  state: DialogueState,
  view: View,
  { ticket, messageIds, stop, always }: Addition,
): Step {
  const now = view.now.getTime();
  const last = state.lastAdded;
  const burst =
    last !== undefined && last.ticketId === ticket.id && now - last.at < BURST_MS ? last : undefined;
  const urgent = stop !== undefined;
  const sinceActivity = now - ticket.lastActivityAt.getTime();
  const live = ticket.status === 'in_progress' && sinceActivity < BURST_MS;
  // The rest of an album, or of the words that just made the ticket, needs no word of its own.
  const same = burst === undefined && sinceActivity < GATHER_MS;
  const quiet = always !== true && (urgent ? burst?.urgent === true : burst !== undefined || live || same);
  const effects: Effect[] = [{ kind: 'addToTicket', ticketId: ticket.id, messageIds }];
  if (urgent) effects.push(callPerson(ticket.id, stop));
  if (!quiet) {
    const text = urgent ? t('urgent-added', { id: String(ticket.id) }) : addedText(ticket, view);
    effects.push(
      say(text, waits(ticket) && !urgent ? incidentButtons(ticket.id, true) : statusButton(ticket.id)),
    );
  }
  const lastAdded = { ticketId: ticket.id, at: now, urgent: urgent || burst?.urgent === true };
  return stay(same && quiet ? state : { ...state, lastAdded }, effects);
}

/** Bring a person to an open ticket (B5). */
export function callPerson(ticketId: number, stop?: StopWord): Effect {
  const reason: UrgentReason = stop?.reason ?? 'asked_for_person';
  return { kind: 'requestPerson', ticketId, priority: stop?.priority ?? 'high', reason };
}

/** The open ticket in which something happened last. */
export function latest(tickets: readonly TicketView[]): TicketView | undefined {
  return tickets.reduce<TicketView | undefined>(
    (best, ticket) => (best === undefined || ticket.lastActivityAt > best.lastActivityAt ? ticket : best),
    undefined,
  );
}

/** The customer's ticket with this number, if it can still be spoken about. */
export function findTicket(
  tickets: readonly TicketView[],
  ticketId: number | undefined,
): TicketView | undefined {
  return tickets.find((ticket) => ticket.id === ticketId);
}

/** Open a solved ticket again after these effects, with the words that wait for that (F7). `solved` false: it is open already. */
export function reopenInto(
  state: DialogueState,
  view: View,
  how: { ticketId: number; solved: boolean; effects: readonly Effect[] },
): Step {
  const { ticketId, solved } = how;
  const effects: Effect[] = [...how.effects];
  if (solved) effects.push({ kind: 'reopenTicket', ticketId });
  const waits = state.talk.at === 'reopen' || state.talk.at === 'choose';
  if (waits) effects.push({ kind: 'addToTicket', ticketId, messageIds: 'loose' });
  else if (holdsWords(state.talk)) return stay(state, effects);
  if (!waits && solved) effects.push(say(t('reopened-tell', { id: String(ticketId) })));
  return next(state, { at: 'add', ticketId, until: view.now.getTime() + BURST_MS }, effects);
}

/** Say again what is being waited for; with nothing waiting, greet. */
export function remind(state: DialogueState, view: View): Step {
  const { talk } = state;
  const topic = 'topicId' in talk ? view.topics.find((known) => known.id === talk.topicId) : undefined;
  switch (talk.at) {
    case 'idle':
      return stay(state, [greet(view)]);
    case 'topic':
      return stay(state, [askTopic(view, true)]);
    case 'new':
      return stay(state, [agreed(view) ? askTopic(view, false) : greet(view)]);
    case 'words':
      return stay(state, topic === undefined ? [] : [askWords(view, topic)]);
    case 'clarify':
      return stay(state, topic === undefined ? [] : [askClarify(topic)]);
    case 'answer': {
      const article = view.advice?.article;
      return stay(state, [
        article?.id === talk.articleId
          ? { kind: 'offerArticle', article, buttons: articleButtons(article) }
          : ask(say(t('answer-ask'), answerButtons(talk.articleId))),
      ]);
    }
    case 'choose':
      return stay(state, [askWhich(view)]);
    case 'reopen':
      return stay(state, [askReopen(talk.ticketId, true)]);
    case 'add':
      return stay(state, [say(t('add-prompt', { id: String(talk.ticketId) }))]);
    case 'comment':
      return stay(state, [say(t('survey-words-ask'))]);
  }
}
