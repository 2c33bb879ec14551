import { z } from 'zod';
import { announce, type Tx } from '../../base/db/index.ts';
import { MINUTE, plus } from '../../base/kernel/index.ts';
import { bare, fill } from '../../base/text/index.ts';
import {
  inCalls,
  messagesOf,
  noteActed,
  type OpenChat,
  type Said,
  type SayOptions,
  type Spot,
  say,
} from '../chats/index.ts';
import {
  type Customer,
  type QuietChoice,
  type QuietHours,
  readChoice,
  setQuietChoice,
} from '../customers/index.ts';
import { STEPS } from '../surveys/index.ts';
import {
  keepFrame,
  noteDelivery,
  planParts,
  readOutgoing,
  type Ticket,
  type TicketStatus,
} from '../tickets/index.ts';
import type { CardPlace } from './card.sql.ts';
import type { Desk } from './context.ts';
import type { Buttons, Words } from './dialogue.types.ts';
import { hold, holdsOf, readRest, type ToHold, wakeAll, wakeAt } from './quiet.sql.ts';
import { quietUntil } from './quiet-hours.ts';
import type { QuietSettings } from './quiet-settings.sql.ts';
import { render, renderButtons } from './scene.ts';
import { spotOf } from './ticket-topic.ts';
import { isTimeZone, when } from './when.ts';

/** Something that the desk tells a customer and that is no answer to what the customer just did. */
export type Notice = {
  readonly words: Words;
  /** A moment that the words name: they get it as `day`, `time` and `date` when they are said. */
  readonly moment?: Date;
  readonly buttons?: Buttons;
  /** The ticket it is about; a pressing one is told at any hour. */
  readonly ticket?: Ticket;
  /** While they wait, a later one of this name takes its place: only the last is told. */
  readonly slot?: string;
  /** Makes no sound. */
  readonly silent?: boolean;
  /** A step on the way that asks nothing of its customer: whoever wants it short is not told. */
  readonly step?: boolean;
  /** With the photo of the person who has this account. */
  readonly portrait?: number;
  /** Said only while the ticket has this status. */
  readonly whileStatus?: TicketStatus;
  /** The agent's message that this carries: it is never left out, and its delivery is noted there. */
  readonly messageId?: number;
};

const words = z.union([
  z.string(),
  z.object({
    key: z.string(),
    vars: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
  }),
]);

/** A notice, or a step around the end of a ticket, as it is held. */
export const HeldNotice = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('words'),
    words,
    moment: z.coerce.date().exactOptional(),
    buttons: z.array(z.array(z.object({ label: words, data: z.string() }))).exactOptional(),
    silent: z.boolean().exactOptional(),
    step: z.boolean().exactOptional(),
    portrait: z.number().exactOptional(),
    whileStatus: z.custom<TicketStatus>((status) => typeof status === 'string').exactOptional(),
  }),
  z.object({ kind: z.literal('step'), step: z.enum(STEPS) }),
]);

/** Tells a customer something, or holds it until they wake (U3): the one door for whatever is no immediate answer to the customer's own
 * action. `bulk`: one of many. Returns until when it is held; undefined: it is on its way, or its customer wants no such steps (M4). */
export async function tell(
  place: CardPlace,
  notice: Notice,
  how: { bulk?: boolean } = {},
): Promise<Date | undefined> {
  const { words: text, ticket, slot, messageId, ...rest } = notice;
  if (notice.step && wantsShort(place.customer, ticket)) return undefined;
  const until = await holdBack(place, {
    ...{ ticket, slot, messageId },
    notice: { kind: 'words', words: text, ...rest },
  });
  if (until === undefined) await speak(place, notice, how);
  else if (messageId !== undefined) await noteDelivery(place.tx, messageId, { state: 'held' });
  return until;
}

/** Whether a customer wants to hear answers, questions and the end alone (M4); of a ticket whose changes they asked for they hear all. */
export const wantsShort = ({ notices }: Customer, ticket?: Ticket): boolean =>
  notices === 'short' && ticket?.notify !== true;

/** Says it now, in the customer's language and with moments as they read them. `bulk`: one of many, behind whatever else there is to say. */
export async function speak(place: CardPlace, notice: Notice, how: { bulk?: boolean } = {}): Promise<void> {
  const { desk, customer } = place;
  const { moment, buttons, messageId, silent, portrait, ticket } = notice;
  const reader = {
    ...{ now: desk.clock.now(), timeZone: zoneOf(customer, desk), language: customer.language },
  };
  const text =
    moment === undefined || typeof notice.words === 'string'
      ? notice.words
      : { key: notice.words.key, vars: { ...notice.words.vars, ...when(moment, reader) } };
  await sayAll(place, {
    frame: render(desk, customer.language, text),
    ...(buttons ? { buttons: renderButtons(desk, customer.language, buttons) } : {}),
    ...(messageId === undefined ? {} : { messageId }),
    spot: ticket === undefined ? place.chat : await spotOf(place, ticket),
    how: { ...how, ...(silent ? { silent } : {}), ...(portrait ? { portrait } : {}) },
  });
}

type Saying = {
  spot: Spot;
  frame: string;
  buttons?: NonNullable<Said['buttons']>;
  messageId?: number;
  how: SayOptions;
};

