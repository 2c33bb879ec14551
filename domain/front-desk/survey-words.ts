import { LOW_SCORE } from '../surveys/index.ts';
import type { CardReader } from './card.ts';
import type { Buttons, T } from './dialogue.types.ts';
import { button, t } from './says.ts';
import { when } from './when.ts';

const FACES = ['😡', '🙁', '😐', '🙂', '😍'];

/** The question after a ticket (F6). */
export function surveyAsk(ticketId: number): T {
  return t('survey-ask', { id: String(ticketId) });
}

/** Five faces, from the worst to the best: one tap. */
export function surveyButtons(ticketId: number): Buttons {
  return [FACES.map((face, index) => button(face, { do: 'rate', ticketId, score: index + 1 }))];
}

/** Whether a score is one that a lead reads. */
export function lowThanks(score: number): boolean {
  return score <= LOW_SCORE;
}

/** What the question becomes once it is answered. */
export function thanks(score: number): T {
  return t(lowThanks(score) ? 'survey-thanks-low' : 'survey-thanks', { face: FACES[score - 1] ?? '' });
}

/** Whether the solution held, some days later (F7). */
export function followUpAsk(ticket: { id: number; solvedAt: Date }, reader: CardReader): T {
  return t('follow-up-ask', { id: String(ticket.id), date: when(ticket.solvedAt, reader).date });
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

/** The customer has not answered yet: what is needed, and until when the ticket waits (U2). */
export function clarificationReminder(
  asked: { id: number; need: string | null; until: Date },
  reader: CardReader,
): T {
  const line = (asked.need ?? '').replace(/\s+/g, ' ').trim();
  const letters = Array.from(line);
  const need =
    letters.length > NEED_LENGTH
      ? `${letters
          .slice(0, NEED_LENGTH - 1)
          .join('')
          .trimEnd()}…`
      : line;
  return t('clarification-reminder', { id: String(asked.id), need, ...when(asked.until, reader) });
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
