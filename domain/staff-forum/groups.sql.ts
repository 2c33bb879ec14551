import { sql } from 'kysely';
import { announce, type Db, type Tx } from '../../base/db/index.ts';
import { hashToken } from '../../base/kernel/index.ts';

/** What a staff group must have, and the bot in it: topics, being an administrator, managing topics, pinning. */
export const NEEDS = ['forum', 'admin', 'topics', 'pins'] as const;
/** One of these. */
export type Need = (typeof NEEDS)[number];

/** A supergroup of the staff's in which tickets are topics. */
export type StaffGroup = {
  id: number;
  chatId: number;
  telegramChatId: number;
  kind: string;
  title: string;
  state: 'checking' | 'works' | 'lacking' | 'lost';
  missing: Need[];
  paused: boolean;
  linkedAt: Date;
  unlinkedAt: Date | null;
};

/** What a desk chooses for its staff groups. */
export type ForumSettings = { mark: string; most_topics: number };

const GROUP = sql`select g.id, g.chat_id as "chatId", c.telegram_chat_id as "telegramChatId", c.kind, g.title, g.state, g.missing, g.paused,
  g.linked_at as "linkedAt", g.unlinked_at as "unlinkedAt" from staff_groups g join chats c on c.id = g.chat_id`;

/** The staff groups that are linked now, in the order of their linking. */
export async function linkedGroups(db: Db): Promise<StaffGroup[]> {
  const { rows } = await sql<StaffGroup>`${GROUP} where g.unlinked_at is null order by g.id`.execute(db);
  return rows;
}

/** A staff group by its id, also one that is linked no more. */
export async function groupById(db: Db, id: number): Promise<StaffGroup | undefined> {
  const { rows } = await sql<StaffGroup>`${GROUP} where g.id = ${id}`.execute(db);
  return rows[0];
}

/** The linked staff group that is this chat of Telegram's. */
export async function groupOfChat(db: Db, telegramChatId: number): Promise<StaffGroup | undefined> {
  const { rows } = await sql<StaffGroup>`
    ${GROUP} where c.telegram_chat_id = ${telegramChatId} and g.unlinked_at is null`.execute(db);
  return rows[0];
}

/** Whether the desk has a staff group at all. */
export async function hasStaffGroups(db: Db): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`
    select exists (select from staff_groups where unlinked_at is null) as any`.execute(db);
  return rows[0]?.any ?? false;
}

/** Whether a chat is, or was, a staff group: what does not arrive there is shown there again, so nobody has to decide about it. */
export async function isStaffChat(db: Db, chatId: number): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`
    select exists (select from staff_groups where chat_id = ${chatId}) as any`.execute(db);
  return rows[0]?.any ?? false;
}

/** The linked staff groups that show nothing now: the bot is out of them, or lacks something there. */
export async function troubledGroups(db: Db): Promise<{ title: string; state: 'lost' | 'lacking' }[]> {
  const { rows } = await sql<{ title: string; state: 'lost' | 'lacking' }>`
    select title, state from staff_groups where unlinked_at is null and state in ('lost', 'lacking') order by id`.execute(
    db,
  );
  return rows;
}

/** Links a chat, or links it again; returns the group's id. What the bot may do there is still to be asked. */
export async function linkGroup(
  tx: Tx,
  group: { chatId: number; title: string; by: number | null; now: Date },
): Promise<number> {
  const { chatId, title, by, now } = group;
  const { rows } = await sql<{ id: number }>`
    insert into staff_groups (chat_id, title, state, linked_by, linked_at) values (${chatId}, ${title}, 'checking', ${by}, ${now})
    on conflict (chat_id) do update set title = excluded.title, state = 'checking', paused = false, linked_by = excluded.linked_by,
      linked_at = case when staff_groups.unlinked_at is null then staff_groups.linked_at else excluded.linked_at end, unlinked_at = null
    returning id`.execute(tx);
  announce(tx, { rules: true });
  return rows[0]?.id ?? 0;
}

/** Changes a staff group. */
export async function setGroup(
  tx: Tx,
  id: number,
  set: Partial<Pick<StaffGroup, 'title' | 'state' | 'missing' | 'paused' | 'unlinkedAt'>>,
): Promise<void> {
  const { unlinkedAt, missing, ...rest } = set;
  await tx
    .updateTable('staff_groups')
    .set({
      ...rest,
      ...(missing === undefined ? {} : { missing: [...missing] }),
      ...(unlinkedAt === undefined ? {} : { unlinked_at: unlinkedAt }),
    })
    .where('id', '=', id)
    .execute();
  announce(tx, { rules: true });
}

/** How many topics each group has. */
export async function countTopics(db: Db): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ group_id: number; count: number }>`
    select group_id, count(*)::int as count from staff_topics group by group_id`.execute(db);
  return new Map(rows.map(({ group_id, count }) => [group_id, count]));
}

/** Keeps a code that links one group until it expires. */
export async function keepCode(
  tx: Tx,
  code: { code: string; staffId: number; now: Date; expiresAt: Date },
): Promise<void> {
  await sql`delete from staff_group_codes where expires_at < ${code.now}`.execute(tx);
  await tx
    .insertInto('staff_group_codes')
    .values({ code_hash: hashToken(code.code), staff_id: code.staffId, expires_at: code.expiresAt })
    .execute();
}

/** Spends a code; answers who made it. Undefined: it is wrong, spent or too old. */
export async function spendCode(tx: Tx, code: string, now: Date): Promise<number | undefined> {
  const { rows } = await sql<{ staff_id: number }>`
    update staff_group_codes set used_at = ${now}
    where code_hash = ${hashToken(code)} and used_at is null and expires_at > ${now} returning staff_id`.execute(
    tx,
  );
  return rows[0]?.staff_id;
}

/** What the desk chose. */
export async function readForumSettings(db: Db): Promise<ForumSettings> {
  return db.selectFrom('staff_forum_settings').select(['mark', 'most_topics']).executeTakeFirstOrThrow();
}

/** Sets what the desk chose. */
export async function saveForumSettings(tx: Tx, set: ForumSettings): Promise<void> {
  const { mark, most_topics } = set;
  await tx.updateTable('staff_forum_settings').set({ mark, most_topics }).execute();
}
