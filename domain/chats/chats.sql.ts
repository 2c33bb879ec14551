import { sql } from 'kysely';
import { type Db, later, type Tx } from '../../base/db/index.ts';
import { absorb } from './absorb.sql.ts';

/** What a chat is. */
export type ChatKind = 'private' | 'group' | 'supergroup' | 'channel';

/** A chat, known by our own id. */
export type Chat = {
  id: number;
  kind: ChatKind;
  telegramChatId: number;
  customerId: number | null;
  /** Whose own account the chat is in, where it is no chat with the bot (P5). */
  conciergeId: number | null;
  /** The topic of its person among the direct messages of a channel, which are one chat of Telegram's (P1). */
  direct?: number;
  /** When its customer last wrote or pressed something. */
  heardAt: Date;
};

/** A locked chat and where its dialogue stands. */
export type OpenChat = Chat & {
  dialogue: unknown;
  /** Something is held for it until its customer wakes (U3). */
  holds: boolean;
};

type Row = {
  id: number;
  kind: string;
  telegram_chat_id: number | null;
  direct_chat_id: number | null;
  direct_topic_id: number | null;
  customer_id: number | null;
  concierge_id: number | null;
  dialogue: unknown;
  holds: boolean;
  updated_at: Date;
};

const fromRow = (row: Row): OpenChat => ({
  id: row.id,
  kind: row.kind as ChatKind,
  telegramChatId: row.telegram_chat_id ?? row.direct_chat_id ?? 0,
  ...(row.direct_topic_id === null ? {} : { direct: row.direct_topic_id }),
  customerId: row.customer_id,
  conciergeId: row.concierge_id,
  dialogue: row.dialogue,
  holds: row.holds,
  heardAt: row.updated_at,
});

const COLUMNS = [
  'id',
  'kind',
  'telegram_chat_id',
  'direct_chat_id',
  'direct_topic_id',
  'customer_id',
  'concierge_id',
  'dialogue',
  'holds',
  'updated_at',
] as const;

/** Locks a chat until the end of the transaction, making it if it is new. Whatever comes from one chat is handled one after another,
 * whichever process has it. `conciergeId`: the chat in that person's own account; it has the same number as the one with the bot.
 * `direct`: that topic among the direct messages of a channel. */
export async function lockChat(
  tx: Tx,
  which: { telegramChatId: number; kind: ChatKind; conciergeId?: number; direct?: number },
  now: Date,
): Promise<OpenChat> {
  const { telegramChatId, kind, conciergeId = null, direct } = which;
  if (direct !== undefined) return lockDirect(tx, { telegramChatId, direct }, now);
  const found = await tx
    .selectFrom('chats')
    .select(COLUMNS)
    .where('telegram_chat_id', '=', telegramChatId)
    .where('concierge_id', conciergeId === null ? 'is' : '=', conciergeId)
    .forUpdate()
    .executeTakeFirst();
  if (found) return fromRow(found);
  // Two processes may meet the same new chat: the second one waits here for the first and locks what it made.
  const made = await tx
    .insertInto('chats')
    .values({ telegram_chat_id: telegramChatId, kind, concierge_id: conciergeId, updated_at: now })
    .onConflict((conflict) =>
      conciergeId === null
        ? conflict
            .column('telegram_chat_id')
            .where('concierge_id', 'is', null)
            .doUpdateSet({ updated_at: now })
        : conflict
            .columns(['concierge_id', 'telegram_chat_id'])
            .where('concierge_id', 'is not', null)
            .doUpdateSet({ updated_at: now }),
    )
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
  return fromRow(made);
}

async function lockDirect(
  tx: Tx,
  which: { telegramChatId: number; direct: number },
  now: Date,
): Promise<OpenChat> {
  const { rows } = await sql<Row>`
    insert into chats (direct_chat_id, direct_topic_id, kind, updated_at)
    values (${which.telegramChatId}, ${which.direct}, 'supergroup', ${now})
    on conflict (direct_chat_id, direct_topic_id) where direct_topic_id is not null do update set kind = excluded.kind
    returning ${sql.join(COLUMNS.map((name) => sql.ref(name)))}`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('a chat was neither made nor found');
  return fromRow(row);
}

