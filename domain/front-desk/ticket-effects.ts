import type { Tx } from '../../base/db/index.ts';
import { DAY, plus } from '../../base/kernel/index.ts';
import { keepIfThere } from '../queues/index.ts';
import { type Matter, routeByReason, routeTicket } from '../routing/index.ts';
import { followAftercare } from '../surveys/index.ts';
import {
  appendEvent,
  createTicket,
  endTicket,
  hearCustomer,
  higherPriority,
  isOpen,
  lockTicket,
  type Priority,
  raiseTicket,
  reopenTicket,
  type Ticket,
  takeLoose,
  takeOwnWords,
  updateTicket,
} from '../tickets/index.ts';
import { noteOffered } from './advice-effects.ts';
import { refreshCard, showCard } from './card.sql.ts';
import type { Effect } from './dialogue.types.ts';
import { detachFromIncident, joinByRule, knownNotice, release } from './incident-effects.ts';
import { lookAgain } from './promise.sql.ts';
import { speak } from './quiet.ts';
import type { Scene } from './scene.ts';
import { settle } from './settle.ts';
import { giveTopic } from './ticket-topic.ts';

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

const bot = { kind: 'bot' } as const;
const theCustomer = (scene: Scene) => ({ kind: 'customer', id: scene.customer.id }) as const;

/** Opens a ticket with everything that waits outside one, and shows its card (F1, F3, B3). */
export async function openTicket(scene: Scene, effect: Of<'createTicket'>): Promise<void> {
  const { tx, desk, customer, chat, now } = scene;
  const routing = await desk.routing();
  const { queue, priority } = routeTicket(routing, {
    ...matterOf(scene, effect),
    topicId: effect.topicId,
  });
  const topic = routing.topics.find(({ id }) => id === effect.topicId);
  const ticket = await createTicket(tx, {
    customerId: customer.id,
    chatId: chat.id,
    ...(topic ? { topicId: topic.id } : {}),
    queueId: queue.id,
    priority: higherPriority(effect.priority, priority ?? effect.priority),
    language: customer.language,
    firstText: scene.firstLooseText,
    fallbackSubject:
      topic?.texts.title[customer.language] ?? desk.translate(customer.language, 'subject-unknown'),
    ...(effect.reason ? { urgentReason: effect.reason } : {}),
    autoResolved: effect.outcome === 'auto_resolved',
    data: {
      ...(effect.reason ? { reason: effect.reason } : {}),
      ...(effect.clarification ? { clarification: effect.clarification } : {}),
    },
    now,
  });
  // Whoever looks after the channel may have answered before anybody knew what it was about.
  if (chat.direct !== undefined)
    await takeOwnWords(tx, { chatId: chat.id, ticketId: ticket.id, since: plus(now, -DAY) });
  if (effect.offered) await noteOffered(scene, ticket, { ...effect, offered: effect.offered });
  if (effect.outcome === 'auto_resolved') await followAftercare(tx, undefined, ticket);
  else await welcome(scene, await giveTopic(scene, ticket));
}

/** Shows a new ticket's card; where the matter is a known problem, its customer hears at once how that stands (B3, U5). */
async function welcome(scene: Scene, ticket: Ticket): Promise<void> {
  const joined = await joinByRule(scene, ticket);
  const after = await settle(scene, undefined, joined?.ticket ?? ticket);
  await showCard(scene, after);
  if (joined)
    await speak(scene, knownNotice(scene, { ticket: after, standing: joined.standing, now: scene.now }));
}

/** Puts words into an open ticket (B6, B7). Words for a ticket that ended meanwhile stay with it and are not lost. */
export async function addToTicket(scene: Scene, effect: Of<'addToTicket'>): Promise<void> {
  const { tx, chat, now } = scene;
  const ticket = await ownTicket(scene, effect.ticketId);
  const taken = await takeLoose(tx, chat.id, { ticketId: ticket.id, messageIds: effect.messageIds, now });
  if (effect.onlyAsking && (ticket.waiting_since !== null || ticket.status === 'clarification')) {
    await updateTicket(tx, ticket.id, { set: { last_message_at: now }, now });
    return;
  }
  const at = { ...scene, heard: taken > 0 };
  const after = await settle(at, ticket, await hearCustomer(tx, ticket, now));
  const changed =
    after.status !== ticket.status ||
    after.priority !== ticket.priority ||
    after.eta_at?.getTime() !== ticket.eta_at?.getTime();
  if (changed) await refreshCard(scene, after);
}

