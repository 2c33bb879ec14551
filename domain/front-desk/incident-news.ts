import { z } from 'zod';
import type { Transact } from '../../base/db/index.ts';
import { schedule } from '../../base/queue/index.ts';
import {
  findMatching,
  lockSiblings,
  noteTold,
  type Sibling,
  type Standing,
  standings,
  untold,
} from '../incidents/index.ts';
import { appendEvent, endTicket, isOpen, lockTicket, type Ticket } from '../tickets/index.ts';
import { type CardPlace, placeOf, refreshCard } from './card.sql.ts';
import type { Desk } from './context.ts';
import { attachToIncident, INCIDENT_GATHER_TASK, newsSoon, slotOf, viewIn } from './incident-effects.ts';
import { incidentNews, incidentOver, stillThereButtons } from './incident-words.ts';
import { tell } from './quiet.ts';
import { settle } from './settle.ts';

/** What the job carries that looks for tickets made before their incident was declared: those after number `after`, made since then. */
export const GatherJob = z.object({
  incident: z.number().int(),
  since: z.coerce.date(),
  after: z.number().int(),
});

type Working = { transact: Transact; desk: Desk };

/** Tickets that one run of a job looks at, so that other jobs get their turn in between. */
const AT_ONCE = 50;

const bot = { kind: 'bot' } as const;
const system = { kind: 'system' } as const;

/** Tells the customers of an incident what was said of it last, and ends with it the tickets that waited for it (a durable job, U5). Each
 * ticket in a transaction of its own that also notes that it was done: a restart neither doubles nor loses. The rest follows in another run. */
export async function handleIncidentNews(at: Working, incidentId: number): Promise<void> {
  const { transact, desk } = at;
  const ids = await transact(async (tx) => {
    const standing = (await standings(tx, [incidentId])).get(incidentId);
    if (!standing) return [];
    return untold(tx, { incidentId, updateId: standing.latest.id, after: 0, limit: AT_ONCE });
  });
  try {
    await eachOf(ids, (ticketId) => tellOne(at, incidentId, ticketId));
  } finally {
    if (ids.length === AT_ONCE)
      await transact((tx) => newsSoon({ tx, desk, now: desk.clock.now() }, incidentId));
  }
}

/** Puts the open tickets that fit an incident's rule and were made since then into it (a durable job, U5). */
export async function handleIncidentGather(at: Working, job: z.infer<typeof GatherJob>): Promise<void> {
  const { transact, desk } = at;
  const { incident: incidentId, since } = job;
  const part = await transact(async (tx) => {
    const standing = (await standings(tx, [incidentId])).get(incidentId);
    if (!standing || standing.incident.status === 'resolved') return undefined;
    return findMatching(tx, { rule: standing.incident.rule, since, after: job.after, incidentId });
  });
  if (!part) return;
  const { found, lookedAt } = part;
  const join = (ticketId: number) =>
    transact(async (tx) => {
      const ticket = await lockTicket(tx, ticketId);
      if (!isOpen(ticket.status) || ticket.incident_id !== null) return;
      const now = desk.clock.now();
      await attachToIncident({ tx, desk, now }, ticket, { incidentId, how: 'declared', by: bot });
    });
  try {
    await eachOf(
      found.map(({ id }) => id),
      join,
    );
  } finally {
    if (lookedAt !== undefined)
      await transact((tx) =>
        schedule(tx, {
          ...{ task: INCIDENT_GATHER_TASK, at: desk.clock.now(), key: `incident-gather:${incidentId}` },
          payload: { incident: incidentId, since: since.toISOString(), after: lookedAt },
        }),
      );
  }
}

/** One after the other; a ticket that fails stops none of the others, and the job runs again for it. */
async function eachOf(ids: readonly number[], work: (id: number) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  for (const id of ids) await work(id).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

async function tellOne({ transact, desk }: Working, incidentId: number, ticketId: number): Promise<void> {
  await transact(async (tx) => {
    const now = desk.clock.now();
    const ticket = await lockTicket(tx, ticketId);
    const siblings = await lockSiblings(tx, ticket, incidentId);
    const standing = (await standings(tx, [incidentId])).get(incidentId);
    const mine = siblings.find((sibling) => sibling.ticketId === ticketId);
    if (!standing || !mine || mine.told >= standing.latest.id) return;
    await noteTold(tx, { incidentId, ticketId, updateId: standing.latest.id });
    const over = standing.incident.status === 'resolved';
    const after = over && ticket.held ? await endWith({ tx, desk, now }, ticket) : ticket;
    const place = await placeOf(tx, desk, after);
    if (!place) return;
    if (isOpen(after.status) || after !== ticket) await refreshCard(place, after, { bulk: true });
    if (wantsToHear(siblings, standing)) await tellNews(place, { ticket: after, standing, now });
  });
}

/** A customer hears it once, whichever of their tickets comes first: the end everybody who did not close the matter, what happens before it
 * those who asked for it. */
function wantsToHear(siblings: readonly Sibling[], { incident, latest }: Standing): boolean {
  if (siblings.some(({ told }) => told >= latest.id)) return false;
  return incident.status === 'resolved'
    ? siblings.some(({ outcome }) => outcome !== 'closed_by_customer')
    : siblings.some(({ notify }) => notify === true);
}

/** A ticket that only waited for the incident ends with it. */
async function endWith(at: Parameters<typeof settle>[0], ticket: Ticket): Promise<Ticket> {
  const how = { action: 'resolve', by: system, outcome: 'auto_resolved', now: at.now } as const;
  return settle(at, ticket, await endTicket(at.tx, ticket, how));
}

async function tellNews(
  place: CardPlace,
  told: { ticket: Ticket; standing: Standing; now: Date },
): Promise<void> {
  const { ticket, standing, now } = told;
  const { id } = ticket;
  const view = viewIn(place, standing, ticket.held);
  const { status } = standing.incident;
  const data = { incident: standing.incident.id, status };
  await appendEvent(place.tx, id, { kind: 'incident_news', by: bot, data, now });
  const solved = !isOpen(ticket.status);
  const said =
    status === 'resolved'
      ? {
          words: incidentOver(id, view, solved),
          ...(solved ? { buttons: stillThereButtons(id) } : {}),
        }
      : incidentNews(id, view, now);
  await tell(place, { ...said, ticket, slot: slotOf(standing) }, { bulk: true });
}
