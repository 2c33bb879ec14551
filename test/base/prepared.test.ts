import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { connect } from '../../base/db/index.ts';
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
