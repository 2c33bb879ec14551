import type { Tx } from '../../base/db/index.ts';
import { DAY, DomainError, plus } from '../../base/kernel/index.ts';
import { schedule } from '../../base/queue/index.ts';
import { record } from '../audit/index.ts';
import {
  attachToIncident,
  type Desk,
  detachFromIncident,
  greetStatusPlace,
  INCIDENT_GATHER_TASK,
  newsSoon,
  postStatus,
} from '../front-desk/index.ts';
import {
  addUpdate,
  demandOpen,
  IncidentRule,
  type IncidentStatus,
  insertIncident,
  lockIncident,
  type PlaceAddress,
  readStatusPlace,
  sameUpdate,
  setStatusPlace,
  type Texts,
} from '../incidents/index.ts';
import { type RoutingMap, readRoutingMap } from '../routing/index.ts';
import { type Actor, authorOf, demand } from '../staff/index.ts';
import { lockTicket } from '../tickets/index.ts';
import { byActor } from './recorded.ts';

type Managing = { tx: Tx; desk: Desk; actor: Actor };

/** What is said about an incident. The same `requestKey` again says nothing more. */
export type Said = { texts: Texts; nextNewsAt: Date | null; requestKey: string };

/** A declaration. `since`: open tickets made since then that fit the rule belong to it too; null: only new ones. */
export type Declared = Said & {
  title: Texts;
  status: Exclude<IncidentStatus, 'resolved'>;
  rule: IncidentRule;
  since: Date | null;
};

/** How far back a declaration may look. */
const LOOK_BACK_MS = 30 * DAY;

/** Declares an incident (U5): from now on requests that fit its rule are answered with its status, and those that were there before follow
 * in a job. Returns its number. Refuses (`invalid`) topics and queues that are not there. */
export async function declareIncident(work: Managing, declared: Declared): Promise<number> {
  const { tx, desk, actor } = work;
  demand(actor, 'incidents.manage');
  const before = await sameUpdate(tx, actor.id, declared.requestKey);
  if (before !== undefined) return before;
  const rule = checkedRule(declared.rule, await readRoutingMap(tx));
  const now = desk.clock.now();
  const { title, status, since } = declared;
  const id = await insertIncident(tx, { title, rule, declaredBy: actor.id, now });
  await said(work, id, { ...declared, status });
  if (since) {
    const from = since < plus(now, -LOOK_BACK_MS) ? plus(now, -LOOK_BACK_MS) : since;
    await schedule(tx, {
      ...{ task: INCIDENT_GATHER_TASK, at: now, key: `incident-gather:${id}` },
      payload: { incident: id, since: from.toISOString(), after: 0 },
    });
  }
  await record(tx, {
    ...{ by: authorOf(actor), action: 'incident.declare', object: { kind: 'incident', id } },
    ...{ after: { status, topics: rule.topics, queues: rule.queues, words: rule.words.length, since }, now },
  });
  return id;
}

/** Says something new about an incident, and where it stands now; its customers who want to hear it are told (U5). `resolved` ends it: everybody
 * is told, and the tickets that waited for it are solved. Refuses (`conflict`) one that is over. */
export async function updateIncident(
  work: Managing,
  incidentId: number,
  news: Said & { status: IncidentStatus },
): Promise<void> {
  const { tx, desk, actor } = work;
  demand(actor, 'incidents.manage');
  const incident = await lockIncident(tx, incidentId);
  if ((await sameUpdate(tx, actor.id, news.requestKey)) !== undefined) return;
  demandOpen(incident);
  const now = desk.clock.now();
  await said(work, incidentId, news);
  await newsSoon({ tx, desk, now }, incidentId);
  await record(tx, {
    ...{ by: authorOf(actor), action: `incident.${news.status === 'resolved' ? 'resolve' : 'update'}` },
    ...{ object: { kind: 'incident', id: incidentId }, now },
    ...{ before: { status: incident.status }, after: { status: news.status, news: now.toISOString() } },
  });
}

async function said(
  { tx, desk, actor }: Managing,
  incidentId: number,
  news: Said & { status: IncidentStatus },
): Promise<void> {
  const { status, texts, requestKey } = news;
  const now = desk.clock.now();
  const nextNewsAt = status === 'resolved' ? null : news.nextNewsAt;
  const standing = await addUpdate(tx, incidentId, {
    ...{ status, texts, nextNewsAt, requestKey, authorId: actor.id, now },
  });
  await postStatus({ tx, desk, now }, standing);
}

/** Puts a ticket into an incident by hand, or takes it out of the one it is in (`null`) (U5). Refuses (`conflict`) an incident that is over. */
export async function setTicketIncident(
  { tx, desk, actor }: Managing,
  ticketId: number,
  incidentId: number | null,
): Promise<void> {
  demand(actor, 'tickets.assign');
  const now = desk.clock.now();
  const at = { tx, desk, now };
  const ticket = await lockTicket(tx, ticketId);
  if (ticket.incident_id === incidentId) return;
  if (incidentId === null) await detachFromIncident(at, ticket, byActor(actor));
  else if (!(await attachToIncident(at, ticket, { incidentId, how: 'hand', by: byActor(actor) })))
    throw new DomainError('conflict', 'incident_over');
  await record(tx, {
    ...{ by: authorOf(actor), action: 'ticket.incident', object: { kind: 'ticket', id: ticketId }, now },
    ...{ before: { incident: ticket.incident_id }, after: { incident: incidentId } },
  });
}

/** Sets where statuses are posted; null: nowhere. A first message is sent there, silently: whether it arrives shows whether it works (U5). */
export async function setPlaceForStatuses(
  { tx, desk, actor }: Managing,
  to: PlaceAddress | null,
): Promise<void> {
  demand(actor, 'incidents.manage');
  const now = desk.clock.now();
  const before = await readStatusPlace(tx);
  await setStatusPlace(tx, to, now);
  await greetStatusPlace({ tx, desk, now });
  await record(tx, {
    ...{ by: authorOf(actor), action: 'incident.place', object: { kind: 'desk', id: 'statuses' }, now },
    ...{ before: { chat: before?.chatId ?? null, thread: before?.threadId ?? null } },
    ...{ after: { chat: to?.chatId ?? null, thread: to?.threadId ?? null } },
  });
}

/** A rule that names only what is there. Refuses (`invalid`) others. */
export function checkedRule(input: unknown, { topics, queues }: RoutingMap): IncidentRule {
  const rule = IncidentRule.parse(input);
  const topic = rule.topics.find((slug) => !topics.some((known) => known.slug === slug));
  if (topic !== undefined) throw new DomainError('invalid', 'topic_unknown', { topic });
  const queue = rule.queues.find((slug) => !queues.some((known) => known.slug === slug));
  if (queue !== undefined) throw new DomainError('invalid', 'queue_unknown', { queue });
  return rule;
}
