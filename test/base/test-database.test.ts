import pg from 'pg';
import { expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';

test('clones are migrated, apart from each other, and quick to make', async () => {
  await using first = await testDatabase();
  await using second = await testDatabase();
  expect(second.url).not.toBe(first.url);
  await first.pool.query('create table only_here ()');
  const { rows } = await second.pool.query(
    `select to_regclass('only_here') as apart, to_regclass('schema_migrations')::text as migrated`,
  );
  expect(rows).toEqual([{ apart: null, migrated: 'schema_migrations' }]);
});

test('a test that leaves a connection open fails', async () => {
  const database = await testDatabase();
  const leak = new pg.Client({ connectionString: database.url, application_name: 'leaked worker' });
  leak.on('error', () => undefined);
  await leak.connect();
  await expect(database[Symbol.asyncDispose]()).rejects.toThrow('leaked worker');
});
