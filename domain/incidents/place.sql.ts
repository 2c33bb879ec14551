import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import { lockChat, type Place } from '../chats/index.ts';

/** Where statuses are posted; null where nowhere is. */
export type StatusPlace = {
  version: number;
  chatId: number;
  threadId: number | null;
  state: 'checking' | 'works' | 'refused';
  /** Why the first message did not arrive, in Telegram's words. */
  problem: string | null;
};

/** A chat and a topic of it, by Telegram's numbers. */
export type PlaceAddress = { chatId: number; threadId: number | null };

/** The place for statuses, as one sends to it, if the desk has one. */
export async function statusPlace(db: Db): Promise<(Place & { version: number }) | undefined> {
  const { rows } = await sql<{ id: number; kind: string; thread_id: number | null; version: number }>`
    select c.id, c.kind, p.thread_id, p.version from status_place p join chats c on c.id = p.chat_id`.execute(
    db,
  );
  const [row] = rows;
  if (!row) return undefined;
  const { id, kind, version } = row;
  return { id, kind, version, ...(row.thread_id === null ? {} : { thread: row.thread_id }) };
}

/** The setting as people read it. */
export async function readStatusPlace(db: Db): Promise<StatusPlace | null> {
  const { rows } = await sql<StatusPlace>`
    select p.version, c.telegram_chat_id as "chatId", p.thread_id as "threadId", p.state, p.problem
    from status_place p join chats c on c.id = p.chat_id`.execute(db);
  return rows[0] ?? null;
}

/** Sets where statuses are posted from now on, null: nowhere. Whether it works is known when the first message has arrived. */
export async function setStatusPlace(tx: Tx, to: PlaceAddress | null, now: Date): Promise<void> {
  const chat = to && (await lockChat(tx, { telegramChatId: to.chatId, kind: 'supergroup' }, now));
  await sql`
    update status_place set version = version + 1, chat_id = ${chat?.id ?? null}, thread_id = ${to?.threadId ?? null},
      state = ${chat ? 'checking' : null}, problem = null`.execute(tx);
}

/** Notes whether the first message arrived in the place of that version; a later place has its own. */
export async function notePlace(
  tx: Tx,
  version: number,
  went: { works: boolean; problem?: string | undefined },
): Promise<void> {
  await sql`
    update status_place set state = ${went.works ? 'works' : 'refused'}, problem = ${went.problem ?? null}
    where version = ${version} and chat_id is not null`.execute(tx);
}