/** Locks a chat that is known. */
export async function lockChatById(tx: Tx, chatId: number): Promise<OpenChat> {
  return fromRow(
    await tx
      .selectFrom('chats')
      .select(COLUMNS)
      .where('id', '=', chatId)
      .forUpdate()
      .executeTakeFirstOrThrow(),
  );
}

/** The columns of a chat `c` in a row that tells of something else as well. */
export const CHAT_BESIDE = sql.join(
  COLUMNS.map((name) => sql`${sql.ref(`c.${name}`)} as ${sql.ref(`chat_${name}`)}`),
);

/** A row with `CHAT_BESIDE`. */
export type ChatBeside = { [Name in keyof Row as `chat_${Name}`]: Row[Name] };

/** The chat in such a row. */
export const chatBeside = (row: ChatBeside): OpenChat =>
  fromRow({
    ...{ id: row.chat_id, kind: row.chat_kind, telegram_chat_id: row.chat_telegram_chat_id },
    ...{ direct_chat_id: row.chat_direct_chat_id, direct_topic_id: row.chat_direct_topic_id },
    ...{ customer_id: row.chat_customer_id, concierge_id: row.chat_concierge_id },
    ...{ dialogue: row.chat_dialogue, holds: row.chat_holds, updated_at: row.chat_updated_at },
  });

/** A chat by our id. */
export async function chatById(db: Db, chatId: number): Promise<Chat | undefined> {
  const row = await db.selectFrom('chats').select(COLUMNS).where('id', '=', chatId).executeTakeFirst();
  return row && fromRow(row);
}

/** A chat as whoever sends something there knows it. `connection`: in whose name, by Telegram's name; null: the bot's own. */
export type Addressee = Chat & { connection: string | null };

/** The chats with these ids, as far as they exist. */
export async function chatsByIds(db: Db, ids: readonly number[]): Promise<Addressee[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('chats')
    .leftJoin('concierges', 'concierges.staff_id', 'chats.concierge_id')
    .select([...COLUMNS.map((name) => `chats.${name}` as const), 'concierges.connection'])
    .where(sql<boolean>`chats.id = any(${[...ids]}::bigint[])`)
    .execute();
  return rows.map((row) => ({ ...fromRow(row), connection: row.connection }));
}

/** Keeps where the dialogue of a locked chat stands, and whose private chat it is; `acted`: its customer did something, so they are awake. */
export async function saveDialogue(
  tx: Tx,
  chat: { id: number; customerId: number | null },
  at: { dialogue: unknown; now: Date; acted: boolean },
): Promise<void> {
  await tx
    .updateTable('chats')
    .set({
      dialogue: sql`${JSON.stringify(at.dialogue)}::jsonb`,
      customer_id: chat.customerId,
      updated_at: at.now,
      ...(at.acted ? { acted_at: at.now } : {}),
    })
    .where('id', '=', chat.id)
    .modifyEnd(later)
    .execute();
}

/** Notes that a chat's customer did something now, in the chat or elsewhere: they are awake. */
export async function noteActed(tx: Tx, chatId: number, now: Date): Promise<void> {
  await tx.updateTable('chats').set({ acted_at: now }).where('id', '=', chatId).execute();
}

/** A group became a supergroup: Telegram's id changed, ours did not. What was written there under the new one before anybody told us has
 * made a chat of it: what is kept of that one belongs to ours. */
export async function moveChat(tx: Tx, chatId: number, telegramChatId: number): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    select id from chats where id = ${chatId} or (telegram_chat_id = ${telegramChatId} and concierge_id is null)
    order by id for update`.execute(tx);
  if (!rows.some(({ id }) => id === chatId)) return;
  for (const { id } of rows) if (id !== chatId) await absorb(tx, id, chatId);
  await tx
    .updateTable('chats')
    .set({ telegram_chat_id: telegramChatId, kind: 'supergroup' })
    .where('id', '=', chatId)
    .execute();
}

/** As `moveChat`, by Telegram's ids alone. A group that is not known has nothing to move. */
export async function moveGroup(tx: Tx, moved: { from: number; to: number }): Promise<void> {
  const old = await tx
    .selectFrom('chats')
    .select('id')
    .where('telegram_chat_id', '=', moved.from)
    .where('concierge_id', 'is', null)
    .executeTakeFirst();
  if (old) await moveChat(tx, old.id, moved.to);
}
