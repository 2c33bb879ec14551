import { sql } from 'kysely';
import type { Tx } from '../../base/db/index.ts';
import type { Desk } from '../front-desk/index.ts';
import { type Actor, changeStaff, type StaffMember } from '../staff/index.ts';
import { assignTicket, lockTicket } from '../tickets/index.ts';
import { changed } from './queues.ts';
import { byActor } from './recorded.ts';

/** Gives somebody another role, or lets them go and come back, as `changeStaff` does; the open tickets of who goes wait in their queues
 * again (Q5). */
export async function changeMember(
  { tx, desk, actor }: { tx: Tx; desk: Desk; actor: Actor },
  id: number,
  set: { role?: string | undefined; active?: boolean | undefined },
): Promise<StaffMember> {
  const now = desk.clock.now();
  const member = await changeStaff(tx, { actor, id, set, now });
  if (member.active) return member;
  const { rows } = await sql<{ id: number }>`
    select id from tickets where assignee_id = ${id} and status not in ('resolved', 'closed') order by id`.execute(
    tx,
  );
  for (const row of rows) {
    const before = await lockTicket(tx, row.id);
    if (before.assignee_id !== id) continue;
    const after = await assignTicket(tx, before, { assigneeId: null, by: byActor(actor), now });
    await changed({ tx, desk }, { before, after });
  }
  return member;
}