/** Sends a ticket's card as the newest message, with the time looked at anew (U4). */
export async function showCardAnew(scene: Scene, ticketId: number): Promise<void> {
  await showCard(scene, await lookAgain(scene, await ownTicket(scene, ticketId)));
}

/** Brings a ticket's card up to date in place, with the time looked at anew (U4). */
export async function freshenCard(scene: Scene, ticketId: number): Promise<void> {
  await refreshCard(scene, await lookAgain(scene, await ownTicket(scene, ticketId)));
}

/** Turns notices about a ticket's status on or off (B3). */
export async function setNotify(scene: Scene, effect: Of<'setNotify'>): Promise<void> {
  const ticket = await ownTicket(scene, effect.ticketId);
  await refreshCard(
    scene,
    await updateTicket(scene.tx, ticket.id, { set: { notify: effect.on }, now: scene.now }),
  );
}

/** A person was asked for, by the button or by a stop-word (B5). */
export async function callPerson(scene: Scene, effect: Of<'requestPerson'>): Promise<void> {
  const ticket = await ownTicket(scene, effect.ticketId);
  const routing = await scene.desk.routing();
  const pressing = higherPriority(ticket.priority, effect.priority);
  const route = routeByReason(routing, {
    ...matterOf(scene, { ...effect, priority: pressing }),
    topicId: ticket.topic_id ?? undefined,
  });
  await appendEvent(scene.tx, ticket.id, {
    kind: 'person_requested',
    by: theCustomer(scene),
    data: { reason: effect.reason },
    now: scene.now,
  });
  const after = await raiseTicket(scene.tx, await release(scene, ticket), {
    priority: higherPriority(pressing, route.priority ?? pressing),
    queueId: route.queue?.id ?? ticket.queue_id,
    reason: effect.reason,
    urgentReason: effect.reason,
    by: bot,
    now: scene.now,
  });
  if (after !== ticket) await refreshCard(scene, await settle(scene, ticket, after));
}

/** The customer says that the ticket is about something else than a known problem (U5). */
export async function leaveByCustomer(scene: Scene, ticketId: number): Promise<void> {
  await detachFromIncident(scene, await ownTicket(scene, ticketId), theCustomer(scene));
}

/** The customer says that the matter is over. */
export async function closeByCustomer(scene: Scene, ticketId: number): Promise<void> {
  const ticket = await ownTicket(scene, ticketId);
  if (ticket.status === 'closed') return;
  const { tx, now } = scene;
  const by = theCustomer(scene);
  const ended = await endTicket(tx, ticket, { action: 'close', by, outcome: 'closed_by_customer', now });
  await refreshCard(scene, await settle(scene, ticket, ended));
}

/** The customer says that the matter is not over (F7). */
export async function reopenByCustomer(scene: Scene, ticketId: number): Promise<void> {
  const { tx, now } = scene;
  const ticket = await ownTicket(scene, ticketId);
  if (isOpen(ticket.status)) return;
  const reopened = await reopenTicket(tx, ticket, { by: theCustomer(scene), now });
  await showCard(scene, await settle(scene, ticket, await keepIfThere(tx, reopened, now)));
}

/** What the rules of routing look at. */
function matterOf(scene: Scene, effect: { priority: Priority; reason?: string | undefined }): Matter {
  const { customer } = scene;
  return {
    priority: effect.priority,
    language: customer.language,
    region: customer.time_zone ?? undefined,
    reason: effect.reason,
    isVip: customer.is_vip,
  };
}

/** A ticket of this very customer: a number in a button may be anybody's. */
export async function ownTicket(scene: Scene, ticketId: number): Promise<Ticket> {
  const ticket = await lockTicket(scene.tx as Tx, ticketId);
  if (ticket.customer_id !== scene.customer.id)
    throw new Error(`ticket ${ticketId} is not of customer ${scene.customer.id}`);
  return ticket;
}
