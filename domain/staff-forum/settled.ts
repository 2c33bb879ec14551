import type { Tx } from '../../base/db/index.ts';
import { MINUTE, plus } from '../../base/kernel/index.ts';
import type { Settled } from '../../base/outbox/index.ts';
import { lookAt, pinMessage } from '../chats/index.ts';
import type { Desk } from '../front-desk/index.ts';
import { isOpen, ticketById } from '../tickets/index.ts';
import { sendAlbumsOf } from './albums.ts';
import { catchUp } from './arrivals.ts';
import type { ForumWork } from './forum.types.ts';
import { groupById, type StaffGroup } from './groups.sql.ts';
import { type ForumSettledJob, followInForum, followLater, settleLater } from './jobs.ts';
import { applyReport } from './link.ts';
import { makeAgain } from './sync.ts';
import { dropTopic, lockTopic, type StaffTopic, setTopic, settlePost } from './topics.sql.ts';

/** Notes how something ended that was sent to a staff group; false: it is none of ours. */
export async function noteForumSettled(tx: Tx, desk: Desk, settled: Settled): Promise<boolean> {
  const { forumTicket, forumGroup, made, card, post } = settled.ref;
  if (forumGroup === undefined && forumTicket === undefined) return false;
  // What only had to arrive, and did, changes nothing.
  const asked = [forumGroup, made, card, post].some((one) => one !== undefined);
  if (!asked && settled.state === 'sent') return true;
  const now = desk.clock.now();
  if (post === undefined || settled.state !== 'sent' || !(await notePost(tx, settled, now)))
    await settleLater(tx, settled, now);
  return true;
}

/** Notes where a post stands now, at once and without the lock of its topic; false: somebody is at it, or it belongs to a topic that is
 * gone. */
async function notePost(tx: Tx, { ref, remoteId }: Settled, now: Date): Promise<boolean> {
  const { forumTicket: ticketId = 0, generation = 0, post = 0 } = ref;
  const at = { ticketId, generation, post };
  const noted = await settlePost(tx, at, { groupMessageIds: numbers(remoteId), wait: false });
  // What was edited or taken back meanwhile is to be so there too.
  if (noted === 'behind') await followInForum(tx, [ticketId], now);
  return noted !== 'nothing';
}

const numbers = (remoteId = ''): number[] => remoteId.split(',').map(Number).filter(Boolean);

/** Takes note of it (a job): a topic that was made can be filled, one that is gone is made again, and a group in which something is not
 * allowed is looked at anew (P6). */
export async function handleForumSettled(tx: Tx, desk: Desk, settled: ForumSettledJob): Promise<void> {
  const work = { tx, desk, now: desk.clock.now() };
  const { forumTicket, forumGroup, generation } = settled.ref;
  if (forumGroup !== undefined) return applyReport(work, forumGroup, settled);
  const standing = forumTicket === undefined ? undefined : await lockTopic(tx, forumTicket);
  const group = standing && (await groupById(tx, standing.group_id));
  if (!standing || !group || standing.generation !== generation) return;
  if (settled.state !== 'sent') await lookAtGroup(work, group, settled);
  if (settled.ref.made !== undefined) return made(work, { standing, group }, settled);
  if (settled.code === 'topic_gone') return gone(work, standing, group);
  const ids = settled.state === 'sent' ? numbers(settled.remoteId) : undefined;
  if (settled.ref.card !== undefined) return pinCard(work, { standing, group }, ids);
  if (settled.ref.post === undefined) return;
  const { ticket_id: ticketId } = standing;
  const at = { ticketId, generation, post: settled.ref.post };
  const noted = await settlePost(tx, at, { groupMessageIds: ids, wait: true });
  // What could not be copied is told in words.
  if (noted === 'behind' || ids === undefined) await followInForum(tx, [ticketId], work.now);
}

/** A topic as it is stored, and the group that it is in. */
type Placed = { standing: StaffTopic; group: StaffGroup };

async function made(work: ForumWork, { standing, group }: Placed, settled: ForumSettledJob): Promise<void> {
  const { tx, now } = work;
  const { ticket_id: ticketId } = standing;
  if (settled.state === 'sent') {
    const thread = Number(settled.remoteId);
    await setTopic(tx, ticketId, { thread_id: thread });
    await catchUp(work, { group, thread });
    await followInForum(tx, [ticketId], now);
    return;
  }
  await dropTopic(tx, ticketId);
  if (settled.state === 'ambiguous') await followLater(tx, ticketId, plus(now, MINUTE));
}

async function pinCard(
  { tx }: ForumWork,
  { standing, group }: Placed,
  [messageId]: readonly number[] = [],
): Promise<void> {
  if (messageId === undefined || standing.pinned) return;
  const { ticket_id: ticketId, generation } = standing;
  await pinMessage(
    tx,
    { id: group.chatId, kind: group.kind },
    { messageId, ref: { forumTicket: ticketId, generation } },
  );
  await setTopic(tx, ticketId, { pinned: true });
}

/** Somebody deleted the topic: it is made again while its ticket is open. */
async function gone(work: ForumWork, standing: StaffTopic, group: StaffGroup): Promise<void> {
  if (standing.thread_id === null) return;
  await sendAlbumsOf(work, standing);
  const ticket = await ticketById(work.tx, standing.ticket_id);
  if (ticket && isOpen(ticket.status)) await makeAgain(work, { ticket, standing, group });
  else await dropTopic(work.tx, standing.ticket_id);
}

const RIGHTS = /not enough rights|CHAT_ADMIN_REQUIRED|not a forum|CHANNEL_FORUM_MISSING|have no rights/i;

/** What a refusal tells of the group may be over by now: Telegram is asked. */
async function lookAtGroup(
  { tx }: ForumWork,
  { id, chatId, kind }: StaffGroup,
  { code, error = '' }: ForumSettledJob,
): Promise<void> {
  if (code === 'unreachable' || RIGHTS.test(error))
    await lookAt(tx, { id: chatId, kind }, { forumGroup: id });
}
