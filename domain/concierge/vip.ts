import { announce, type Tx } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { record } from '../audit/index.ts';
import { type Actor, authorOf, demand } from '../staff/index.ts';
import { SERVES } from './connections.sql.ts';

const TICKETS_SHOWN = 20;

/** Makes a customer a VIP, or an ordinary one again: their new tickets go the way of VIPs, and their chats with concierges come to the desk
 * where only VIPs' do (F4, P5). Refuses (`not_found`) somebody whom the desk does not know. */
export async function markVip(
  tx: Tx,
  actor: Actor,
  to: { customerId: number; isVip: boolean; now: Date },
): Promise<void> {
  demand(actor, SERVES);
  const { customerId, isVip, now } = to;
  const before = await tx
    .selectFrom('customers')
    .select('is_vip')
    .where('id', '=', customerId)
    .forUpdate()
    .executeTakeFirst();
  if (!before) throw new DomainError('not_found', 'customer_unknown');
  await tx.updateTable('customers').set({ is_vip: isVip }).where('id', '=', customerId).execute();
  await record(tx, {
    ...{ by: authorOf(actor), action: 'customer.vip', object: { kind: 'customer', id: customerId }, now },
    ...{ before: { is_vip: before.is_vip }, after: { is_vip: isVip } },
  });
  const shown = await tx
    .selectFrom('tickets')
    .select('id')
    .where('customer_id', '=', customerId)
    .orderBy('id', 'desc')
    .limit(TICKETS_SHOWN)
    .execute();
  for (const { id } of shown) announce(tx, { ticket: id });
}
