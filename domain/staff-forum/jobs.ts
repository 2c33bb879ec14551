import { z } from 'zod';
import type { Tx } from '../../base/db/index.ts';
import { plus } from '../../base/kernel/index.ts';
import { reschedule, schedule } from '../../base/queue/index.ts';

/** The job that brings a ticket's topic in line with the ticket. */
export const FORUM_TASK = 'staff-forum.sync';
/** The job that takes note of what became of something that was sent to a staff group. */
export const FORUM_SETTLED_TASK = 'staff-forum.settled';

/** How long the news of a ticket gather: what comes together is shown at once, and the mirror does not take its time from what it mirrors. */
const GATHER_MS = 300;

const timer = (ticketId: number, at: Date) => ({
  ...{ task: FORUM_TASK, at, key: `staff-forum:${ticketId}`, payload: { ticket: ticketId }, patient: true },
});

/** Has the topics of these tickets follow a moment after `now`, in the transaction in which the tickets change: nothing that is committed is
 * forgotten, and whoever changes them does not wait for it (P6). One statement. */
export async function followInForum(tx: Tx, ticketIds: readonly number[], now: Date): Promise<void> {
  const at = plus(now, GATHER_MS);
  const set = [...new Set(ticketIds)].map((id) => timer(id, at));
  // More news do not put it off.
  await reschedule(tx, { set, drop: [], keepTimes: true });
}

/** Has a ticket's topic follow then, whatever else it follows before. */
export async function followLater(tx: Tx, ticketId: number, at: Date): Promise<void> {
  await schedule(tx, { ...timer(ticketId, at), key: `staff-forum:${ticketId}:later` });
}

/** What became of something sent to a staff group, as its job gets it. */
export const ForumSettledJob = z.object({
  ref: z.record(z.string(), z.number()),
  state: z.enum(['sent', 'failed', 'ambiguous']),
  remoteId: z.string().exactOptional(),
  facts: z.unknown().exactOptional(),
  code: z.string().exactOptional(),
  error: z.string().exactOptional(),
});
/** See the schema of the same name. */
export type ForumSettledJob = z.infer<typeof ForumSettledJob>;

/** Takes note of it later, in a job: whoever settles holds the locks of lanes, and a topic is locked before its lane. */
export async function settleLater(tx: Tx, settled: ForumSettledJob, at: Date): Promise<void> {
  const { ref, state } = settled;
  const key = `staff-forum:settled:${state}:${Object.entries(ref).flat().join(':')}`;
  await schedule(tx, {
    task: FORUM_SETTLED_TASK,
    at,
    key,
    payload: { settled: JSON.stringify(settled) },
    patient: true,
  });
}
