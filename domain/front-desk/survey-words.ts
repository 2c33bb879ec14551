import { isLowNps, LOW_SCORE, type SurveyStyle } from '../surveys/index.ts';
import type { Buttons, T } from './dialogue.types.ts';
import { button, t } from './says.ts';

const FACES = ['😡', '🙁', '😐', '🙂', '😍'];
const SCORES = [1, 2, 3, 4, 5];

/** The question after a ticket (F6). */
export function surveyAsk(ticketId: number): T {
  return t('survey-ask', { id: String(ticketId) });
}

/** Five faces, or one to five stars, from the worst to the best: one tap. */
export function surveyButtons(ticketId: number, style: SurveyStyle): Buttons {
  const label = (score: number) => (style === 'stars' ? `${score} ⭐` : (FACES[score - 1] ?? ''));
  return [SCORES.map((score) => button(label(score), { do: 'rate', ticketId, score }))];
}

/** Whether a score is one that a lead reads. */
export function lowThanks(score: number): boolean {
  return score <= LOW_SCORE;
}

/** What the question becomes once it is answered. */
export function thanks(score: number, style: SurveyStyle): T {
  const face = style === 'stars' ? '⭐'.repeat(score) : (FACES[score - 1] ?? '');
  return t(lowThanks(score) ? 'survey-thanks-low' : 'survey-thanks', { face });
}

/** How likely the customer recommends the desk (F6). */
export function npsAsk(desk: string): T {
  return t('nps-ask', { desk });
}

/** Nought to ten in two rows: one tap. */
export function npsButtons(npsId: number): Buttons {
  const row = (scores: number[]) => scores.map((score) => button(String(score), { do: 'nps', npsId, score }));
  return [row([0, 1, 2, 3, 4, 5]), row([6, 7, 8, 9, 10])];
}

/** What that question becomes once it is answered. */
export function npsThanks(score: number): T {
  return t(isLowNps(score) ? 'nps-thanks-low' : 'nps-thanks', { score: String(score) });
}

/** Whether the solution held, some days later; the notice's moment says when it was solved (F7). */
export function followUpAsk(ticketId: number): T {
  return t('follow-up-ask', { id: String(ticketId) });
}

/** Yes or no; the likely one first. */
export function followUpButtons(ticketId: number): Buttons {
  return [
    [
      button(t('button-held'), { do: 'held', ticketId, held: true }),
      button(t('button-not-held'), { do: 'held', ticketId, held: false }),
    ],
  ];
}

const NEED_LENGTH = 120;

/** The customer has not answered yet: what is needed, and until when (the notice's moment) the ticket waits (U2). */
export function clarificationReminder(asked: { id: number; need: string | null }): T {
  const line = (asked.need ?? '').replace(/\s+/g, ' ').trim();
  const letters = Array.from(line);
  const need =
    letters.length > NEED_LENGTH
      ? `${letters
          .slice(0, NEED_LENGTH - 1)
          .join('')
          .trimEnd()}…`
      : line;
  return t('clarification-reminder', { id: String(asked.id), need });
}

/** The ways to answer it. */
export function reminderButtons(ticketId: number): Buttons {
  return [
    [
      button(t('button-answer-now'), { do: 'add', ticketId }),
      button(t('button-solved'), { do: 'close', ticketId }),
    ],
  ];
}
