import { keepForTopic, openTicket, stay } from './desk.ts';
import type { DialogueState, Input, Step, View } from './dialogue.types.ts';
import { isThanks } from './meaning.ts';
import { button, say, t } from './says.ts';
import { GATHER_MS } from './state.ts';

/** The article was the answer: the matter solved itself (B4). */
export function solvedByAnswer(state: DialogueState): Step {
  if (state.talk.at !== 'answer') return stay(state, []);
  const topicId = state.talk.topicId ?? state.talk.about;
  const step = openTicket(state, {
    ...(topicId === undefined ? {} : { topicId }),
    outcome: 'auto_resolved',
  });
  return { state: step.state, effects: [...step.effects, say(t('solved-by-itself'))] };
}

/** The article was no answer: the way goes on to the ticket, and nothing is offered again for these words (B4). */
export function notSolved(state: DialogueState, view: View): Step {
  if (state.talk.at !== 'answer') return stay(state, []);
  const { articleId, topicId, about } = state.talk;
  const after = { ...state, offered: { articleId, notSolved: true } };
  if (topicId !== undefined) return openTicket(after, { topicId });
  // What the article is about, the words are likely about too.
  const guess = view.advice?.topicId ?? about;
  return keepForTopic(
    after,
    guess === undefined ? view : { ...view, advice: { ...view.advice, topicId: guess } },
  );
}

type Message = Extract<Input, { kind: 'message' }>;

/** Words after an answer: thanks mean that it helped; words at once are the rest of what happened; later ones mean that it did not help. */
export function whileAnswering(state: DialogueState, message: Message, view: View): Step {
  if (state.talk.at !== 'answer') return stay(state, []);
  if (!message.hasAttachment && isThanks(message.text)) return solvedByAnswer(state);
  const sinceAsked = view.now.getTime() - state.talk.askedAt;
  if (sinceAsked < GATHER_MS && !message.hasAttachment) return stay(state, []);
  return notSolved(state, view);
}

/** Somebody who chose no language and writes in another one is asked once whether to go on in it. */
export function offerTongue(state: DialogueState, view: View): Step {
  const tongue = view.advice?.tongue;
  if (tongue === undefined || view.languageChosen || state.tongue === tongue.language) return stay(state, []);
  const { language, question, name } = tongue;
  return stay({ ...state, tongue: language }, [
    say(question, [[button(name, { do: 'setLanguage', language })]]),
  ]);
}
