import type { Tx } from '../../base/db/index.ts';
import { answerPress, botName, type Topic } from '../chats/index.ts';
import type { Content, Desk, PlaceArrival } from '../front-desk/index.ts';
import { staffByTelegram } from '../staff/index.ts';
import { isKept } from './albums.sql.ts';
import { gather, sendAlbums } from './albums.ts';
import { onCommand } from './commands.ts';
import { keepEarly, takeEarly } from './early.sql.ts';
import type { ForumWork } from './forum.types.ts';
import { groupOfChat, type StaffGroup } from './groups.sql.ts';
import { onMembership, onStaffCommand } from './link.ts';
import { onPress } from './presses.ts';
import { answerIn, type ForumScene } from './scene.ts';
import { lockThread, lockUnderWay, type StaffTopic } from './topics.sql.ts';
import { editWords, orTell, sayWords } from './words.ts';

/** Takes what happened in a staff group, and `/staff` wherever it is sent; false: the chat is none of these (P6). What somebody of the staff
 * writes in a ticket's topic goes to its customer; nothing else does. */
export async function handleForumArrival(tx: Tx, desk: Desk, arrival: PlaceArrival): Promise<boolean> {
  const { what, place, thread } = arrival;
  if (place.kind === 'channel') return false;
  const work = { tx, desk, now: desk.clock.now() };
  if (what.kind === 'command' && (await isForeign(tx, what.to))) return true;
  if (what.kind === 'command' && what.name === 'staff') {
    await onStaffCommand(work, arrival, what);
    return true;
  }
  const group = await groupOfChat(tx, place.telegramChatId);
  if (!group) return false;
  if (what.kind === 'membership') await onMembership(work, group, what);
  else if (thread !== undefined) await inTopic(work, arrival, { group, thread });
  return true;
}

/** A group can have several bots: what names another one is not for this desk, and no word for a customer either. */
async function isForeign(tx: Tx, to: string | undefined): Promise<boolean> {
  if (to === undefined) return false;
  return to.toLowerCase() !== (await botName(tx))?.toLowerCase();
}

/** A topic of a staff group, by Telegram's number. */
type Thread = { group: StaffGroup; thread: number };

async function inTopic(work: ForumWork, arrival: PlaceArrival, at: Thread): Promise<void> {
  const { group, thread } = at;
  const topic = (await lockThread(work.tx, group.id, thread)) ?? (await lockOrKeep(work, arrival, at));
  if (!topic) return;
  const place: Topic = { id: group.chatId, kind: group.kind, thread };
  const member = arrival.person && (await staffByTelegram(work.tx, arrival.person.telegramId));
  if (!member) return refuseStranger(work, arrival, place);
  await byMember({ ...work, place, ticketId: topic.ticket_id, member }, arrival);
}

/** A topic can be seen, and written in, before its number is known here: what is written then waits for it. */
async function lockOrKeep(
  { tx, now }: ForumWork,
  arrival: PlaceArrival,
  { group, thread }: Thread,
): Promise<StaffTopic | undefined> {
  const { topic, underWay } = await lockUnderWay(tx, group.id, thread);
  if (!topic && underWay) await keepEarly(tx, { groupId: group.id, thread }, { arrival, now });
  return topic;
}

/** Takes what was written in a topic before its number was known. To be called once it is noted, in the same transaction. */
export async function catchUp(work: ForumWork, at: Thread): Promise<void> {
  const { group, thread } = at;
  for (const arrival of await takeEarly(work.tx, { groupId: group.id, thread }))
    await inTopic(work, arrival, at);
}

/** Whoever is not known to be of the staff is told that nothing was sent. */
async function refuseStranger(work: ForumWork, arrival: PlaceArrival, place: Topic): Promise<void> {
  const { tx, desk } = work;
  const { what } = arrival;
  const text = desk.translate(desk.settings.language, arrival.person ? 'forum-stranger' : 'forum-anonymous');
  if (what.kind === 'press') await answerPress(tx, place, { queryId: what.queryId, text, alert: true });
  else if (what.kind === 'message' || what.kind === 'command')
    await answerIn({ tx, place }, { text }, what.content.telegramMessageId);
}

async function byMember(scene: ForumScene, { what, place, person }: PlaceArrival): Promise<void> {
  if (what.kind === 'membership') return;
  const album = 'content' in what ? what.content.mediaGroupId : undefined;
  if (what.kind !== 'edited') await sendAlbums(scene, album);
  if (what.kind === 'press') return onPress(scene, what);
  const { content } = what;
  const { telegramMessageId } = content;
  const key = `forum:${place.telegramChatId}:${telegramMessageId}`;
  const telegramId = person?.telegramId ?? 0;
  const waits = album !== undefined && (await isWaiting(scene, what));
  if (waits) return gather(scene, { telegramId, content });
  await orTell(scene, telegramMessageId, () =>
    what.kind === 'command'
      ? onCommand(scene, what, key)
      : what.kind === 'edited'
        ? editWords(scene, content)
        : sayWords(scene, { items: [content], key }),
  );
}

/** Whether it is an item of an album that has not gone out yet: one that comes, or one that is changed meanwhile. */
async function isWaiting(
  { tx, place }: ForumScene,
  { kind, content }: Extract<PlaceArrival['what'], { content: Content }>,
): Promise<boolean> {
  return kind === 'edited' ? isKept(tx, place.id, content.telegramMessageId) : true;
}
