import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { connect, type Db, later } from '../../base/db/index.ts';
import { testDatabase } from '../support/database.ts';

test('a statement is planned once a connection and named by its text', async () => {
  await using t = await testDatabase();
  const { db, pool, close } = connect({ url: t.url, connections: 1, onError: () => undefined });
  for (const number of [1, 2, 3]) await sql`select ${number}::int as number`.execute(db);
  const { rows } = await pool.query('select count(*)::int as statements from pg_prepared_statements');
  expect(rows).toEqual([{ statements: 1 }]);
  await close();
});

test('a table that another process changed costs one failed statement, not the connection for ever', async () => {
  await using t = await testDatabase();
  const { db, close } = connect({ url: t.url, connections: 1, onError: () => undefined });
  await sql`create table changing (id int)`.execute(t.db);
  const read = () => sql`select * from changing where id > ${0}`.execute(db);
  await read();
  await sql`alter table changing add column later text`.execute(t.db);
  await expect(read()).rejects.toMatchObject({ code: '0A000' });
  expect((await read()).rows).toEqual([]);
  await close();
});

test('what can wait travels with the next statement, in its order; outside a transaction it goes at once', async () => {
  await using t = await testDatabase();
  const { db, close } = connect({ url: t.url, connections: 1, onError: () => undefined });
  await sql`create table written (id int primary key)`.execute(db);
  const write = (on: Db, id: number) => sql`insert into written values (${id})${later}`.execute(on);
  const ids = async (on: Db) =>
    (await sql<{ id: number }>`select id from written order by id`.execute(on)).rows.map(({ id }) => id);
  const begun = async () =>
    (
      await sql`select from pg_stat_activity
        where datname = current_database() and state like 'idle in transaction%'`.execute(t.db)
    ).rows.length;

  await write(db, 1);
  expect(await ids(t.db)).toEqual([1]);
  await db.transaction().execute(async (tx) => {
    await write(tx, 2);
    expect(await begun()).toBe(0);
    expect(await ids(tx)).toEqual([1, 2]);
    expect(await begun()).toBe(1);
    await write(tx, 3);
  });
  expect(await ids(t.db)).toEqual([1, 2, 3]);

  // What is wrong is told by the statement it travels with, or by the commit; either way nothing of the transaction stays.
  const asking = db.transaction().execute(async (tx) => {
    await write(tx, 4);
    await write(tx, 1);
    await ids(tx);
  });
  await expect(asking).rejects.toMatchObject({ code: '23505' });
  const committing = db.transaction().execute(async (tx) => {
    await ids(tx);
    await write(tx, 1);
  });
  await expect(committing).rejects.toMatchObject({ code: '23505' });
  const thrown = db.transaction().execute(async (tx) => {
    await write(tx, 5);
    throw new Error('changed my mind');
  });
  await expect(thrown).rejects.toThrow('changed my mind');
  expect(await ids(db)).toEqual([1, 2, 3]);
  await close();
});
