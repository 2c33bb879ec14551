import type { Action } from './buttons.ts';
import { consent, next, stay } from './desk.ts';
import type { Buttons, DialogueState, Effect, Step, View } from './dialogue.types.ts';
import { answer, button, say, t } from './says.ts';
import { holdsWords } from './state.ts';

const MINUTE_MS = 60_000;
/** How long the question whether all is to be erased can be said yes to. */
const SURE_MINUTES = 10;

/** /privacy: what is kept and why, the way to give or withdraw consent, to a copy of it all and to its end (B1, C4). */
export function onPrivacy(state: DialogueState, view: View): Step {
  return stay(state, [
    say(t('privacy-text', { desk: view.desk.name }), waysOf(view.consent.given !== undefined)),
  ]);
}

function waysOf(given: boolean): Buttons {
  const way = given
    ? button(t('button-withdraw'), { do: 'withdraw' })
    : button(t('button-agree'), { do: 'agree' });
  return [[way], [button(t('button-copy'), { do: 'copy' })], [button(t('button-erase'), { do: 'erase' })]];
}

type Press = Extract<
  Action,
  { do: 'agree' | 'withdraw' | 'copy' | 'copyLink' | 'erase' | 'eraseAll' | 'eraseNothing' }
>;

/** One of its buttons. What cannot be taken back is asked about first, and a yes counts for ten minutes. */
export function onPrivacyPress({ state, view }: { state: DialogueState; view: View }, action: Press): Step {
  switch (action.do) {
    case 'agree':
      return stay(state, [
        answer('consent-given'),
        ...consent(view),
        { kind: 'replaceButtons', buttons: waysOf(true) },
      ]);
    case 'withdraw':
      return withdraw(state, view);
    case 'copy':
      return stay(state, [answer(), { kind: 'askCopy' }, say(t('privacy-copy-coming'))]);
    case 'copyLink':
      return stay(state, [answer(), { kind: 'giveCopy' }]);
    case 'erase':
      return stay(state, [answer(), say(...eraseQuestion(view))]);
    case 'eraseAll':
      return eraseAll(state, view, action.until);
    case 'eraseNothing':
      return stay(state, [answer(), { kind: 'edit', text: t('privacy-erase-kept'), buttons: [] }]);
  }
}

function withdraw(state: DialogueState, view: View): Step {
  if (view.consent.given === undefined) return stay(state, [answer('consent-none')]);
  return leave(state, [
    answer('consent-withdrawn'),
    { kind: 'withdrawConsent' },
    { kind: 'replaceButtons', buttons: waysOf(false) },
    say(t('consent-after')),
  ]);
}

function eraseQuestion({ now }: View): [ReturnType<typeof t>, Buttons] {
  const until = Math.floor(now.getTime() / MINUTE_MS) + SURE_MINUTES;
  return [
    t('privacy-erase-ask'),
    [
      [button(t('button-erase-all'), { do: 'eraseAll', until })],
      [button(t('button-erase-nothing'), { do: 'eraseNothing' })],
    ],
  ];
}

function eraseAll(state: DialogueState, view: View, until: number): Step {
  if (view.now.getTime() > until * MINUTE_MS) {
    const [text, buttons] = eraseQuestion(view);
    return stay(state, [answer('pressed-stale'), { kind: 'edit', text, buttons }]);
  }
  return leave(state, [answer(), { kind: 'replaceButtons', buttons: [] }, { kind: 'askErasure' }]);
}

/** Words that are not yet with the desk stay out of it: nobody may work on them any more. */
function leave(state: DialogueState, effects: readonly Effect[]): Step {
  return next(state, { at: 'idle' }, holdsWords(state.talk) ? [...effects, { kind: 'setAside' }] : effects);
}
