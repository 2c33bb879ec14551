import { DomainError } from '../../base/kernel/index.ts';
import { record } from '../audit/index.ts';
import { lookAt } from '../chats/index.ts';
import { authorOf, demand } from '../staff/index.ts';
import {
  type ForumSettings,
  groupById,
  readForumSettings,
  type StaffGroup,
  saveForumSettings,
  setGroup,
} from './groups.sql.ts';
import type { Managing } from './link.ts';
import { canBeMark } from './mark.ts';

/** Lets a staff group take no new topics for a while, or take them again. Refuses (`not_found`) one that is not linked. */
export async function pauseGroup(work: Managing, groupId: number, paused: boolean): Promise<void> {
  const group = await linked(work, groupId);
  await setGroup(work.tx, groupId, { paused });
  await recordGroup(work, group, {
    action: 'staff_group.pause',
    before: { paused: group.paused },
    after: { paused },
  });
}

/** Unlinks a staff group: nothing more is written there, and nothing written there goes anywhere. Open tickets get topics in another one at
 * their next change. Refuses (`not_found`) one that is not linked. */
export async function unlinkGroup(work: Managing, groupId: number): Promise<void> {
  const group = await linked(work, groupId);
  await setGroup(work.tx, groupId, { unlinkedAt: work.desk.clock.now() });
  await recordGroup(work, group, { action: 'staff_group.unlink', before: { chat: group.telegramChatId } });
}

/** Asks Telegram anew what the bot may do in a staff group. Refuses (`not_found`) one that is not linked. */
export async function checkGroup(work: Managing, groupId: number): Promise<void> {
  const { chatId: id, kind } = await linked(work, groupId);
  await lookAt(work.tx, { id, kind }, { forumGroup: groupId });
}

/** Sets the mark of internal lines and how many topics a group has at most. Refuses (`invalid`) what can be no mark, or too few. */
export async function setForumSettings(work: Managing, settings: ForumSettings): Promise<void> {
  const { tx, desk, actor } = work;
  demand(actor, 'telegram.manage');
  if (!canBeMark(settings.mark)) throw new DomainError('invalid', 'forum_mark');
  const before = await readForumSettings(tx);
  await saveForumSettings(tx, settings);
  await record(tx, {
    ...{ by: authorOf(actor), action: 'staff_group.settings', object: { kind: 'desk', id: 'staff-forum' } },
    ...{ before: { ...before }, after: { ...settings }, now: desk.clock.now() },
  });
}

async function linked({ tx, actor }: Managing, groupId: number): Promise<StaffGroup> {
  demand(actor, 'telegram.manage');
  const group = await groupById(tx, groupId);
  if (!group || group.unlinkedAt !== null) throw new DomainError('not_found', 'staff_group_unknown');
  return group;
}

type Change = { action: string; before: Record<string, unknown>; after?: Record<string, unknown> };

async function recordGroup({ tx, desk, actor }: Managing, group: StaffGroup, change: Change): Promise<void> {
  await record(tx, {
    ...{ by: authorOf(actor), object: { kind: 'group', id: group.id }, now: desk.clock.now() },
    ...change,
  });
}
