import { type Action, decodeButton } from './buttons.ts';
import {
  addTo,
  askReopen,
  askTopic,
  chooseTopic,
  consent,
  findTicket,
  first,
  next,
  openTicket,
  remind,
  reopenInto,
  stay,
} from './desk.ts';
import type {
  AftercareFacts,
  DialogueState,
  Effect,
  Input,
  Language,
  NpsFacts,
  Step,
  View,
} from './dialogue.types.ts';
import { notSolved, solvedByAnswer } from './on-advice.ts';
import { onAftercare, onNps } from './on-aftercare.ts';
import { onHuman, onNew, onStatus, personFor, showTicket } from './on-command.ts';
import { onIncident } from './on-incident.ts';
import { clarified } from './on-message.ts';
import { onPrivacyPress } from './on-privacy.ts';
import { onQuietPress } from './on-quiet.ts';
import { answer, languageButtons, say, t, topicButtons, wayOn } from './says.ts';
import { BURST_MS, holdsWords } from './state.ts';

type Press = Extract<Input, { kind: 'button' }>;

/** A button was pressed: exactly one answer, even for what is garbled, foreign or long overtaken. */
export function onButton(state: DialogueState, press: Press, view: View): Step {
  const action = decodeButton(press.data);
  if (action === undefined) return first([answer('pressed-unknown')], onwards(state, view));
  // A card keeps its buttons: whatever changes its ticket edits it.
  const spent: Effect[] = press.onTicketCard === undefined ? [{ kind: 'replaceButtons', buttons: [] }] : [];
  return act({ state, view, spent, aftercare: press.aftercare, nps: press.nps }, action);
}

type Moment = {
  readonly state: DialogueState;
  readonly view: View;
  readonly spent: readonly Effect[];
  readonly aftercare?: AftercareFacts | undefined;
  readonly nps?: NpsFacts | undefined;
};

function act(moment: Moment, action: Action): Step {
  const { state, view, spent } = moment;
  switch (action.do) {
    case 'topic':
      return pressTopic(moment, action.topicId);
    case 'topics':
      return pressTopics(moment, action.page);
    case 'clarify':
      return pressClarify(moment, action);
    case 'answered':
    case 'article':
      return onArticle(moment, action);
    case 'language':
      return stay(state, [answer(), say(t('language-ask'), languageButtons())]);
    case 'setLanguage':
      return pressLanguage(moment, action.language);
    case 'human':
      return first([answer(), ...spent], onHuman(state, view));
    case 'new':
      return first([answer(), ...spent], onNew(state, view));
    case 'list':
      return first([answer()], onStatus(state, view));
    case 'choose':
      return pressChoose(moment, action.ticketId);
    case 'show':
      return first([answer()], showTicket(state, action.ticketId, view));
    case 'agree':
    case 'withdraw':
    case 'copy':
    case 'copyLink':
    case 'erase':
    case 'eraseAll':
    case 'eraseNothing':
      return onPrivacyPress(moment, action);
    case 'reopen':
      return pressReopen(moment, action.ticketId);
    case 'add':
    case 'fresh':
    case 'notify':
    case 'person':
    case 'close':
      return onCard(moment, action);
    case 'unrelated':
    case 'follow':
      return onIncident(moment, action) ?? stale(moment);
    case 'rate':
    case 'rateAgain':
    case 'rateWords':
    case 'held':
      return onAftercare(moment, action);
    case 'quiet':
      return onQuietPress(state, action);
    case 'nps':
    case 'npsAgain':
    case 'npsWords':
      return onNps(moment, action);
  }
}

function pressLanguage({ state, spent }: Moment, language: Language): Step {
  return stay(state, [
    { kind: 'setLanguage', language },
    answer('language-set'),
    ...spent,
    { kind: 'again', input: { kind: 'remind' } },
  ]);
}

/** A button that time has overtaken: say so, take it away, and go on with what is waiting (or point the way). */
function stale({ state, view, spent }: Moment): Step {
  return first([answer('pressed-stale'), ...spent], onwards(state, view));
}

function onwards(state: DialogueState, view: View): Step {
  return state.talk.at === 'idle' ? stay(state, [say(t('way-on'), wayOn(view))]) : remind(state, view);
}

function pressTopic({ state, view, spent }: Moment, topicId: number): Step {
  const topic = view.topics.find((known) => known.id === topicId);
  if (topic === undefined) {
    return first([answer('topic-gone'), ...spent], stay(state, [askTopic(view, holdsWords(state.talk))]));
  }
  return first([answer(), ...spent, ...consent(view)], chooseTopic(state, view, topic));
}

function pressTopics({ state, view, spent }: Moment, page: number): Step {
  if (page > 0) return stay(state, [answer(), { kind: 'replaceButtons', buttons: topicButtons(view, page) }]);
  // Whoever wants another topic sees all of them, not the likely one again.
  const { advice: _known, ...plainly } = view;
  return first([answer(), ...spent], onNew(state, plainly));
}

