import type { Db } from '../../base/db/index.ts';
import { backlogs } from '../../base/outbox/index.ts';
import { laneOf } from '../chats/index.ts';
import { countTopics, linkedGroups, type StaffGroup } from './groups.sql.ts';

/** A staff group as its settings show it: how many topics it has, and how many messages wait to be sent there. */
export type GroupOverview = StaffGroup & { topics: number; waiting: number };

/** The staff groups that are linked now. */
export async function listGroups(db: Db): Promise<GroupOverview[]> {
  const groups = await linkedGroups(db);
  const topics = await countTopics(db);
  const lane = ({ chatId, kind }: StaffGroup) => laneOf({ id: chatId, kind });
  const waiting = await backlogs(db, groups.map(lane));
  return groups.map((group) => ({
    ...{ ...group, topics: topics.get(group.id) ?? 0, waiting: waiting.get(lane(group)) ?? 0 },
  }));
}
