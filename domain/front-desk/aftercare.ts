import type { Tx } from '../../base/db/index.ts';
import { unreachable } from '../../base/kernel/index.ts';
import { say } from '../chats/index.ts';
import { type AftercareJob, abandonAt, takeStep } from '../surveys/index.ts';
import { appendEvent, endTicket, lockTicket, type Ticket } from '../tickets/index.ts';
import { type CardPlace, placeOf, refreshCard } from './card.sql.ts';
import type { Desk } from './context.ts';
import type { Buttons, T } from './dialogue.types.ts';
import { reopenButtons, t } from './says.ts';
import { render, renderButtons } from './scene.ts';
import { settle } from './settle.ts';
import {
  clarificationReminder,
  followUpAsk,
  followUpButtons,
  reminderButtons,
  surveyAsk,
  surveyButtons,
} from './survey-words.ts';

const system = { kind: 'system' } as const;

/** A step around the end of a ticket fell due (a durable timer): looks at the ticket anew, under its lock, and asks, reminds or closes
 * where there is still a reason for it (F6, F7, U2). */
export async function handleAftercare(tx: Tx, desk: Desk, job: AftercareJob): Promise<void> {
  const now = desk.clock.now();
  const ticket = await lockTicket(tx, job.ticket);
  if (!(await takeStep(tx, ticket, { step: job.step, now }))) return;
  const place = await placeOf(tx, desk, ticket);
  const at = { tx, desk, now, ticket, place };
  switch (job.step) {
    case 'survey':
      return tell(place, surveyAsk(ticket.id), surveyButtons(ticket.id));
    case 'follow_up':
      return askHeld(at);
    case 'remind':
      return remindOf(at);
    case 'close':
      return end(at, ticket.outcome);
    case 'abandon':
      await end(at, 'abandoned');
      return tell(place, t('clarification-closed', { id: String(ticket.id) }), reopenButtons(ticket.id));
    default:
      return unreachable(job.step);
  }
}

type At = { tx: Tx; desk: Desk; now: Date; ticket: Ticket; place: CardPlace | undefined };

async function askHeld({ now, ticket, place }: At): Promise<void> {
  if (!place) return;
  const asked = followUpAsk({ id: ticket.id, solvedAt: ticket.resolved_at ?? now }, readerIn(place, now));
  await tell(place, asked, followUpButtons(ticket.id));
}

async function remindOf({ tx, now, ticket, place }: At): Promise<void> {
  await appendEvent(tx, ticket.id, { kind: 'clarification_reminded', by: { kind: 'bot' }, now });
  if (!place) return;
  const until = await abandonAt(tx, ticket);
  const asked = { id: ticket.id, need: ticket.clarification, until: until ?? now };
  await tell(place, clarificationReminder(asked, readerIn(place, now)), reminderButtons(ticket.id));
}

async function end({ tx, desk, now, ticket, place }: At, outcome: Ticket['outcome']): Promise<void> {
  const ended = await endTicket(tx, ticket, { action: 'close', by: system, outcome, now });
  const after = await settle({ tx, desk, now }, ticket, ended);
  if (place) await refreshCard(place, after);
}

const readerIn = ({ customer, desk }: CardPlace, now: Date) => ({
  ...{ now, timeZone: customer.time_zone ?? desk.settings.timeZone, language: customer.language },
});

async function tell(place: CardPlace | undefined, text: T, buttons: Buttons): Promise<void> {
  if (!place) return;
  const { tx, desk, chat } = place;
  const { language } = place.customer;
  const said = {
    text: render(desk, language, text),
    buttons: renderButtons(desk, language, buttons),
  };
  await say(tx, { chat, said });
}
