import type { Tx } from '../../base/db/index.ts';
import { plus } from '../../base/kernel/index.ts';
import { schedule } from '../../base/queue/index.ts';
import type { Topic } from '../chats/index.ts';
import type { Content, Desk } from '../front-desk/index.ts';
import { staffByTelegram } from '../staff/index.ts';
import { keepItem, takeAlbums } from './albums.sql.ts';
import type { ForumWork } from './forum.types.ts';
import { groupById } from './groups.sql.ts';
import { ALBUM_MS } from './mirror.ts';
import type { ForumScene } from './scene.ts';
import { lockTopic, type StaffTopic } from './topics.sql.ts';
import { orTell, sayWords } from './words.ts';

/** The job that sends an album of the staff's once all of it has come. */
export const FORUM_ALBUM_TASK = 'staff-forum.album';

/** Keeps an item of an album that somebody of the staff sends in a topic: its items come one by one, to whichever process, and go to the
 * customer together (P6, B6). */
export async function gather(
  { tx, now, place, ticketId }: ForumScene,
  item: { telegramId: number; content: Content },
): Promise<void> {
  await keepItem(tx, { chatId: place.id, ticketId, ...item });
  await schedule(tx, {
    ...{ task: FORUM_ALBUM_TASK, at: plus(now, ALBUM_MS), key: `staff-forum:album:${ticketId}` },
    payload: { ticket: ticketId },
  });
}

/** Sends the albums that wait in a locked topic, but not the one of this name: what is written after them comes after them. */
export async function sendAlbums(
  at: ForumWork & { place: Topic; ticketId: number },
  except?: string,
): Promise<void> {
  for (const { telegramId, items } of await takeAlbums(at.tx, at.ticketId, except)) {
    const member = await staffByTelegram(at.tx, telegramId);
    const first = items[0]?.telegramMessageId ?? 0;
    if (!member) continue;
    const scene = { ...at, member };
    const key = `forum-album:${at.place.id}:${first}`;
    await orTell(scene, first, () => sayWords(scene, { items, key }));
  }
}

/** The items of a ticket's albums have had their time to come (a durable job): they go to the customer. */
export async function handleStaffAlbum(tx: Tx, desk: Desk, ticketId: number): Promise<void> {
  const standing = await lockTopic(tx, ticketId);
  if (standing) await sendAlbumsOf({ tx, desk, now: desk.clock.now() }, standing);
}

/** Sends whatever albums wait in a locked topic: also in one that is gone, before it is forgotten. */
export async function sendAlbumsOf(work: ForumWork, standing: StaffTopic): Promise<void> {
  const { ticket_id: ticketId, group_id: groupId, thread_id: thread } = standing;
  const group = thread === null ? undefined : await groupById(work.tx, groupId);
  if (!group || thread === null) return;
  await sendAlbums({ ...work, place: { id: group.chatId, kind: group.kind, thread }, ticketId });
}
