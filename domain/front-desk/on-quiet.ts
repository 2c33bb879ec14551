import type { Action } from './buttons.ts';
import { stay } from './desk.ts';
import type { Buttons, DialogueState, QuietFacts, QuietOffer, Step, T } from './dialogue.types.ts';
import { answer, button, inRows, say, t } from './says.ts';

const HOURS = {
  '22-08': { from: '22:00', until: '08:00' },
  '23-09': { from: '23:00', until: '09:00' },
  '00-10': { from: '00:00', until: '10:00' },
} as const;
const OFFERS = Object.keys(HOURS) as (keyof typeof HOURS)[];

/** /quiet: when the customer is left alone, and other hours to choose (U3). */
export function onQuiet(state: DialogueState, facts: QuietFacts): Step {
  return stay(state, [say(quietWords(facts), quietButtons(facts))]);
}

/** Other hours were chosen: the message says so. */
export function onQuietPress(state: DialogueState, { hours }: Extract<Action, { do: 'quiet' }>): Step {
  const facts: QuietFacts = hours === 'off' ? {} : { hours: HOURS[hours] };
  return stay(state, [
    answer('quiet-set'),
    { kind: 'setQuiet', choice: facts.hours ?? 'off' },
    { kind: 'edit', text: quietWords(facts), buttons: quietButtons(facts) },
  ]);
}

function quietWords({ hours }: QuietFacts): T {
  return hours === undefined ? t('quiet-none') : t('quiet-now', { from: hours.from, until: hours.until });
}

function quietButtons({ hours }: QuietFacts): Buttons {
  const offers: QuietOffer[] = [...OFFERS, 'off'];
  const others = offers.filter((offer) =>
    offer === 'off'
      ? hours !== undefined
      : HOURS[offer].from !== hours?.from || HOURS[offer].until !== hours.until,
  );
  const label = (offer: QuietOffer) =>
    offer === 'off' ? t('button-quiet-off') : `${HOURS[offer].from}–${HOURS[offer].until}`;
  return inRows(others.map((offer) => button(label(offer), { do: 'quiet', hours: offer })));
}
