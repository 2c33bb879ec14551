import type { Tx } from '../../base/db/index.ts';
import { forget } from '../../base/outbox/index.ts';
import { laneOf, removeTopic } from '../chats/index.ts';
import { forgetAlbums } from './albums.sql.ts';
import { dropTopic, lockTopicsOf, ticketsOf } from './topics.sql.ts';

/** Takes down the topics of a customer's tickets with all that stands in them, and whatever is kept of what was said there (C4). In a group
 * that the bot was taken out of nothing can be taken down. */
export async function eraseTopics(tx: Tx, customerId: number): Promise<void> {
  const among = await ticketsOf(tx, customerId);
  const topics = await lockTopicsOf(tx, customerId);
  await forget(tx, [
    { ref: { field: 'forumTicket', among } },
    { kind: 'staff.inline', payload: { field: 'ticket', among } },
    ...topics.map(({ id, kind, thread }) => ({
      ...{ lane: laneOf({ id, kind }), payload: { field: 'thread', among: [thread] } },
    })),
  ]);
  await forgetAlbums(tx, among);
  for (const { reachable, ...topic } of topics) if (reachable) await removeTopic(tx, topic);
  for (const ticketId of among) await dropTopic(tx, ticketId);
}