/** Says words, and what an agent's message says in their midst: in as many messages as Telegram needs for them. */
async function sayAll({ tx }: CardPlace, saying: Saying): Promise<void> {
  const { spot: chat, frame, buttons, messageId, how } = saying;
  const content = messageId === undefined ? undefined : await readOutgoing(tx, messageId);
  const said = { ...fill(frame, content?.rich ?? bare('')), files: content?.files ?? [] };
  const calls = inCalls({ ...said, ...(buttons ? { buttons } : {}) });
  const messages = calls.map(messagesOf);
  const several = messages.flat().length > 1;
  if (messageId !== undefined) {
    await keepFrame(tx, messageId, frame);
    if (several) await planParts(tx, { id: messageId, chatId: chat.id }, messages);
  }
  let part = 0;
  for (const [index, call] of calls.entries()) {
    await say(
      tx,
      { chat, said: call },
      {
        ...how,
        ...(messageId === undefined
          ? {}
          : { messageId, onAmbiguous: 'hold' as const, ...(several ? { part } : {}) }),
        ...(index === 0 && content?.replyTo !== undefined ? { replyTo: content.replyTo } : {}),
      },
    );
    part += messages[index]?.length ?? 1;
  }
}

/** Holds something if its customer is asleep, or if earlier words still wait; returns until when, undefined: say it now. */
export async function holdBack(
  place: CardPlace,
  what: { ticket?: Ticket | undefined } & Pick<ToHold, 'slot' | 'messageId' | 'notice'>,
): Promise<Date | undefined> {
  const { tx, desk, chat, customer } = place;
  const { ticket, ...rest } = what;
  const now = desk.clock.now();
  const { settings, actedAt, holds } = place.rest ?? (await readRest(tx, chat.id));
  const pressing = ticket !== undefined && (await isPressing(desk, settings, ticket));
  const quiet = pressing ? undefined : restUntil({ desk, customer, settings, actedAt });
  // Its place is behind what waits already, even where that is about to go.
  const behind = quiet === undefined && holds && (!pressing || (await holdsOf(tx, chat.id, ticket.id)));
  if (quiet === undefined && !behind) return undefined;
  // What is known of it is over now.
  place.rest = undefined;
  const releaseAt = quiet ?? now;
  const awakeSince = plus(now, -settings.awake_minutes * MINUTE);
  const held = await hold(tx, { ...rest, chatId: chat.id, ticketId: ticket?.id, releaseAt, now }, awakeSince);
  if (held === undefined) return undefined;
  // What was there before has set its timer, perhaps for an earlier moment.
  if (held === 'first' || behind) await wakeAt(tx, chat.id, releaseAt);
  return releaseAt;
}

/** Until when this customer is left alone; undefined: they can be written to. */
export function restUntil(of: {
  desk: Desk;
  customer: Customer;
  settings: QuietSettings;
  actedAt: Date | null;
}): Date | undefined {
  const { desk, customer, settings, actedAt } = of;
  return quietUntil({
    ...{ now: desk.clock.now(), timeZone: zoneOf(customer, desk), actedAt },
    ...{ hours: hoursOf(customer, settings), awakeMinutes: settings.awake_minutes },
  });
}

/** A customer's own quiet hours, else the desk's; undefined: none. */
export function hoursOf(customer: Customer, settings: QuietSettings): QuietHours | undefined {
  const choice = readChoice(customer.quiet_hours);
  if (choice === 'off') return undefined;
  return choice ?? settings.hours ?? undefined;
}

const zoneOf = ({ time_zone }: Customer, { settings }: Desk): string =>
  time_zone !== null && isTimeZone(time_zone) ? time_zone : settings.timeZone;

/** Whether a ticket is told about at any hour: a critical one, and one of a queue that wakes (U3). */
export async function isPressing(desk: Desk, settings: QuietSettings, ticket: Ticket): Promise<boolean> {
  if (ticket.priority === 'critical') return true;
  const queue = (await desk.routing()).queues.find(({ id }) => id === ticket.queue_id);
  return queue !== undefined && settings.waking_queues.includes(queue.slug);
}

/** A ticket has become more pressing, or has another queue: what is held about it is looked at anew (U3). */
export async function wakeIfPressing(
  { tx, now }: { tx: Tx; now: Date },
  before: Ticket | undefined,
  after: Ticket,
): Promise<void> {
  if (before === undefined || after.chat_id === null) return;
  if (before.priority === after.priority && before.queue_id === after.queue_id) return;
  if (await holdsOf(tx, after.chat_id, after.id)) await wakeAt(tx, after.chat_id, now);
}

/** A customer chooses when to be left alone: hours of their own, none (`off`), or the desk's (null). What is held goes by it at once (U3,
 * M4). */
export async function chooseQuietHours(
  { tx, now }: { tx: Tx; now: Date },
  customerId: number,
  choice: QuietChoice,
): Promise<void> {
  await setQuietChoice(tx, customerId, choice);
  await wakeAll(tx, { now, customerId });
}

/** A customer did something in another place than the chat (P4), so they are awake: what is held goes out at once. */
export async function noteAwake({ tx, now }: { tx: Tx; now: Date }, chat: OpenChat): Promise<void> {
  await noteActed(tx, chat.id, now);
  if (chat.holds) await wakeAt(tx, chat.id, now);
}

/** Notes that a held message of an agent's is on its way, and tells the screens that show it. */
export async function noteReleased(tx: Tx, messageId: number): Promise<void> {
  const ticketId = await noteDelivery(tx, messageId, { state: 'pending' });
  if (ticketId !== null) announce(tx, { ticket: ticketId });
}
