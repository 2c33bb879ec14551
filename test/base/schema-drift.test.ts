import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { describeSchema, schemaFile } from '../../base/db/generate.ts';
import { testDatabase } from '../support/database.ts';

test('the generated table types are those of the migrations (else run: node base/db/generate.ts)', async () => {
  await using database = await testDatabase();
  expect(await readFile(schemaFile, 'utf8')).toBe(await describeSchema(database.db));
});

test('a new column is seen as drift', async () => {
  await using database = await testDatabase();
  await database.pool.query('alter table desk_clock add column planted bigint not null default 1');
  expect(await describeSchema(database.db)).toContain('planted: Generated<number>;');
});
