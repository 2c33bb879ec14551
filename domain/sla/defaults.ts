import { sql } from 'kysely';
import type { Tx } from '../../base/db/index.ts';
import { readRoutingMap } from '../routing/index.ts';
import type { Calendar } from './calendar.ts';
import { saveCalendar, saveEscalation, savePolicy } from './rules.sql.ts';

const URGENT_QUEUE = 'security-payments';
const WINDOWS = 'security-windows';

// Three windows a day; the target is one window's worth.
const WINDOW_HOURS: [string, string][] = [
  ['08:00', '12:00'],
  ['13:00', '17:00'],
  ['18:00', '22:00'],
];
const EVERY_DAY: Calendar['week'] = {
  ...{ mon: WINDOW_HOURS, tue: WINDOW_HOURS, wed: WINDOW_HOURS, thu: WINDOW_HOURS, fri: WINDOW_HOURS },
  ...{ sat: WINDOW_HOURS, sun: WINDOW_HOURS },
};

const ESCALATIONS = [
  // Security & Payments escalates at once.
  {
    queue: URGENT_QUEUE,
    metric: 'first_reply',
    moment: 'start',
    action: { do: 'raise_priority', to: 'high' },
  },
  { queue: URGENT_QUEUE, metric: 'first_reply', moment: 'start', action: { do: 'page_on_call' } },
  { moment: 'warn', action: { do: 'notify', whom: 'assignee' } },
  { moment: 'breach', action: { do: 'raise_priority', to: 'high' } },
  { moment: 'breach', action: { do: 'notify', whom: 'leads' } },
  { queue: 'l1', metric: 'resolution', moment: 'warn', action: { do: 'move_queue', to: 'l2' } },
];

/** Gives every queue that has no policy the targets it was made with (blueprint §6), and a desk that has no steps of escalation the
 * usual ones; what a desk has set stays as it is (Q2, F4). */
export async function addSlaDefaults(tx: Tx, desk: { timeZone: string; now: Date }): Promise<void> {
  const { now } = desk;
  const { queues } = await readRoutingMap(tx);
  const { rows } = await sql<{ queues: number[] | null; calendar: boolean; escalations: boolean }>`
    select (select array_agg(distinct queue_id) from sla_policies) as queues,
      exists (select from sla_calendars where slug = ${WINDOWS}) as calendar,
      exists (select from sla_escalations) as escalations`.execute(tx);
  const [known] = rows;
  const bare = queues.filter(({ id }) => !known?.queues?.includes(id));
  if (bare.some(({ slug }) => slug === URGENT_QUEUE) && !known?.calendar) {
    await saveCalendar(tx, WINDOWS, {
      input: { timeZone: desk.timeZone, week: EVERY_DAY, holidays: [] },
      now,
    });
  }
  for (const queue of bare) {
    const reply = { queue: queue.slug, target_minutes: queue.firstReplyMinutes };
    await savePolicy(tx, { ...reply, metric: 'first_reply' }, now);
    await savePolicy(tx, { ...reply, metric: 'next_reply' }, now);
    const calendar = queue.slug === URGENT_QUEUE ? WINDOWS : null;
    await savePolicy(
      tx,
      { queue: queue.slug, metric: 'resolution', target_minutes: queue.resolutionMinutes, calendar },
      now,
    );
  }
  if (known?.escalations) return;
  const slugs = new Set(queues.map(({ slug }) => slug));
  for (const [position, escalation] of ESCALATIONS.entries()) {
    const named = [
      escalation.queue,
      escalation.action.do === 'move_queue' ? escalation.action.to : undefined,
    ];
    if (named.every((slug) => slug === undefined || slugs.has(slug)))
      await saveEscalation(tx, escalation, { position, now });
  }
}
