import { z } from 'zod';
import type { Tx } from '../../base/db/index.ts';
import { schedule } from '../../base/queue/index.ts';

/** The job that finds out whom a notice is for. */
export const NOTICE_TASK = 'notices.gather';

/** Something that people of the staff are to look at: which ticket, whom to tell, why, and what a rule says of it. `on_call`: whoever
 * serves the ticket's queue and is at work, urgently (F4, U1). */
export const Notice = z.object({
  ticket: z.int(),
  whom: z.enum(['assignee', 'queue', 'leads', 'on_call']),
  reason: z.enum(['sla_start', 'sla_warn', 'sla_breach', 'rule']),
  metric: z.string().nullable().default(null),
  words: z.string().nullable().default(null),
});
/** See the schema of the same name. */
export type Notice = z.infer<typeof Notice>;

/** Has people of the staff told after the commit (F4, U1). The same notice twice before that is one. */
export async function noticeSoon(tx: Tx, notice: Notice, now: Date): Promise<void> {
  const { ticket, whom, reason, metric, words } = notice;
  const key = ['notice', ticket, whom, reason, metric ?? words ?? ''].join(':');
  await schedule(tx, { task: NOTICE_TASK, at: now, key: key.slice(0, 500), payload: notice });
}
