import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';

/** Notes which bot the desk speaks as. When it is another one than before, Telegram's numbers of all messages are forgotten: the new bot's
 * messages are numbered from one again, and would be taken for ones that are stored already. Nothing that was said is lost; cards are
 * sent anew. Returns whether the bot changed. */
export async function becomeBot(tx: Tx, botId: number): Promise<boolean> {
  const { rows } = await sql<{ bot_id: number }>`
    insert into desk_bot (bot_id) values (${botId}) on conflict (singleton) do update set bot_id = desk_bot.bot_id
    returning bot_id`.execute(tx);
  if (rows[0]?.bot_id === botId) return false;
  await sql`update desk_bot set bot_id = ${botId}`.execute(tx);
  await sql`update messages set telegram_message_id = null where telegram_message_id is not null`.execute(tx);
  await sql`update message_parts set telegram_message_id = null where telegram_message_id is not null`.execute(
    tx,
  );
  // Another bot cannot send by the ids that this one was given.
  await sql`update files set telegram_file_id = null where telegram_file_id is not null`.execute(tx);
  await sql`delete from outbox_keys`.execute(tx);
  await sql`update tickets set in_topic = false where in_topic`.execute(tx);
  await sql`delete from ticket_topics`.execute(tx);
  return true;
}

/** Notes what people call the desk's bot: links into it are made of this. */
export async function noteBotName(tx: Tx, username: string): Promise<void> {
  await sql`update desk_bot set username = ${username} where username is distinct from ${username}`.execute(
    tx,
  );
}

/** What people call the desk's bot, without the @; undefined before it first started. */
export async function botName(db: Db): Promise<string | undefined> {
  const row = await db.selectFrom('desk_bot').select('username').executeTakeFirst();
  return row?.username ?? undefined;
}
