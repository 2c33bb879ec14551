import type { Tx } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { writeMarkdown } from '../../base/text/index.ts';
import { editOwn } from '../back-office/index.ts';
import { answerPress, botName, nameOf, type Topic } from '../chats/index.ts';
import type { Content, Desk, PlaceArrival } from '../front-desk/index.ts';
import { type StaffMember, staffByTelegram } from '../staff/index.ts';
import { promptedBy, speak } from './acts.ts';
import { attempt } from './attempt.ts';
import { onCommand } from './commands.ts';
import type { ForumWork } from './forum.types.ts';
import { groupOfChat, readForumSettings, type StaffGroup } from './groups.sql.ts';
import { onMembership, onStaffCommand } from './link.ts';
import { part } from './mark.ts';
import { onPress } from './presses.ts';
import { answerIn, type ForumScene, refusalIn, wordsFor, workOf } from './scene.ts';
import { bridgesOf, lockThread } from './topics.sql.ts';

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

async function inTopic(
  work: ForumWork,
  arrival: PlaceArrival,
  { group, thread }: { group: StaffGroup; thread: number },
): Promise<void> {
  const topic = await lockThread(work.tx, group.id, thread);
  if (!topic) return;
  const place: Topic = { id: group.chatId, kind: group.kind, thread };
  const member = arrival.person && (await staffByTelegram(work.tx, arrival.person.telegramId));
  if (!member) return refuseStranger(work, arrival, place);
  await byMember({ ...work, place, ticketId: topic.ticket_id, member }, arrival);
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

async function byMember(scene: ForumScene, { what, place }: PlaceArrival): Promise<void> {
  if (what.kind === 'press') return onPress(scene, what);
  if (what.kind === 'membership') return;
  const { telegramMessageId } = what.content;
  const key = `forum:${place.telegramChatId}:${telegramMessageId}`;
  const refused = await attempt(scene.tx, () =>
    what.kind === 'command'
      ? onCommand(scene, what, key)
      : what.kind === 'edited'
        ? onEdit(scene, what.content)
        : onWords(scene, what.content, key),
  );
  if (!refused) return;
  const text = wordsFor(scene, 'forum-not-sent', {
    why: refusalIn(scene.desk, (scene.member as StaffMember).language, refused),
  });
  await answerIn(scene, { text }, telegramMessageId);
}

/** What is written in a topic: lines under the mark stay inside, all others go to the customer, with the files that they stand under. A file
 * under marked words stays inside with them. */
async function onWords(scene: ForumScene, content: Content, key: string): Promise<void> {
  const { tx, place, ticketId } = scene;
  const { text, files, replyTo } = content;
  const { mark } = await readForumSettings(tx);
  const { toCustomer, inside } = part(text, mark);
  if (text === '' && files.length === 0) throw new DomainError('invalid', 'forum_kind');
  const name = replyTo === undefined ? undefined : await nameOf(tx, place, replyTo);
  const answered = replyTo === undefined ? undefined : (await bridgesOf(tx, ticketId, replyTo))[0]?.messageId;
  const at = { messageId: content.telegramMessageId, key, replyTo: answered };
  const within = inside !== '';
  if (within) await speak(scene, { ...at, saying: 'note', text: inside, files });
  if (toCustomer === '' && (within || files.length === 0)) return;
  await speak(scene, {
    ...{ ...at, saying: promptedBy(name, ticketId) ?? 'reply', text: toCustomer },
    ...(within ? {} : { files }),
    // Formatting counts signs: it fits where nothing was taken out.
    ...(toCustomer === text && content.entities ? { entities: content.entities } : {}),
  });
}

/** Words in a topic were written anew: what they became before says the new ones, for the customer too. What went to the customer cannot
 * be made a note any more. */
async function onEdit(scene: ForumScene, content: Content): Promise<void> {
  const { tx, ticketId } = scene;
  const { text, entities = [], telegramMessageId } = content;
  const { mark } = await readForumSettings(tx);
  const { toCustomer, inside } = part(text, mark);
  for (const { messageId, direction } of await bridgesOf(tx, ticketId, telegramMessageId)) {
    if (direction === 'note') {
      // Without its mark it is no word to the customer: it was not written as one.
      await editOwn(workOf(scene), messageId, [inside, toCustomer].filter(Boolean).join('\n'));
    } else {
      if (toCustomer === '') throw new DomainError('conflict', 'forum_sent_already');
      const rich = { text: toCustomer, entities: toCustomer === text ? entities : [] };
      await editOwn(workOf(scene), messageId, writeMarkdown(rich));
    }
  }
}
