import { remind, stay } from './desk.ts';
import type { DialogueState, Effect, Input, Step, View } from './dialogue.types.ts';
import { onButton } from './on-button.ts';
import { onCommand, onStart } from './on-command.ts';
import { onMessage } from './on-message.ts';
import { onTimeout } from './on-timeout.ts';
import { holdsWords, parseState, patience, refresh } from './state.ts';

/**
 * One step of the front desk's conversation (F1–F3, B1–B7): pure, and total over whatever was saved.
 * `saved` is the state as it was stored; an unknown or broken one begins anew, and the words kept are not lost.
 */
export function step(saved: unknown, input: Input, view: View): Step {
  const state = parseState(saved);
  const now = view.now.getTime();
  if (input.kind === 'timeout' && state.timerAt !== undefined && now < state.timerAt) {
    // The timer was moved while this one was on its way.
    return stay(state, [{ kind: 'startTimer', what: 'draft', at: new Date(state.timerAt) }]);
  }
  const before = input.kind === 'timeout' ? withoutTimer(state) : state;
  return withTimer(withPlace(react(refresh(before, view), input, view), before, input), before, view);
}

function react(state: DialogueState, input: Input, view: View): Step {
  switch (input.kind) {
    case 'start':
      return onStart(state, input.payload, view);
    case 'command':
      return onCommand(state, input, view);
    case 'message':
      return onMessage(state, input, view);
    case 'button':
      return onButton(state, input, view);
    case 'timeout':
    case 'left':
      return onTimeout(state, view);
    case 'remind':
      return remind(state, view);
    // The new words are stored and shown with the old ones wherever the message is.
    case 'edited':
      return stay(state, []);
  }
}

/** Remember where the words that wait were written, while they wait. */
function withPlace({ state, effects }: Step, before: DialogueState, input: Input): Step {
  const { thread: _old, ...rest } = state;
  if (!holdsWords(state.talk)) return { state: rest, effects };
  const thread = holdsWords(before.talk) || input.kind !== 'message' ? before.thread : input.thread;
  return { state: thread === undefined ? rest : { ...rest, thread }, effects };
}

/** Let the draft timer run exactly while words wait outside a ticket, from the first of them on, or a topic waits for words. */
function withTimer({ state, effects }: Step, before: DialogueState, view: View): Step {
  const wait = patience(state.talk);
  if (wait !== undefined && (state.timerAt === undefined || wait !== patience(before.talk))) {
    const at = view.now.getTime() + wait;
    const start: Effect = { kind: 'startTimer', what: 'draft', at: new Date(at) };
    return { state: { ...state, timerAt: at }, effects: [start, ...effects] };
  }
  if (wait === undefined && state.timerAt !== undefined) {
    return { state: withoutTimer(state), effects: [{ kind: 'cancelTimer', what: 'draft' }, ...effects] };
  }
  return { state, effects };
}

function withoutTimer({ timerAt: _ended, ...state }: DialogueState): DialogueState {
  return state;
}
