import { type Action, encodeButton } from './buttons.ts';
import type {
  AdvisedArticle,
  ArticleButtons,
  Button,
  Buttons,
  Effect,
  T,
  TicketView,
  TopicView,
  View,
  Words,
} from './dialogue.types.ts';
import { OFFERED_LANGUAGES } from './language.ts';
import { isEmptyOfMeaning } from './meaning.ts';
import { readerOf, when } from './when.ts';

/** The most that a phone shows of a button's label in half a row. */
export const LABEL_LENGTH = 22;

const ROWS = 3;
const PER_ROW = 2;
const SLOTS = ROWS * PER_ROW;

/** A Fluent message. */
export function t(key: string, vars?: Record<string, string | number>): T {
  return vars === undefined ? { key } : { key, vars };
}

/** A customer's name for a text: one that can't be read isn't said, and a very long one is cut. */
export function named(name: string): { named: 'yes' | 'no'; name: string } {
  const line = name.replace(/[\p{C}\s]+/gu, ' ').trim();
  return { named: isEmptyOfMeaning(line) ? 'no' : 'yes', name: cut(line) };
}

/** Say something; questions replace a question that has not been sent yet. */
export function say(text: Words, buttons?: Buttons): Effect {
  return buttons === undefined ? { kind: 'say', text } : { kind: 'say', text, buttons };
}

/** Answer a press, with words that are read in passing if a key is given. */
export function answer(key?: string, vars?: Record<string, string>): Effect {
  return key === undefined ? { kind: 'answer' } : { kind: 'answer', text: t(key, vars) };
}

/** A button that does this. */
export function button(label: Words, action: Action): Button {
  return { label: typeof label === 'string' ? cut(label) : label, data: encodeButton(action) };
}

/** Rows of two. */
export function inRows(buttons: readonly Button[]): Buttons {
  return Array.from({ length: Math.ceil(buttons.length / PER_ROW) }, (_, row) =>
    buttons.slice(row * PER_ROW, (row + 1) * PER_ROW),
  );
}

/** The topics, likely first, with one more thing at the end: the language, or the customer's tickets. */
export function topicButtons(view: View, page = 0): Buttons {
  const last =
    view.openTickets.length > 0
      ? button(t('button-my-tickets'), { do: 'list' })
      : button(t('button-language'), { do: 'language' });
  const all = view.topics.map((topic) =>
    button(`${topic.emoji} ${topic.title}`, { do: 'topic', topicId: topic.id }),
  );
  if (all.length < SLOTS) return inRows([...all, last]);
  const size = SLOTS - 2;
  const pages = Math.ceil(all.length / size);
  const shown = page % pages;
  const more = button(t('button-more'), { do: 'topics', page: (shown + 1) % pages });
  return inRows([...all.slice(shown * size, (shown + 1) * size), more, last]);
}

/** One button for each ticket, what waits for the customer first, and a last one if given. */
export function ticketButtons(
  tickets: readonly TicketView[],
  action: (ticketId: number) => Action,
  last?: Button,
): Buttons {
  const order = [...tickets].sort(
    (a, b) =>
      Number(b.status === 'clarification_needed') - Number(a.status === 'clarification_needed') ||
      b.lastActivityAt.getTime() - a.lastActivityAt.getTime(),
  );
  const shown = order.slice(0, SLOTS - 1).map((ticket) => button(ticketLabel(ticket), action(ticket.id)));
  return inRows(last === undefined ? shown : [...shown, last]);
}

function ticketLabel(ticket: TicketView): string {
  return ticket.topicTitle === '' ? `№ ${ticket.id}` : `№ ${ticket.id} · ${ticket.topicTitle}`;
}

/** The languages by their own names. */
export function languageButtons(): Buttons {
  return inRows(
    OFFERED_LANGUAGES.map(({ code, name }) => button(name, { do: 'setLanguage', language: code })),
  );
}

/** The answers to the topic's question; long ones have a row of their own. */
export function clarifyButtons(topic: TopicView): Buttons {
  const options = (topic.clarify?.options ?? [])
    .slice(0, SLOTS)
    .map((option) => button(option.label, { do: 'clarify', topicId: topic.id, optionId: option.id }));
  return options.length > ROWS ? inRows(options) : options.map((option) => [option]);
}

/** What is said of an article that was offered as the answer: it helped, it did not, a person (B4). */
export function answerButtons(articleId: number): Buttons {
  const said = (solved: boolean) =>
    button(t(solved ? 'button-answer-solved' : 'button-answer-not'), { do: 'answered', articleId, solved });
  return [[said(true), said(false)], [button(t('button-person'), { do: 'human' })]];
}

/** The same, and the whole of the article where it says more. */
export function articleButtons({ id: articleId, more, page }: AdvisedArticle): ArticleButtons {
  if (!more) return answerButtons(articleId);
  const label = t('button-answer-whole');
  const whole = page === undefined ? button(label, { do: 'article', articleId }) : { label, app: page };
  return [...answerButtons(articleId), [whole]];
}

/** It is about this topic, or about something else. */
export function guessButtons(topic: TopicView): Buttons {
  return [
    [button(`${topic.emoji} ${topic.title}`, { do: 'topic', topicId: topic.id })],
    [button(t('button-other-topic'), { do: 'topics', page: 0 })],
  ];
}

/** The way on from anywhere: the tickets or a person, and a new matter. */
export function wayOn(view: View): Buttons {
  const fresh = button(t('button-new-question'), { do: 'new' });
  return view.openTickets.length > 0
    ? [[button(t('button-my-tickets'), { do: 'list' }), fresh]]
    : [[fresh, button(t('button-person'), { do: 'human' })]];
}

/** Reopen the solved ticket, or begin a new question. */
export function reopenButtons(ticketId: number): Buttons {
  return [
    [button(t('button-reopen', { id: String(ticketId) }), { do: 'reopen', ticketId })],
    [button(t('button-new-question'), { do: 'new' })],
  ];
}

/** The button that shows a ticket's card. */
export function statusButton(ticketId: number): Buttons {
  return [[button(t('button-status'), { do: 'show', ticketId })]];
}

/** Whether a ticket waits for the end of a known problem (U5). */
export function waits({ incident }: TicketView): boolean {
  return incident?.held === true && !incident.over;
}

/** What a message put into a ticket is answered with: the number, and when a person answers if that is known. */
export function addedText(ticket: TicketView, view: View): T {
  const id = String(ticket.id);
  if (waits(ticket)) return t('added-incident', { id });
  return ticket.etaAt !== undefined && ticket.etaAt > view.now
    ? t('added-eta', { id, ...when(ticket.etaAt, readerOf(view)) })
    : t('added', { id });
}

function cut(label: string): string {
  const letters = Array.from(label);
  return letters.length <= LABEL_LENGTH
    ? label
    : `${letters
        .slice(0, LABEL_LENGTH - 1)
        .join('')
        .trimEnd()}…`;
}
