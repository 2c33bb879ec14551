import type { Action } from './buttons.ts';
import { findTicket, first, next, remind, reopenInto, stay } from './desk.ts';
import type {
  AftercareFacts,
  Buttons,
  Commented,
  DialogueState,
  Effect,
  Input,
  NpsFacts,
  Step,
  View,
} from './dialogue.types.ts';
import { answer, button, say, t } from './says.ts';
import { COMMENT_MS, holdsWords } from './state.ts';
import {
  lowThanks,
  npsAsk,
  npsButtons,
  npsThanks,
  surveyAsk,
  surveyButtons,
  thanks,
} from './survey-words.ts';

type Moment = {
  readonly state: DialogueState;
  readonly view: View;
  readonly spent: readonly Effect[];
  readonly aftercare?: AftercareFacts | undefined;
  readonly nps?: NpsFacts | undefined;
};

type AftercareAction = Extract<Action, { do: 'rate' | 'rateAgain' | 'rateWords' | 'held' }>;

/** An answer to a question about a ticket that ended: how it was, or whether it held (F6, F7). One that comes too late, or while the
 * ticket is open again, is told so. */
export function onAftercare(moment: Moment, action: AftercareAction): Step {
  const { state, aftercare } = moment;
  const { ticketId } = action;
  if (aftercare === undefined || !mayDo(aftercare, action)) {
    const id = String(ticketId);
    const told = aftercare?.open === true ? answer('already-open', { id }) : answer('survey-over');
    return stay(state, [told, ...moment.spent]);
  }
  switch (action.do) {
    case 'rate':
      return rated(moment, { ...action, style: aftercare.style });
    case 'rateAgain':
      return stay(state, [
        answer(),
        { kind: 'edit', text: surveyAsk(ticketId), buttons: surveyButtons(ticketId, aftercare.style) },
      ]);
    case 'rateWords':
      return askWords(moment, { ticketId });
    case 'held':
      return held(moment, action);
  }
}

function mayDo(facts: AftercareFacts, action: AftercareAction): boolean {
  switch (action.do) {
    case 'rate':
    case 'rateAgain':
      return facts.mayRate;
    case 'rateWords':
      return facts.mayComment;
    case 'held':
      return facts.mayAnswer;
  }
}

/** The question becomes a thank-you, with a way to say more, and for the discontent a way back. */
function rated(
  { state, view }: Moment,
  { ticketId, score, style }: { ticketId: number; score: number; style: AftercareFacts['style'] },
): Step {
  const words = button(t('button-add-word'), { do: 'rateWords', ticketId });
  const again = button(t('button-rate-again'), { do: 'rateAgain', ticketId });
  const reopen = button(t('button-reopen', { id: String(ticketId) }), { do: 'reopen', ticketId });
  const low = lowThanks(score) && findTicket(view.recentlyResolved, ticketId) !== undefined;
  const buttons: Buttons = low ? [[reopen], [words, again]] : [[words, again]];
  return stay(state, [
    answer(),
    { kind: 'rate', ticketId, score },
    { kind: 'edit', text: thanks(score, style), buttons },
  ]);
}

/** Words that wait for a ticket go before words to a rating. */
function askWords({ state, view }: Moment, of: Commented): Step {
  if (holdsWords(state.talk)) return first([answer()], remind(state, view));
  const until = view.now.getTime() + COMMENT_MS;
  return next(state, { at: 'comment', until, ...of }, [answer(), say(t('survey-words-ask'))]);
}

/** It held: closed kindly. It did not: open again, with its history. */
function held({ state, view, spent }: Moment, action: { ticketId: number; held: boolean }): Step {
  const { ticketId } = action;
  const id = String(ticketId);
  const noted: Effect = { kind: 'held', ticketId, held: action.held };
  if (action.held) return stay(state, [answer(), noted, { kind: 'edit', text: t('follow-up-held', { id }) }]);
  const effects = [answer('reopened', { id }), ...spent, noted];
  return reopenInto(state, view, { ticketId, solved: true, effects });
}

/** A text that was asked for as a word to a rating; undefined for whatever else comes meanwhile. */
export function asComment(
  state: DialogueState,
  message: Extract<Input, { kind: 'message' }>,
): Step | undefined {
  const { talk } = state;
  const text = message.text.trim();
  if (talk.at !== 'comment' || message.hasAttachment || text === '') return undefined;
  const of = 'npsId' in talk ? { npsId: talk.npsId } : { ticketId: talk.ticketId };
  return next(state, { at: 'idle' }, [
    { kind: 'comment', of, messageId: message.messageId, text },
    say(t('survey-words-kept')),
  ]);
}

type NpsAction = Extract<Action, { do: 'nps' | 'npsAgain' | 'npsWords' }>;

/** An answer to the question how likely they recommend the desk (F6). One that comes too late is told so. */
export function onNps(moment: Moment, action: NpsAction): Step {
  const { state, view, nps, spent } = moment;
  const may = action.do === 'npsWords' ? nps?.mayComment : nps?.mayRate;
  if (may !== true) return stay(state, [answer('survey-over'), ...spent]);
  const { npsId } = action;
  switch (action.do) {
    case 'nps': {
      const { score } = action;
      const buttons: Buttons = [
        [
          button(t('button-add-word'), { do: 'npsWords', npsId }),
          button(t('button-rate-again'), { do: 'npsAgain', npsId }),
        ],
      ];
      return stay(state, [
        answer(),
        { kind: 'nps', npsId, score },
        { kind: 'edit', text: npsThanks(score), buttons },
      ]);
    }
    case 'npsAgain':
      return stay(state, [
        answer(),
        { kind: 'edit', text: npsAsk(view.desk.name), buttons: npsButtons(npsId) },
      ]);
    case 'npsWords':
      return askWords(moment, { npsId });
  }
}
