import { sql } from 'kysely';
import type { Tx } from '../../base/db/index.ts';
import { readdress } from '../../base/outbox/index.ts';

/** Gives everything that is kept under a chat to another one, and forgets the chat. Both are the same group; `chatId` was made under the
 * number that Telegram uses now. Where both have a row for the same, that one counts: the older row gives up the number by which
 * Telegram would find it, if it has one, and is dropped otherwise, and what is kept under it goes to the one that counts. */
export async function absorb(tx: Tx, chatId: number, into: number): Promise<void> {
  await readdress(tx, { field: 'chat', from: chatId, to: into });
  await give(tx, 'chats', { from: chatId, to: into, newer: chatId });
  await tx.deleteFrom('chats').where('id', '=', chatId).execute();
}

/** From which row to which one things are given, by their ids; of those that stand for the same, those of `newer` count. */
type Gift = { from: number; to: number; newer: number };

/** A column by which rows of a table belong to a row of another one. */
type Belonging = { table: string; column: string };

async function give(tx: Tx, table: string, gift: Gift): Promise<void> {
  for (const { belonging, unique } of await belongingTo(tx, table)) {
    for (const same of unique) await makeWay(tx, { ...belonging, ...same }, gift);
    const { table: name, column } = belonging;
    await sql`update ${sql.table(name)} set ${sql.ref(column)} = ${gift.to} where ${sql.ref(column)} = ${gift.from}`.execute(
      tx,
    );
  }
}

/** What makes two rows with the same owner stand for the same: these columns, of which `number` may be empty. */
type Same = { others: string[]; number: string | null };

async function makeWay(
  tx: Tx,
  { table, column, others, number }: Belonging & Same,
  { from, to, newer }: Gift,
): Promise<void> {
  const owner = (row: string, id: number) => sql`${sql.ref(`${row}.${column}`)} = ${id}`;
  const same = sql.join(
    [
      owner('older', newer === from ? to : from),
      owner('newer', newer),
      ...others.map((name) => sql`${sql.ref(`older.${name}`)} = ${sql.ref(`newer.${name}`)}`),
    ],
    sql` and `,
  );
  if (number !== null) {
    await sql`update ${sql.table(table)} older set ${sql.ref(number)} = null from ${sql.table(table)} newer where ${same}`.execute(
      tx,
    );
    return;
  }
  if ((await belongingTo(tx, table)).length > 0) {
    const { rows } = await sql<{ from: number; to: number }>`
      select older.id as from, newer.id as to from ${sql.table(table)} older, ${sql.table(table)} newer where ${same}`.execute(
      tx,
    );
    for (const pair of rows) await give(tx, table, { ...pair, newer: pair.to });
  }
  await sql`delete from ${sql.table(table)} older using ${sql.table(table)} newer where ${same}`.execute(tx);
}

/** What belongs to the rows of a table, and what may be there only once for each of them. */
async function belongingTo(tx: Tx, table: string): Promise<{ belonging: Belonging; unique: Same[] }[]> {
  const { rows } = await sql<{ belonging: Belonging; unique: Same[] }>`
    select json_build_object('table', t.relname, 'column', a.attname) as belonging,
      coalesce((select json_agg(one) from (
        select coalesce(json_agg(o.attname) filter (where o.attnum <> a.attnum), '[]') as others,
          min(o.attname) filter (where o.attnum <> a.attnum and not o.attnotnull) as number
        from pg_index i join pg_attribute o on o.attrelid = i.indrelid and o.attnum = any(i.indkey::int2[])
        where i.indrelid = t.oid and i.indisunique and a.attnum = any(i.indkey::int2[]) group by i.indexrelid
      ) one), '[]') as unique
    from pg_constraint c join pg_class t on t.oid = c.conrelid
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = ${table}::regclass order by t.relname, a.attname`.execute(tx);
  return rows;
}
