import type { AppButton, Button, IncidentView, Language, T, VisibleStatus } from './dialogue.types.ts';
import { incidentLines } from './incident-words.ts';
import { MOST_AHEAD_TOLD, type Why } from './promise.ts';
import { whyLine } from './promise-words.ts';
import { button, t } from './says.ts';
import { when } from './when.ts';

/** What the card of a ticket tells: everything that its customer may know. */
export type CardFacts = {
  /** The number that the customer knows the ticket by. */
  readonly id: number;
  readonly status: VisibleStatus;
  /** When the next answer is promised; in the past when the promise is broken. */
  readonly etaAt?: Date;
  /** The card counts down: whoever looks at it sees it change. */
  readonly countdown: boolean;
  /** How many are before it, while it stands in a queue. */
  readonly ahead?: number;
  /** Why the time is later than people hoped, and until when nobody is on shift. */
  readonly why?: Why;
  readonly opensAt?: Date;
  readonly assigneeName?: string;
  /** Whoever has it looks after it in person (P5). */
  readonly personal?: boolean;
  /** What the customer is asked for, while clarification is needed. */
  readonly need?: string;
  /** It went straight to a person (B5). */
  readonly urgent: boolean;
  readonly notify: boolean;
  /** It is solved or closed so recently that its customer may reopen it. */
  readonly canReopen: boolean;
  /** Where its page in the cabinet is, if that can open inside Telegram. */
  readonly page?: string;
  /** The known problem that it belongs to. */
  readonly incident?: IncidentView;
};

/** The reader of a card: their clock, calendar and language. */
export type CardReader = { readonly now: Date; readonly timeZone: string; readonly language: Language };

/** A card: lines of text, joined by line breaks, and the buttons under it. */
export type Card = {
  readonly lines: readonly T[];
  readonly buttons: readonly (readonly (Button | AppButton)[])[];
};

/** The one message that always knows a ticket's status, time and next step (F3, F5, B3, U4). */
export function card(facts: CardFacts, reader: CardReader): Card {
  return { lines: [title(facts), ...inPerson(facts), ...nextStep(facts, reader)], buttons: buttons(facts) };
}

/** Who looks after it in person, while it goes on. */
function inPerson({ status, personal, assigneeName: agent }: CardFacts): T[] {
  const over = status === 'resolved' || status === 'closed';
  return personal && agent !== undefined && !over ? [t('card-personal', { agent })] : [];
}

function title({ id, status, assigneeName }: CardFacts): T {
  const number = String(id);
  switch (status) {
    case 'accepted':
      return t('card-accepted', { id: number });
    case 'in_progress':
      return assigneeName === undefined
        ? t('card-in-progress', { id: number })
        : t('card-in-progress-by', { id: number, agent: assigneeName });
    case 'clarification_needed':
      return t('card-clarification', { id: number });
    case 'resolved':
      return t('card-solved', { id: number });
    case 'closed':
      return t('card-closed', { id: number });
    case 'reopened':
      return t('card-reopened', { id: number });
  }
}

function nextStep(facts: CardFacts, reader: CardReader): T[] {
  switch (facts.status) {
    case 'accepted':
    case 'in_progress':
    case 'reopened':
      return promise(facts, reader);
    case 'clarification_needed':
      return facts.need === undefined
        ? [t('card-reply-here')]
        : [t('card-need', { need: facts.need }), t('card-reply-here')];
    case 'resolved':
    case 'closed':
      return [t(facts.canReopen ? 'card-can-reopen' : 'card-write-again')];
  }
}

function promise(facts: CardFacts, reader: CardReader): T[] {
  const { incident } = facts;
  if (incident?.held === true) return incidentLines(incident, reader);
  const urgent =
    incident !== undefined && !incident.over
      ? incidentLines(incident, reader)
      : facts.urgent && facts.status === 'accepted' && facts.why === undefined
        ? [t('card-urgent')]
        : [];
  const agent = facts.assigneeName;
  if (facts.etaAt === undefined) {
    return [...urgent, agent === undefined ? t('card-eta-none') : t('card-eta-none-agent', { agent })];
  }
  if (facts.etaAt <= reader.now) return [...urgent, t('card-eta-late')];
  const wait = urgent.length > 0 ? [] : waitLine(facts, reader);
  return [...urgent, etaLine(facts.etaAt, facts, reader), ...wait];
}

const COUNTED_MINUTES = 60;

function etaLine(etaAt: Date, { countdown, assigneeName: agent }: CardFacts, reader: CardReader): T {
  const eta = when(etaAt, reader);
  const minutes = minutesUntil(etaAt, reader.now);
  if (!countdown || minutes > COUNTED_MINUTES)
    return agent === undefined ? t('card-eta', eta) : t('card-eta-agent', { ...eta, agent });
  const vars = { ...eta, minutes: String(minutes) };
  return agent === undefined ? t('card-eta-in', vars) : t('card-eta-in-agent', { ...vars, agent });
}

/** Whole minutes; more than ten of them in fives. */
function minutesUntil(at: Date, now: Date): number {
  const minutes = Math.ceil((at.getTime() - now.getTime()) / 60_000);
  return minutes <= 10 ? minutes : Math.ceil(minutes / 5) * 5;
}

/** Why it takes its time: the reason, or how many are before it. */
function waitLine(facts: CardFacts, reader: CardReader): T[] {
  const { ahead, why } = facts;
  if (why !== undefined && (why !== 'busy' || ahead === undefined)) return [whyLine(why, facts, reader)];
  if (ahead === undefined) return [];
  if (ahead > MOST_AHEAD_TOLD) return [t('card-ahead-many', { count: String(MOST_AHEAD_TOLD) })];
  return [ahead === 0 ? t('card-ahead-none') : t('card-ahead', { count: ahead })];
}

function buttons(facts: CardFacts): Card['buttons'] {
  const ticketId = facts.id;
  switch (facts.status) {
    case 'accepted':
    case 'in_progress':
    case 'reopened':
    case 'clarification_needed': {
      const notify = button(t(facts.notify ? 'button-notify-off' : 'button-notify-on'), {
        do: 'notify',
        ticketId,
        on: !facts.notify,
      });
      const solved = button(t('button-solved'), { do: 'close', ticketId });
      const person = button(t('button-person'), { do: 'person', ticketId });
      if (facts.incident?.held === true)
        return [
          [notify, button(t('button-unrelated'), { do: 'unrelated', ticketId })],
          [person, solved],
        ];
      return [
        [button(t('button-add-details'), { do: 'add', ticketId }), notify],
        facts.assigneeName === undefined && !facts.urgent ? [person, solved] : [solved],
        [...open(facts), button(t('button-fresh'), { do: 'fresh', ticketId })],
      ];
    }
    case 'resolved':
    case 'closed': {
      const fresh = button(t('button-new-question'), { do: 'new' });
      const reopen = button(t('button-reopen', { id: String(ticketId) }), { do: 'reopen', ticketId });
      return facts.canReopen ? [[reopen], [...open(facts), fresh]] : [[...open(facts), fresh]];
    }
  }
}

const open = ({ page }: CardFacts): AppButton[] =>
  page === undefined ? [] : [{ label: t('button-open'), app: page }];
