import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import { DAY, hashToken, MINUTE, newToken, plus } from '../../base/kernel/index.ts';
import type { Content } from '../front-desk/index.ts';

/** How long words wait to be carried into the bot. */
const KEPT_MS = DAY;
/** Within this time one answer is enough: what the person writes meanwhile is carried by the same button. */
export const QUIET_MS = 10 * MINUTE;
/** How many messages one button carries. */
const MOST = 20;
// A start parameter takes 64 characters.
const TOKEN_LENGTH = 32;

/** Words of somebody in a group, as they are kept. */
type Words = { chatId: number; telegramId: number; content: Content; now: Date };

/** Adds words to those that the same person may carry already; answers false where there are none that were asked about lately. */
export async function addToCarried(tx: Tx, { chatId, telegramId, content, now }: Words): Promise<boolean> {
  const { rows } = await sql`
    update carried_words set contents = contents || ${JSON.stringify([content])}::jsonb
    where id = (
      select id from carried_words where chat_id = ${chatId} and telegram_id = ${telegramId} and used_at is null
        and asked_at > ${plus(now, -QUIET_MS)} order by asked_at desc limit 1 for update
    ) and jsonb_array_length(contents) < ${MOST} returning id`.execute(tx);
  return rows.length > 0;
}

/** Puts the next item of an album to the one that is kept already. */
export async function addItem(tx: Tx, { chatId, telegramId, content }: Omit<Words, 'now'>): Promise<void> {
  const sibling = JSON.stringify([{ mediaGroupId: content.mediaGroupId }]);
  await sql`
    update carried_words set contents = contents || ${JSON.stringify([content])}::jsonb
    where chat_id = ${chatId} and telegram_id = ${telegramId} and used_at is null and contents @> ${sibling}::jsonb
      and jsonb_array_length(contents) < ${MOST}`.execute(tx);
}

/** Makes words that are kept say what their writer has made of them since. */
export async function changeCarried(
  tx: Tx,
  { chatId, telegramId, content }: Omit<Words, 'now'>,
): Promise<void> {
  const which = JSON.stringify([{ telegramMessageId: content.telegramMessageId }]);
  await sql`
    update carried_words set contents = (
      select jsonb_agg(case when (one ->> 'telegramMessageId')::bigint = ${content.telegramMessageId}
        then ${JSON.stringify(content)}::jsonb else one end order by place)
      from jsonb_array_elements(contents) with ordinality as kept (one, place)
    )
    where chat_id = ${chatId} and telegram_id = ${telegramId} and used_at is null and contents @> ${which}::jsonb`.execute(
    tx,
  );
}

/** Keeps words that their writer may carry into the bot once; returns the secret of the way there, and our number. */
export async function keepToCarry(
  tx: Tx,
  { chatId, telegramId, content, now }: Omit<Words, 'content'> & { content?: Content | undefined },
): Promise<{ id: number; token: string }> {
  const token = newToken().slice(0, TOKEN_LENGTH);
  const contents = JSON.stringify(content ? [content] : []);
  const { rows } = await sql<{ id: number }>`
    insert into carried_words (token_hash, chat_id, telegram_id, contents, asked_at, expires_at)
    values (${hashToken(token)}, ${chatId}, ${telegramId}, ${contents}::jsonb, ${now}, ${plus(now, KEPT_MS)}) returning id`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) throw new Error('words to carry were not kept');
  return { id: row.id, token };
}

/** Whether somebody was answered in a group within the last `ms`. */
export async function wasAnswered(
  db: Db,
  who: { chatId: number; telegramId: number },
  since: Date,
): Promise<boolean> {
  const { rows } = await sql`
    select from carried_words where chat_id = ${who.chatId} and telegram_id = ${who.telegramId} and asked_at > ${since}
    limit 1`.execute(db);
  return rows.length > 0;
}

/** Takes the words that this secret stands for, once, for the one who wrote them; undefined for everybody else, and when it is too late. */
export async function takeCarried(
  tx: Tx,
  by: { token: string; telegramId: number; now: Date },
): Promise<Content[] | undefined> {
  const { rows } = await sql<{ contents: Content[] }>`
    with taken as (
      select id, contents from carried_words
      where token_hash = ${hashToken(by.token)} and telegram_id = ${by.telegramId} and used_at is null and expires_at > ${by.now}
      for update
    )
    update carried_words w set used_at = ${by.now}, contents = '[]' from taken where w.id = taken.id
    returning taken.contents`.execute(tx);
  return rows[0]?.contents;
}

/** Deletes words that nobody may carry any more. */
export async function forgetCarried(db: Db, now: Date): Promise<void> {
  await sql`delete from carried_words where expires_at < ${now}`.execute(db);
}
