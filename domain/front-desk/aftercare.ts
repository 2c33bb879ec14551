import type { Tx } from '../../base/db/index.ts';
import { unreachable } from '../../base/kernel/index.ts';
import {
  type AftercareJob,
  type AftercareSettings,
  abandonAt,
  askNps,
  type Known,
  stepIsDue,
  takeStep,
} from '../surveys/index.ts';
import { appendEvent, endTicket, lockTicket, type Ticket } from '../tickets/index.ts';
import { type CardPlace, placeOf, refreshCard } from './card.sql.ts';
import type { Desk } from './context.ts';
import { holdBack, type Notice, speak, wantsShort } from './quiet.ts';
import { reopenButtons, t } from './says.ts';
import { settle } from './settle.ts';
import {
  clarificationReminder,
  followUpAsk,
  followUpButtons,
  npsAsk,
  npsButtons,
  reminderButtons,
  surveyAsk,
  surveyButtons,
} from './survey-words.ts';

const system = { kind: 'system' } as const;

/** Steps that the customer needs for nothing. */
const ASKS_A_FAVOUR: ReadonlySet<AftercareJob['step']> = new Set(['survey', 'follow_up', 'nps'] as const);

/** A step around the end of a ticket fell due (a durable timer): looks at the ticket anew, under its lock, and asks, reminds or closes
 * where there is still a reason for it (F6, F7, U2). What would be said to somebody asleep waits, and so does the step (U3). */
export async function handleAftercare(tx: Tx, desk: Desk, job: AftercareJob): Promise<void> {
  const { step } = job;
  const ticket = await lockTicket(tx, job.ticket);
  const known = await stepIsDue(tx, ticket, { step, now: desk.clock.now() });
  if (!known) return;
  const place = await placeOf(tx, desk, ticket);
  const slot = `step:${step}:${ticket.id}`;
  const says = step !== 'close' && place !== undefined;
  if (says && (await holdBack(place, { ticket, slot, notice: { kind: 'step', step } }))) return;
  await take({ tx, desk, ticket, place }, { step, known });
}

/** Takes a step that is due, at whatever hour; one without a reason is dropped. */
export async function takeAftercareStep(tx: Tx, desk: Desk, job: AftercareJob): Promise<void> {
  const ticket = await lockTicket(tx, job.ticket);
  await take({ tx, desk, ticket, place: await placeOf(tx, desk, ticket) }, { step: job.step });
}

async function take(
  of: Omit<At, 'now' | 'settings'>,
  { step, known }: { step: AftercareJob['step']; known?: Known },
): Promise<void> {
  const { tx, desk, ticket } = of;
  const now = desk.clock.now();
  const settings = await takeStep(tx, ticket, { step, now, known });
  if (!settings) return;
  const at = { ...of, now, settings };
  // Whoever wants it short can rate in the cabinet, unasked.
  if (of.place && ASKS_A_FAVOUR.has(step) && wantsShort(of.place.customer, ticket)) return;
  switch (step) {
    case 'survey':
      return askRating(at);
    case 'follow_up':
      return askHeld(at);
    case 'nps':
      return askRecommending(at);
    case 'remind':
      return remindOf(at);
    case 'close':
      return end(at, ticket.outcome);
    case 'abandon':
      await end(at, 'abandoned');
      return ask(at, {
        words: t('clarification-closed', { id: String(ticket.id) }),
        buttons: reopenButtons(ticket.id),
      });
    default:
      return unreachable(step);
  }
}

type At = {
  tx: Tx;
  desk: Desk;
  now: Date;
  ticket: Ticket;
  place: CardPlace | undefined;
  settings: AftercareSettings;
};

async function ask({ place, ticket }: At, notice: Notice): Promise<void> {
  if (place) await speak(place, { ticket, ...notice });
}

async function askRating(at: At): Promise<void> {
  const { id } = at.ticket;
  await ask(at, { words: surveyAsk(id), buttons: surveyButtons(id, at.settings.survey_style) });
}

async function askHeld(at: At): Promise<void> {
  const { now, ticket } = at;
  await ask(at, {
    words: followUpAsk(ticket.id),
    moment: ticket.resolved_at ?? now,
    buttons: followUpButtons(ticket.id),
  });
}

async function askRecommending(at: At): Promise<void> {
  const { tx, desk, ticket, now, place } = at;
  if (!place) return;
  const npsId = await askNps(tx, ticket, now);
  await ask(at, { words: npsAsk(desk.settings.name), buttons: npsButtons(npsId) });
}

async function remindOf(at: At): Promise<void> {
  const { tx, now, ticket } = at;
  await appendEvent(tx, ticket.id, { kind: 'clarification_reminded', by: { kind: 'bot' }, now });
  const until = await abandonAt(tx, ticket);
  await ask(at, {
    words: clarificationReminder({ id: ticket.id, need: ticket.clarification }),
    moment: until ?? now,
    buttons: reminderButtons(ticket.id),
  });
}

async function end({ tx, desk, now, ticket, place }: At, outcome: Ticket['outcome']): Promise<void> {
  const ended = await endTicket(tx, ticket, { action: 'close', by: system, outcome, now });
  const after = await settle({ tx, desk, now }, ticket, ended);
  if (place) await refreshCard(place, after);
}
