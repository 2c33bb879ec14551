import { sql } from 'kysely';
import type { Tx } from '../../base/db/index.ts';
import {
  CHAT_BESIDE,
  type Chat,
  type ChatBeside,
  chatBeside,
  type Place,
  show,
  showAnew,
} from '../chats/index.ts';
import { CUSTOMER, type Customer } from '../customers/index.ts';
import { namesOf } from '../staff/index.ts';
import type { Ticket } from '../tickets/index.ts';
import { cabinetPage } from './cabinet-command.ts';
import { card } from './card.ts';
import type { Desk } from './context.ts';
import { isWatched, type Why } from './promise.ts';
import type { Rest } from './quiet.sql.ts';
import { shapeQuiet } from './quiet-settings.sql.ts';
import { render, renderButtons } from './scene.ts';
import { REOPEN_WINDOW_MS } from './state.ts';
import { followTopic, spotOf } from './ticket-topic.ts';
import { incidentsOf, ticketView } from './view.sql.ts';

const PREFIX = 'card:';

/** The ticket whose card a message with this name is, if it is one. */
export function ticketOfCard(name: string | undefined): number | undefined {
  return name?.startsWith(PREFIX) ? Number(name.slice(PREFIX.length)) : undefined;
}

/** Where a card is shown. */
export type CardPlace = {
  tx: Tx;
  desk: Desk;
  chat: Place;
  customer: Customer;
  /** When the customer last wrote or pressed something; not given while they do. */
  heardAt?: Date;
  /** Names of people of the staff, as far as they are known already. */
  names?: ReadonlyMap<number, string>;
  /** When its customer may be written to, as far as it is known already. */
  rest?: Rest | undefined;
};

/** How the customer of a place reads moments. */
export const readerAt = ({ customer, desk }: CardPlace, now: Date) => ({
  ...{ now, timeZone: customer.time_zone ?? desk.settings.timeZone, language: customer.language },
});

/** Sends a ticket's card as the newest message of the chat; from now on that one is edited (U4). */
export async function showCard(place: CardPlace, ticket: Ticket): Promise<void> {
  if (isElsewhere(place, ticket)) return;
  const { said, title } = await cardSaid(place, ticket);
  await followTopic(place, ticket, title);
  await showAnew(place.tx, { chat: await spotOf(place, ticket), said }, PREFIX + ticket.id);
}

/** Brings a ticket's card up to date in place: it is the one message that always knows status, time and next step (U4).
 * `bulk`: together with very many others, behind whatever else there is to send. */
export async function refreshCard(
  place: CardPlace,
  ticket: Ticket,
  how: { bulk?: boolean } = {},
): Promise<void> {
  if (isElsewhere(place, ticket)) return;
  const { said, title } = await cardSaid(place, ticket);
  await followTopic(place, ticket, title);
  await show(place.tx, { chat: await spotOf(place, ticket), said }, { key: PREFIX + ticket.id, ...how });
}

/** A ticket has its card where it is spoken about, and nowhere else. */
const isElsewhere = ({ chat }: CardPlace, { chat_id }: Ticket): boolean =>
  chat_id !== null && chat_id !== chat.id;

async function cardSaid(place: CardPlace, ticket: Ticket) {
  const { tx, desk, customer } = place;
  const names = await assigneeNames(place, ticket);
  const view = ticketView(ticket, {
    ...{ routing: await desk.routing(), names, language: customer.language },
    known: { incidents: await incidentsOf(tx, [ticket]), fallback: desk.settings.language },
  });
  const now = desk.clock.now();
  const page = cabinetPage(desk, `tickets/${ticket.id}`);
  const shown = card(
    {
      ...view,
      ...(ticket.clarification ? { need: ticket.clarification } : {}),
      urgent: ticket.urgent_reason !== null,
      personal: ticket.concierge_id !== null && ticket.concierge_id === ticket.assignee_id,
      notify: ticket.notify ?? false,
      ...(page === undefined ? {} : { page }),
      countdown: place.heardAt === undefined || isWatched(place.heardAt, now),
      ...(ticket.ahead === null || ticket.assignee_id !== null ? {} : { ahead: ticket.ahead }),
      ...(ticket.eta_why ? { why: ticket.eta_why as Why } : {}),
      ...(ticket.eta_opens_at ? { opensAt: ticket.eta_opens_at } : {}),
      canReopen:
        ticket.resolved_at !== null && now.getTime() - ticket.resolved_at.getTime() < REOPEN_WINDOW_MS,
    },
    readerAt(place, now),
  );
  const [title = '', ...lines] = shown.lines.map((line) => render(desk, customer.language, line));
  const buttons = renderButtons(desk, customer.language, shown.buttons);
  return { title, said: { text: [title, ...lines].join('\n'), buttons } };
}

async function assigneeNames(
  { tx, names }: CardPlace,
  { assignee_id: id }: Ticket,
): Promise<ReadonlyMap<number, string>> {
  if (id === null) return new Map();
  return names?.has(id) ? names : namesOf(tx, [id]);
}

/** Where a ticket's customer reads what the desk says: the chat and the customer, for those who act on a ticket from elsewhere. Undefined
 * for a ticket without a chat, and for one whose chat is a concierge's own: there only people speak (P5). */
export async function placeOf(tx: Tx, desk: Desk, ticket: Ticket): Promise<CardPlace | undefined> {
  const place = await anyPlaceOf(tx, desk, ticket);
  return place?.chat.conciergeId === null ? place : undefined;
}

/** The same for whoever may speak in a concierge's own chat as well. */
export async function anyPlaceOf(
  tx: Tx,
  desk: Desk,
  ticket: Ticket,
): Promise<(CardPlace & { chat: Chat }) | undefined> {
  if (ticket.chat_id === null) return undefined;
  const { assignee_id: id } = ticket;
  // One question: it is asked for nearly everything that happens to a ticket.
  const { rows } = await sql<Row>`
    select ${CUSTOMER}, ${CHAT_BESIDE}, c.acted_at as chat_acted_at, s.name as assignee_name, q.quiet_from, q.quiet_until, q.awake_minutes, q.waking_queues
    from chats c cross join quiet_settings q join customers u on u.id = ${ticket.customer_id}
      left join staff s on s.id = ${id} and s.active where c.id = ${ticket.chat_id}`.execute(tx);
  const [row] = rows;
  if (!row) return undefined;
  const chat = chatBeside(row);
  const names = new Map(id === null || row.assignee_name === null ? [] : [[id, row.assignee_name]]);
  const rest = { settings: shapeQuiet(row), actedAt: row.chat_acted_at, holds: chat.holds };
  return { tx, desk, chat, customer: row, heardAt: chat.heardAt, names, rest };
}

type Row = Customer &
  ChatBeside &
  Parameters<typeof shapeQuiet>[0] & { chat_acted_at: Date | null; assignee_name: string | null };
