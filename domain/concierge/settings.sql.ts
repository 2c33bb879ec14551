import type { Db, Tx } from '../../base/db/index.ts';
import { record } from '../audit/index.ts';
import { type Actor, authorOf, demand } from '../staff/index.ts';

/** Whose chats with a concierge come to the desk; all others stay private. */
export type LetsIn = 'vip' | 'all';

/** Reads whose chats come to the desk. */
export async function readLetsIn(db: Db): Promise<LetsIn> {
  const row = await db.selectFrom('concierge_settings').select('lets_in').executeTakeFirstOrThrow();
  return row.lets_in as LetsIn;
}

/** Sets whose chats come to the desk from now on (P5). */
export async function setLetsIn(tx: Tx, actor: Actor, to: { letsIn: LetsIn; now: Date }): Promise<void> {
  demand(actor, 'concierge.manage');
  const before = await readLetsIn(tx);
  await tx.updateTable('concierge_settings').set({ lets_in: to.letsIn }).execute();
  await record(tx, {
    ...{ by: authorOf(actor), action: 'concierge.settings', object: { kind: 'settings', id: 'concierge' } },
    ...{ before: { lets_in: before }, after: { lets_in: to.letsIn }, now: to.now },
  });
}