function pressClarify(moment: Moment, action: { topicId: number; optionId: string }): Step {
  const { state, view, spent } = moment;
  const { talk } = state;
  if (talk.at !== 'clarify' || talk.topicId !== action.topicId) return stale(moment);
  const options = view.topics.find((topic) => topic.id === talk.topicId)?.clarify?.options ?? [];
  const option = options.find((known) => known.id === action.optionId);
  return option === undefined ? stale(moment) : first([answer(), ...spent], clarified(state, view, option));
}

/** The buttons under an article that was offered as the answer (B4). */
function onArticle(moment: Moment, action: Extract<Action, { do: 'answered' | 'article' }>): Step {
  const { state, view, spent } = moment;
  const { articleId } = action;
  if (action.do === 'article') return stay(state, [answer(), { kind: 'tellArticle', articleId }]);
  if (state.talk.at !== 'answer' || state.talk.articleId !== articleId) return stale(moment);
  return first([answer(), ...spent], action.solved ? solvedByAnswer(state) : notSolved(state, view));
}

/** The customer says which ticket the kept words belong to; the rest of the burst follows them (B7). */
function pressChoose(moment: Moment, ticketId: number): Step {
  const { state, view, spent } = moment;
  if (state.talk.at !== 'choose') return stale(moment);
  const ticket = findTicket(view.openTickets, ticketId);
  const now = view.now.getTime();
  if (ticket !== undefined) {
    const step = addTo(state, view, { ticket, messageIds: 'loose', always: true });
    return first(
      [answer(), ...spent],
      next(step.state, { at: 'add', ticketId, until: now + BURST_MS }, step.effects),
    );
  }
  const talk =
    findTicket(view.recentlyResolved, ticketId) === undefined
      ? ({ at: 'topic', askedAt: now } as const)
      : ({ at: 'reopen', ticketId, askedAt: now } as const);
  return first(
    [answer('ticket-closed', { id: String(ticketId) }), ...spent],
    remind({ ...state, talk }, view),
  );
}

/** Reopen a solved ticket with its history, and put the words that wait for that into it (F7). */
function pressReopen(moment: Moment, ticketId: number): Step {
  const { state, view, spent } = moment;
  const solved = findTicket(view.recentlyResolved, ticketId) !== undefined;
  if (!solved && findTicket(view.openTickets, ticketId) === undefined) return stale(moment);
  const effects = [answer(solved ? 'reopened' : 'already-open', { id: String(ticketId) }), ...spent];
  return reopenInto(state, view, { ticketId, solved, effects });
}

type CardAction = Extract<Action, { do: 'add' | 'fresh' | 'notify' | 'person' | 'close' }>;

/** The buttons on a ticket's card; on a solved ticket they lead to reopening it (B3, B5, F6). */
function onCard(moment: Moment, action: CardAction): Step {
  const { state, view } = moment;
  const { ticketId } = action;
  const id = String(ticketId);
  if (findTicket(view.openTickets, ticketId) === undefined) {
    if (findTicket(view.recentlyResolved, ticketId) === undefined) return stale(moment);
    return stay(state, [answer('ticket-closed', { id }), askReopen(ticketId, false)]);
  }
  switch (action.do) {
    case 'add':
      return pressAdd(moment, ticketId);
    case 'fresh':
      return stay(state, [answer('card-fresh'), { kind: 'refreshCard', ticketId }]);
    case 'notify': {
      const { on } = action;
      return stay(state, [answer(on ? 'notify-on' : 'notify-off'), { kind: 'setNotify', ticketId, on }]);
    }
    case 'person':
      return first([answer(), ...moment.spent], personFor(state, ticketId, view));
    case 'close': {
      const closed: Effect[] = [answer('closed', { id }), { kind: 'closeTicket', ticketId }];
      const { talk } = state;
      return talk.at === 'add' && talk.ticketId === ticketId
        ? next(state, { at: 'idle' }, closed)
        : stay(state, closed);
    }
  }
}

/** What comes next belongs to this ticket. Free words that wait go along; a draft with its topic becomes a ticket. */
function pressAdd({ state, view }: Moment, ticketId: number): Step {
  const talk = { at: 'add', ticketId, until: view.now.getTime() + BURST_MS } as const;
  const tell = say(t('add-prompt', { id: String(ticketId) }));
  switch (state.talk.at) {
    case 'topic':
    case 'answer':
    case 'choose':
    case 'reopen':
      return next(state, talk, [answer(), { kind: 'addToTicket', ticketId, messageIds: 'loose' }, tell]);
    case 'clarify': {
      const draft = openTicket(state, { topicId: state.talk.topicId });
      return next(draft.state, talk, [answer(), ...draft.effects, tell]);
    }
    case 'idle':
    case 'new':
    case 'words':
    case 'add':
    case 'comment':
      return next(state, talk, [answer(), tell]);
  }
}
