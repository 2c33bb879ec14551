import type { Tx } from '../../base/db/index.ts';
import { schedule } from '../../base/queue/index.ts';
import { say, show } from '../chats/index.ts';
import {
  type How,
  joinable,
  joinIncident,
  leaveIncident,
  matches,
  openIncidents,
  type Standing,
  statusPlace,
  wordsIn,
} from '../incidents/index.ts';
import { type By, isOpen, releaseTicket, type Ticket } from '../tickets/index.ts';
import { type CardPlace, placeOf, refreshCard, showCard } from './card.sql.ts';
import type { Desk } from './context.ts';
import { incidentButtons, incidentKnown, incidentView, statusPost } from './incident-words.ts';
import { type Notice, tell } from './quiet.ts';
import { render } from './scene.ts';
import { settle } from './settle.ts';

/** The job that tells the customers of an incident what is new. */
export const INCIDENT_NEWS_TASK = 'incidents.news';
/** The job that finds the tickets that were there before their incident was declared. */
export const INCIDENT_GATHER_TASK = 'incidents.gather';

type At = { tx: Tx; desk: Desk; now: Date };

/** Puts a ticket that was just made into the first open incident whose rule it fits (U5); undefined when there is none. */
export async function joinByRule(
  at: At,
  ticket: Ticket,
): Promise<{ ticket: Ticket; standing: Standing } | undefined> {
  const { tx, desk, now } = at;
  const open = await openIncidents(tx);
  if (open.length === 0) return undefined;
  const { topics, queues } = await desk.routing();
  const request = {
    topic: topics.find(({ id }) => id === ticket.topic_id)?.slug,
    queue: queues.find(({ id }) => id === ticket.queue_id)?.slug ?? '',
    text: await wordsIn(tx, ticket.id),
  };
  const incident = open.find(({ rule }) => matches(rule, request));
  const standing = incident && (await joinable(tx, incident.id));
  if (!standing) return undefined;
  const joined = await joinIncident(tx, ticket, { standing, how: 'rule', by: { kind: 'bot' }, now });
  return { ticket: joined, standing };
}

/** Puts a locked ticket into an incident; where no person has answered yet, its customer hears at once how it stands (U5). Returns
 * undefined when the incident is over. */
export async function attachToIncident(
  at: At,
  ticket: Ticket,
  to: { incidentId: number; how: How; by: By },
): Promise<Ticket | undefined> {
  const { tx, desk, now } = at;
  const standing = await joinable(tx, to.incidentId);
  if (!standing) return undefined;
  if (ticket.incident_id === to.incidentId) return ticket;
  const joined = await joinIncident(tx, ticket, { standing, how: to.how, by: to.by, now });
  const after = await settle(at, ticket, joined);
  const place = await placeOf(tx, desk, after);
  if (!place || !isOpen(after.status)) return after;
  const bulk = to.how === 'declared';
  await refreshCard(place, after, { bulk });
  if (after.first_reply_at === null)
    await tell(place, knownNotice(place, { ticket: after, standing, now }), { bulk });
  return after;
}

/** Takes a locked ticket out of its incident; it goes the ordinary way, its clocks from now on (U5). */
export async function detachFromIncident(at: At, ticket: Ticket, by: By): Promise<Ticket> {
  if (ticket.incident_id === null) return ticket;
  const left = await leaveIncident(at.tx, ticket, { by, now: at.now });
  const after = await settle(at, ticket, await release(at, left));
  const place = await placeOf(at.tx, at.desk, after);
  // Its customer did that and looks at it; what a colleague does makes no sound.
  if (place && ticket.held && by.kind === 'customer') await showCard(place, after);
  else if (place) await refreshCard(place, after);
  return after;
}

/** Lets a ticket that waits for an incident go the ordinary way; a person's answer is promised anew. */
export async function release(at: At, ticket: Ticket): Promise<Ticket> {
  return releaseTicket(at.tx, ticket, at.now);
}

/** What a ticket's customer hears: that the matter is known, how it stands, and when there is more to hear. */
export function knownNotice(
  place: CardPlace,
  about: { ticket: Ticket; standing: Standing; now: Date },
): Notice {
  const { ticket, standing, now } = about;
  return {
    ...incidentKnown(viewIn(place, standing, ticket.held), now),
    ...{ buttons: incidentButtons(ticket.id, ticket.notify === true), ticket },
    slot: slotOf(standing),
  };
}

/** While news of one incident wait for a customer to wake, only the last is told. */
export const slotOf = ({ incident }: Standing): string => `incident:${incident.id}`;

/** An incident as the customer of this place knows it. */
export function viewIn({ desk, customer }: CardPlace, standing: Standing, held: boolean) {
  return incidentView(standing, held, { language: customer.language, desk: desk.settings.language });
}

/** Shows an incident in the place for statuses, if the desk has one: one message, edited in place (U5). */
export async function postStatus({ tx, desk, now }: At, standing: Standing): Promise<void> {
  const place = await statusPlace(tx);
  if (!place) return;
  const { language, timeZone } = desk.settings;
  const words = statusPost(standing, { now, timeZone, language }, (status) => render(desk, language, status));
  const key = `incident:${standing.incident.id}:${place.version}`;
  await show(tx, { chat: place, said: { text: render(desk, language, words) } }, { key });
}

/** Says the first words in the place for statuses, silently; whether they arrive tells whether the place works. */
export async function greetStatusPlace({ tx, desk }: At): Promise<void> {
  const place = await statusPlace(tx);
  if (!place) return;
  const text = desk.translate(desk.settings.language, 'status-place-hello');
  await say(tx, { chat: place, said: { text } }, { silent: true, ref: { statusPlace: place.version } });
}

/** Lets the job run that tells the customers of an incident what is new, once this commits. */
export async function newsSoon({ tx, now }: At, incidentId: number): Promise<void> {
  const key = `incident-news:${incidentId}`;
  await schedule(tx, { task: INCIDENT_NEWS_TASK, at: now, key, payload: { incident: incidentId } });
}
