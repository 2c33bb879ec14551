import type { Db, Tx } from '../../base/db/index.ts';
import { record } from '../audit/index.ts';
import type { Desk } from '../front-desk/index.ts';
import {
  type Calendar,
  dropEscalation,
  type Escalation,
  readSlaRules,
  saveCalendar,
  saveEscalation,
  savePolicy,
} from '../sla/index.ts';
import { type Actor, authorOf, demand } from '../staff/index.ts';

type Managing = { tx: Tx; desk: Desk; actor: Actor };

/** Sets what a queue promises for one metric and priority; open clocks follow soon after (Q2). Refuses (`invalid`) what is no policy. */
export async function setPolicy({ tx, desk, actor }: Managing, input: unknown): Promise<void> {
  demand(actor, 'sla.manage');
  const now = desk.clock.now();
  const { policies } = await readSlaRules(tx);
  const policy = await savePolicy(tx, input, now);
  const { queue, metric, priority } = policy;
  const before = policies.find(
    (one) => one.queue === queue && one.metric === metric && one.priority === priority,
  );
  const { id: _, ...known } = { id: 0, ...before };
  await record(tx, {
    ...{ by: authorOf(actor), action: 'sla.policy' },
    object: { kind: 'policy', id: [queue, metric, priority ?? 'any'].join(':') },
    ...(before ? { before: known } : {}),
    ...{ after: policy, now },
  });
}

/** Sets a calendar, as a new version; open clocks follow soon after (Q2). Refuses (`invalid`) what is none. */
export async function setCalendar(
  { tx, desk, actor }: Managing,
  slug: string,
  input: unknown,
): Promise<void> {
  demand(actor, 'sla.manage');
  const now = desk.clock.now();
  const before = (await readSlaRules(tx)).calendars.find((calendar) => calendar.slug === slug);
  const after = await saveCalendar(tx, slug, { input, now });
  await record(tx, {
    ...{ by: authorOf(actor), action: 'sla.calendar', object: { kind: 'calendar', id: slug } },
    ...(before ? { before: hoursOf(before) } : {}),
    ...{ after: hoursOf(after), now },
  });
}

/** What the audit log keeps of a calendar: no names of days off, which are words. */
const hoursOf = ({ timeZone, week, holidays }: Calendar) => ({
  ...{ timeZone, week },
  holidays: holidays.map(({ from, until }) => `${from}/${until}`),
});

/** Adds a step of escalation, or changes the one with this id (F4, Q4). Refuses (`invalid`) what is none, (`not_found`) an unknown id. */
export async function setEscalation(
  { tx, desk, actor }: Managing,
  input: unknown,
  id?: number,
): Promise<void> {
  demand(actor, 'sla.manage');
  const now = desk.clock.now();
  const before = id === undefined ? undefined : await findEscalation(tx, id);
  const saved = await saveEscalation(tx, input, { ...(id === undefined ? {} : { id }), now });
  await record(tx, {
    ...{ by: authorOf(actor), action: 'sla.escalation', object: { kind: 'escalation', id: saved } },
    ...(before ? { before } : {}),
    ...{ after: (await findEscalation(tx, saved)) ?? {}, now },
  });
}

/** Takes a step of escalation away. Refuses (`not_found`) an unknown id. */
export async function removeEscalation({ tx, desk, actor }: Managing, id: number): Promise<void> {
  demand(actor, 'sla.manage');
  const before = await findEscalation(tx, id);
  await dropEscalation(tx, id);
  await record(tx, {
    ...{ by: authorOf(actor), action: 'sla.escalation', object: { kind: 'escalation', id } },
    ...{ before: before ?? {}, now: desk.clock.now() },
  });
}

async function findEscalation(db: Db, id: number): Promise<Escalation | undefined> {
  return (await readSlaRules(db)).escalations.find((escalation) => escalation.id === id);
}
